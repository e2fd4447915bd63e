"""Arithmetic on three numbers, for the phone's sensor."""

from math import degrees, sqrt

from loosen.vocabulary.frames import Vector


def cross(a: Vector, b: Vector) -> Vector:
    """At right angles to both."""
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def dot(a: Vector, b: Vector) -> float:
    """How far one reaches along the other."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def scaled(a: Vector, by: float) -> Vector:
    """So many times as long."""
    return a[0] * by, a[1] * by, a[2] * by


def plus(a: Vector, b: Vector, times: float = 1.0) -> Vector:
    """One, and so much of the other."""
    return a[0] + times * b[0], a[1] + times * b[1], a[2] + times * b[2]


def towards(a: Vector, b: Vector, share: float) -> Vector:
    """From one to the other by a share of the way."""
    return (
        a[0] + share * (b[0] - a[0]),
        a[1] + share * (b[1] - a[1]),
        a[2] + share * (b[2] - a[2]),
    )


def length(a: Vector) -> float:
    """Its own length."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vector) -> Vector:
    """Of length 1; one of no length stays."""
    long = length(a) or 1.0
    return a[0] / long, a[1] / long, a[2] / long


def apart_deg(a: Vector, b: Vector) -> float:
    """Between two directions of length 1 that lie close together, degrees."""
    return degrees(length((a[0] - b[0], a[1] - b[1], a[2] - b[2])))

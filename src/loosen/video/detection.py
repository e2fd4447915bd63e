"""Finds people in a picture: the detector's boxes, decoded, and those of one person made one.

Anchors, scales and thresholds are those of the model's own graph (MediaPipe's pose detection).
"""

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from .crop import Crop, between
from .models import BOXES, SCORES, Floats, Model

SIDE = 224
STRIDES = ((8, 2), (16, 2), (32, 6))  # pixels between anchors, and anchors at each place
LEAST_SCORE = 0.5
SAME_PERSON = 0.3  # of overlap
MOST_PEOPLE = 8
BOX, POINTS_FROM = 4, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody, as the detector sees them: the crop that holds them, in pixels of the picture."""

    score: float
    crop: Crop


def anchors() -> Floats:
    """The centres of all anchors, in the model's own order, shares of its picture."""
    rows = []
    for stride, each in STRIDES:
        cells = ceil(SIDE / stride)
        y, x = np.mgrid[0:cells, 0:cells]
        centres = np.stack([x.ravel(), y.ravel()], axis=1)
        rows.append(np.repeat((centres + 0.5) / cells, each, axis=0))
    return np.concatenate(rows).astype(np.float32)


ANCHORS = anchors()


def find_people(model: Model, picture: NDArray[np.uint8]) -> list[Person]:
    """Everybody in the picture (height, width, 4), the surest first."""
    high, wide = picture.shape[:2]
    whole = Crop(x=wide / 2, y=high / 2, side=float(max(wide, high)), turn=0.0)
    square = whole.cut(picture, SIDE, is_black_beyond=True)
    model.run(square / np.float32(127.5) - np.float32(1))
    scores = sigmoid(model.output(SCORES)[:, 0])
    likely = np.flatnonzero(scores > LEAST_SCORE)
    if not likely.size:
        return []
    rows = _decoded(model.output(BOXES)[likely], ANCHORS[likely])
    return [_person(score, row, whole) for score, row in _one_each(scores[likely], rows)]


def sigmoid(values: Floats) -> Floats:
    """From minus infinity..infinity to 0..1."""
    one = np.float32(1)
    result: Floats = one / (one + np.exp(-np.clip(values, -80, 80)))
    return result


def _decoded(raw: Floats, centres: Floats) -> Floats:
    """Each row: the box's left, top, right, bottom, then its points; shares of the picture."""
    pairs = raw.reshape(len(raw), -1, 2) / SIDE
    middle, half = pairs[:, 0] + centres, pairs[:, 1] / 2
    points = pairs[:, 2:] + centres[:, np.newaxis]
    return np.concatenate([middle - half, middle + half, points.reshape(len(raw), -1)], axis=1)


def _one_each(scores: Floats, rows: Floats) -> list[tuple[float, Floats]]:
    """Boxes that overlap are one person: their mean, weighted by how sure each is."""
    order = np.argsort(-scores)
    found: list[tuple[float, Floats]] = []
    while order.size and len(found) < MOST_PEOPLE:
        first = order[0]
        same = _overlap(rows[first, :BOX], rows[order, :BOX]) > SAME_PERSON
        same[0] = True
        weights = scores[order[same], np.newaxis]
        mean = (rows[order[same]] * weights).sum(axis=0) / weights.sum()
        found.append((float(scores[first]), mean))
        order = order[~same]
    return found


def _overlap(one: Floats, others: Floats) -> Floats:
    low = np.maximum(one[:2], others[:, :2])
    high = np.minimum(one[2:], others[:, 2:])
    shared = np.prod(np.maximum(high - low, 0), axis=1)
    sizes = np.prod(others[:, 2:] - others[:, :2], axis=1)
    union: Floats = np.prod(one[2:] - one[:2]) + sizes - shared
    result: Floats = shared / np.maximum(union, np.float32(1e-9))
    return result


def _person(score: float, row: Floats, whole: Crop) -> Person:
    """The crop goes from the middle of the hips as far as the circle round the whole body."""
    points = whole.outward(row[POINTS_FROM:].reshape(-1, 2))
    return Person(score=score, crop=between(points[0], points[1]))

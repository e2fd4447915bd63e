"""`replay` of what a phone felt that was worn: by which eye, and what is not measured by it."""

import argparse

from loosen.library.current import load_content
from loosen.vocabulary import Exercise, MovementError, Problem
from loosen.vocabulary.measures import PhoneMeasure

from .naming import another

PHONE = "phone"


def is_by_phone(arguments: argparse.Namespace) -> bool:
    """As --by says; else by what the file holds."""
    from loosen.movement.motions import is_felt

    return is_felt(arguments.recording) if arguments.by is None else arguments.by == PHONE


def meant_by_phone(arguments: argparse.Namespace) -> tuple[Exercise, PhoneMeasure]:
    """The exercise of --exercise, and how a phone measures it."""
    exercises = load_content().exercises
    exercise = exercises.get(arguments.exercise)
    if exercise is None or exercise.measuring.phone is None:
        found = arguments.exercise
        by_phone = sorted(one.id for one in exercises.values() if one.measuring.phone)
        raise MovementError(
            Problem(
                what="no phone measures this exercise",
                where="--exercise",
                found=found if exercise is None else f"{found}: {exercise.measuring.why}",
                expected=f"one of {', '.join(by_phone)}",
                do=_another(found, by_phone),
            )
        )
    if arguments.view is not None:
        raise MovementError(
            Problem(
                what="a phone that is worn has no view",
                where="--view",
                found=arguments.view,
                expected="nothing",
                do="leave --view out",
            )
        )
    return exercise, exercise.measuring.phone


def _another(found: str, by_phone: list[str]) -> str:
    return another(found, by_phone, "exercise, or give a recording of a camera")

"""The coach: the engine in CPython and in the page side by side, and all from picture to event.

In CPython by the process's own time; in the page by the clock, so with nothing else running.
"""

import os
from collections.abc import Callable, Iterator
from statistics import median
from time import process_time
from typing import TypeVar

import django

from loosen.library.current import load_content
from loosen.movement import CameraCoach
from loosen.movement.live import LiveSet, pack, unpack
from loosen.vocabulary import canonical_json
from loosen.web.eyes.rooms import bundle

from .table import Row, at_95, times_ms

T = TypeVar("T")
EXERCISES = ("bridge", "cat-cow")  # by landmarks, and by the edge of the mask
MEDIAN_US, SLOW_MS = 80, 1
WARM = 30


def rows() -> Iterator[Row]:
    """First CPython, then the page; and the server, which does nothing during a set."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "loosen.web.site.settings")
    django.setup()
    from .coach_page import rows as in_the_page
    from .coach_server import rows as on_the_server

    for exercise in EXERCISES:
        yield from _engine(exercise)
        yield _door(exercise)
    yield from in_the_page(EXERCISES)
    yield from on_the_server()


def _engine(exercise: str) -> Iterator[Row]:
    """What one frame costs, with no bytes and no JSON about it."""
    camera = load_content().exercises[exercise].measuring.camera
    assert camera is not None
    coach = CameraCoach(measure=camera)
    took_ms = _each_ms(coach.update, [unpack(one) for one in _packed(exercise)])
    how = f"`CameraCoach.update`, {len(took_ms)} frames of {exercise}"
    figure = 1000 * median(took_ms)
    what = f"engine in CPython, {exercise}"
    yield Row(what=what, figure=figure, unit="us", budget=MEDIAN_US, how=f"{how}, median")
    yield Row(what=what, figure=at_95(took_ms), unit="ms", budget=SLOW_MS, how=f"{how}, 95 %")


def _door(exercise: str) -> Row:
    """As the page has it: packed bytes in, an event as JSON out."""
    from tests.browser.own_frames import start_of

    live = LiveSet(bundle(load_content()), canonical_json(start_of(exercise)))
    took_ms = _each_ms(live.look, _packed(exercise))
    return Row(
        what=f"bytes in, event out in CPython, {exercise}",
        figure=at_95(took_ms),
        unit="ms",
        budget=SLOW_MS,
        how=f"`LiveSet.look`, {len(took_ms)} frames, 95 %",
    )


def _packed(exercise: str) -> list[bytes]:
    from tests.movement.recorded import a_set

    return [pack(one) for one in a_set(exercise).frames]


def _each_ms(job: Callable[[T], object], of: list[T]) -> list[float]:
    waiting = iter(of)
    runs = len(of) - WARM
    return times_ms(lambda: job(next(waiting)), runs=runs, warm=WARM, clock=process_time)

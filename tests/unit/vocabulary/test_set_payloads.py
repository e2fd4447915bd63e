"""A measured set that cannot be built wrong: bounds are those of a body and of an afternoon."""

from typing import Any
from uuid import UUID

import pytest

from loosen.vocabulary import CountedBy, SetMeasured, SetPart

CAMERA = SetPart(by=CountedBy.CAMERA, count=5, partials=1, seconds=40)
TAP = SetPart(by=CountedBy.TAP, count=5)


def a_set(*parts: SetPart, **rest: Any) -> SetMeasured:
    return SetMeasured(
        session_id=UUID(int=1), step_index=0, exercise_id="bridge", parts=parts, **rest
    )


def test_the_count_is_that_of_all_parts_and_the_weaker_eye_names_it_where_both_counted_alike() -> (
    None
):
    told = a_set(CAMERA, TAP, signal="hip-rise", own_range=0.4)
    assert (told.count, told.seconds) == (10, 40)
    assert told.counted_by is CountedBy.TAP
    more = SetPart(by=CountedBy.CAMERA, count=6, seconds=40)
    assert a_set(more, TAP).counted_by is CountedBy.CAMERA


@pytest.mark.parametrize(
    "part",
    [
        {"by": CountedBy.CAMERA, "count": 501, "seconds": 4000},
        {"by": CountedBy.CAMERA, "count": -1},
        {"by": CountedBy.CAMERA, "count": 100, "seconds": 30},
        {"by": CountedBy.TAP, "count": 1, "partials": 1},
        {"by": CountedBy.TIMER, "count": 1, "seconds": 7201},
        {"by": CountedBy.TIMER, "count": 1, "seconds": float("nan")},
    ],
    ids=["too-many", "negative", "too-fast", "a-tap-knows-no-partials", "too-long", "no-number"],
)
def test_a_part_that_no_body_can_do_cannot_be_built(part: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"count|partials|seconds"):
        SetPart(**part)


def test_two_parts_that_are_sound_alone_may_be_too_much_together() -> None:
    long = {by: SetPart(by=by, count=300, seconds=4000) for by in (CountedBy.TAP, CountedBy.TIMER)}
    with pytest.raises(ValueError, match="count, of all parts"):
        a_set(*long.values())


@pytest.mark.parametrize(
    "told",
    [
        {"own_range": 0.4},
        {"own_range": 0.0},
        {"holds_s": (3.0,)},
        {"signal": "hip-rise"},
        {"regularity": 1.0},
    ],
    ids=["a-range", "a-range-of-nothing", "a-hold", "a-signal", "regularity"],
)
def test_of_a_set_that_nothing_measured_nothing_is_told(told: dict[str, Any]) -> None:
    assert a_set(CAMERA, **told) is not None
    with pytest.raises(ValueError, match="nothing measured"):
        a_set(TAP, **told)


@pytest.mark.parametrize(
    "told",
    [
        {"regularity": 1.1},
        {"symmetry": float("nan")},
        {"own_range": float("inf")},
        {"holds_s": (-1.0,)},
        {"cues": ("not an id",)},
        {"cues": ("a" * 65,)},
        {"exercise_id": "Bridge!"},
        {"parts": ()},
    ],
    ids=["above-all", "nan", "infinite", "negative", "no-id", "long-id", "exercise", "no-parts"],
)  # fmt: skip
def test_what_is_out_of_bounds_cannot_be_built(told: dict[str, Any]) -> None:
    usual = {"session_id": UUID(int=1), "step_index": 0, "exercise_id": "bridge"}
    with pytest.raises(ValueError, match=r"must|within|between"):
        SetMeasured(**{**usual, "parts": (CAMERA,), **told})

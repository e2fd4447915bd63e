"""The record of a set: its keys have meanings, and stay as they are."""

import json
from pathlib import Path
from typing import Any

from tests.movement.recorded import a_set, measured

from loosen.cohort.recordings import Doing
from loosen.movement import (
    Advice,
    Close,
    Cue,
    CueKind,
    Form,
    Held,
    Phase,
    Range,
    Refusal,
    Regularity,
    Repetition,
    SetResult,
    Symmetry,
    Tempo,
    TimedCue,
    replay,
    set_record,
)
from loosen.movement.record import KEYS
from loosen.vocabulary import Side, canonical_json
from loosen.vocabulary.measures import CameraView, Signal

GOLDEN = Path(__file__).with_name("set_record.json")
SIDE = CameraView.SIDE


def a_repetition(start_s: float, *, is_partial: bool = False) -> Repetition:
    return Repetition(
        start_s=start_s, peak_s=start_s + 3, end_s=start_s + 7, counted_s=start_s + 6,
        amplitude=0.2 if is_partial else 0.4, hold_s=3, out_s=2, back_s=2, is_partial=is_partial,
    )  # fmt: skip


WHOLE = SetResult(
    view=SIDE,
    signal=Signal.ANKLE_RISE,
    count=2,
    refused=None,
    repetitions=(a_repetition(1), a_repetition(9)),
    forms=(
        Form(side=Side.LEFT, side_confidence=0.9),
        Form(side=Side.RIGHT, side_confidence=1.0, faults=("arm-low",), differs_in=Phase.FAR_OUT),
    ),
    partials=(a_repetition(17, is_partial=True),),
    holds=(Held(start_s=3, end_s=6), Held(start_s=11, end_s=14)),
    range_=Range(
        amplitude=0.4, own=0.5, percent_of_own=80, degrees=None, confidence=0.95, view=SIDE
    ),
    tempo=Tempo(out_s=2, hold_s=3, back_s=2, cycle_s=8, confidence=0.95, view=SIDE),
    regularity=Regularity(likeness=0.8, period_s=8, doubts=1, confidence=0.6, view=SIDE),
    symmetry=Symmetry(
        left=0.4, right=0.4, left_count=1, right_count=1, percent=100, confidence=0.9, view=SIDE
    ),
    confidence=0.95,
    refusals=(Refusal(start_s=0, end_s=1, why="nobody"),),
    cues=(
        TimedCue(
            t_s=12,
            cue=Cue(
                kind=CueKind.FAULT, id="arm-low", signal=Signal.WRIST_RISE, value=-0.5, bound=-0.35
            ),
        ),
    ),
    advice=(Advice(t_s=20, close=Close.END_SET, percent_of_own=60, bound_percent=75, pain_rise=2),),
)


def keys_of(record: dict[str, Any]) -> dict[str, Any]:
    """The keys at both levels; a list's are those of its first."""
    inner = {key: one[0] if isinstance(one, list) else one for key, one in record.items()}
    return {key: set(one) if isinstance(one, dict) else None for key, one in inner.items()}


def meant() -> dict[str, Any]:
    return {key: set(one) if isinstance(one, dict) else None for key, one in KEYS.items()}


def test_every_key_of_the_record_has_its_meaning_and_none_is_left_over() -> None:
    assert keys_of(set_record("bird-dog", WHOLE)) == meant()


def test_a_set_of_this_format_stays_byte_for_byte_what_it_is() -> None:
    said = canonical_json(set_record("bird-dog", WHOLE))
    assert json.loads(said) == json.loads(GOLDEN.read_text("utf-8"))


def test_a_set_in_which_nothing_was_seen_has_the_same_keys_and_says_why() -> None:
    record = set_record("bridge", replay((), measured("bridge")))
    assert set(record) == set(KEYS)
    assert (record["refused"], record["count"], record["range"]) == ("nobody", 0, None)


def test_a_real_set_has_its_times_in_order_and_its_values_with_their_view() -> None:
    record = set_record("bridge", replay(a_set("bridge", doing=Doing(reps=3)).frames,
                                         measured("bridge")))  # fmt: skip
    for one in record["repetitions"]:
        assert one["start_s"] < one["peak_s"] < one["end_s"]
    assert record["tempo"]["view"] == record["range"]["view"] == "side"
    assert 95 <= record["range"]["percent_of_own"] <= 105

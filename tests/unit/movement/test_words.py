"""Whatever the coach may say has its words in content, and says why in numbers."""

import pytest
from tests.movement.recorded import by_camera, measured

from loosen.library.current import load_content
from loosen.movement import Close, Cue, CueKind, Standing, Unfelt, Unseen
from loosen.movement.why import why_words
from loosen.vocabulary.measures import Signal

SAID_BY_ANOTHER = {CueKind.UNSEEN, CueKind.FAULT}  # by what was not seen; by the exercise
IDS = sorted(
    {one.value for kind in (Unseen, Unfelt, Standing, Close) for one in kind}
    | {kind.value for kind in CueKind if kind not in SAID_BY_ANOTHER}
)


def words() -> dict[str, str]:
    return {id_: phrase.text for id_, phrase in load_content().phrases.items()}


@pytest.mark.parametrize("id_", IDS)
def test_every_cue_and_every_reason_not_to_count_has_its_phrase(id_: str) -> None:
    assert words()[f"coach-{id_}"]


@pytest.mark.parametrize("kind", CueKind)
def test_every_kind_of_cue_says_why(kind: CueKind) -> None:
    assert words()[f"coach-why-{kind.value}"]


def test_every_signal_of_a_fault_has_its_name_in_words() -> None:
    signals = {fault.signal for id_ in by_camera() for fault in measured(id_).faults}
    assert [one.value for one in signals if f"coach-signal-{one.value}" not in words()] == []


def test_the_words_of_a_fault_are_its_own_and_no_other_exercises_id_has_two() -> None:
    for id_ in by_camera():
        assert all(fault.cue for fault in measured(id_).faults)


def test_why_names_the_number_and_its_bound() -> None:
    cue = Cue(kind=CueKind.FAULT, id="knees-bend", signal=Signal.KNEE_ANGLE_LEAST, value=141.26,
              bound=150)  # fmt: skip
    said = why_words(cue, words())
    assert said.endswith("How straight your knee is: 141 degrees, the limit is 150.")


def test_why_without_a_number_is_the_reason_alone() -> None:
    cue = Cue(kind=CueKind.UNSEEN, id="nobody")
    assert why_words(cue, words()) == "The picture does not show enough of you."

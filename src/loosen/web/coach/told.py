"""What the page sends when a set is over: read strictly, and held against the step in hand.

Nothing in it is believed: not the exercise, nor the session, nor what is said to have counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid5

from loosen.vocabulary import (
    CountedBy,
    Exercise,
    ForeignDataError,
    Got,
    Problem,
    SetMeasured,
    SetPart,
    Step,
    from_plain,
    parse_json,
)
from loosen.vocabulary.checks import require, require_range
from loosen.vocabulary.set_payloads import MEASURING
from loosen.web.records.store import Draft
from loosen.web.session.place import Place

WHERE = "result"
MOST_CHARS = 100_000
TILT = "phone-tilt"  # the signal of a phone
GOT: dict[CountedBy, Got] = {
    CountedBy.CAMERA: Got.CAMERA,
    CountedBy.PHONE: Got.PHONE_SENSOR,
    CountedBy.TAP: Got.SELF_REPORT,
    CountedBy.TIMER: Got.TIMER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTold:
    """A set as the page sends it. `confidence`: the share of frames that could be judged."""

    set: SetMeasured
    confidence: float | None = None

    def __post_init__(self) -> None:
        if self.confidence is not None:
            require_range("confidence", self.confidence, 0, 1)
            is_measured = any(part.by in MEASURING for part in self.set.parts)
            require(is_measured, "confidence needs something that measured")


def told_by_page(text: str, place: Place, step: Step, exercise: Exercise) -> SetTold:
    """The set in this text. Raises `ForeignDataError` with every problem."""
    if len(text) > MOST_CHARS:
        raise ForeignDataError(_problem("length", str(len(text)), f"at most {MOST_CHARS}"))
    plain = parse_json(text, where=WHERE, error=ForeignDataError)
    told = from_plain(SetTold, plain, where=WHERE, error=ForeignDataError)
    if problems := list(_strange(told.set, place, step, exercise)):
        raise ForeignDataError(problems)
    return told


def told_by_hand(count: int, place: Place, step: Step) -> SetTold:
    """What the person counted alone; nobody took the time."""
    part = SetPart(by=CountedBy.TAP, count=count)
    measured = SetMeasured(
        session_id=place.session_id,
        step_index=step.index,
        exercise_id=step.item_id,
        parts=(part,),
    )
    return SetTold(set=measured)


def _strange(told: SetMeasured, place: Place, step: Step, exercise: Exercise) -> Iterator[Problem]:
    """What does not belong to this step, or cannot have been measured here."""
    camera, phone = exercise.measuring.camera, exercise.measuring.phone
    here: dict[str, tuple[object, set[object]]] = {
        "session_id": (told.session_id, {place.session_id}),
        "step_index": (told.step_index, {step.index}),
        "exercise_id": (told.exercise_id, {exercise.id}),
        "view": (told.view, {None, camera.view if camera else None}),
        "signal": (
            told.signal,
            {"", *([camera.signal.value] if camera else []), *([TILT] if phone else [])},
        ),
    }
    for name, (found, open_to) in here.items():
        if found not in open_to:
            expected = ", ".join(sorted(str(one) for one in open_to if one))
            yield _problem(name, str(found), expected or "nothing")
    has = {CountedBy.CAMERA: camera is not None, CountedBy.PHONE: phone is not None}
    for part in told.parts:
        if not has.get(part.by, True):
            yield _problem("parts", part.by.value, exercise.measuring.by.value)


def _problem(name: str, found: str, expected: str) -> Problem:
    return Problem(
        what="this does not belong to the step in hand",
        where=f"{WHERE}.{name}",
        found=found[:60],
        expected=expected,
        do="load the page again, or tell how often you did it",
    )


def draft_of(told: SetTold, place: Place) -> Draft:
    """The entry; its id follows from the session and the turn, so that it is recorded once."""
    return Draft(
        payload=told.set,
        id=uuid5(place.session_id, f"set measured {place.turn}"),
        source=GOT[told.set.counted_by],
        confidence=told.confidence,
    )

"""A set in the page: packed numbers in, an event as JSON out. The door between browser and engine.

Everything that the page knows of a movement comes through here; it holds no rule of its own.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, assert_never

from loosen.vocabulary.errors import MovementError, Problem
from loosen.vocabulary.frames import LANDMARKS, Frame, Motion
from loosen.vocabulary.measures import CameraMeasure, CameraView, Measure, Measuring, PhoneMeasure
from loosen.vocabulary.unwire import from_plain, parse_json
from loosen.vocabulary.wire import canonical_json, plain_json, to_plain

from .cues import Cue, Target
from .ending import EndRule
from .hand import HandWatch
from .phone import PhoneCoach
from .placing import PlaceWatch, plain_place
from .record import set_record
from .result import SetFold
from .session import CameraCoach, Seen
from .standing import Standing
from .turns import Turn
from .vectors import scaled
from .why import why_words

# As `frontend/src/coach/packing.ts` packs it: time, picture, people, landmarks (0 or 33), rows.
HEAD = struct.Struct("<dHHBBH")
NUMBERS = 4 * LANDMARKS
BODY = struct.Struct(f"<{NUMBERS}f")
# As `frontend/src/motion/motion.ts` packs them: the sense, then time, acceleration and turning.
SENSE = struct.Struct("<d")
READING = struct.Struct("<7d")
NOTHING = ""  # no event
PHRASE = "coach-"  # before the id of a cue
FRONT = "-front"  # behind the id of what is said in its place where the front has to be seen


class Eye(StrEnum):
    """By what a set is counted."""

    CAMERA = "camera"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What is kept of a person for next time. `own_range`: 0 where it is not known yet."""

    own_range: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What the page asks for."""

    exercise: str
    by: Eye
    target: Target
    calibration: Calibration


def pack(frame: Frame) -> bytes:
    """A frame as the pose worker sends it. Its landmarks lose what a 32-bit number cannot hold."""
    rows = len(frame.mask64 or b"") // 8
    head = HEAD.pack(frame.t_s, *frame.size_px, frame.people, len(frame.lm), rows)
    body = BODY.pack(*(one for row in frame.lm for one in row)) if frame.lm else b""
    return head + body + (frame.mask64 or b"")


def unpack(packed: bytes) -> Frame:
    """The frame. Raises `ValueError` or `struct.error` for what is none."""
    t_s, wide, high, people, landmarks, rows = HEAD.unpack_from(packed)
    mask_at = HEAD.size + (BODY.size if landmarks else 0)
    if len(packed) != mask_at + 8 * rows:
        raise ValueError(f"{len(packed)} bytes, not {mask_at + 8 * rows}")
    numbers = iter(BODY.unpack_from(packed, HEAD.size) if landmarks else ())
    return Frame(
        t_s=t_s,
        lm=tuple(zip(numbers, numbers, numbers, numbers, strict=True)),
        size_px=(wide, high),
        mask64=packed[mask_at:] or None,
        people=people,
    )


def pack_felt(motions: "list[Motion]", sense: int = 1) -> bytes:
    """Readings as the page sends them."""
    none = (float("nan"),) * 3
    rows = [READING.pack(one.t_s, *one.acceleration, *(one.rotation or none)) for one in motions]
    return SENSE.pack(sense) + b"".join(rows)


def unpack_felt(packed: bytes) -> Iterator[Motion]:
    """The readings, as if the acceleration at rest pointed up. Raises as `unpack` does."""
    (sense,) = SENSE.unpack_from(packed)
    for t_s, x, y, z, alpha, beta, gamma in READING.iter_unpack(packed[SENSE.size :]):
        turns = alpha + beta + gamma == alpha + beta + gamma
        yield Motion(
            t_s=t_s,
            acceleration=scaled((x, y, z), -1.0 if sense < 0 else 1.0),
            rotation=(alpha, beta, gamma) if turns else None,
        )


class LiveSet:
    """One set of one exercise, as the page runs it.

    `bundle`: what an exercise is measured by, as `web` hands it out; `start`: a `Start` as JSON.
    Raises `MovementError` where the exercise cannot be counted so.
    """

    def __init__(self, bundle: str, start: str) -> None:
        plain = parse_json(start, where="the start of the set", error=MovementError)
        self.start = from_plain(Start, plain, where="the start", error=MovementError)
        shelf = parse_json(bundle, where="the coach's bundle", error=MovementError)
        self._measure = _measure_of(self.start, shelf["exercises"])
        camera = self._measure if isinstance(self._measure, CameraMeasure) else None
        self._words = words_for(camera.view if camera else None, shelf["phrases"])
        where = "the rule that ends a set"
        rule = from_plain(EndRule, shelf["end_rule"], where=where, error=MovementError)
        self._coach = _coach_of(self._measure, self.start, rule)
        self._last: Standing | None = None
        self._fold = SetFold(measure=self._measure)
        self._hand = HandWatch()
        self._place = PlaceWatch(measure=camera) if camera else None
        self._faults = {fault.id: fault.cue for fault in self._measure.faults}

    def look(self, packed: bytes) -> str:
        """What this frame told, as an event; nothing where the bytes are no frame."""
        if not isinstance(self._coach, CameraCoach):
            return NOTHING
        try:
            frame = unpack(packed)
        except (ValueError, struct.error):
            return NOTHING
        seen = self._coach.update(frame)
        self._fold.update(seen)
        event = self._event(seen, is_hand_up=self._hand.update(frame).is_up)
        place = self._place.update(frame, seen, self._coach.body) if self._place else None
        return plain_json(event | {"place": plain_place(place)})

    def feel(self, packed: bytes) -> str:
        """What these readings told, as a list of events: the last one, and each that says more.

        A phone feels sixty times a second; that it goes on as before is told once for them all.
        """
        if not isinstance(self._coach, PhoneCoach):
            return NOTHING
        try:
            motions = list(unpack_felt(packed))
        except (ValueError, struct.error):
            return NOTHING
        told = []
        for number, motion in enumerate(motions, start=1):
            seen = self._coach.update(motion)
            self._fold.update(seen)
            if number == len(motions) or self._says_more(seen):
                told.append(self._event(seen))
            self._last = seen.standing
        return plain_json(told) if told else NOTHING

    def _says_more(self, seen: Seen) -> bool:
        is_event = seen.turn is not Turn.NONE or seen.cue is not None or seen.advice is not None
        return is_event or seen.standing != self._last

    def tell_pain(self, pain_0_10: int) -> None:
        """What the person said of the pain during the set."""
        self._coach.tell_pain(pain_0_10)

    def finish(self) -> str:
        """The result of the set, and what to keep of this person."""
        record = set_record(self.start.exercise, self._fold.result())
        kept = Calibration(own_range=self._coach.own_range)
        return canonical_json({"result": canonical_json(record), "calibration": kept})

    def _event(self, seen: Seen, *, is_hand_up: bool = False) -> dict[str, Any]:
        event: dict[str, Any] = {**to_plain(seen), "hand_is_up": is_hand_up}
        if seen.cue is not None:
            event["cue"]["words"] = self._words_of(seen.cue)
            event["cue"]["why"] = why_words(seen.cue, self._words)
        return event

    def _words_of(self, cue: Cue) -> str | None:
        return self._faults.get(cue.id) or self._words.get(PHRASE + cue.id)


def words_for(view: CameraView | None, phrases: dict[str, str]) -> dict[str, str]:
    """The phrases by id; who has to face the camera hears those that are meant for that."""
    if view is not CameraView.FRONT:
        return phrases
    meant = {id_.removesuffix(FRONT): text for id_, text in phrases.items() if id_.endswith(FRONT)}
    return phrases | meant


def _coach_of(measure: Measure, start: Start, rule: EndRule) -> CameraCoach | PhoneCoach:
    target, range_ = start.target, start.calibration.own_range
    match measure:
        case CameraMeasure():
            return CameraCoach(measure=measure, target=target, range_=range_, end_rule=rule)
        case PhoneMeasure():
            return PhoneCoach(measure=measure, target=target, range_=range_, sense=1, end_rule=rule)
    assert_never(measure)


def _measure_of(start: Start, exercises: dict[str, object]) -> Measure:
    if start.exercise not in exercises:
        raise MovementError(_not_counted(start, "no exercise that is measured"))
    plain = exercises[start.exercise]
    measuring = from_plain(Measuring, plain, where=start.exercise, error=MovementError)
    match start.by:
        case Eye.CAMERA:
            found: Measure | None = measuring.camera
        case Eye.PHONE:
            found = measuring.phone
        case _:
            assert_never(start.by)
    if found is None:
        raise MovementError(_not_counted(start, measuring.why))
    return found


def _not_counted(start: Start, found: str) -> Problem:
    return Problem(
        what=f"this exercise is not counted by {start.by.value}",
        where=start.exercise,
        found=found,
        expected="an exercise that is measured so",
        do="count it by hand or by the clock",
    )

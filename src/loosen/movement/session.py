"""A set by camera: frame in, what is seen out. Wires gate, filter, signals, counter and cues."""

from dataclasses import dataclass

from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraMeasure, Signal, Within

from .cues import Cue, CueGiver, Target
from .ending import Advice, EndRule, EndWatch
from .form import FormWatch
from .landmarks import TURNING, USED, Body
from .quality import Gate, Quality, Unseen
from .reading import Reading
from .regularity import Periodic, RegularityCheck
from .repetitions import OUT as WHOLE
from .repetitions import Counting, RepCounter, Turn
from .smoothing import OneEuro
from .standing import Standing, Unfelt
from .values import Form
from .ways import Repetition

EDGE_CUTOFF_HZ = 1.0
DEPTH_CUTOFF_HZ = 0.6  # a landmark's depth is a guess, and shakes
IN_PLACE_S = 1.0  # in the posture for so long, before anything counts
OUT_OF_PLACE_S = 0.6  # out of it for so long, and it is left
FAR_OUT = 0.8  # of the range
UNSEEN_S = 0.5  # not seen for so long, and it is said; shorter is bridged


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one frame of a camera, or reading of a phone, told.

    `value`: the primary signal; `broken`: the bound that is not kept. `is_oblique`: it counts, but
    measures less well: seen from aside, or felt by the pull alone.
    """

    t_s: float
    standing: Standing
    unseen: Unseen | Unfelt | None
    count: int
    partials: int
    turn: Turn
    share: float
    value: float | None
    is_oblique: bool
    broken: Within | None = None
    repetition: Repetition | None = None
    form: Form | None = None
    cue: Cue | None = None
    own_range: float = 0.0
    periodic: Periodic | None = None
    advice: Advice | None = None


class CameraCoach:
    """One set of one exercise. Parameters never change while it runs.

    `range_`: the person's own range of the primary signal from before, or 0. Today's aim is the
    target's share of it; the set ends by its own rule when less than that aim is reached.
    """

    __slots__ = (
        "_counter",
        "_cues",
        "_deep",
        "_edge",
        "_ends",
        "_form",
        "_gate",
        "_is_in_place",
        "_last",
        "_regular",
        "_seen_s",
        "_since_s",
        "_smooth",
        "measure",
        "range_",
    )

    def __init__(
        self,
        *,
        measure: CameraMeasure,
        target: Target | None = None,
        range_: float = 0.0,
        end_rule: EndRule | None = None,
    ) -> None:
        self.measure, self.range_ = measure, range_
        self._gate = Gate(view=measure.view)
        self._smooth = OneEuro()
        self._deep = OneEuro(cutoff_hz=DEPTH_CUTOFF_HZ, beta=0.0)
        self._edge = OneEuro(cutoff_hz=EDGE_CUTOFF_HZ, beta=0.0)
        share = target.range_share if target else 1.0
        self._counter = RepCounter(sign=measure.sign, least=measure.least, range_=range_ * share)
        self._cues = CueGiver(target=target)
        self._form = FormWatch(measure=measure)
        self._regular = RegularityCheck(least=measure.least)
        self._ends = EndWatch(rule=end_rule)
        self.reset()

    def reset(self) -> None:
        """As new: nothing seen, nothing counted."""
        for part in (
            self._gate, self._smooth, self._deep, self._edge, self._counter,
            self._form, self._regular, self._ends, self._cues,
        ):  # fmt: skip
            part.reset()
        self._is_in_place = False
        self._since_s: float | None = None  # when being in or out of place began
        self._seen_s: float | None = None
        self._last: Seen | None = None

    @property
    def own_range(self) -> float:
        """The person's own range as learnt so far, to be kept for next time."""
        return self.range_ or self._counter.own_range

    def tell_pain(self, pain_0_10: int) -> None:
        """What the person said of the pain, during the set."""
        self._ends.tell_pain(pain_0_10)

    def update(self, frame: Frame) -> Seen:
        """What is seen now. A time that does not go on gives the last answer without its events."""
        if self._last is not None and frame.t_s <= self._last.t_s:
            return without_events(self._last)
        quality, raw = self._gate.update(frame)
        seen = self._blind(frame, quality) if raw is None else self._look(frame, quality, raw)
        self._last = seen
        return seen

    # --- not seen ----------------------------------------------------------------------------

    def _blind(self, frame: Frame, quality: Quality) -> Seen:
        """A short gap changes nothing; a longer one is said, with its reason."""
        if self._seen_s is None:
            self._seen_s = frame.t_s
        is_short = frame.t_s - self._seen_s <= UNSEEN_S and self._last is not None
        before = self._last.standing if is_short and self._last else Standing.CANNOT_SEE
        counting = self._counter.update(frame.t_s, None)
        standing = before if is_short else Standing.CANNOT_SEE
        return self._answer(frame, quality, standing, counting, None)

    # --- seen --------------------------------------------------------------------------------

    def _look(self, frame: Frame, quality: Quality, raw: Body) -> Seen:
        body = self._smoothed(raw)
        self._seen_s = frame.t_s
        reading = Reading(body, frame)
        broken = self._place(frame.t_s, reading)
        value = self._primary(reading)
        if not self._is_in_place:
            self._counter.rest()
            idle = self._counter.update(frame.t_s, None)
            return self._answer(frame, quality, Standing.NOT_IN_PLACE, idle, reading, broken)
        strays = broken or self._strays_far_out(reading)
        counting = self._counter.update(frame.t_s, value, is_in_form=strays is None)
        standing = _standing(counting, strays)
        return self._answer(frame, quality, standing, counting, reading, strays)

    def _strays_far_out(self, reading: Reading) -> Within | None:
        """What has to hold at the turn, and does not: then it was a neighbour of this movement."""
        is_far = self._last is not None and self._last.share >= FAR_OUT
        return reading.broken(self.measure.far_out) if is_far else None

    def _primary(self, reading: Reading) -> float | None:
        """The signal that is counted; the edge of a coarse mask leaps, so it is smoothed too."""
        value = reading.of(self.measure.signal)
        if value is None or self.measure.signal is not Signal.BACK_CURVE:
            return value
        return self._edge.update(reading.frame.t_s, [value])[0]

    def _smoothed(self, raw: Body) -> Body:
        """The landmarks in use, each with its own speed; depth, which is a guess, more strongly."""
        flat = [raw.x[one] for one in USED]
        flat += [raw.y[one] for one in USED]
        smooth = self._smooth.update(raw.t_s, flat)
        deep = self._deep.update(raw.t_s, [raw.z[one] for one in TURNING])
        x, y, z, half = list(raw.x), list(raw.y), list(raw.z), len(USED)
        for index, number in enumerate(USED):
            x[number], y[number] = smooth[index], smooth[half + index]
        for index, number in enumerate(TURNING):
            z[number] = deep[index]
        return Body(
            t_s=raw.t_s, x=tuple(x), y=tuple(y), z=tuple(z), near=raw.near, torso_px=raw.torso_px
        )

    def _place(self, t_s: float, reading: Reading) -> Within | None:
        """Whether the person is in the posture, with patience both ways."""
        broken = reading.broken(self.measure.stays)
        if broken is None and not self._is_in_place:
            broken = reading.broken(self.measure.posture)
        wants_change = (broken is None) != self._is_in_place
        if not wants_change:
            self._since_s = None
            return broken
        if self._since_s is None:
            self._since_s = t_s
        patience_s = OUT_OF_PLACE_S if self._is_in_place else IN_PLACE_S
        if t_s - self._since_s >= patience_s:
            self._is_in_place, self._since_s = broken is None, None
        return broken

    def _answer(
        self,
        frame: Frame,
        quality: Quality,
        standing: Standing,
        counting: Counting,
        reading: Reading | None,
        broken: Within | None = None,
    ) -> Seen:
        value = reading.of(self.measure.signal) if reading else None
        formed = self._form.update(frame.t_s, counting, reading)
        advice = self._ends.update(frame.t_s, counting.repetition, self._counter.own_range)
        whole = max(WHOLE * self._counter.own_range, self.measure.least)
        cue = self._cues.update(
            frame.t_s, standing, quality.unseen, counting, formed, advice, whole
        )
        done = counting.repetition if counting.turn is Turn.COUNTED else None
        periodic = self._regular.update(
            frame.t_s, value if counting.is_settled else None, done.counted_s if done else None
        )
        return Seen(
            t_s=frame.t_s,
            standing=standing,
            unseen=quality.unseen,
            count=counting.count,
            partials=counting.partials,
            turn=counting.turn,
            share=counting.share,
            value=value,
            is_oblique=quality.is_oblique,
            broken=broken,
            repetition=counting.repetition,
            form=formed.form,
            cue=cue,
            own_range=self.own_range,
            periodic=periodic,
            advice=advice,
        )


def _standing(counting: Counting, strays: Within | None) -> Standing:
    if strays is not None:
        return Standing.OTHER_MOVEMENT
    if not counting.is_settled:
        return Standing.SETTLING
    return Standing.OUT if counting.is_out else Standing.READY


def without_events(seen: Seen) -> Seen:
    """The same answer again, for a time that did not go on."""
    return Seen(
        t_s=seen.t_s,
        standing=seen.standing,
        unseen=seen.unseen,
        count=seen.count,
        partials=seen.partials,
        turn=Turn.NONE,
        share=seen.share,
        value=seen.value,
        is_oblique=seen.is_oblique,
        broken=seen.broken,
        own_range=seen.own_range,
    )

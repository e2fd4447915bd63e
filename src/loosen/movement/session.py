"""A set by camera: frame in, what is seen out. Wires gate, filter, signals, counter and cues."""

from dataclasses import dataclass

from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import GUESSED, CameraMeasure, SideBy, Signal, Within

from .cues import Cue, CueGiver, Target
from .ending import Advice, EndRule, EndWatch
from .far_out import FarOut
from .form import FormWatch
from .points import Body
from .quality import Gate, Quality, Unseen
from .reading import Reading
from .regularity import Periodic, RegularityCheck
from .repetitions import OUT as WHOLE
from .repetitions import PAUSED_S, RepCounter
from .smoothing import OneEuro
from .standing import Standing, Unfelt
from .steady import Steadier, asks_for_depth
from .turns import Counting, Turn
from .values import Form
from .ways import Repetition

EDGE_CUTOFF_HZ = 1.5
# By how long the filters keep what moves behind: measured on the drawn figure.
LANDMARKS_LAG_S = 0.04
LAGS_S = {Signal.TRUNK_TURN: 0.15, Signal.TRUNK_YAW: 0.15, Signal.BACK_CURVE: 0.1}
AT_ONCE_S = 0.5  # in the posture within so long of the first frame: it had begun before
IN_PLACE_S = 1.0  # in the posture for so long, where the person comes into it
OUT_OF_PLACE_S = 1.0  # out of it for so long, and it is left
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
        "_changes_s",
        "_counter",
        "_cues",
        "_edge",
        "_ends",
        "_far_out",
        "_form",
        "_gate",
        "_is_in_place",
        "_last",
        "_looked_s",
        "_regular",
        "_seen_s",
        "_starts_s",
        "_steadier",
        "body",
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
        self._steadier = Steadier(is_deep=asks_for_depth(measure))
        self._edge = OneEuro(cutoff_hz=EDGE_CUTOFF_HZ, beta=0.0)
        share = target.range_share if target else 1.0
        self._counter = RepCounter(
            sign=measure.sign,
            least=measure.least,
            range_=range_ * share,
            two_way=measure.signal is Signal.BACK_CURVE,
            is_alike=measure.sides is not SideBy.KNEES_FALL
            and measure.signal is not Signal.BACK_CURVE,
            lags_s=LAGS_S.get(measure.signal, LANDMARKS_LAG_S),
        )
        self._cues = CueGiver(target=target)
        self._form = FormWatch(measure=measure)
        self._far_out = FarOut(measure=measure)
        self._regular = RegularityCheck(least=measure.least)
        self._ends = EndWatch(rule=None if measure.signal in GUESSED else end_rule)
        self.reset()

    def reset(self) -> None:
        """As new: nothing seen, nothing counted."""
        watches = (self._counter, self._form, self._far_out, self._regular, self._ends)
        for part in (self._gate, self._steadier, self._edge, self._cues, *watches):
            part.reset()
        self._is_in_place = False
        self._changes_s = 0.0  # for how long it has been the other way, in or out of place
        self._starts_s: float | None = None  # when somebody was seen first
        self._looked_s: float | None = None  # when somebody was seen last
        self._seen_s: float | None = None
        self._last: Seen | None = None
        self.body: Body | None = None  # as it is seen now, for whoever draws over it

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
        self.body = None
        if self._seen_s is None:
            self._seen_s = frame.t_s
        is_short = frame.t_s - self._seen_s <= UNSEEN_S and self._last is not None
        before = self._last.standing if is_short and self._last else Standing.CANNOT_SEE
        counting = self._counter.update(frame.t_s, None)
        standing = before if is_short else Standing.CANNOT_SEE
        return self._answer(frame, quality, standing, counting, None)

    # --- seen --------------------------------------------------------------------------------

    def _look(self, frame: Frame, quality: Quality, raw: Body) -> Seen:
        body = self.body = self._steadier.update(raw)
        self._seen_s = frame.t_s
        reading = Reading(body, frame)
        value = self._primary(reading)
        broken = self._place(frame.t_s, reading, value)
        if not self._is_in_place:
            idle = self._coming(frame.t_s, value)
            return self._answer(frame, quality, Standing.NOT_IN_PLACE, idle, reading, broken)
        strays = broken or self._far_out.strays(reading, self._farthest)
        counting = self._counter.update(frame.t_s, value, is_in_form=strays is None)
        self._far_out.update(counting, reading)
        standing = _standing(counting, strays)
        return self._answer(frame, quality, standing, counting, reading, strays)

    def _coming(self, t_s: float, value: float | None) -> Counting:
        """Not in place yet: where the signal rests may be learnt, and nothing else."""
        if not self._changes_s:
            self._counter.rest()
        return self._counter.update(t_s, None if self._counter.is_settled else value)

    @property
    def _farthest(self) -> float:
        """How far out it may be; all the way, while this person's range is not known."""
        if self._counter.is_out and not self._counter.own_range:
            return 1.0
        return self._last.share if self._last else 0.0

    def _primary(self, reading: Reading) -> float | None:
        """The signal that is counted; the edge of a coarse mask leaps, so it is smoothed too."""
        value = reading.of(self.measure.signal)
        if value is None or self.measure.signal is not Signal.BACK_CURVE:
            return value
        return self._edge.update(reading.frame.t_s, [value])[0]

    def _place(self, t_s: float, reading: Reading, value: float | None) -> Within | None:
        """Whether the person is in the posture, with patience both ways.

        A frame that says otherwise takes back as much as it lasted: one wrong guess ends nothing.
        Who was in the posture from the first has begun; nobody rests for a camera.
        """
        broken = reading.broken(self.measure.stays)
        if broken is None and not self._is_in_place:
            broken = reading.broken(self.measure.posture)
        step_s = self._step_s(t_s)
        is_other = (broken is None) != self._is_in_place
        self._changes_s = max(0.0, self._changes_s + (step_s if is_other else -step_s))
        patience_s = self._patience_s(t_s)
        if is_other and self._changes_s >= patience_s:
            if patience_s == 0 and value is not None:
                self._counter.settle_at(value)
            self._is_in_place, self._changes_s = broken is None, 0.0
        return broken

    def _step_s(self, t_s: float) -> float:
        """Since somebody was seen last; after too long the place has to be taken again."""
        last_s, self._looked_s = self._looked_s, t_s
        if last_s is None:
            self._starts_s = t_s
            return 0.0
        if t_s - last_s > PAUSED_S:
            self._is_in_place, self._changes_s = False, 0.0
        return min(t_s - last_s, UNSEEN_S)

    def _patience_s(self, t_s: float) -> float:
        if self._is_in_place:
            return OUT_OF_PLACE_S
        is_first = self._starts_s is not None and t_s - self._starts_s <= AT_ONCE_S
        return 0.0 if is_first else IN_PLACE_S

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

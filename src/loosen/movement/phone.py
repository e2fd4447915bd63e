"""A set by the phone's own sensor: reading in, what is felt out. The sibling of `session`.

Nothing counts before the phone has lain flat and still for three seconds, nor after it was shaken
or taken away, until it has again.
"""

from collections import deque
from dataclasses import replace

from loosen.vocabulary.frames import Motion, Vector
from loosen.vocabulary.measures import PhoneMeasure

from .along import NOISE_DEG, Along
from .breathing import Trace
from .cues import CueGiver, Target
from .ending import EndRule, EndWatch
from .form import Formed
from .gravity import Gravity
from .regularity import Periodic, RegularityCheck
from .repetitions import OUT, WHOLE, RepCounter
from .session import Seen, without_events
from .standing import Standing, Unfelt
from .tilt import REST_S, Level, Tilt
from .turns import Counting, Turn
from .vectors import length
from .ways import Repetition
from .wearing import Wearing

UNTOLD_DEG = 0.7  # tilted by more, a value whose sign is not known yet is not told
UNSEEN_S = 0.5  # not felt for so long, and it is said
FIDGETS_S = 0.5  # still for so long, and the rest is being found
AGAIN = 0.5  # of the least tilt: after a gap it counts on from as close to the rest as that
LOOKS_S = 0.06
KEPT = 300  # readings from which a set is begun again once the sign is known


class PhoneCoach:
    """One set of one exercise. Parameters never change while it runs.

    `range_`: the person's own tilt from before in degrees, or 0. `sense`: 1 where the acceleration
    of a phone at rest points up, as the standard has it, -1 where it points down, 0 where nobody
    knows: then the first real movement from rest is taken for the way out.
    """

    __slots__ = (
        "_along",
        "_counter",
        "_cues",
        "_ends",
        "_felt_s",
        "_gravity",
        "_is_ready",
        "_kept",
        "_last",
        "_level",
        "_looked_s",
        "_partials",
        "_regular",
        "_sense",
        "_trace",
        "_undone",
        "_wearing",
        "measure",
        "range_",
        "sense",
    )

    def __init__(
        self,
        *,
        measure: PhoneMeasure,
        target: Target | None = None,
        range_: float = 0.0,
        sense: int = 0,
        end_rule: EndRule | None = None,
    ) -> None:
        self.measure, self.range_, self.sense = measure, range_, sense
        self._wearing, self._gravity, self._level = Wearing(), Gravity(), Level()
        self._along, self._trace = Along(measure=measure), Trace()
        least = max(measure.least_deg, NOISE_DEG)
        self._counter = RepCounter(sign=measure.sign, least=least, range_=range_)
        self._cues = CueGiver(target=target)
        self._regular = RegularityCheck(least=least)
        self._ends = EndWatch(rule=end_rule)
        self.reset()

    def reset(self) -> None:
        """As new: nothing felt, nothing counted."""
        for part in (self._wearing, self._gravity, self._level, self._counter, self._cues):
            part.reset()
        self._regular.reset()
        self._ends.reset()
        self._looked_s = float("-inf")
        self._sense = self.sense
        self._partials = self._undone = 0
        self._felt_s: float | None = None
        self._last: Seen | None = None
        self._leave()

    @property
    def own_range(self) -> float:
        """The person's own tilt as learnt so far, to be kept for next time."""
        return self._counter.own_range

    def tell_pain(self, pain_0_10: int) -> None:
        """What the person said of the pain, during the set."""
        self._ends.tell_pain(pain_0_10)

    def update(self, motion: Motion) -> Seen:
        """What is felt now. A time that does not go on gives the last answer without its events."""
        if self._last is not None and motion.t_s <= self._last.t_s:
            return without_events(self._last)
        unfelt = self._wearing.update(motion)
        felt = self._feel(motion) if unfelt is None else self._blind(motion, unfelt)
        self._last = felt
        return felt

    # --- not felt ----------------------------------------------------------------------------

    def _blind(self, motion: Motion, unfelt: Unfelt) -> Seen:
        """A sensor that is silent for a moment changes nothing; a phone that moved lies anew."""
        t_s = motion.t_s
        if self._felt_s is None:
            self._felt_s = t_s
        is_short = unfelt is Unfelt.NO_SENSOR and t_s - self._felt_s <= UNSEEN_S
        if unfelt is Unfelt.GAP:
            self._begin_again()
        elif not is_short:
            self._leave()
        before = self._last.standing if is_short and self._last else Standing.CANNOT_SEE
        idle = self._judged(self._counter.update(t_s, None))
        return self._answer(t_s, before, unfelt, idle, None)

    def _leave(self) -> None:
        """It lies no more as it did: its rest has to be found anew."""
        self._level.reset()
        self._gravity.lose()
        self._along.reset()
        self._begin_again()

    def _begin_again(self) -> None:
        """What had begun is dropped; it counts on from the rest, once it is there."""
        self._counter.rest()
        self._is_ready = False
        self._along.begin_again()
        self._trace.reset()
        self._kept: deque[tuple[float, float]] = deque(maxlen=KEPT)

    # --- felt --------------------------------------------------------------------------------

    def _feel(self, motion: Motion) -> Seen:
        t_s = motion.t_s
        step_s = t_s - (self._felt_s if self._felt_s is not None else t_s)
        self._felt_s = t_s
        pull_m_s2 = length(motion.acceleration)
        up = self._gravity.update(motion, pull_m_s2)
        if not self._level.is_known:
            return self._find_rest(t_s, up)
        tilt = self._level.update(t_s, up)
        if self._along.has_left(t_s, tilt, self._out(tilt)):
            self._leave()
            return self._idle(t_s, Standing.NOT_IN_PLACE, None)
        if not self._is_ready:
            self._is_ready = abs(tilt.along) <= AGAIN * self._counter.least
            if not self._is_ready:
                return self._idle(t_s, Standing.SETTLING, tilt)
            self._counter.settle_at(0.0)
        return self._count(t_s, tilt, pull_m_s2, is_in_form=self._is_along(tilt, step_s))

    def _find_rest(self, t_s: float, up: Vector) -> Seen:
        """Flat and still for three seconds, and the rest is known."""
        is_flat = self._level.settle(t_s, up)
        is_still = is_flat and FIDGETS_S <= self._level.still_s(t_s) <= REST_S
        standing = Standing.SETTLING if is_still else Standing.NOT_IN_PLACE
        return self._idle(t_s, standing, None)

    def _is_along(self, tilt: Tilt, step_s: float) -> bool:
        turning = self._gravity.turning()
        shares = None if turning is None else self._level.shares(turning)
        return self._along.holds(tilt, self._out(tilt), shares, step_s)

    # --- counting ----------------------------------------------------------------------------

    def _signed(self, tilt: Tilt) -> float:
        return tilt.along * (self._sense or 1)

    def _out(self, tilt: Tilt) -> float:
        """How far out of rest, degrees; negative is the wrong way, where that is known."""
        return abs(tilt.along) if not self._sense else self._signed(tilt) * self.measure.sign

    def _told(self, tilt: Tilt) -> float | None:
        """None where it has tilted and nobody knows yet to which end, or by how much."""
        is_known = self._sense != 0 or abs(tilt.along) <= UNTOLD_DEG
        is_told = is_known and self._gravity.is_true
        return self._signed(tilt) if is_told else None

    def _count(self, t_s: float, tilt: Tilt, pull_m_s2: float, *, is_in_form: bool) -> Seen:
        self._trace.update(t_s, tilt.along, pull_m_s2)
        if not self._sense:
            self._find_sense(t_s, tilt, is_in_form=is_in_form)
        # Below the rest that lying still has told there is no other one: a breath would dig it.
        value = max(self._signed(tilt) * self.measure.sign, 0.0) * self.measure.sign
        counting = self._counter.update(t_s, value, is_in_form=is_in_form)
        standing = Standing.OUT if counting.is_out else Standing.READY
        if not is_in_form:
            standing = Standing.OTHER_MOVEMENT
        return self._answer(t_s, standing, None, self._judged(counting), tilt)

    def _find_sense(self, t_s: float, tilt: Tilt, *, is_in_form: bool) -> None:
        """From rest the movement goes one way alone: the first real tilt tells which is up."""
        self._kept.append((t_s, tilt.along))
        if not is_in_form or abs(tilt.along) < 0.8 * self._counter.least:
            return
        self._sense = 1 if tilt.along * self.measure.sign > 0 else -1
        if self._sense > 0:
            return
        self._counter.reset()
        self._counter.settle_at(0.0)
        self._kept.pop()
        for at_s, along in self._kept:
            self._counter.update(at_s, -along)

    def _judged(self, counting: Counting) -> Counting:
        """What the counter saw, without the breath: some turns were none, and some no whole ones.

        An attempt of less than 5 degrees is none.
        """
        done, turn = counting.repetition, counting.turn
        if turn is Turn.PARTIAL and done is not None and done.amplitude < NOISE_DEG:
            done, turn = None, Turn.NONE
        if done is not None:
            done, turn = self._anew(done, turn)
            self._undone += counting.turn is Turn.COUNTED and turn is not Turn.COUNTED
        self._partials += turn is Turn.PARTIAL
        return replace(
            counting,
            turn=turn,
            count=counting.count - self._undone,
            partials=self._partials,
            repetition=done,
        )

    def _anew(self, done: Repetition, turn: Turn) -> tuple[Repetition | None, Turn]:
        """A turn by its way without the breath, and by how far that way lifted the phone.

        Half a way that a breath brought over the outer crossing is partial after all, or nearly so.
        """
        done = self._trace.measured(done, (self._sense or 1) * self.measure.sign)
        tilt_deg, is_counted = done.amplitude, turn is Turn.COUNTED
        is_noise = is_counted and not self._along.tips(tilt_deg)
        if is_noise or not self._along.lifts(tilt_deg, self._trace.lift(done)):
            return None, Turn.VOID
        if is_counted and tilt_deg < WHOLE * self._counter.own_range:
            return replace(done, is_partial=True), Turn.PARTIAL
        return done, turn

    # --- the answer --------------------------------------------------------------------------

    def _idle(self, t_s: float, standing: Standing, tilt: Tilt | None) -> Seen:
        idle = self._counter.update(t_s, None)
        return self._answer(t_s, standing, None, self._judged(idle), tilt)

    def _answer(
        self,
        t_s: float,
        standing: Standing,
        unfelt: Unfelt | None,
        counting: Counting,
        tilt: Tilt | None,
    ) -> Seen:
        done, own = counting.repetition, self._counter.own_range
        advice = self._ends.update(t_s, done, own)
        whole = max(OUT * own, self._counter.least)
        return Seen(
            t_s=t_s,
            standing=standing,
            unseen=unfelt,
            count=counting.count,
            partials=self._partials,
            turn=counting.turn,
            share=counting.share,
            value=None if tilt is None else self._told(tilt),
            is_oblique=not self._gravity.has_turning,
            repetition=done,
            cue=self._cues.update(t_s, standing, unfelt, counting, Formed(), advice, whole),
            own_range=own,
            periodic=self._look(t_s, counting, tilt),
            advice=advice,
        )

    def _look(self, t_s: float, counting: Counting, tilt: Tilt | None) -> Periodic | None:
        """How regular it is: a phone feels more often than it has to be looked at."""
        is_counted = counting.turn is Turn.COUNTED
        if not is_counted and t_s - self._looked_s < LOOKS_S:
            return None
        self._looked_s = t_s
        value = tilt.along if tilt is not None and counting.is_settled else None
        return self._regular.update(t_s, value, t_s if is_counted else None)

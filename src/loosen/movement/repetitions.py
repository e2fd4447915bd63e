"""Counts repetitions of one signal by a trigger with two thresholds over the person's own range.

Causal: the way out is told when the outer threshold is crossed, the repetition when it comes back.
A gap is bridged only where both of its ends agree; nothing is counted across one that hides the
turn. Deviations from a plain Schmitt trigger: the thresholds are shares of a range learnt from the
first whole repetitions, and the level of rest follows slowly.
"""

from dataclasses import replace

from .stillness import Lasting, Stillness
from .turns import Counting, Turn
from .ways import Repetition, Sample, falls_per_s, measured

OUT, BACK = 0.6, 0.4  # shares of the range (movement.md 4)
# Where rest lies in the middle of the range, as between cat and cow: neither line where one rests.
OUT_TWO_WAY, BACK_TWO_WAY = 0.75, 0.2
AHEAD_MOST = 0.15  # of the range, that the way back may be taken to be further than it is seen
WHOLE = 0.65  # of the range, that it stood high for most of its top: a half may touch the line
STIRS = 0.3  # of the range: below it, it is no attempt at all
TURNS = 0.1  # of the range: so far up again, and the way back is over
SETTLES = 0.4  # of the least amplitude, and it is still
REFRACTORY_S = 0.7
BRIDGED_S, PAUSED_S = 0.5, 2.0
LEAP_S = 0.3  # out and back within so little is a leap of the signal, not of a body
LONGEST_S = 90.0  # out and back; longer, and it was no repetition
SLOWEST_STEP_S, STEP_EASE = 0.1, 0.05  # between frames: 10 a second
REST_S = 4.0  # within which the level of rest follows
LEARNS = 2  # repetitions from which the range is learnt
FARTHER = 1.15  # than the lesser of these, that the range may be taken to be
VOID_SHARE = 0.25  # of a way out and back, spent as no body does in this movement
VOID_OUT_SHARE = 0.5  # the same of the time far out
KEPT = 8192  # samples of one repetition: the longest, at 90 frames a second


class RepCounter:
    """One signal, one direction. Parameters never change while it runs.

    `sign`: 1 where the movement makes the signal larger, else -1. `least`: the smallest amplitude
    that counts, in the signal's unit. `range_`: this person's own, from before, or 0. `two_way`:
    the movement goes beyond rest the other way too, as the cow after the cat; its range is whole.
    `is_alike`: all are seen alike, so the first two say how far a whole one goes, and what is far
    less high is partial; else the lesser of them may be another side, and counts as much.
    `lags_s`: by how long its filters keep the signal behind; the way back is told so much sooner.
    """

    __slots__ = (
        "_amplitudes",
        "_base",
        "_count",
        "_cycle",
        "_ended_s",
        "_last",
        "_last_end_s",
        "_lasting",
        "_low",
        "_out_s",
        "_partials",
        "_peak",
        "_plateau",
        "_range",
        "_settled",
        "_step_s",
        "_still",
        "_voided_out_s",
        "_voided_s",
        "_was_out",
        "is_alike",
        "lags_s",
        "least",
        "range_",
        "refractory_s",
        "sign",
        "two_way",
    )

    def __init__(
        self,
        *,
        sign: int,
        least: float,
        range_: float = 0.0,
        refractory_s: float = REFRACTORY_S,
        two_way: bool = False,
        is_alike: bool = False,
        lags_s: float = 0.0,
    ) -> None:
        self.sign, self.least, self.range_ = sign, least, range_
        self.refractory_s, self.two_way = refractory_s, two_way
        self.is_alike, self.lags_s = is_alike, lags_s
        self._still, self._lasting = Stillness(within=SETTLES * least), Lasting(lasts_s=LEAP_S)
        self.reset()

    def reset(self) -> None:
        """As new: no count, no range but the one given."""
        self._count = self._partials = 0
        self._range = self.range_
        self._amplitudes: list[float] = []
        self._last: float | None = None
        self._step_s = SLOWEST_STEP_S
        self._last_end_s = self._ended_s = float("-inf")
        self._plateau: float | None = None  # where it was still before anything was counted
        self._unsettle()

    def settle_at(self, rest: float) -> None:
        """The level of rest is known from elsewhere; no need to wait for it."""
        self._settled, self._base, self._plateau = True, rest * self.sign, None
        self._still.reset()
        self._start_cycle()

    def rest(self) -> None:
        """The person left the place: what had begun is dropped, the count and the range stay."""
        self._last = None
        self._unsettle()

    def _unsettle(self) -> None:
        self._settled, self._base, self._plateau = False, 0.0, None
        self._still.reset()
        self._lasting.reset()
        self._start_cycle()

    def _start_cycle(self) -> None:
        self._low: float | None = None
        self._cycle: list[Sample] = []
        self._peak = 0.0
        self._was_out, self._out_s = False, float("-inf")
        self._voided_s = self._voided_out_s = 0.0

    @property
    def own_range(self) -> float:
        """This person's range in the signal's unit; 0 where it is not known yet."""
        return self._range

    @property
    def is_settled(self) -> bool:
        """Whether the level of rest is known."""
        return self._settled

    @property
    def is_out(self) -> bool:
        """Whether the outward crossing was seen, and not yet the way back."""
        return self._was_out

    @property
    def _span(self) -> float:
        """What 1 means: the own range, else what the least amplitude would be 60 % of."""
        return max(self._range, self.least / OUT) if self._range else self.least / OUT

    def update(self, t_s: float, value: float | None, is_in_form: bool = True) -> Counting:
        """One more value; None where it was not seen. `is_in_form`: it may be this movement."""
        if value is None or (self._last is not None and t_s <= self._last):
            return self._now(Turn.NONE)
        gap_s = 0.0 if self._last is None else t_s - self._last
        self._step_s = min(gap_s or self._step_s, self._step_s + STEP_EASE * gap_s)
        self._last = t_s
        level = value * self.sign
        if gap_s > PAUSED_S:
            self._unsettle()
        if not self._settled:
            self._settle(t_s, level)
            return self._now(Turn.NONE)
        if gap_s > BRIDGED_S + 2 * self._step_s and self._has_turned(level):
            self._start_cycle()
            return self._now(Turn.VOID)
        return self._follow(t_s, level, gap_s, is_in_form)

    # --- coming to rest ----------------------------------------------------------------------

    def _settle(self, t_s: float, level: float) -> None:
        """Rest is where the signal stayed still for a while; before that nothing counts."""
        still = self._still.update(t_s, level)
        if still is not None:
            self.settle_at(still * self.sign)

    def _doubts(self, t_s: float, level: float) -> None:
        """A level of rest that was only told: still, then far out from there, and that was it."""
        plateau = self._still.update(t_s, level)
        if plateau is not None:
            self._plateau = plateau
        elif self._plateau is not None and level >= self._plateau + OUT * self._span:
            self.settle_at(self._plateau * self.sign)

    def _has_turned(self, level: float) -> bool:
        """Whether the signal came back, or went out, while nobody could see it."""
        share = (level - self._base) / self._span
        return (share < BACK) if self._was_out else (share > OUT)

    # --- out and back ------------------------------------------------------------------------

    def _follow(self, t_s: float, level: float, gap_s: float, is_in_form: bool) -> Counting:
        if self._was_out and self._last_end_s == float("-inf"):
            self._doubts(t_s, level)
        self._lasting.update(t_s, level)
        height = level - self._base
        if len(self._cycle) < KEPT:
            self._cycle.append((t_s, level))
        if not is_in_form:
            self._voided_s += gap_s
            self._voided_out_s += gap_s if self._was_out else 0.0
        self._peak = max(self._peak, height)
        if self._was_out:
            return self._coming_back(t_s, height)
        if self._low is not None:
            return self._returning(height)
        return self._going_out(t_s, height, gap_s, is_in_form)

    def _rest(self, height: float, step_s: float) -> None:
        """The level of rest: down half-way, but not far below what lasted; up slowly."""
        lasts = self._lasting.level - STIRS * self._span / 2 - self._base
        falls = min(0.0, max(0.5 * height, lasts))
        self._base += falls if height < 0 else min(1.0, step_s / REST_S) * height

    def _going_out(self, t_s: float, height: float, step_s: float, is_in_form: bool) -> Counting:
        span = self._span
        if height >= (OUT_TWO_WAY if self.two_way and self._range else OUT) * span:
            self._was_out, self._out_s = True, t_s
            return self._now(Turn.OUT, height)
        if height < STIRS * span / 2:
            tried, peak = self._peak >= STIRS * span, self._peak
            if tried and peak >= STIRS * self.least and self._last_end_s + self.refractory_s < t_s:
                return self._end(t_s, height, is_partial=True)
            if is_in_form:
                self._rest(height, step_s)
            self._cycle = self._cycle[-1:]
            self._peak = self._voided_s = 0.0
        return self._now(Turn.NONE, height)

    def _returning(self, height: float) -> Counting:
        """The rest of the way back after a turn was told: no attempt of its own."""
        low = height if self._low is None else min(self._low, height)
        has_returned = height < STIRS * self._span / 2 or height > low + TURNS * self._span
        self._cycle = self._cycle[-1:]
        self._peak, self._voided_s = max(height, 0.0), 0.0
        self._low = None if has_returned else low
        return self._now(Turn.NONE, height)

    def _coming_back(self, t_s: float, height: float) -> Counting:
        # The body is further down than its filtered signal, at this pace.
        behind = min(self.lags_s * falls_per_s(self._cycle), AHEAD_MOST * self._span)
        if height - behind > self._back:
            return self._now(Turn.NONE, height)
        took_s = t_s - self._cycle[0][0]
        is_leap = t_s - self._out_s < LEAP_S or took_s < self.refractory_s
        if took_s > LONGEST_S or is_leap or t_s - self._last_end_s < self.refractory_s:
            self._start_cycle()
            self._low = height
            return self._now(Turn.VOID, height)
        return self._end(t_s, height, is_partial=False)

    @property
    def _back(self) -> float:
        """The height of the line of return. Before the first cow, rest is the foot of the cat."""
        has_cow = self.two_way and (self._amplitudes or self._range)
        return (BACK_TWO_WAY if has_cow else BACK) * max(self._peak, self._range)

    def _end(self, t_s: float, height: float, *, is_partial: bool) -> Counting:
        if self._is_other(t_s):
            self._start_cycle()
            self._low = height
            return self._now(Turn.VOID, height)
        ways = self._cycle, self._base, self._peak
        done = measured(*ways, t_s, after_s=self._ended_s, is_partial=is_partial)
        self._last_end_s, self._ended_s = t_s, done.end_s
        if self.is_alike and not is_partial and done.amplitude < WHOLE * self._range:
            is_partial, done = True, replace(done, is_partial=True)
        if is_partial:
            self._partials += 1
        else:
            self._count += 1
            self._learn(done.amplitude)
        self._start_cycle()
        self._low = height
        return self._now(Turn.PARTIAL if is_partial else Turn.COUNTED, height, done)

    def _is_other(self, t_s: float) -> bool:
        """Too long in a form that this movement does not have: on the whole, or far out."""
        if self._voided_s > VOID_SHARE * (t_s - self._cycle[0][0]):
            return True
        return self._was_out and self._voided_out_s > VOID_OUT_SHARE * (t_s - self._out_s)

    def _learn(self, amplitude: float) -> None:
        if self.range_ or len(self._amplitudes) >= LEARNS:
            return
        self._amplitudes.append(amplitude)
        if len(self._amplitudes) == LEARNS:
            low, high = sorted(self._amplitudes)
            among = min((low + high) / 2, FARTHER * low) if self.is_alike else low
            self._range = high if self.two_way else among

    def _now(self, turn: Turn, height: float = 0.0, done: Repetition | None = None) -> Counting:
        return Counting(
            turn=turn,
            count=self._count,
            partials=self._partials,
            share=height / self._span,
            is_out=self._was_out,
            is_settled=self._settled,
            repetition=done,
        )

"""One calm cue at a time: the most important first, none twice in a row at once.

A cue names the numbers that fired it. Words live in content: a seen fault has its own, the rest
are phrases by the cue's id.
"""

from dataclasses import dataclass
from enum import StrEnum

from loosen.vocabulary.checks import require, require_range
from loosen.vocabulary.measures import Signal

from .ending import Advice, Close
from .faults import FaultFound
from .form import Formed
from .quality import Unseen
from .standing import Standing, Unfelt
from .turns import Counting, Turn
from .ways import Repetition

COOLDOWN_S = 5.0  # between any two cues
SAME_S = 12.0  # before the same one again
FIRST_S = 2.0  # before anything is said of what is not seen
FAST, SHORT_HOLD = 0.5, 0.7  # shares of the tempo and of the hold asked for
EVEN_PERCENT = 75.0  # of the other side
PRAISE_EVERY = 3  # whole repetitions without another cue


class CueKind(StrEnum):
    """What a cue is about, the most important first."""

    END_SET = "end-set"
    UNSEEN = "unseen"
    OTHER_MOVEMENT = "other-movement"
    NOT_IN_PLACE = "not-in-place"
    REST = "rest"
    FAULT = "fault"
    PARTIAL = "partial"
    TOO_FAST = "too-fast"
    HOLD_SHORT = "hold-short"
    UNEVEN = "uneven"
    GOOD = "good"


KIND_OF_STANDING = {
    Standing.OTHER_MOVEMENT: CueKind.OTHER_MOVEMENT,
    Standing.NOT_IN_PLACE: CueKind.NOT_IN_PLACE,
}
CLOSES = {Close.REST: CueKind.REST, Close.END_SET: CueKind.END_SET}
RANKS = {kind: rank for rank, kind in enumerate(CueKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What may be said now. `value` and `bound`: the number that fired it and what it passed."""

    kind: CueKind
    id: str
    signal: Signal | None = None
    value: float | None = None
    bound: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was asked for: seconds held, and seconds out and back together; 0 is not asked.

    `range_share`: how much of the person's own range is asked for today, never more than all.
    """

    hold_s: float = 0.0
    way_s: float = 0.0
    range_share: float = 1.0

    def __post_init__(self) -> None:
        require(self.hold_s >= 0 and self.way_s >= 0, "hold_s and way_s must not be below 0")
        require_range("range_share", self.range_share, 0.2, 1)


class CueGiver:
    """Chooses at most one cue a frame. Parameters never change while it runs."""

    __slots__ = ("_advised", "_last_s", "_said", "_since", "_well", "target")

    def __init__(self, *, target: Target | None = None) -> None:
        self.target = target or Target()
        self.reset()

    def reset(self) -> None:
        """Nothing was said yet."""
        self._said: dict[str, float] = {}
        self._last_s = float("-inf")
        self._since: tuple[Standing | Unseen | Unfelt, float] | None = None
        self._well = 0
        self._advised: Advice | None = None

    def update(
        self,
        t_s: float,
        standing: Standing,
        unseen: Unseen | Unfelt | None,
        counting: Counting,
        formed: Formed,
        advice: Advice | None = None,
        whole: float | None = None,
    ) -> Cue | None:
        """The cue of this moment, if any. `whole`: the amplitude from which one counts."""
        found = [
            *self._of_standing(t_s, standing, unseen),
            *map(_of_fault, formed.faults),
            *self._of_turn(counting, whole),
            *_of_sides(formed),
            *self._of_advice(advice),
        ]
        fresh = [cue for cue in found if self._is_due(cue, t_s)]
        if not fresh:
            return None
        cue = min(fresh, key=lambda one: RANKS[one.kind])
        self._said[cue.id] = self._last_s = t_s
        self._well = 0
        if cue.kind in CLOSES.values():
            self._advised = None
        return cue

    def _is_due(self, cue: Cue, t_s: float) -> bool:
        is_quiet = t_s - self._last_s >= COOLDOWN_S or cue.kind is CueKind.END_SET
        return is_quiet and t_s - self._said.get(cue.id, float("-inf")) >= SAME_S

    def _of_standing(
        self, t_s: float, standing: Standing, unseen: Unseen | Unfelt | None
    ) -> list[Cue]:
        """What keeps the camera or the phone from counting, once it has lasted."""
        is_blind = unseen is not None and standing is Standing.CANNOT_SEE
        what = unseen if unseen is not None and is_blind else standing
        if self._since is None or self._since[0] is not what:
            self._since = (what, t_s)
        if t_s - self._since[1] < FIRST_S:
            return []
        kind = CueKind.UNSEEN if is_blind else KIND_OF_STANDING.get(standing)
        return [Cue(kind=kind, id=what.value)] if kind is not None else []

    def _of_advice(self, advice: Advice | None) -> list[Cue]:
        """To rest or to end: kept until it was said, since it comes once."""
        self._advised = advice or self._advised
        if self._advised is None:
            return []
        kind = CLOSES[self._advised.close]
        told, bound = self._advised.percent_of_own, self._advised.bound_percent
        return [Cue(kind=kind, id=kind.value, value=told, bound=bound)]

    # --- after a repetition ------------------------------------------------------------------

    def _of_turn(self, counting: Counting, whole: float | None) -> list[Cue]:
        done = counting.repetition
        if done is None:
            return []
        if counting.turn is Turn.PARTIAL:
            return [Cue(kind=CueKind.PARTIAL, id="partial", value=done.amplitude, bound=whole)]
        return self._of_repetition(done)

    def _of_repetition(self, done: Repetition) -> list[Cue]:
        way_s, hold_s = done.out_s + done.back_s, self.target.hold_s
        if self.target.way_s and way_s < FAST * self.target.way_s:
            bound = FAST * self.target.way_s
            return [Cue(kind=CueKind.TOO_FAST, id="too-fast", value=way_s, bound=bound)]
        if hold_s and done.hold_s < SHORT_HOLD * hold_s:
            bound = SHORT_HOLD * hold_s
            return [Cue(kind=CueKind.HOLD_SHORT, id="hold-short", value=done.hold_s, bound=bound)]
        self._well += 1
        if self._well < PRAISE_EVERY:
            return []
        return [Cue(kind=CueKind.GOOD, id="good", value=self._well, bound=PRAISE_EVERY)]


def _of_fault(found: FaultFound) -> Cue:
    return Cue(
        kind=CueKind.FAULT,
        id=found.fault.id,
        signal=found.fault.signal,
        value=found.value,
        bound=found.bound,
    )


def _of_sides(formed: Formed) -> list[Cue]:
    percent = formed.evenness_percent
    if percent is None or percent >= EVEN_PERCENT:
        return []
    return [Cue(kind=CueKind.UNEVEN, id="uneven", value=percent, bound=EVEN_PERCENT)]

"""What a set came to: folded from what each frame told, in constant room but for what counted."""

from collections import Counter
from dataclasses import dataclass
from statistics import median

from loosen.vocabulary.measures import CameraMeasure, Signal

from .cues import Cue
from .quality import Unseen
from .repetitions import Turn
from .session import Seen
from .standing import Standing
from .ways import Repetition

MOST_KEPT = 500  # repetitions, cues and refusals of one set
REFUSED_SHARE = 0.5  # of the frames, with nothing counted
HELD_S = 0.5  # held for less is no hold
CLEAR_S = 1.0  # a refusal ends once it has been clear for so long
CLAIMS = {Standing.CANNOT_SEE, Standing.NOT_IN_PLACE, Standing.OTHER_MOVEMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A stretch in which nothing could be judged, and why: what was not seen, or which bound."""

    start_s: float
    end_s: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedCue:
    """A cue and when it was given."""

    t_s: float
    cue: Cue


@dataclass(frozen=True, slots=True, kw_only=True)
class SetResult:
    """One set. `range_`: the middle amplitude, in the signal's unit; None where nothing counted.

    `confidence`: the share of frames that could be judged. `refused`: why nothing was counted.
    """

    view: str
    signal: Signal
    count: int
    refused: str | None
    repetitions: tuple[Repetition, ...]
    partials: tuple[Repetition, ...]
    holds: tuple[tuple[float, float], ...]
    range_: float | None
    way_s: float | None
    regularity: float | None
    confidence: float
    refusals: tuple[Refusal, ...]
    cues: tuple[TimedCue, ...]


class SetFold:
    """Folds what was seen into a result. Parameters never change while it runs."""

    __slots__ = (
        "_cues",
        "_done",
        "_frames",
        "_judged",
        "_open",
        "_partials",
        "_refusals",
        "_whys",
        "measure",
    )

    def __init__(self, *, measure: CameraMeasure) -> None:
        self.measure = measure
        self.reset()

    def reset(self) -> None:
        """A new set."""
        self._done: list[Repetition] = []
        self._partials: list[Repetition] = []
        self._cues: list[TimedCue] = []
        self._refusals: list[Refusal] = []
        self._open: Refusal | None = None
        self._frames = self._judged = 0
        self._whys: Counter[str] = Counter()

    def update(self, seen: Seen) -> None:
        """One more frame."""
        self._frames += 1
        if seen.standing in CLAIMS:
            self._refuse(seen.t_s, _why(seen))
        else:
            self._judged += 1
            self._close(seen.t_s)
        if seen.cue is not None and len(self._cues) < MOST_KEPT:
            self._cues.append(TimedCue(t_s=seen.t_s, cue=seen.cue))
        if seen.repetition is not None:
            kept = self._partials if seen.turn is Turn.PARTIAL else self._done
            if len(kept) < MOST_KEPT:
                kept.append(seen.repetition)

    def _refuse(self, t_s: float, why: str) -> None:
        self._whys[why] += 1
        if self._open is not None and self._open.why == why:
            self._open = Refusal(start_s=self._open.start_s, end_s=t_s, why=why)
            return
        self._close(t_s)
        self._open = Refusal(start_s=t_s, end_s=t_s, why=why)

    def _close(self, t_s: float) -> None:
        if self._open is not None and len(self._refusals) < MOST_KEPT:
            self._refusals.append(
                Refusal(start_s=self._open.start_s, end_s=t_s, why=self._open.why)
            )
        self._open = None

    def result(self) -> SetResult:
        """The set as it stands."""
        done = tuple(self._done)
        ways = [one.end_s - one.start_s for one in done]
        last = () if self._open is None else (self._open,)
        return SetResult(
            view=self.measure.view.value,
            signal=self.measure.signal,
            count=len(done),
            refused=self._refused(),
            repetitions=done,
            partials=tuple(self._partials),
            holds=tuple(_held(one) for one in done if one.hold_s >= HELD_S),
            range_=median(one.amplitude for one in done) if done else None,
            way_s=median(ways) if ways else None,
            regularity=_regularity(ways),
            confidence=self._judged / self._frames if self._frames else 0.0,
            refusals=(*self._refusals, *last),
            cues=tuple(self._cues),
        )

    def _refused(self) -> str | None:
        is_blind = self._frames == 0 or self._judged < (1 - REFUSED_SHARE) * self._frames
        if self._done or not is_blind:
            return None
        return self._whys.most_common(1)[0][0] if self._whys else Unseen.NOBODY.value


def _why(seen: Seen) -> str:
    if seen.standing is Standing.CANNOT_SEE and seen.unseen is not None:
        return seen.unseen.value
    return seen.standing.value


def _held(one: Repetition) -> tuple[float, float]:
    start_s = one.start_s + one.out_s
    return start_s, start_s + one.hold_s


def _regularity(ways_s: list[float]) -> float | None:
    """1 where every repetition takes as long as the others, towards 0 where none does."""
    if len(ways_s) < 3:
        return None
    middle = median(ways_s)
    off = median(abs(one - middle) for one in ways_s)
    return max(0.0, 1.0 - off / middle) if middle > 0 else None

"""What a set came to: folded from what each frame told, in constant room but for what counted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from loosen.vocabulary.measures import CameraMeasure, Measure, PhoneSignal, Signal, View

from .cues import Cue
from .ending import Advice
from .quality import Unseen
from .regularity import Periodic
from .session import Seen
from .standing import Standing, Unfelt
from .summing import held, range_of, regularity_of, symmetry_of, tempo_of
from .turns import Turn
from .values import Form, Held, Range, Regularity, Symmetry, Tempo
from .ways import Repetition

MOST_KEPT = 500  # repetitions, cues and refusals of one set
REFUSED_SHARE = 0.5  # of the frames, with nothing counted
MOST_LOOKS = 20_000  # at its regularity: three hours of them
HELD_S = 0.5  # held for less is no hold
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
    """One set. `forms`: of each of the `repetitions`, in their order.

    `confidence`: the share of frames that could be judged. `refused`: why nothing was counted.
    """

    view: View
    signal: Signal | PhoneSignal
    count: int
    refused: str | None
    repetitions: tuple[Repetition, ...]
    forms: tuple[Form, ...]
    partials: tuple[Repetition, ...]
    holds: tuple[Held, ...]
    range_: Range | None
    tempo: Tempo | None
    regularity: Regularity | None
    symmetry: Symmetry | None
    confidence: float
    refusals: tuple[Refusal, ...]
    cues: tuple[TimedCue, ...]
    advice: tuple[Advice, ...]


class SetFold:
    """Folds what was seen into a result. Parameters never change while it runs."""

    __slots__ = (
        "_advice",
        "_cues",
        "_done",
        "_forms",
        "_frames",
        "_judged",
        "_oblique",
        "_open",
        "_own_range",
        "_partials",
        "_periods",
        "_refusals",
        "_whys",
        "measure",
    )

    def __init__(self, *, measure: Measure) -> None:
        self.measure = measure
        self.reset()

    def reset(self) -> None:
        """A new set."""
        self._done: list[Repetition] = []
        self._forms: list[Form] = []
        self._periods: list[Periodic] = []
        self._advice: list[Advice] = []
        self._own_range = 0.0
        self._partials: list[Repetition] = []
        self._cues: list[TimedCue] = []
        self._refusals: list[Refusal] = []
        self._open: Refusal | None = None
        self._frames = self._judged = self._oblique = 0
        self._whys: Counter[str] = Counter()

    def update(self, seen: Seen) -> None:
        """One more frame, or reading."""
        self._frames += 1
        if seen.standing in CLAIMS:
            self._refuse(seen.t_s, _why(seen))
        else:
            self._judged += 1
            self._close(seen.t_s)
        if seen.cue is not None and len(self._cues) < MOST_KEPT:
            self._cues.append(TimedCue(t_s=seen.t_s, cue=seen.cue))
        self._own_range = seen.own_range
        self._oblique += seen.is_oblique and seen.standing not in CLAIMS
        if seen.periodic is not None and len(self._periods) < MOST_LOOKS:
            self._periods.append(seen.periodic)
        if seen.advice is not None:
            self._advice.append(seen.advice)
        if seen.repetition is not None:
            self._add(seen.repetition, seen)

    def _add(self, repetition: Repetition, seen: Seen) -> None:
        if seen.turn is Turn.PARTIAL:
            self._partials = [*self._partials, repetition][:MOST_KEPT]
        elif len(self._done) < MOST_KEPT:
            self._done.append(repetition)
            self._forms.append(seen.form or Form())

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
        done, forms = tuple(self._done), tuple(self._forms)
        judged = self._judged / self._frames if self._frames else 0.0
        in_plane = 1 - self._oblique / self._judged if self._judged else 0.0
        last = () if self._open is None else (self._open,)
        return SetResult(
            view=self.measure.view,
            signal=self.measure.signal,
            count=len(done),
            refused=self._refused(),
            repetitions=done,
            forms=forms,
            partials=tuple(self._partials),
            holds=tuple(held(one) for one in done if one.hold_s >= HELD_S),
            range_=range_of(done, self._own_range, self.measure, judged * in_plane),
            tempo=tempo_of(done, self.measure, judged),
            regularity=regularity_of(self._periods, self.measure),
            symmetry=symmetry_of(done, forms, self.measure),
            confidence=judged,
            refusals=(*self._refusals, *last),
            cues=tuple(self._cues),
            advice=tuple(self._advice),
        )

    def _refused(self) -> str | None:
        is_blind = self._frames == 0 or self._judged < (1 - REFUSED_SHARE) * self._frames
        if self._done or not is_blind:
            return None
        nothing = Unseen.NOBODY if isinstance(self.measure, CameraMeasure) else Unfelt.NO_SENSOR
        return self._whys.most_common(1)[0][0] if self._whys else nothing.value


def _why(seen: Seen) -> str:
    if seen.standing is Standing.CANNOT_SEE and seen.unseen is not None:
        return seen.unseen.value
    return seen.standing.value


def symmetry_between(results: Sequence[SetResult], measure: Measure) -> Symmetry | None:
    """Left against right over several sets of one exercise: the plan's halves are sets."""
    done = [one for result in results for one in result.repetitions]
    forms = [one for result in results for one in result.forms]
    return symmetry_of(done, forms, measure)

"""The sets of exercises as a table: a row a set, with what counted it and what was measured.

It goes out only. Anyone can write into a table; that a camera measured something is believed of a
whole record alone, whose checksum says that it is as it was.
"""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from statistics import median
from uuid import UUID

from loosen.vocabulary import (
    Entry,
    PainFelt,
    PainWhen,
    Problem,
    SessionStarted,
    SessionStopped,
    SetMeasured,
    StepEnded,
)

from .csv_out import Cells, plain
from .csv_text import problem

# Each column and what it says; the reference is made from this.
SET_COLUMNS: dict[str, str] = {
    "date": "The day on the wall clock of then",
    "time": "The time on the wall clock of then, at the end of the set",
    "exercise": "Which exercise, by its id",
    "by": "What counted how many, in the order in which it took over: camera=5 tap=1 is five by "
    "the camera, and then one told by a tap. It may be camera, phone, tap or timer",
    "view": "From where the camera looked: side or front",
    "repetitions": "How many counted, by all of them together",
    "partials": "How many more went too little of the way to count; only a camera or a phone knows",
    "seconds": "How long it took, as far as it was timed",
    "hold_s": "How long it was held: the middle one of all, in seconds",
    "holds_s": "Each hold in seconds, in their order",
    "range_percent": "How far the middle one went, in percent of the person's own range",
    "own_range": "That own range, in the unit of the signal: degrees, or lengths of the trunk",
    "signal": "What was measured",
    "way_s": "Tempo: there, held and back in seconds, the middle one",
    "symmetry_percent": "How far the weaker side goes, in percent of the other",
    "regularity_percent": "How alike one was to the next, in percent",
    "confidence_percent": "The share of pictures or readings that could be judged, in percent",
    "cues": "What the coach said, by id",
    "pain_before": "The score from 0 to 10 that was told in that session last before it",
    "pain_after": "The score that was told after it, before anything else was done",
    "session": "The session by its id, as in the record",
    "step": "Which step of it, counted from 0",
}
NOT_KEPT = (
    "A cell is empty where nothing measured it, or where a score was skipped. Why a picture could "
    "not be judged is said while you move, and is not kept."
)
IN_SESSION = frozenset(
    {
        *(PainWhen.BEFORE_SESSION, PainWhen.BETWEEN_STEPS, PainWhen.REPEATED, PainWhen.CHECK_IN),
        *(PainWhen.AFTER_SESSION, PainWhen.AFTER_STOP),
    }
)
Telling = SessionStarted | PainFelt | SetMeasured | StepEnded | SessionStopped
TELLING = (SessionStarted, PainFelt, SetMeasured, StepEnded, SessionStopped)


def write_sets(entries: Iterable[Entry]) -> bytes:
    """One row for each set. `entries`: in order of arrival, without what was taken back."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, tuple(SET_COLUMNS), restval="")
    writer.writeheader()
    sets: list[tuple[Entry, SetMeasured]] = []
    told: defaultdict[UUID, list[Telling]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.payload, SetMeasured):
            sets.append((entry, entry.payload))
        if isinstance(entry.payload, TELLING) and entry.payload.session_id is not None:
            told[entry.payload.session_id].append(entry.payload)
    for entry, one in sets:
        cells = _when(entry) | _told(one) | _measured(entry, one) | _pain(one, told[one.session_id])
        writer.writerow({name: plain(cell) for name, cell in cells.items()})
    return text.getvalue().encode("utf-8")


def is_of_sets(header: Iterable[str]) -> bool:
    """Whether a first row is that of this table."""
    return {"exercise", "by", "repetitions"} <= set(header)


def only_goes_out() -> Problem:
    """Why this table is not taken in."""
    return problem(
        "a table of sets only goes out",
        "row 1",
        "exercise, by, repetitions",
        "a table of the diary, or a whole record",
        "bring the record (JSON) that was exported with it: every set is in there",
    )


def _when(entry: Entry) -> Cells:
    at = entry.happened_at + timedelta(minutes=entry.utc_offset_min)
    return {"date": f"{at:%Y-%m-%d}", "time": f"{at:%H:%M}"}


def _told(told: SetMeasured) -> Cells:
    return {
        "exercise": told.exercise_id,
        "by": " ".join(f"{part.by.value}={part.count}" for part in told.parts),
        "view": None if told.view is None else told.view.value,
        "repetitions": told.count,
        "partials": sum(part.partials for part in told.parts),
        "seconds": _rounded(told.seconds) or None,
        "cues": " ".join(told.cues),
        "session": told.session_id,
        "step": told.step_index,
    }


def _measured(entry: Entry, told: SetMeasured) -> Cells:
    return {
        "hold_s": _rounded(median(told.holds_s)) if told.holds_s else None,
        "holds_s": " ".join(f"{round(one, 2):g}" for one in told.holds_s),
        "range_percent": _percent(told.range_share),
        "own_range": _rounded(told.own_range),
        "signal": told.signal,
        "way_s": _rounded(told.way_s),
        "symmetry_percent": _percent(told.symmetry),
        "regularity_percent": _percent(told.regularity),
        "confidence_percent": _percent(entry.confidence),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 1)


# --- pain ------------------------------------------------------------------------------------


def _pain(one: SetMeasured, told: Sequence[Telling]) -> Cells:
    """`told`: all of its session."""
    place = next(index for index, other in enumerate(told) if other is one)
    before = (score[0] for other in told[place::-1] if (score := _score(other)))
    return {"pain_before": next(before, None), "pain_after": _after(told[place + 1 :], one)}


def _after(later: Iterable[Telling], told: SetMeasured) -> int | None:
    """A score belongs to the set as long as nothing else was done in between."""
    for one in later:
        is_another = isinstance(one, SetMeasured) or (
            isinstance(one, StepEnded) and one.step_index != told.step_index
        )
        if is_another:
            return None
        if score := _score(one):
            return score[0]
    return None


def _score(told: Telling) -> tuple[int | None] | None:
    """The score as it was told; skipped is a word too, and hides what was told before."""
    is_felt = isinstance(told, PainFelt) and told.occasion in IN_SESSION
    if is_felt or isinstance(told, SessionStarted | SessionStopped):
        assert not isinstance(told, SetMeasured | StepEnded)
        return (told.pain_0_10,)
    return None

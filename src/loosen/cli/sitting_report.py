"""`--sitting --report`: how somebody sat as one page, with the moments of change."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from loosen.export.set_sheet import KeyPicture, Said, SittingSheet, Stretch, sitting_page
from loosen.export.set_sheet import words as plain
from loosen.vocabulary import Content
from loosen.vocabulary.frames import Frame

from . import reporting
from .key_frames import KeyFrame

if TYPE_CHECKING:
    from loosen.movement import SittingResult, SittingTrace
    from loosen.movement.sitting_trace import Change

MOST_PICTURES = 7
LIMITS = ("coach-sit-no-norm", "coach-sit-desk", "coach-sit-not-tried")
NO_HOURS = "It was not tried through hours."
CAPTIONS = {"sit-known": "Your start", "sit-away": "A new start", "sit-nudge": "At a nudge"}
LEVELS = {"as-begun": "As at the start", "a-little-lower": "A little lower", "lower": "Lower"}
Sample = tuple[float, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What was watched: its name, and whether it is a video or a recording."""

    name: str
    of: str
    notes: tuple[str, ...] = ()


def write_sitting(
    folder: Path,
    source: Source,
    seen: "tuple[SittingResult, SittingTrace]",
    content: Content,
    pictures: Sequence[KeyPicture] = (),
) -> Path:
    """The page, in the folder."""
    result, trace = seen
    sheet = SittingSheet(
        made_from=source.name,
        of=source.of,
        begins_s=trace.begins_s,
        seconds=trace.begins_s + result.seconds,
        sat_s=result.sat_s,
        refused=None if result.refused is None else plain.why_not_sitting(result.refused),
        bound_percent=result.rule.sunk_percent,
        line=tuple((t_s, None if sunk is None else -sunk) for t_s, sunk in trace.line),
        starts_s=result.starts_s,
        changes=tuple(_dots(trace.changes)),
        nudges_s=tuple(one.t_s for one in result.nudges),
        stretches=tuple(
            Stretch(start_s=one.start_s, end_s=one.end_s, why=plain.why_not_sitting(one.why))
            for one in trace.away
        ),
        said=tuple(_said(one, content) for one in trace.changes),
        facts=tuple(_facts(result, trace)),
        limits=(*(content.phrases[id_].text for id_ in LIMITS), NO_HOURS),
        pictures=tuple(pictures),
        notes=source.notes,
    )
    page = sitting_page(sheet, font=reporting.house_letters())
    return reporting.write_page(folder / reporting.WHOLE.page, page)


def key_frames(frames: Sequence[Frame], trace: "SittingTrace") -> tuple[KeyFrame, ...]:
    """Each start and each nudge, the first few of them."""
    wanted = {one.t_s: CAPTIONS[one.what.value] for one in trace.changes if one.what in CAPTIONS}
    found = (KeyFrame(frame=one, caption=wanted[one.t_s]) for one in frames if one.t_s in wanted)
    return tuple(found)[:MOST_PICTURES]


def _dots(changes: "Sequence[Change]") -> Iterator[tuple[float, float]]:
    for one in changes:
        if one.what not in CAPTIONS and one.sunk_percent is not None:
            yield one.t_s, -one.sunk_percent


def _said(change: "Change", content: Content) -> Said:
    words = content.phrases[f"coach-{change.what.value}"].text
    return Said(t_s=change.t_s, words=words, because=_because(change.sunk_percent))


def _because(sunk_percent: float | None) -> str:
    if sunk_percent is None:
        return ""
    side = "below" if sunk_percent >= 0 else "above"
    return f"{abs(sunk_percent):.0f} % {side} your start."


def _facts(result: "SittingResult", trace: "SittingTrace") -> Iterator[tuple[str, str]]:
    from loosen.movement.sitting import level_of

    told = [sunk for _, sunk in trace.line if sunk is not None]
    yield "Seen to sit", f"{result.sat_s / 60:.1f} of {result.seconds / 60:.1f} minutes"
    if not told:
        return
    rule = result.rule
    lowest = f"Lowest, the middle of {rule.lasts_s:.0f} seconds"
    yield lowest, f"{max(*told, 0.0):.0f} % below your start"
    levels = Counter(level_of(one / rule.sunk_percent).value for one in told)
    for level, name in LEVELS.items():
        if levels[level]:
            yield name, f"{100 * levels[level] / len(told):.0f} % of what could be told"

"""The figure of an item as its pages show it: addresses that change when the drawing does."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zlib import crc32

from loosen.library.current import load_content
from loosen.vocabulary import Content, Dose, Exercise, Figure, Item, StageDose
from loosen.web.records.preferences import DrawnAs
from loosen.web.site.visit import Visit

from .baking import BODIES, EXPECTING, FOLDER, bake_changed, name_of, read_index

OUT_WITH_THE_MOVE = "Breathe out "
START = "Start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One figure: a card that every browser shows, and a track for the page's script.

    `step`: in a transfer the step it shows, else 0. `words`: for whoever cannot see it. `poses`:
    what stands under each key pose on paper; none for what stays still.
    """

    words: str
    card_url: str
    track_url: str
    poses_url: str
    poses: tuple[str, ...]
    body_url: str
    step: int
    moves: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds up, held and down; `breath_by`: "move" where the breath goes with it, else "self"."""

    up_s: int
    hold_s: int
    down_s: int
    breath_by: str


def drawn_of(item: Item, content: Content, chosen: DrawnAs) -> tuple[Drawn, ...]:
    """All figures of an item: none, one, or those of a transfer's steps."""
    version = versions(content.version).get(item.id)
    if version is None:
        return ()
    return tuple(_drawn(item, one, chosen, version) for one in figures_of_item(item))


def figures_of_item(item: Item) -> tuple[Figure, ...]:
    """As the item's own file has them, in the order of their steps."""
    one = getattr(item, "figure", None)
    return (one,) if one is not None else tuple(getattr(item, "figures", ()))


def drawn_for(item: Item | None, visit: Visit) -> tuple[Drawn, ...]:
    """The same for a page of this visit. Whether the item is open is for the page to see."""
    return drawn_of(item, visit.content, visit.preferences.figure) if item is not None else ()


def card_url_for(item: Item | None, visit: Visit) -> str:
    """The card of an item, or of the last step of a change of place; empty without a figure."""
    found = drawn_for(item, visit)
    return found[-1].card_url if found else ""


def pace_of(item: Item | None, dose: Dose | StageDose | None) -> Pace | None:
    """How an item is moved through, for a figure that plays; None for what stays still."""
    if not isinstance(item, Exercise):
        return None
    return Pace(
        up_s=item.tempo.up_s,
        hold_s=dose.hold_s if dose is not None else 0,
        down_s=item.tempo.down_s,
        breath_by=breath_by(item),
    )


def breath_by(exercise: Exercise) -> str:
    """Whether its breath goes with the movement, out as it goes up, by its own words for it."""
    return "move" if exercise.tempo.breath.startswith(OUT_WITH_THE_MOVE) else "self"


def files_for(item: Item | None, visit: Visit) -> Iterator[tuple[str, Path]]:
    """What a page that shows this item asks for: each address, with the file behind it."""
    if item is None:
        return
    body = body_of(item.id, visit.preferences.figure)
    for figure, drawn in zip(figures_of_item(item), drawn_for(item, visit), strict=False):
        name = f"{name_of(item.id, figure.step)}.{body}"
        yield drawn.card_url, FOLDER / f"{name}.svg"
        yield drawn.track_url, FOLDER / f"{name}.json"  # what does not move can be turned
        yield drawn.body_url, FOLDER / f"{_table_of(figure, body)}.json"


def _table_of(figure: Figure, body: str) -> str:
    return f"{body}{EXPECTING}" if figure.is_pregnant else body


def _drawn(item: Item, figure: Figure, chosen: DrawnAs, version: str) -> Drawn:
    body = body_of(item.id, chosen)
    asked = f"?body={body}&step={figure.step}&v={version}"
    return Drawn(
        words=" ".join(_words(item, figure)),
        card_url=f"/figures/card/{item.id}/{asked}",
        track_url=f"/figures/track/{item.id}/{asked}",
        poses_url=f"/figures/poses/{item.id}/{asked}",
        poses=_poses(figure),
        body_url=f"/figures/body/?body={_table_of(figure, body)}&v={version}",
        step=figure.step,
        moves=bool(figure.keys),
    )


def _poses(figure: Figure) -> tuple[str, ...]:
    """The start and every pose that has words, as `body/poses.py` draws them."""
    labels = [key.label for key in figure.keys if key.label]
    return (START, *labels) if labels else ()


def _words(item: Item, figure: Figure) -> Iterator[str]:
    yield f"Drawing: {item.title}."
    if figure.step:
        yield f"Step {figure.step}."
    yield from (f"{key.label.rstrip('.')}." for key in figure.keys if key.label)


def body_of(item_id: str, chosen: DrawnAs) -> str:
    """The body that is drawn: the one chosen, or by turns, always the same for one item."""
    if chosen is not DrawnAs.MIXED:
        return chosen.value
    return BODIES[crc32(item_id.encode()) % len(BODIES)]


@lru_cache(maxsize=2)
def versions(content_version: str) -> dict[str, str]:
    """By item what its files were made from; baked first where that is not so any more.

    Asked by version, so that a changed content is looked at again.
    """
    del content_version
    with suppress(OSError):  # an installation's folder may be read-only; it was baked with it
        bake_changed(load_content())
    return read_index(FOLDER)


def file_of(item: Item, body: str, step: int, suffix: str) -> Path | None:
    """The baked file of a figure; None where there is none of that body and step."""
    steps = {figure.step for figure in figures_of_item(item)}
    if body not in BODIES or step not in steps:
        return None
    return FOLDER / f"{name_of(item.id, step)}.{body}{suffix}"

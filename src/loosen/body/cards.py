"""Pictures of whole movements: a card (start ghosted, end solid, an arrow), a film, a sheet."""

from collections.abc import Iterable, Sequence

import numpy as np

from .arrows import arrow, way_of
from .drawing import FLIP, PX_PER_M
from .ghost import ghost
from .motion import Motion
from .outline import View
from .physique import LARGE_MAN, LARGE_WOMAN, MAN, WOMAN, Physique
from .pose import angles_of_keys, phases_of
from .rotations import Array
from .scene import Scene, body, box_of, ground, scene

PEOPLE = (WOMAN, MAN, LARGE_WOMAN, LARGE_MAN)
FILM_PHASES = 8
PATH_PHASES = 13
CELL_W, CELL_H = 300.0, 230.0
ARROW_EDGE_PX = 9.0  # half of an arrow's head and its stroke
Box = tuple[float, float, float, float]


def card(motion: Motion, physique: Physique, view: View | None = None) -> str:
    """One SVG: where it starts as a ghost, where it goes in full, and the way between."""
    made = scene(motion, physique, card_phases(motion), view)
    return _svg(made, _card(made))


def card_phases(motion: Motion) -> Array:
    """From where it last was as at its start to the main pose: what goes both ways goes one."""
    end, start = main_phase(motion), motion.keys[0]
    begin = max(
        key.at
        for key in motion.keys
        if key is start or (key.at < end and (key.angles, key.holds) == (start.angles, start.holds))
    )
    return np.linspace(begin, end, PATH_PHASES)


def main_phase(motion: Motion) -> float:
    """The phase of the key pose that lies farthest from the start, among those with a label."""
    angles = angles_of_keys(motion)
    moved = np.abs(angles - angles[0]).sum(axis=1)
    start = motion.keys[0].holds
    for index, key in enumerate(motion.keys):
        moved[index] += sum(10.0 for limb, hold in key.holds.items() if start.get(limb) != hold)
    is_labelled = np.array([bool(key.label) for key in motion.keys])
    farthest = np.argmax(np.where(is_labelled | ~is_labelled.any(), moved, -1.0))
    return motion.keys[farthest].at


def _card(made: Scene) -> str:
    last = len(made.posed.pose.at["t12"]) - 1
    if made.motion.is_still:
        return ground(made, [last]) + body(made, last)
    return ground(made, [last]) + ghost(made) + body(made, last) + arrow(made)


def _svg(made: Scene, drawn: str) -> str:
    x, y, wide, high = box_with_arrow(made)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x:.0f} {y:.0f} {wide:.0f} {high:.0f}">'
        f"{drawn}</svg>"
    )


def box_with_arrow(made: Scene) -> Box:
    """The box of the body and its props, widened where the arrow goes beyond it."""
    x, y, wide, high = box_of(made)
    way = None if made.motion.is_still else way_of(made)
    if way is None:
        return x, y, wide, high
    line = way * PX_PER_M * FLIP
    left, top = np.minimum(line.min(axis=0) - ARROW_EDGE_PX, (x, y))
    right, bottom = np.maximum(line.max(axis=0) + ARROW_EDGE_PX, (x + wide, y + high))
    return float(left), float(top), float(right - left), float(bottom - top)


def sheet(motions: Sequence[Motion], *, columns: int = 6, captions: bool = True) -> str:
    """All cards on one sheet, the bodies in turn."""
    cells = []
    for place, motion in enumerate(motions):
        made = scene(motion, PEOPLE[place % len(PEOPLE)], card_phases(motion))
        caption = motion.id if captions else str(place + 1)
        cells.append(_cell(made, _card(made), place % columns, place // columns, caption))
    return _board(cells, columns, -(-len(motions) // columns))


def film(motions: Iterable[Motion]) -> str:
    """Each motion in a row of phases; a still has one."""
    cells, rows = [], 0
    for row, motion in enumerate(motions):
        phases = phases_of(1 if motion.is_still else FILM_PHASES)
        made = scene(motion, PEOPLE[row % len(PEOPLE)], phases)
        for instant in range(len(phases)):
            drawn = ground(made, [instant]) + body(made, instant)
            cells.append(_cell(made, drawn, instant, row, motion.id if instant == 0 else ""))
        rows = row + 1
    return _board(cells, FILM_PHASES, rows)


def _cell(made: Scene, drawn: str, column: int, row: int, caption: str) -> str:
    x, y, wide, high = box_of(made)
    zoom = min((CELL_W - 16) / wide, (CELL_H - 34) / high, 1.05)
    left = column * CELL_W + CELL_W / 2 - (x + wide / 2) * zoom
    top = row * CELL_H + CELL_H - 10 - (y + high) * zoom
    text = (
        f'<text x="{column * CELL_W + 12:.0f}" y="{row * CELL_H + 20:.0f}" font-size="14" '
        f'font-family="sans-serif" fill="#55666a">{caption}</text>'
    )
    return f'<g transform="translate({left:.1f} {top:.1f}) scale({zoom:.3f})">{drawn}</g>{text}'


def _board(cells: Sequence[str], columns: int, rows: int) -> str:
    wide, high = columns * CELL_W, rows * CELL_H
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high:.0f}" '
        f'width="{wide:.0f}" height="{high:.0f}">'
        f'<rect width="100%" height="100%" fill="#f5f2eb"/>{"".join(cells)}</svg>'
    )

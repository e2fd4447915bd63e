"""Where a movement starts, as a ghost behind where it goes: only what moves, in one grey."""

from collections import defaultdict

import numpy as np

from .drawing import Piece, piece_of, pieces
from .scene import GAP_PX, Scene, colour

OPACITY = 0.42
MOVES_LEAST_M = 0.04  # less than this would look like a slip of the printer


def ghost(made: Scene) -> str:
    """SVG of the first instant's moving pieces; the last instant is drawn over it."""
    moved = _moved(made)
    drawn = [
        _grey(piece)
        for piece in pieces(made.shapes, made.view, 0)
        if moved[piece.name, piece.side] >= MOVES_LEAST_M
    ]
    return f'<g opacity="{OPACITY}">{"".join(drawn)}</g>' if drawn else ""


def _moved(made: Scene) -> dict[tuple[str, str], float]:
    """How far each piece goes at most between the first and the last instant, metres."""
    far: dict[tuple[str, str], float] = defaultdict(float)
    for shape in made.shapes:
        way = np.linalg.norm(shape.centres[-1] - shape.centres[0], axis=-1)
        key = piece_of(shape)
        far[key] = max(far[key], float(way.max()))
    return far


def _grey(piece: Piece) -> str:
    edges = "".join(patch.edge for patch in piece.patches)
    fills = "".join(patch.fill for patch in piece.patches)
    grey = colour("ghost")
    return (
        f'<path d="{edges}" fill="none" stroke="{colour("gap")}" stroke-width="{GAP_PX}"/>'
        f'<path d="{fills}" fill="{grey}"/>'
    )

"""Key poses side by side, as paper shows a movement: each in full, with the way to it."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from .arrows import arrow
from .cards import PATH_PHASES, Box, box_with_arrow
from .motion import Motion
from .physique import Physique
from .scene import Scene, body, ground, scene


def poses(motion: Motion, physique: Physique) -> str:
    """One SVG with a symbol `pose-0`, `pose-1`, ... for the start and each pose that has words.

    All have one box, so that they stand beside each other in one size.
    """
    phases = [0.0, *(key.at for key in motion.keys if key.label)]
    ways = [
        scene(motion, physique, np.linspace(before, at, PATH_PHASES))
        for before, at in pairwise(phases)
    ]
    box = " ".join(f"{value:.0f}" for value in _around(ways))
    symbols = "".join(
        f'<symbol id="pose-{number}" viewBox="{box}">{drawn}</symbol>'
        for number, drawn in enumerate(_drawn(ways))
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{symbols}</svg>'


def _drawn(ways: list[Scene]) -> Iterator[str]:
    """The first instant of the first way, then the last of each, with its arrow."""
    if ways:
        yield ground(ways[0], [0]) + body(ways[0], 0)
    for way in ways:
        last = PATH_PHASES - 1
        yield ground(way, [last]) + body(way, last) + arrow(way)


def _around(ways: list[Scene]) -> Box:
    """Left, top, width and height that hold all of them."""
    boxes = np.array([box_with_arrow(way) for way in ways])
    left, top = boxes[:, :2].min(axis=0)
    right, bottom = (boxes[:, :2] + boxes[:, 2:]).max(axis=0)
    return float(left), float(top), float(right - left), float(bottom - top)

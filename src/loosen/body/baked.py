"""The files of a figure: for each body a track for the page's script, a card, and key poses."""

import numpy as np

from loosen.vocabulary import Anchor, Figure, canonical_json

from .cards import PEOPLE, card
from .motion import motion_of
from .physique import Physique, expecting
from .pose import pose
from .poses import poses
from .slim import slimmed
from .track import table_of, track_of

# By the name that a person's choice has, too.
BODIES = dict(zip(("woman", "man", "large-woman", "large-man"), PEOPLE, strict=True))


def tables() -> dict[str, dict[str, object]]:
    """The table of every body, and of the same expecting a child."""
    made = {}
    for name, physique in BODIES.items():
        for body, one in ((name, physique), (f"{name}-expecting", expecting(physique))):
            made[body] = _table(one)
    return made


def _table(physique: Physique) -> dict[str, object]:
    standing = motion_of("standing", Figure(anchor=Anchor.FEET, start={}))
    posed = pose(standing, np.zeros(1), physique).pose
    return table_of(physique, posed.at, posed.frame)


def baked(name: str, figure: Figure) -> list[tuple[str, str]]:
    """File names and texts of one figure: `<name>.<body>.json`, `.svg`, `.poses.svg`."""
    motion, files = motion_of(name, figure), []
    for body, physique in BODIES.items():
        table = f"{body}-expecting" if motion.is_pregnant else body
        track = canonical_json(track_of(motion, physique, table))
        drawn = usable(slimmed(card(motion, physique)))
        files += [(f"{name}.{body}.json", track), (f"{name}.{body}.svg", drawn)]
        if any(key.label for key in motion.keys):
            files.append((f"{name}.{body}.poses.svg", slimmed(poses(motion, physique))))
    return files


def usable(svg: str) -> str:
    """The picture as a symbol that pages draw with `<use href="...#card">`, in their colours."""
    head, _, drawn = svg.partition(">")
    box = head[head.index("viewBox") :]
    inner = drawn.removesuffix("</svg>")
    return f'{head}><symbol id="card" {box}>{inner}</symbol><use href="#card"/></svg>'

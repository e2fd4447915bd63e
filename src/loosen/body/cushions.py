"""Pillows, a rolled towel, a rug: what lies under, behind or over the body."""

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from loosen.vocabulary import Prop

from .fitting import Fitted
from .solids import NO_LIGHT, Solid, cushion

THINNEST_M = 0.025  # half of a pillow that is pressed flat


def under_head(body: Fitted) -> Iterator[Solid]:
    """From what the body lies on to the back of the head, or its cheek."""
    x, y, _ = _place(body, "skull")
    low = min(body.low("hair"), body.low("face"), body.low("ear"))
    beyond = 0.035 * body.stature_m * float(np.sign(x - body.at["t4"][0]))
    half = max((low + 0.022) / 2, THINNEST_M)
    yield cushion((x + beyond, y, half), (0.20, 0.30, half))


def under_knees(body: Fitted) -> Iterator[Solid]:
    """As high as the hollow of the knees."""
    x, y, z = _knees(body)
    half = max((z - 0.030 * body.stature_m) / 2, THINNEST_M)
    yield cushion((x, y, half), (0.19, 0.30, half))


def between_knees(body: Fitted) -> Iterator[Solid]:
    """Between the shins and the knees of who lies on a side, as thick as the gap."""
    knee, ankle = _knees(body), _middle(body, "ankle")
    apart = abs(float(body.at["knee-left"][2] - body.at["knee-right"][2]))
    half = max((apart - 0.050 * body.stature_m) / 2, THINNEST_M)
    middle = tuple(0.68 * k + 0.32 * a for k, a in zip(knee, ankle, strict=True))
    yield cushion((middle[0], middle[1], middle[2]), (0.24, 0.17, half), is_under=False)


def under_belly(body: Fitted) -> Iterator[Solid]:
    """Under who lies on the front; before the belly of who lies on a side."""
    x, y, z = _place(body, "l3")
    if body.at["knee-left"][2] - body.at["knee-right"][2] < -0.08 or _on_side(body):
        front = body.high("chest", 1)
        yield cushion((x + 0.02, front + 0.02, 0.045), (0.15, 0.13, 0.05), is_under=False)
        return
    half = max((z - 0.055 * body.stature_m) / 2, THINNEST_M)
    yield cushion((x, y, half), (0.22, 0.30, half))


def behind_back(body: Fitted) -> Iterator[Solid]:
    """Against the back of who lies on a side, or sits."""
    x, y, z = _place(body, "l3")
    if _on_side(body):
        back = min(body.low("chest", 1), body.low("buttock", 1))
        yield cushion((x - 0.05, back - 0.03, 0.11), (0.30, 0.09, 0.11))
        return
    yield cushion((x - 0.085 * body.stature_m, y, z), (0.06, 0.18, 0.13))


def pile(body: Fitted) -> Iterator[Solid]:
    """Pillows laid up from the bed to the back that leans on them."""
    hip, neck = body.at["pelvis"], body.at["c7"]
    along = neck - hip
    steep = float(np.degrees(np.arctan2(along[2], -along[0])))
    for share, thick in ((0.30, 0.075), (0.62, 0.085), (0.98, 0.075)):
        place = hip + along * share + np.array([-0.085, 0.0, -0.06]) * body.stature_m
        yield cushion(
            (float(place[0]), float(place[1]), float(place[2])),
            (0.21, 0.30, thick),
            pitch_deg=steep,
        )


def under_arms(body: Fitted) -> Iterator[Solid]:
    """On a table or a bed, under folded arms and the head on them."""
    top = min(body.low("forearm"), body.low("hand"))
    x, y = body.mean("wrist", 0), body.mean("wrist", 1)
    yield cushion((x - 0.02, y, top - 0.045), (0.24, 0.30, 0.06))


def hugged(body: Fitted) -> Iterator[Solid]:
    """Before the chest of who lies on a side, the upper arm over it."""
    x, _, _ = _place(body, "t8")
    front = body.high("chest", 1)
    yield cushion((x + 0.04, front + 0.13, 0.10), (0.27, 0.13, 0.10), is_under=False)


def under_shins(body: Fitted) -> Iterator[Solid]:
    """A flat one for the knees of who kneels."""
    x, y, _ = _knees(body)
    yield cushion((x - 0.06, y, -0.008), (0.24, 0.30, THINNEST_M))


def towel(body: Fitted) -> Iterator[Solid]:
    """A small roll in the hollow of the back."""
    x, y, z = _place(body, "l3")
    yield cushion((x - 0.075 * body.stature_m, y, z), (0.035, 0.14, 0.045))


def rug(body: Fitted) -> Iterator[Solid]:
    """Over who lies, from the ribs to the feet."""
    corners = []
    for part, more in (("pelvis", 0.03), ("thigh", 0.025), ("shank", 0.025), ("foot", 0.02)):
        low, high = body.bounds[part]
        for x in (low[0], high[0]):
            corners.extend(
                [(x, low[1] - 0.02, high[2] + more), (x, high[1] + 0.02, high[2] + more)]
            )
            corners.extend([(x, low[1] - 0.10, 0.0), (x, high[1] + 0.10, 0.0)])
    yield Solid(tone="rug", corners=np.array(corners), lit=NO_LIGHT, is_under=False)


def _on_side(body: Fitted) -> bool:
    left, right = body.at["shoulder-left"], body.at["shoulder-right"]
    return abs(float(left[2] - right[2])) > 0.12 * body.stature_m


def _place(body: Fitted, joint: str) -> tuple[float, float, float]:
    x, y, z = (float(value) for value in body.at[joint])
    return x, y, z


def _middle(body: Fitted, joint: str) -> tuple[float, float, float]:
    return body.mean(joint, 0), body.mean(joint, 1), body.mean(joint, 2)


def _knees(body: Fitted) -> tuple[float, float, float]:
    return _middle(body, "knee")


CUSHIONS: Mapping[Prop, Callable[[Fitted], Iterator[Solid]]] = {
    Prop.PILLOW_HEAD: under_head,
    Prop.PILLOW_KNEES: under_knees,
    Prop.PILLOW_BETWEEN_KNEES: between_knees,
    Prop.PILLOW_BELLY: under_belly,
    Prop.PILLOW_BACK: behind_back,
    Prop.PILLOW_PILE: pile,
    Prop.PILLOW_ARMS: under_arms,
    Prop.PILLOW_HUGGED: hugged,
    Prop.PILLOW_SHINS: under_shins,
    Prop.TOWEL_BACK: towel,
    Prop.RUG: rug,
}

"""Pillows, a rolled towel, a rug: what lies under, behind or over the body."""

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from loosen.vocabulary import Anchor, Prop

from .beds import pillow_end
from .fitting import HIGH, LOW, Fitted
from .rotations import Array
from .solids import Solid, cushion

THINNEST_M, THICK_M = 0.025, 0.07  # half of a pillow, pressed flat and not


def under_head(body: Fitted) -> Iterator[Solid]:
    """From what the body lies on to the back of the head, or its cheek; else where it will lie."""
    low = min(body.low("hair"), body.low("face"), body.low("ear"))
    if body.anchor not in (Anchor.PELVIS, Anchor.UPPER_BACK):
        x, y, top = pillow_end(body)
        yield cushion((x, y, top + THICK_M), (0.30, 0.20, THICK_M))
        return
    x, y, _ = _place(body, "skull")
    beyond = 0.035 * body.stature_m * float(np.sign(x - body.at["t4"][0]))
    half = min(max((low + 0.022) / 2, THINNEST_M), THICK_M + 0.03)
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
    """Pillows laid up from the bed to the back and the head that lean on them."""
    hip, skull = body.at["pelvis"], body.at["skull"]
    along = skull - hip
    behind = np.array([-along[2], 0.0, along[0]]) / np.linalg.norm(along)
    steep = float(np.degrees(np.arctan2(along[2], -along[0])))
    yield cushion((float(hip[0]) - 0.46, 0.0, 0.10), (0.24, 0.32, 0.10))
    for share, deep, thick in ((0.26, 0.115, 0.08), (0.60, 0.135, 0.085), (0.98, 0.085, 0.07)):
        x, y, z = (float(part) for part in hip + along * share + behind * body.share(deep))
        yield cushion((x, y, z), (0.20, 0.30, thick), pitch_deg=steep)


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
    down = min(("left", "right"), key=lambda side: float(body.at[f"knee-{side}"][2]))
    x = float(body.at[f"knee-{down}"][0])
    yield cushion((x - 0.06, 0.0, -0.008), (0.24, 0.30, THINNEST_M))


def towel(body: Fitted) -> Iterator[Solid]:
    """A small roll in the hollow of the back."""
    x, y, z = _place(body, "l3")
    yield cushion((x - 0.065 * body.stature_m, y, z), (0.035, 0.13, 0.04))


def rug(body: Fitted) -> Iterator[Solid]:
    """Over who lies on the back, from the ribs to the toes; its end turned down."""
    ribs, knee, toes = body.at["l3"], _knees(body), body.bounds["foot"]
    level = ((float(ribs[0]), body.share(0.150)), (knee[0], knee[2] + body.share(0.060)))
    end = float(toes[HIGH, 0] if toes[HIGH, 0] > ribs[0] else toes[LOW, 0])
    slices = (*level, (end, float(toes[HIGH, 2]) + 0.02))
    wide = body.share(0.13)
    corners = [_slice(x, z, wide) for x, z in slices]
    turned = 0.10 * float(np.sign(knee[0] - ribs[0]))
    lit = [_slice(slices[0][0] + by, slices[0][1] + 0.01, wide + 0.02) for by in (0.0, turned)]
    yield Solid(
        tone="rug",
        corners=np.concatenate(corners),
        lit=np.concatenate(lit),
        is_under=False,
        over_m=1.0,
    )


def _slice(x: float, high: float, wide: float) -> Array:
    """Across the rug: on the ground, and rounded over the body."""
    rows = ((-1.35, 0.0), (-1.0, 0.75), (-0.6, 1.0), (0.6, 1.0), (1.0, 0.75), (1.35, 0.0))
    return np.array([(x, y * wide, z * high) for y, z in rows])


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

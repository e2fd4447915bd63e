"""Pillows, a rolled towel, a rug: what lies under, behind or over the body."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from loosen.vocabulary import Anchor, Prop

from .beds import pillow_end
from .fitting import HIGH, LOW, Fitted
from .rotations import Array
from .solids import Solid, cushion

# Of stature: a shin's length, how far feet are apart after a step, how far a foot steps back.
SHIN, STEPPED, STEP_BACK = 0.25, 0.10, 0.14
# From hip to head, behind that line as a share of stature, and half-sizes: who props, then who is
# leant on.
PILE = (
    (0.62, 0.210, (0.24, 0.30, 0.070)),
    (0.35, 0.115, (0.21, 0.31, 0.060)),
    (0.70, 0.125, (0.24, 0.31, 0.070)),
    (1.03, 0.080, (0.15, 0.27, 0.060)),
)
PRESSES_M = 0.25  # a head below this lies on its pillow
OVER_ALL_M, TURNED_DOWN_M = 2.0, 0.10
LIT_FOLD = slice(3, 10)  # of the places across a rug, those that face up
THINNEST_M, KNELT_ON_M, THICK_M = 0.025, 0.038, 0.07  # half of a pillow: pressed flat, and not


def under_head(body: Fitted) -> Iterator[Solid]:
    """From what the body lies on to the back of the head, or its cheek; else where it will lie."""
    low = min(body.low("hair"), body.low("face"), body.low("ear"))
    if body.anchor not in (Anchor.PELVIS, Anchor.UPPER_BACK):
        x, y, top = pillow_end(body)
        lies = body.anchor is Anchor.EDGE and low < PRESSES_M
        half = _under(low) if lies else THICK_M
        yield cushion((x, y, top + half), (0.30, 0.20, half))
        return
    x, y, _ = _place(body, "skull")
    beyond = 0.035 * body.stature_m * float(np.sign(x - body.at["t4"][0]))
    half = _under(low)
    yield cushion((x + beyond, y, half), (0.20, 0.30, half))


def _under(low_m: float) -> float:
    """Half of how thick a pillow is, from the ground to a head as low as this."""
    return min(max((low_m + 0.022) / 2, THINNEST_M), THICK_M + 0.03)


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
    for share, deep, half in PILE:
        x, y, z = (float(part) for part in hip + along * share + behind * body.share(deep))
        yield cushion((x, y, z), half, pitch_deg=steep)


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
    """A flat one for the knees of who kneels, or where the knee of who stands will come down."""
    yield cushion((_kneels_at(body) - 0.06, 0.0, 0.010), (0.25, 0.30, KNELT_ON_M))


def _kneels_at(body: Fitted) -> float:
    """Under the lower knee; ahead of the foot that stepped back, or behind both feet."""
    if body.anchor is Anchor.FEET:
        back, front = sorted(float(body.at[f"ankle-{side}"][0]) for side in ("left", "right"))
        return back + body.share(SHIN if front - back > body.share(STEPPED) else -STEP_BACK)
    down = min(("left", "right"), key=lambda side: float(body.at[f"knee-{side}"][2]))
    return float(body.at[f"knee-{down}"][0])


def towel(body: Fitted) -> Iterator[Solid]:
    """A small roll in the hollow of the back."""
    x, y, z = _place(body, "l3")
    yield cushion((x - 0.065 * body.stature_m, y, z), (0.035, 0.13, 0.04))


def rug(body: Fitted) -> Iterator[Solid]:
    """Soft over who lies on the back, from the ribs over the knees to the toes.

    Its upper end is turned down.
    """
    ridge, wide = list(_ridge(body)), body.share(0.125)
    over = [_slice(x, z, wide) for x, z in ridge]
    lit = [_slice(x, z, wide)[LIT_FOLD] + (0.0, 0.0, 0.008) for x, z in ridge[:-1]]
    yield _cloth(over, lit, OVER_ALL_M)
    (x, z), (then, _) = ridge[:2]
    turned = TURNED_DOWN_M * float(np.sign(then - x))
    edge = [_slice(x + by, z + 0.012, wide + 0.012) for by in (-turned / 6, turned)]
    yield _cloth(edge, edge, 2 * OVER_ALL_M)


def _ridge(body: Fitted) -> Iterator[tuple[float, float]]:
    """How high (x, z) the rug lies along the body: no hollow, as it hangs from ribs to knees."""
    toes = body.bounds["foot"]
    end = HIGH if toes[HIGH, 0] > body.at["l3"][0] else LOW
    beyond = 1.0 if end == HIGH else -1.0
    knee, ankle = _knees(body), _middle(body, "ankle")
    toe, high = float(toes[end, 0]), max(float(toes[HIGH, 2]), body.share(0.045))
    yield float(body.at["t12"][0]), float(body.at["t12"][2]) + body.share(0.080)
    yield knee[0] - 0.10 * beyond, knee[2] + body.share(0.040)
    yield knee[0] + 0.06 * beyond, knee[2] + body.share(0.045)
    yield ankle[0], ankle[2] + body.share(0.045)
    yield toe, high + 0.02
    yield toe + 0.05 * beyond, 0.6 * high


def _cloth(ends: Sequence[Array], lit: Sequence[Array], over_m: float) -> Solid:
    corners, top = np.concatenate(ends), np.concatenate(lit)
    return Solid(tone="rug", corners=corners, lit=top, is_under=False, over_m=over_m)


def _slice(x: float, high: float, wide: float) -> Array:
    """Across the rug: rounded over the body, and out to a hem on the ground."""
    deg = np.radians(np.linspace(0.0, 180.0, 13))
    return np.stack(
        [
            np.full(13, x),
            -np.sign(np.cos(deg)) * np.abs(np.cos(deg)) ** 0.7 * wide * 1.2,
            np.sin(deg) ** 0.6 * high,
        ],
        axis=-1,
    )


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

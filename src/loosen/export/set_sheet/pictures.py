"""Pictures out of the video with the landmarks drawn over them."""

from base64 import b64encode

from .markup import tag, text
from .plot import stamp
from .sheet import KeyPicture, Spot

SURE = 0.5  # seen less surely, a bone is drawn thin
ROOM, SHAPE = 1.35, 4 / 3  # about the person, and of the part that is shown
FINE = 420.0  # strokes are in such a part of what is shown
# By the model's numbers: the trunk, then arms and legs of both sides, then the head.
BONES = (
    (11, 12), (11, 23), (12, 24), (23, 24),
    (11, 13), (13, 15), (12, 14), (14, 16),
    (23, 25), (25, 27), (27, 31), (27, 29), (29, 31),
    (24, 26), (26, 28), (28, 32), (28, 30), (30, 32),
    (7, 0), (8, 0),
)  # fmt: skip
JOINTS = sorted({end for bone in BONES for end in bone})


def gallery(pictures: tuple[KeyPicture, ...]) -> str:
    """All of them, in a grid."""
    return tag("ul", *map(_card, pictures), class_="gallery")


def _card(picture: KeyPicture) -> str:
    wide, high = picture.size_px
    x, y, side_x, side_y = _shown(picture)
    inside = tag(
        "image", href=_address(picture.jpeg), width=float(wide), height=float(high)
    ) + _skeleton(picture)
    drawn = tag(
        "svg", inside, class_="still", viewBox=f"{x:.0f} {y:.0f} {side_x:.0f} {side_y:.0f}",
        role="img", aria_label=picture.caption,
    )  # fmt: skip
    words = tag("figcaption", tag("b", text(picture.caption)), " ", stamp(picture.t_s))
    return tag("li", tag("figure", drawn, words))


def _shown(picture: KeyPicture) -> tuple[float, float, float, float]:
    """The part with the person in it, four to three; the whole where nobody is."""
    wide, high = picture.size_px
    if not picture.spots:
        return 0.0, 0.0, float(wide), float(high)
    left, right = _span([one[0] for one in picture.spots], wide)
    top, foot = _span([one[1] for one in picture.spots], high)
    side_x = max(ROOM * (right - left), ROOM * (foot - top) * SHAPE, wide / 4)
    side_x = min(side_x, max(wide, high * SHAPE))
    side_y = side_x / SHAPE
    x = _inside((left + right - side_x) / 2, side_x, wide)
    return x, _inside((top + foot - side_y) / 2, side_y, high), side_x, side_y


def _inside(start: float, side: float, length: int) -> float:
    """Moved until no edge of the picture is shown that need not be."""
    return min(max(start, 0.0), length - side) if side < length else (length - side) / 2


def _span(shares: list[float], length: int) -> tuple[float, float]:
    """From where to where, inside the picture: what is beyond its edge is invented."""
    kept = [min(max(one, 0.0), 1.0) * length for one in shares]
    return min(kept), max(kept)


def _address(jpeg: bytes) -> str:
    return "data:image/jpeg;base64," + b64encode(jpeg).decode("ascii")


def _skeleton(picture: KeyPicture) -> str:
    if not picture.spots:
        return ""
    wide, high = picture.size_px
    unit = _shown(picture)[2] / FINE
    sure: list[str] = []
    unsure: list[str] = []
    for one, other in BONES:
        start, end = picture.spots[one], picture.spots[other]
        kept = sure if min(start[2], end[2]) >= SURE else unsure
        kept.append(f"M{_place(start, wide, high)}L{_place(end, wide, high)}")
    dots = "".join(f"M{_place(picture.spots[one], wide, high)}h0" for one in JOINTS)
    return (
        tag("path", d="".join(unsure), class_="bone bone--unsure", stroke_width=2 * unit)
        + tag("path", d="".join(sure), class_="bone bone--edge", stroke_width=5 * unit)
        + tag("path", d="".join(sure), class_="bone", stroke_width=3 * unit)
        + tag("path", d=dots, class_="joint", stroke_width=6 * unit)
    )


def _place(spot: Spot, wide: int, high: int) -> str:
    return f"{spot[0] * wide:.1f} {spot[1] * high:.1f}"

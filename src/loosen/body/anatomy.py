"""The parts of a body and the blobs that they are made of, by build and girth.

Radii and places are shares of stature, ours: fitted by eye to drawings from the side, the front
and above.
"""

from collections.abc import Iterator

from loosen.vocabulary import Side

from .blobs import Blob, Part, Tone
from .bump import BUMP
from .physique import Build, Physique
from .skeleton import SIDES, sign_of


def parts_of(physique: Physique) -> tuple[Part, ...]:
    """The parts of this body."""
    trunk = _trunk(physique)
    limbs = [part for side in SIDES for part in (*_leg(side, physique), *_arm(side, physique))]
    return (*trunk, *limbs, *_head(physique))


# --- the trunk -------------------------------------------------------------------------------

# joint, segment, forward, up; half-depth, half-width, half-height.
Row = tuple[str, str, float, float, float, float, float]
MAN_PELVIS: tuple[Row, ...] = (
    ("pelvis", "pelvis", -0.004, -0.030, 0.052, 0.080, 0.030),
    ("pelvis", "pelvis", -0.004, 0.010, 0.066, 0.094, 0.040),
    ("l5", "l5", 0.014, 0.000, 0.064, 0.090, 0.035),
)
MAN_CHEST: tuple[Row, ...] = (
    ("l5", "l5", 0.016, 0.006, 0.065, 0.090, 0.030),
    ("l3", "l3", 0.014, 0.000, 0.063, 0.087, 0.035),
    ("t12", "t12", 0.017, 0.000, 0.066, 0.090, 0.040),
    ("t8", "t8", 0.027, 0.000, 0.070, 0.099, 0.040),
    ("t4", "t4", 0.026, 0.004, 0.060, 0.104, 0.034),
    ("t4", "t4", 0.018, 0.036, 0.042, 0.090, 0.020),
    ("c7", "c7", 0.012, -0.020, 0.038, 0.072, 0.018),
    ("c7", "c7", 0.008, -0.004, 0.032, 0.044, 0.016),
)
WOMAN_PELVIS: tuple[Row, ...] = (
    ("pelvis", "pelvis", -0.004, -0.030, 0.054, 0.084, 0.030),
    ("pelvis", "pelvis", -0.006, 0.008, 0.067, 0.100, 0.040),
    ("l5", "l5", 0.012, 0.000, 0.061, 0.090, 0.035),
)
WOMAN_CHEST: tuple[Row, ...] = (
    ("l5", "l5", 0.013, 0.006, 0.061, 0.088, 0.030),
    ("l3", "l3", 0.010, 0.000, 0.055, 0.076, 0.035),
    ("t12", "t12", 0.012, 0.000, 0.057, 0.078, 0.040),
    ("t8", "t8", 0.032, 0.000, 0.068, 0.088, 0.036),
    ("t4", "t4", 0.024, 0.004, 0.056, 0.092, 0.034),
    ("t4", "t4", 0.016, 0.036, 0.038, 0.080, 0.018),
    ("c7", "c7", 0.010, -0.020, 0.034, 0.062, 0.016),
    ("c7", "c7", 0.006, -0.004, 0.028, 0.037, 0.014),
)
BUTTOCK = {Build.MAN: (-0.028, 0.042, -0.022, 0.048), Build.WOMAN: (-0.032, 0.046, -0.022, 0.051)}
# How strongly girth shows: the belly most, the chest less, limbs least.
BELLY_JOINTS = {"l5", "l3", "t12"}
BELLY_GIRTH, TRUNK_GIRTH, LIMB_GIRTH = 1.35, 0.8, 0.6


def _trunk(physique: Physique) -> tuple[Part, ...]:
    is_woman = physique.build is Build.WOMAN
    pelvis = _rows(WOMAN_PELVIS if is_woman else MAN_PELVIS, physique)
    chest = _rows(WOMAN_CHEST if is_woman else MAN_CHEST, physique)
    return (
        *(_buttock(side, physique) for side in SIDES),
        Part(name="pelvis", tone=Tone.TROUSERS, blobs=pelvis, joined=3),
        Part(name="chest", tone=Tone.SHIRT, blobs=chest),
        *((BUMP,) if physique.is_pregnant else ()),
    )


def _rows(rows: tuple[Row, ...], physique: Physique) -> tuple[Blob, ...]:
    blobs = []
    for joint, segment, forward, up, deep, wide, high in rows:
        strength = BELLY_GIRTH if joint in BELLY_JOINTS else TRUNK_GIRTH
        more = 1 + (physique.girth - 1) * strength
        grown = deep * more
        # A larger belly grows forward, not into the back.
        blobs.append(
            Blob(
                joint=joint,
                segment=segment,
                offset=(forward + (grown - deep) * 0.7, 0.0, up),
                radii=(grown, wide * more, high),
            )
        )
    return tuple(blobs)


def _buttock(side: Side, physique: Physique) -> Part:
    back, out, down, radius = BUTTOCK[physique.build]
    more = 1 + (physique.girth - 1) * TRUNK_GIRTH
    s, r = sign_of(side), radius * more
    round_ = Blob(
        joint="pelvis", segment="pelvis", offset=(back * more, s * out, down), radii=(r, r, r)
    )
    fold = Blob(
        joint=f"hip-{side}",
        segment=f"thigh-{side}",
        offset=(-0.004, 0.0, -0.045),
        radii=(0.054 * more, 0.052 * more, 0.05),
    )
    top = Blob(joint="l5", segment="l5", offset=(-0.004, s * 0.03, 0.0), radii=(0.05, 0.05, 0.03))
    return Part(name="buttock", tone=Tone.TROUSERS, blobs=(top, round_, fold), side=side, joined=3)


# --- limbs -----------------------------------------------------------------------------------

# share of the bone's length from its start, forward (share of stature), radius (share of stature)
Station = tuple[float, float, float]
THIGH: tuple[Station, ...] = (
    (0.00, 0.000, 0.058),
    (0.22, 0.004, 0.057),
    (0.50, 0.006, 0.049),
    (0.80, 0.004, 0.038),
    (1.00, 0.002, 0.0345),
)
SHANK: tuple[Station, ...] = (
    (0.00, 0.000, 0.0335),
    (0.12, -0.002, 0.0325),
    (0.30, -0.008, 0.0345),
    (0.50, -0.007, 0.0300),
    (0.72, -0.003, 0.0225),
)
ANKLE: tuple[Station, ...] = ((0.70, -0.003, 0.0220), (0.90, 0.000, 0.0185), (1.00, 0.000, 0.0195))
UPPER_ARM: tuple[Station, ...] = (
    (0.02, 0.000, 0.0310),
    (0.20, 0.001, 0.0310),
    (0.55, 0.003, 0.0275),
    (1.00, 0.000, 0.0225),
)
SLEEVE: tuple[Station, ...] = (
    (0.03, -0.001, 0.0310),
    (0.22, 0.001, 0.0318),
    (0.54, 0.002, 0.0302),
)
FOREARM: tuple[Station, ...] = (
    (0.00, 0.000, 0.0220),
    (0.22, 0.001, 0.0245),
    (0.60, 0.000, 0.0195),
    (1.00, 0.000, 0.0150),
)


def _stations(
    rows: tuple[Station, ...], joint: str, segment: str, length: float, more: float
) -> tuple[Blob, ...]:
    return tuple(
        Blob(
            joint=joint,
            segment=segment,
            offset=(forward, 0.0, -share * length),
            radii=(radius * more,) * 3,
        )
        for share, forward, radius in rows
    )


def _limb_girth(physique: Physique) -> float:
    slim = 0.94 if physique.build is Build.WOMAN else 1.0
    return slim * (1 + (physique.girth - 1) * LIMB_GIRTH)


def _leg(side: Side, physique: Physique) -> tuple[Part, ...]:
    r = physique.ratios
    more = 1 + (physique.girth - 1) * LIMB_GIRTH
    thigh, shank = f"thigh-{side}", f"shank-{side}"
    hip, knee = f"hip-{side}", f"knee-{side}"
    upper = _stations(THIGH, hip, thigh, r.thigh, more)
    lower = _stations(SHANK, knee, shank, r.shank, more)
    bare = _stations(ANKLE, knee, shank, r.shank, 1.0)
    return (
        Part(name="thigh", tone=Tone.TROUSERS, blobs=upper, side=side, joined=2),
        Part(name="ankle", tone=Tone.SKIN, blobs=bare, side=side),
        Part(name="foot", tone=Tone.SKIN, blobs=_foot(side, physique), side=side, joined=1),
        Part(name="shank", tone=Tone.TROUSERS, blobs=lower, side=side, joined=1),
    )


def _foot(side: Side, physique: Physique) -> tuple[Blob, ...]:
    """Heel, instep, ball and toes; the sole lies at the height of the ankle below it."""
    sole = -physique.ratios.ankle_height
    rows = (
        (0.002, sole + 0.0330, 0.0190),
        (-0.024, sole + 0.0190, 0.0190),
        (0.030, sole + 0.0215, 0.0205),
        (0.078, sole + 0.0135, 0.0135),
        (0.104, sole + 0.0090, 0.0090),
    )
    joint, segment = f"ankle-{side}", f"foot-{side}"
    return tuple(
        Blob(joint=joint, segment=segment, offset=(x, 0.0, z), radii=(r, r * 1.15, r))
        for x, z, r in rows
    )


def _arm(side: Side, physique: Physique) -> tuple[Part, ...]:
    r, more = physique.ratios, _limb_girth(physique)
    shoulder, elbow = f"shoulder-{side}", f"elbow-{side}"
    upper, fore = f"upper-arm-{side}", f"forearm-{side}"
    bare = _stations(UPPER_ARM, shoulder, upper, r.upper_arm, more)
    lower = _stations(FOREARM, elbow, fore, r.forearm, more)
    sleeve = _stations(SLEEVE, shoulder, upper, r.upper_arm, more)
    return (
        Part(name="upper-arm", tone=Tone.SKIN, blobs=bare, side=side, joined=2),
        Part(name="forearm", tone=Tone.SKIN, blobs=lower, side=side, joined=1),
        Part(name="hand", tone=Tone.SKIN, blobs=_hand(side), side=side, joined=1),
        Part(name="sleeve", tone=Tone.SHIRT, blobs=sleeve, side=side, joined=2),
    )


def _hand(side: Side) -> tuple[Blob, ...]:
    """Palm and fingers; the thumb lies along them."""
    rows = (
        (0.0, 0.000, 0.0145, 0.0150),
        (0.002, -0.034, 0.0125, 0.0215),
        (0.004, -0.066, 0.0095, 0.0185),
        (0.004, -0.092, 0.0065, 0.0120),
    )
    joint, segment = f"wrist-{side}", f"hand-{side}"
    return tuple(
        Blob(joint=joint, segment=segment, offset=(x, 0.0, z), radii=(thick, wide, wide * 0.9))
        for x, z, thick, wide in rows
    )


# --- the head --------------------------------------------------------------------------------


def _head(physique: Physique) -> tuple[Part, ...]:
    is_woman = physique.build is Build.WOMAN
    neck_r = 0.0265 if is_woman else 0.031
    neck = (
        _head_blob(-0.004, 0.000, 0.0, neck_r * 1.12, joint="c7", segment="c7"),
        _head_blob(0.002, 0.030, 0.0, neck_r, joint="c7", segment="neck"),
        _head_blob(0.006, 0.010, 0.0, neck_r, joint="skull", segment="head"),
    )
    jaw = 0.030 if is_woman else 0.034
    face = (
        Blob(joint="skull", segment="head", offset=(0.010, 0, 0.050), radii=(0.054, 0.043, 0.050)),
        Blob(joint="skull", segment="head", offset=(0.032, 0, 0.020), radii=(jaw, jaw, 0.024)),
        Blob(joint="skull", segment="head", offset=(0.046, 0, 0.008), radii=(0.014, 0.016, 0.010)),
    )
    nose = (
        Blob(joint="skull", segment="head", offset=(0.056, 0, 0.046), radii=(0.008, 0.008, 0.016)),
        Blob(joint="skull", segment="head", offset=(0.068, 0, 0.032), radii=(0.006, 0.008, 0.006)),
    )
    return (
        Part(name="neck", tone=Tone.SKIN, blobs=neck),
        Part(name="nose", tone=Tone.SKIN, blobs=nose),
        Part(name="face", tone=Tone.SKIN, blobs=face),
        *_hair(physique),
    )


def _hair(physique: Physique) -> Iterator[Part]:
    """A hairline over the brow, the hair behind it, and a bun where it is worn up."""
    is_woman = physique.build is Build.WOMAN
    nape = 0.022 if is_woman else 0.036
    brow = (
        Blob(joint="skull", segment="head", offset=(0.028, 0, 0.081), radii=(0.033, 0.034, 0.019)),
        Blob(joint="skull", segment="head", offset=(0.004, 0, 0.078), radii=(0.044, 0.042, 0.028)),
        Blob(joint="skull", segment="head", offset=(-0.018, 0, 0.064), radii=(0.032, 0.045, 0.034)),
    )
    behind = (
        Blob(joint="skull", segment="head", offset=(-0.012, 0, 0.062), radii=(0.040, 0.046, 0.044)),
        Blob(joint="skull", segment="head", offset=(-0.022, 0, nape), radii=(0.026, 0.036, 0.024)),
    )
    yield Part(name="brow", tone=Tone.HAIR, blobs=brow)
    yield Part(name="hair", tone=Tone.HAIR, blobs=behind)
    if is_woman:
        bun = (_head_blob(-0.030, 0.0, 0.112, 0.0225), _head_blob(-0.024, 0.0, 0.096, 0.018))
        yield Part(name="bun", tone=Tone.HAIR, blobs=bun)
    for side in SIDES:
        ear = Blob(
            joint="skull",
            segment="head",
            offset=(-0.004, sign_of(side) * 0.043, 0.038),
            radii=(0.009, 0.005, 0.014),
        )
        yield Part(name="ear", tone=Tone.EAR, blobs=(ear, ear), side=side)


def _head_blob(
    forward: float,
    up: float,
    higher: float,
    radius: float,
    *,
    joint: str = "skull",
    segment: str = "head",
) -> Blob:
    return Blob(
        joint=joint, segment=segment, offset=(forward, 0.0, up + higher), radii=(radius,) * 3
    )

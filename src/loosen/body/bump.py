"""The bump of a pregnancy: a part of its own before the belly."""

from .blobs import Blob, Part, Tone

# Joint; forward and up of it; half-depth, half-width, half-height: shares of stature, ours.
_ROWS = (
    ("l3", 0.066, 0.010, 0.064, 0.072, 0.060),
    ("l3", 0.070, -0.030, 0.072, 0.078, 0.062),
)

BUMP = Part(
    name="bump",
    tone=Tone.SHIRT,
    blobs=tuple(
        Blob(joint=joint, segment=joint, offset=(forward, 0.0, up), radii=(deep, wide, high))
        for joint, forward, up, deep, wide, high in _ROWS
    ),
)

"""Which phase of a repetition differs from the person's own first good one: by time warping.

The two courses are laid over each other so that they fit best; a phase differs where they still
stand apart, or where one had to be stretched to fit.
"""

from enum import StrEnum


class Phase(StrEnum):
    """A part of one way out and back."""

    OUT = "out"
    FAR_OUT = "far-out"
    BACK = "back"

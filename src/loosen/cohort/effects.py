"""What helps whom, and by how much (evidence file, 7.3): drawn for each person anew.

The shapes are not those of the estimator in `response`: heavy tails, effects that drift over the
weeks, days that hang together. Sizes are points on the 0-10 scale against nothing done.
"""

from dataclasses import dataclass

import numpy as np

DRIFT_SHARE = 0.3  # ours: over the whole time an effect grows or shrinks by up to this share
TAIL_FREEDOM = 4.0  # ours: Student's t of a single use
USE_SD = 0.6  # ours: how much one use differs from the next


@dataclass(frozen=True, slots=True)
class Effects:
    """How much pain falls for this person (points), and how their body takes movement."""

    heat: float
    cold: float
    massage: float
    ibuprofen: float
    paracetamol: float
    breathing: float
    exercise: float
    staying_active: float
    easily_sore: float
    drift: float

    def drifted(self, size: float, day: int, days: int) -> float:
        """The size on that day."""
        return size * (1 + self.drift * (day / max(days, 1) - 0.5))


def effects_of(source: np.random.Generator) -> Effects:
    """One person's; uniform over the ranges of 7.3, or normal around its means."""
    return Effects(
        heat=float(source.uniform(0.5, 1.5)),
        cold=float(source.uniform(0.0, 1.0)),
        massage=float(source.uniform(0.0, 1.5)),
        ibuprofen=float(source.uniform(0.4, 1.1)),
        paracetamol=float(source.normal(0.0, 0.05)),
        breathing=0.0,  # no row in 7.3: none is assumed
        exercise=float(source.normal(0.1, 0.25)),  # at once: 0 (-0.1; CI +-0.5)
        staying_active=float(source.uniform(0.2, 0.8)),  # about 0.5 over weeks
        easily_sore=float(source.beta(1.2, 6.0)),  # ours: chance that too much is felt the next day
        drift=float(source.uniform(-DRIFT_SHARE, DRIFT_SHARE)),
    )

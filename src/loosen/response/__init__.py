"""What helped this person: from their own pairs of scores to estimates, with uncertainty.

Must never claim more than the record holds, and never decides what is offered.
"""

from .comparison import compared
from .estimating import estimates, learn, strength
from .learning import Learned, absorb, begin
from .triggers import associations

__all__ = [
    "Learned",
    "absorb",
    "associations",
    "begin",
    "compared",
    "estimates",
    "learn",
    "strength",
]

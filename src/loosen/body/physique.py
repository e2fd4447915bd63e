"""How a body is built: lengths as shares of stature, girth, and how far it likes to move."""

from dataclasses import dataclass, replace
from enum import StrEnum

LIMB_GIRTH = 0.6  # how strongly girth shows in limbs


class Build(StrEnum):
    """The two builds that are drawn."""

    WOMAN = "woman"
    MAN = "man"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratios:
    """Lengths as shares of stature, between centres of joints unless said otherwise.

    Source: Drillis and Contini 1966, as printed by Winter, "Biomechanics and Motor Control of
    Human Movement", fig. 4.1 (recalled, not opened). Widths by build and the spine's division
    are ours.
    """

    thigh: float = 0.245
    shank: float = 0.246
    ankle_height: float = 0.039
    foot: float = 0.152
    upper_arm: float = 0.186
    forearm: float = 0.146
    hand: float = 0.108
    hip_half: float = 0.050
    shoulder_half: float = 0.113
    hip_to_shoulder: float = 0.288
    hip_to_vertex: float = 0.470

    def __post_init__(self) -> None:
        for name in self.__slots__:
            value = getattr(self, name)
            if not 0.02 <= value <= 0.6:
                raise ValueError(f"{name} must be a share of stature, not {value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Physique:
    """One body. `girth` 1 is slim and healthy; `range` is the share of a movement that is made."""

    build: Build = Build.WOMAN
    stature_m: float = 1.68
    girth: float = 1.0
    range: float = 1.0
    is_pregnant: bool = False
    ratios: Ratios = Ratios()

    def __post_init__(self) -> None:
        for name, least, most in (("stature_m", 1.2, 2.2), ("girth", 0.8, 1.6), ("range", 0.3, 1)):
            value = getattr(self, name)
            if not least <= value <= most:
                raise ValueError(f"{name} must be from {least} to {most}, not {value}")


def expecting(physique: Physique) -> Physique:
    """The same body, a woman's with a bump."""
    return replace(physique, build=Build.WOMAN, is_pregnant=True)


def limb_girth(physique: Physique) -> float:
    """How much thicker than slim the arms and legs are."""
    return 1 + (physique.girth - 1) * LIMB_GIRTH


WOMAN = Physique()
MAN = Physique(build=Build.MAN, stature_m=1.78)
LARGE_WOMAN = Physique(girth=1.28)
LARGE_MAN = Physique(build=Build.MAN, stature_m=1.78, girth=1.28)

"""What the figure does, written out: every key pose in full, from phase 0 to 1."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from loosen.vocabulary import Anchor, Figure, Hold, Limb, Mover, Prop, Side, Working
from loosen.vocabulary.figures import LIMBS_NAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class FullPose:
    """A key pose with the angles that it names (degrees) and where each limb is held."""

    at: float
    angles: Mapping[str, float]
    holds: Mapping[Limb, Hold]
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """The figure of one item, ready to be posed."""

    id: str
    keys: tuple[FullPose, ...]
    anchor: Anchor
    props: tuple[Prop, ...] = ()
    region: Working | None = None
    view_deg: float = 0.0
    tilt_deg: float = 10.0
    arrow: Mover | None = None
    is_pregnant: bool = False

    @property
    def is_still(self) -> bool:
        """Whether nothing moves."""
        return len(self.keys) == 1


def motion_of(id_: str, figure: Figure) -> Motion:
    """The figure's keys in full: each over its start, the start again at the end."""
    start = FullPose(at=0.0, angles=figure.start, holds=_limbs(figure.holds))
    keys = [start]
    for key in figure.keys:
        angles = _over(start.angles, key.angles)
        holds = {**start.holds, **_limbs(key.holds)}
        keys.append(FullPose(at=key.at, angles=angles, holds=holds, label=key.label))
    if 0 < keys[-1].at < 1:
        keys.append(FullPose(at=1.0, angles=start.angles, holds=start.holds))
    return Motion(
        id=id_,
        keys=tuple(keys),
        anchor=figure.anchor,
        props=figure.props,
        region=figure.region,
        view_deg=figure.view_deg,
        tilt_deg=figure.tilt_deg,
        arrow=figure.arrow,
        is_pregnant=figure.is_pregnant,
    )


def _over(start: Mapping[str, float], changed: Mapping[str, float]) -> dict[str, float]:
    """Angles laid over others; one for both sides replaces what was said of either."""
    merged = dict(start)
    for name, deg in changed.items():
        for side in Side:
            merged.pop(f"{name}_{side}", None)
        merged[name] = deg
    return merged


def _limbs(holds: Mapping[str, Hold]) -> dict[Limb, Hold]:
    """By limb; one limb's own hold wins over that of both."""
    pairs = sorted(holds.items(), key=lambda named: -len(LIMBS_NAMED[named[0]]))
    return {limb: hold for name, hold in pairs for limb in LIMBS_NAMED[name]}


def motions_of(items: Iterable[tuple[str, Figure]]) -> tuple[Motion, ...]:
    """Several figures at once."""
    return tuple(motion_of(id_, figure) for id_, figure in items)

"""What a pose model makes of what is there: joints off for good, limbs guessed, sides mistaken."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from loosen.body.filming import Camera

from .recordings import DRIFT_KEPT, DRIFT_SHARE, FAR_NOISE, SHAKE_SHARE, SURE, SWAPPED_S, spells

Array = NDArray[np.float64]
ARMS, LEGS = range(13, 23), range(25, 33)
SWAPPED = [24, 23, 26, 25, 28, 27, 30, 29, 32, 31]
WANDER_S = 3.0  # within which a guessed limb strays
FACE_TURNED_S = 0.5  # for so long what looks up is taken for looking down


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What the pose model adds, in torsos unless said otherwise, and what the camera loses.

    `bias`: the most that a joint is off for good. `far_bias`, `far_wander`: of the arm and the leg
    that are behind. `is_sure`: it says 1.0 of everything. `noise_px`: of a picture 640 wide.
    """

    frames_per_s: float = 15.0
    jitter_s: float = 0.0
    noise_px: float = 0.0
    depth_noise: float = 3.0
    bias: float = 0.0
    far_bias: float = 0.0
    far_wander: float = 0.0
    is_sure: bool = False
    gap_s: float = 0.0
    gap_share: float = 0.0
    swaps_per_min: float = 0.0
    turns_face_per_min: float = 0.0


def spoilt(
    lm: Array, times: Array, camera: Camera, model: Model, chance: np.random.Generator
) -> Array:
    width, height = camera.size_px
    shape = np.array([1.0, width / height, 1.0])
    torso = _torso(lm, height / width)
    behind = lm[:, :, 3] < SURE
    found = lm.copy()
    found[:, :, :3] += _noise(lm, behind, model, chance) * shape
    bias = chance.uniform(-model.bias, model.bias, (33, 3)) * (1, 1, 0)
    found[:, :, :3] += bias * torso * shape
    for limb in (ARMS, LEGS):
        found[:, :, :3] += _guessed(limb, behind, times, model, chance) * torso * shape
    turned = _faces(times, model, chance)
    found[turned, 0, 1] += 2 * (found[turned, 7, 1] - found[turned, 0, 1])
    swapped = spells(times, SWAPPED_S, model.swaps_per_min * SWAPPED_S / 60, chance)
    found[swapped, 23:33] = found[swapped][:, SWAPPED]
    if model.is_sure:
        found[:, :, 3] = 1.0
    return found


def _torso(lm: Array, tall: float) -> float:
    """The middle length of the trunk, as a share of the picture's width."""
    trunk = (lm[:, 11:13, :2].mean(axis=1) - lm[:, 23:25, :2].mean(axis=1)) * (1.0, tall)
    return float(np.median(np.hypot(trunk[:, 0], trunk[:, 1])))


def _noise(
    lm: Array, behind: NDArray[np.bool_], model: Model, chance: np.random.Generator
) -> Array:
    """(T, 33, 3) shares of a picture 640 wide: what lingers, and what shakes."""
    shape = (len(lm), 33, 3)
    steps = chance.normal(0, model.noise_px * DRIFT_SHARE, shape)
    for index in range(1, len(lm)):
        steps[index] += DRIFT_KEPT * steps[index - 1]
    found = steps + chance.normal(0, model.noise_px * SHAKE_SHARE, shape)
    found[behind] *= FAR_NOISE
    found[:, :, 2] *= model.depth_noise
    return np.asarray(found / 640)


def _guessed(
    limb: range, behind: NDArray[np.bool_], times: Array, model: Model, chance: np.random.Generator
) -> Array:
    """Where the model puts a limb that it does not see: off for good, and straying."""
    found = np.zeros((len(times), 33, 3))
    corners = np.arange(times[0], times[-1] + 2 * WANDER_S, WANDER_S)
    for one in limb:
        for axis in (0, 1):
            off = chance.uniform(-1, 1, len(corners)) * model.far_wander
            off += chance.uniform(-1, 1) * model.far_bias
            found[:, one, axis] = np.interp(times, corners, off) * behind[:, one]
    return found


def _faces(times: Array, model: Model, chance: np.random.Generator) -> NDArray[np.bool_]:
    return spells(times, FACE_TURNED_S, model.turns_face_per_min * FACE_TURNED_S / 60, chance)

"""Follows one person from picture to picture, and counts now and then who else is there."""

from math import dist

import numpy as np

from loosen.vocabulary.frames import MASK_ROW_BYTES, Frame

from .clip import Picture
from .crop import Crop
from .detection import find_people
from .landmarks import Pose, read_pose
from .mask import mask_rows, packed_mask
from .models import PoseModels

LOOK_ROUND_S = 0.5  # between two counts of the people
LOOKS = 2  # that have to agree: one doubtful box is no second person
APART = 0.2  # of the crop's side between the middles of two trunks
MOST_LOOKED_AT = 3
TRUNK = (11, 12, 23, 24)  # shoulders and hips, by the model's numbers


class PoseReader:
    """Pictures of one clip, in order. Parameters never change while it runs."""

    __slots__ = ("_company", "_looked_s", "_next", "models")

    def __init__(self, *, models: PoseModels) -> None:
        self.models = models
        self.reset()

    def reset(self) -> None:
        """As new: nobody followed."""
        self._next: Crop | None = None
        self._looked_s: float | None = None
        self._company = 0  # looks in a row that saw more than one

    def read(self, picture: Picture) -> Frame:
        """What the models see in this picture."""
        pose = self._followed(picture)
        self._look_round(picture)
        if pose is None:
            pose = self._found(picture)
        self._next = None if pose is None else pose.next_crop
        return _frame(picture, pose, 2 if self._company >= LOOKS else 1)

    def _followed(self, picture: Picture) -> Pose | None:
        if self._next is None:
            return None
        return read_pose(self.models.landmarks, picture.rgba, self._next)

    def _found(self, picture: Picture) -> Pose | None:
        """The surest person in whom the landmarks are found too."""
        for person in find_people(self.models.detector, picture.rgba):
            pose = read_pose(self.models.landmarks, picture.rgba, person.crop)
            if pose is not None:
                return pose
        return None

    def _look_round(self, picture: Picture) -> None:
        is_due = self._looked_s is None or picture.t_s - self._looked_s >= LOOK_ROUND_S
        if not is_due:
            return
        self._looked_s = picture.t_s
        self._company = self._company + 1 if self._is_company(picture) else 0

    def _is_company(self, picture: Picture) -> bool:
        """Whether more than one body is there: the landmarks have to be found in each as well."""
        people = find_people(self.models.detector, picture.rgba)
        if len(people) <= 1:
            return False
        poses = [
            read_pose(self.models.landmarks, picture.rgba, one.crop)
            for one in people[:MOST_LOOKED_AT]
        ]
        return is_company([pose for pose in poses if pose is not None])


def is_company(poses: list[Pose]) -> bool:
    """Whether these are more than one body, and not one that was found twice."""
    return any(
        dist(_middle(one), _middle(other)) > APART * max(one.crop.side, other.crop.side)
        for index, one in enumerate(poses)
        for other in poses[:index]
    )


def _middle(pose: Pose) -> list[float]:
    middle: list[float] = pose.rows[list(TRUNK), :2].mean(axis=0).tolist()
    return middle


def _frame(picture: Picture, pose: Pose | None, people: int) -> Frame:
    high, wide = picture.rgba.shape[:2]
    if pose is None or not np.isfinite(pose.rows).all():
        empty = bytes(mask_rows((wide, high)) * MASK_ROW_BYTES)
        return Frame(t_s=picture.t_s, lm=(), size_px=(wide, high), mask64=empty, people=0)
    shares = pose.rows / np.array([wide, high, wide, 1], dtype=np.float32)
    return Frame(
        t_s=picture.t_s,
        lm=tuple((x, y, z, v) for x, y, z, v in shares.tolist()),
        size_px=(wide, high),
        mask64=packed_mask(pose.mask, pose.crop, (wide, high)),
        people=people,
    )

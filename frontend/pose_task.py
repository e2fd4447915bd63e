"""Assembles the `.task` files of the pose model out of the models in npm `@mediapipe/pose`.

tasks-vision refuses the two models as they are: it wants to be told how a picture becomes their
numbers. That is written here as TFLite metadata, in a new head before each model. A `.task` file
is a zip of both, stored without packing.
"""

import io
import struct
import zipfile
from dataclasses import dataclass

from flatbuffer import At, Blob, Field, Many, Numbers, Scalar, Table, Text, file_of

DETECTOR, LANDMARKS = "pose_detector.tflite", "pose_landmarks_detector.tflite"
MODEL, METADATA = b"TFL3", b"M001"
NAMED = "TFLITE_METADATA"
# Fields by their number in TFLite's schema; what is only pointed at comes last.
VERSION, SUBGRAPHS, BUFFERS, METADATA_LIST = 0, 2, 4, 6
ONLY_POINTED_AT = (1, SUBGRAPHS, 3, 5, 7)
TENSORS, OUTPUTS, TENSOR_NAME = 0, 2, 3  # of a graph, and of a tensor
IMAGE, NORMALIZATION, RGB = 2, 1, 1  # members of the metadata's unions and of its colours
MADE_AT = (2022, 1, 1, 0, 0, 0)  # so that the same models give the same bytes


@dataclass(frozen=True, slots=True)
class Scaling:
    """A colour of 0 to 255 becomes (colour - mean) / std."""

    mean: float
    std: float


FOR_DETECTOR, FOR_LANDMARKS = Scaling(127.5, 127.5), Scaling(0.0, 255.0)


def task_file(detector: bytes, landmarks: bytes) -> bytes:
    """The bundle that `PoseLandmarker` loads. Raises `ValueError` where one is no model."""
    parts = {
        DETECTOR: with_metadata(detector, FOR_DETECTOR),
        LANDMARKS: with_metadata(landmarks, FOR_LANDMARKS),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as zipped:
        for name, body in parts.items():
            zipped.writestr(zipfile.ZipInfo(name, MADE_AT), body)
    return held.getvalue()


def with_metadata(model: bytes, scaling: Scaling) -> bytes:
    """The model behind a new head that says how its picture is scaled."""
    if model[4:8] != MODEL:
        raise ValueError(f"no TFLite model: it begins with {model[:8]!r}")
    old = Buffer(model)
    root = old.follow(0)
    buffers = old.many(root, BUFFERS)
    said = Table({0: Blob(file_of(_metadata(old.output_names(root), scaling), METADATA))})
    entry = Table({0: Text(NAMED), 1: Scalar("I", len(buffers))})
    fields: dict[int, Field] = {
        VERSION: Scalar("I", old.number(root, VERSION)),
        BUFFERS: Many([*map(At, buffers), said]),
        METADATA_LIST: Many([*map(At, old.many(root, METADATA_LIST)), entry]),
    }
    fields |= {one: At(place) for one in ONLY_POINTED_AT if (place := old.pointed(root, one))}
    return file_of(Table(dict(sorted(fields.items()))), MODEL, model)


def _metadata(outputs: list[str], scaling: Scaling) -> Table:
    """One picture in red, green and blue comes in; the outputs keep their names."""
    scaled = Table({0: Numbers("f", [scaling.mean]), 1: Numbers("f", [scaling.std])})
    picture = Table({0: Scalar("B", IMAGE), 1: Table({0: Scalar("b", RGB)})})
    unit = Table({0: Scalar("B", NORMALIZATION), 1: scaled})
    inputs = Table({0: Text("image"), 3: picture, 4: Many([unit])})
    named = Many([Table({0: Text(name)}) for name in outputs])
    return Table({0: Text("pose"), 3: Many([Table({2: Many([inputs]), 3: named})])})


class Buffer:
    """Reads as much of a FlatBuffer as has to be pointed at again."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def follow(self, place: int) -> int:
        """Where the pointer at this place leads."""
        return place + self._unpack("I", place)

    def pointed(self, table: int, number: int) -> int:
        """Where the table's field leads; 0 where it has none."""
        place = self._field(table, number)
        return self.follow(place) if place else 0

    def number(self, table: int, number: int) -> int:
        """The table's field as a whole number; 0 where it has none."""
        place = self._field(table, number)
        return self._unpack("I", place) if place else 0

    def many(self, table: int, number: int) -> list[int]:
        """Where the entries of the table's vector stand."""
        place = self.pointed(table, number)
        count = self._unpack("I", place) if place else 0
        return [self.follow(place + 4 * index) for index in range(1, count + 1)]

    def output_names(self, root: int) -> list[str]:
        """The names of what the first graph gives, in its order."""
        graph = self.many(root, SUBGRAPHS)[0]
        tensors, outputs = self.many(graph, TENSORS), self.pointed(graph, OUTPUTS)
        count = self._unpack("I", outputs)
        numbers = [self._unpack("I", outputs + 4 * index) for index in range(1, count + 1)]
        return [self.text(self.pointed(tensors[number], TENSOR_NAME)) for number in numbers]

    def text(self, place: int) -> str:
        """The string at this place."""
        length = self._unpack("I", place)
        return self._body[place + 4 : place + 4 + length].decode()

    def _field(self, table: int, number: int) -> int:
        listed = table - self._unpack("i", table)
        if 4 + 2 * number >= self._unpack("H", listed):
            return 0
        offset = self._unpack("H", listed + 4 + 2 * number)
        return table + offset if offset else 0

    def _unpack(self, form: str, place: int) -> int:
        return int(struct.unpack_from(f"<{form}", self._body, place)[0])

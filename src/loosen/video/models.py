"""The two models of the pose, out of one `.task` file: who is there, and where their joints are."""

import os
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from loosen.vocabulary import Problem, SettingsError

from .extra import load

Floats: TypeAlias = NDArray[np.float32]
DETECTOR, LANDMARKS = "pose_detector.tflite", "pose_landmarks_detector.tflite"
THREADS = 2
# The tensors by their shape: the order in which a model names them is not the same everywhere.
BOXES, SCORES = (1, 2254, 12), (1, 2254, 1)
POINTS, PRESENCE, MASK, HEAT = (1, 195), (1, 1), (1, 256, 256, 1), (1, 64, 64, 39)


class Model:
    """One network: a picture in, its tensors out."""

    def __init__(self, interpreter: Any) -> None:
        self._interpreter = interpreter
        self._input: int = interpreter.get_input_details()[0]["index"]
        self._outputs: dict[tuple[int, ...], int] = {
            tuple(int(side) for side in one["shape"]): one["index"]
            for one in interpreter.get_output_details()
        }

    def run(self, picture: Floats) -> None:
        """Look at one picture, (side, side, 3)."""
        self._interpreter.set_tensor(self._input, picture[np.newaxis])
        self._interpreter.invoke()

    def output(self, shape: tuple[int, ...]) -> Floats:
        """What came out, without the leading one."""
        tensor: Floats = self._interpreter.get_tensor(self._outputs[shape])[0]
        return tensor

    def gives(self, *shapes: tuple[int, ...]) -> bool:
        """Whether these are among its tensors."""
        return set(shapes) <= set(self._outputs)


@dataclass(frozen=True, slots=True)
class PoseModels:
    """Finds a person, and reads a person."""

    detector: Model
    landmarks: Model


def open_models(path: Path) -> PoseModels:
    """The models of a `.task` file. Raises `SettingsError` where it or the extra is missing."""
    interpreter: Any = load("ai_edge_litert.interpreter").Interpreter
    detector, landmarks = _parts(path)
    try:
        with _quiet():
            models = PoseModels(_model(interpreter, detector), _model(interpreter, landmarks))
    except (ValueError, RuntimeError) as error:
        raise SettingsError(_unfit(path, type(error).__name__)) from error
    if not models.detector.gives(BOXES, SCORES):
        raise SettingsError(_unfit(path, f"another {DETECTOR}"))
    if not models.landmarks.gives(POINTS, PRESENCE, MASK, HEAT):
        raise SettingsError(_unfit(path, f"another {LANDMARKS}"))
    return models


def _parts(path: Path) -> tuple[bytes, bytes]:
    try:
        with zipfile.ZipFile(path) as held:
            return held.read(DETECTOR), held.read(LANDMARKS)
    except FileNotFoundError as error:
        raise SettingsError(_absent(path)) from error
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise SettingsError(_unfit(path, type(error).__name__)) from error


def _model(interpreter: Any, body: bytes) -> Model:
    made = interpreter(model_content=body, num_threads=THREADS)
    made.allocate_tensors()
    return Model(made)


@contextmanager
def _quiet() -> Iterator[None]:
    """The library greets on standard error, past Python; a command's reader has no use for it."""
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _absent(path: Path) -> Problem:
    return Problem(
        what="the pose model is not there",
        where=str(path),
        found="no such file",
        expected="the file that is made when the pages are built",
        do="install Loosen from a wheel, or run ./run setup in the checkout",
    )


def _unfit(path: Path, found: str) -> Problem:
    return Problem(
        what="the pose model cannot be used",
        where=str(path),
        found=found,
        expected=f"a zip of {DETECTOR} and {LANDMARKS}",
        do="install Loosen again; its build makes this file",
    )

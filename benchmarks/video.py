"""Video: how much of it `loosen analyse` judges in a second, decoding and all."""

import importlib.util
import io
import math
from collections.abc import Iterator
from contextlib import redirect_stdout
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import av
import numpy as np

from loosen.cli import main

from .table import Row

SECONDS, RATE, WIDE, HIGH = 10, 30, 640, 480
SIDE, SWAY_PX = 400, 40


def rows() -> Iterator[Row]:
    """With either model; a person is in the picture all the time, so every picture is read."""
    with TemporaryDirectory() as folder:
        clip = Path(folder) / "clip.mp4"
        _film(clip)
        for model in ("full", "lite"):
            took_s = _judged_s(clip, model)
            yield Row(
                what=f"a video, {model} model",
                figure=SECONDS / took_s,
                unit="seconds a second",
                budget=1,
                at_least=True,
                how=f"`loosen analyse`, {SECONDS} s of {WIDE}x{HIGH} at {RATE} a second, H.264, "
                "a real person swaying; start of the program's own rooms and models included",
            )


def _judged_s(clip: Path, model: str) -> float:
    began = perf_counter()
    with redirect_stdout(io.StringIO()):
        code = main(["analyse", str(clip), "--exercise", "sit-to-stand", "--model", model])
    if code:
        raise SystemExit(f"analyse: exit code {code}")
    return perf_counter() - began


def _film(path: Path) -> None:
    person = _photograph()[:SIDE, 50 : 50 + SIDE]
    with av.open(str(path), "w") as out:
        stream: Any = out.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = WIDE, HIGH, "yuv420p"
        for index in range(SECONDS * RATE):
            left = (WIDE - SIDE) // 2 + round(SWAY_PX * math.sin(index / 15))
            picture = np.full((HIGH, WIDE, 3), 90, dtype=np.uint8)
            picture[HIGH - SIDE :, left : left + SIDE] = person
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = index, Fraction(1, RATE)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))


def _photograph() -> Any:
    """A person from head to chest, public domain: the file that scikit-image ships."""
    found = importlib.util.find_spec("skimage")
    if found is None or found.origin is None:
        raise SystemExit("needs scikit-image, for its photograph")
    with av.open(str(Path(found.origin).parent / "data" / "astronaut.png")) as held:
        return next(held.decode(video=0)).to_ndarray(format="rgb24")

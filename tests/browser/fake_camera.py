"""A camera that shows a film: a public-domain photograph of a real person, moved a little.

Chromium plays an mjpeg file where it would open a camera.
"""

import importlib.util
from math import sin, tau
from pathlib import Path

import av
import numpy as np

WIDE, HIGH, A_SECOND = 640, 480, 30
PICTURES, SWAYS_PX = 60, 30
GREY = 128


def flags(film: Path) -> tuple[str, ...]:
    """For a Chromium that has this film for a camera, and asks nobody."""
    return (
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    )


def film_of_a_person(path: Path, *, sways_px: int = SWAYS_PX) -> Path:
    """Two seconds that go round: somebody from head to chest, swaying from side to side."""
    found = importlib.util.find_spec("skimage")
    assert found is not None
    assert found.origin is not None
    with av.open(str(Path(found.origin).parent / "data" / "astronaut.png")) as held:
        shown = next(held.decode(video=0)).reformat(HIGH, HIGH)
    photograph = shown.to_ndarray(format="rgb24")
    with av.open(str(path), "w", format="mjpeg") as out:
        stream = out.add_stream("mjpeg", rate=A_SECOND)
        stream.width, stream.height, stream.pix_fmt = WIDE, HIGH, "yuvj420p"
        for index in range(PICTURES):
            picture = np.full((HIGH, WIDE, 3), GREY, np.uint8)
            left = (WIDE - HIGH) // 2 + round(sways_px * sin(tau * index / PICTURES))
            picture[:, left : left + HIGH] = photograph
            out.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        out.mux(stream.encode(None))
    return path

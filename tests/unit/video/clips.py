"""Videos made for the tests: a bright spot in a corner, or a photograph, in any container."""

import importlib.util
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
TICKS = 1000  # a second: the finest that webm keeps
PIXELS = {"libx264": "yuv420p", "libvpx-vp9": "yuv420p", "mjpeg": "yuvj444p", "mpeg4": "yuv420p"}


def spot(index: int = 0, size: tuple[int, int] = (96, 64)) -> Picture:
    """Red in the upper left corner, the rest of a grey that says which picture it is."""
    wide, high = size
    picture = np.full((high, wide, 3), 60 + 4 * (index % 20), dtype=np.uint8)
    picture[: high // 3, : wide // 3] = (230, 20, 20)
    return picture


def photograph() -> Picture:
    """A person from head to chest, public domain: the file that scikit-image ships."""
    found = importlib.util.find_spec("skimage")
    assert found is not None
    assert found.origin is not None
    with av.open(str(Path(found.origin).parent / "data" / "astronaut.png")) as held:
        return next(held.decode(video=0)).to_ndarray(format="rgb24")


def opaque(picture: Picture) -> Picture:
    """With a fourth number to each pixel, as the models' pictures have it."""
    full = np.full((*picture.shape[:2], 1), 255, dtype=np.uint8)
    return np.ascontiguousarray(np.concatenate([picture, full], axis=2))


def write_png(path: Path, picture: Picture) -> None:
    """The picture as a file that any program reads."""
    codec = av.CodecContext.create("png", "w")
    codec.height, codec.width = picture.shape[:2]
    codec.pix_fmt, codec.time_base = "rgb24", Fraction(1, 1)
    frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
    frame.pts = 0
    path.write_bytes(b"".join(bytes(one) for one in (*codec.encode(frame), *codec.encode(None))))


def film(
    path: Path,
    pictures: Iterable[Picture],
    *,
    codec: str = "libx264",
    times_s: Sequence[float] | None = None,
    turned_deg: int = 0,
    is_mirrored: bool = False,
    pixel: Fraction | None = None,
    options: dict[str, str] | None = None,
) -> Path:
    """The pictures as a file; 30 a second where no times are named."""
    held = list(pictures)
    with av.open(f"file:{path}", "w", options=options or {}) as out:
        stream = out.add_stream(codec, rate=30)
        stream.height, stream.width = held[0].shape[:2]
        stream.pix_fmt = PIXELS[codec]
        stream.codec_context.time_base = Fraction(1, TICKS)
        stream.codec_context.max_b_frames = 0
        if pixel is not None:
            stream.codec_context.sample_aspect_ratio = pixel
        if turned_deg or is_mirrored:
            stream.set_display_rotation(turned_deg, hflip=is_mirrored)
        packets = []
        for index, picture in enumerate(held):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = round(index * TICKS / 30), Fraction(1, TICKS)
            packets += stream.encode(frame)
        packets += stream.encode(None)
        for index, packet in enumerate(packets):  # the encoder wants times that go on; a file not
            if times_s is not None:
                packet.pts, packet.dts = round(times_s[index] * TICKS), index
            out.mux(packet)
    return path


def spots(count: int, size: tuple[int, int] = (96, 64)) -> list[Picture]:
    """So many pictures, one after the other."""
    return [spot(index, size) for index in range(count)]

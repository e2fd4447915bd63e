"""A video file -> its pictures: upright, at most 640 pixels long, each with its own true time.

What is odd about a file is kept as a note; what could be read is used.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from loosen.vocabulary import MovementError

from . import trouble
from .extra import load
from .turning import matrix_of, turned

LONG_PX = 640  # of the longer side, as the numbers of the gate were measured
MOST_S = 3_600.0
END_S, END_SHARE = 0.5, 0.02  # a file may end so much earlier than it says
USUAL_HZ = 30
# A playlist names other files and addresses, and FFmpeg would fetch them: no such kind is read.
KINDS = "mov,mp4,matroska,webm,avi,mpegts,mpeg,mpegvideo,flv,asf,ogg,gif,wav,mp3,flac,aac"
CLOSED = {"protocol_whitelist": "file", "format_whitelist": KINDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: seconds from the first one, and (height, width, 4) of red, green, blue, 255."""

    t_s: float
    rgba: NDArray[np.uint8]


class Clip:
    """An open video. `notes` fills while it is read: what was odd, in words for people."""

    def __init__(self, container: Any, stream: Any, path: Path) -> None:
        self._container, self._stream = container, stream
        self.path = path
        self.duration_s = _duration_s(container, stream)
        self.spoilt = self.backward = self.timeless = 0
        self.last_s = 0.0
        self._broke_off = self._is_cut = False

    def pictures(self) -> Iterator[Picture]:
        """Every picture that can be read, in the order of time; once."""
        first_s: float | None = None
        size: tuple[int, int] | None = None  # of the first: some files change it on the way
        t_s = -1.0
        for frame in self._frames():
            time_s = self._time_s(frame, t_s, first_s)
            first_s = time_s if first_s is None else first_s
            if time_s - first_s <= t_s:
                self.backward += 1
                continue
            t_s = time_s - first_s
            if t_s > MOST_S:
                self._is_cut = True
                return
            self.last_s = t_s
            size = size or size_of(frame, self._stream.sample_aspect_ratio)
            yield Picture(t_s=t_s, rgba=upright(frame, size))

    def notes(self) -> tuple[str, ...]:
        """What was odd about the file, so far."""
        return tuple(trouble.notes(self, is_cut=self._is_cut, is_short=self._is_short()))

    def _is_short(self) -> bool:
        if self._broke_off:
            return True
        slack_s = max(END_S, END_SHARE * self.duration_s)
        return not self._is_cut and self.last_s < self.duration_s - slack_s

    def _frames(self) -> Iterator[Any]:
        """Whole pictures as they are decoded; a packet that cannot be is left out."""
        errors: Any = load("av.error")
        try:
            for packet in self._container.demux(self._stream):
                try:
                    frames = packet.decode()
                except errors.InvalidDataError:
                    self.spoilt += 1
                    continue
                for frame in frames:
                    if frame.is_corrupt:
                        self.spoilt += 1
                    else:
                        yield frame
        except (errors.FFmpegError, ValueError):
            self._broke_off = True

    def _time_s(self, frame: Any, before_s: float, first_s: float | None) -> float:
        if frame.time is not None:
            return float(frame.time)
        self.timeless += 1
        if first_s is None:
            return 0.0
        rate: Fraction = self._stream.average_rate or Fraction(USUAL_HZ)
        return first_s + before_s + float(1 / rate)


@contextmanager
def open_clip(path: Path) -> Iterator[Clip]:
    """The video of a file. Raises `MovementError` where there is none that can be read."""
    library: Any = load("av")
    errors: Any = load("av.error")
    try:
        container = library.open(f"file:{path}", options=CLOSED)
    except (errors.FFmpegError, OSError, ValueError) as error:
        raise MovementError(trouble.unreadable(path, error)) from error
    with container:
        yield Clip(container, _stream(container, path), path)


def _stream(container: Any, path: Path) -> Any:
    streams = [one for one in container.streams.video if one.codec_context and not _is_cover(one)]
    if not streams:
        kinds = sorted({one.type for one in container.streams})
        raise MovementError(trouble.no_video(path, kinds))
    stream = streams[0]
    size = stream.codec_context.width, stream.codec_context.height
    if not trouble.is_fit(size):
        raise MovementError(trouble.wrong_size(path, size))
    stream.thread_type = "AUTO"
    return stream


def _is_cover(stream: Any) -> bool:
    """A song's picture is a video of one picture to FFmpeg."""
    return bool(stream.disposition & type(stream.disposition).attached_pic)


def _duration_s(container: Any, stream: Any) -> float:
    """What the file says; 0 where it does not."""
    if stream.duration is not None and stream.time_base is not None:
        return float(stream.duration * stream.time_base)
    return container.duration / 1_000_000 if container.duration else 0.0


def size_of(frame: Any, pixel: Fraction | None) -> tuple[int, int]:
    """Width and height before it is turned: with square pixels, scaled."""
    wide, high = frame.width * float(pixel or 1), float(frame.height)
    scale = min(1.0, LONG_PX / max(wide, high))
    return max(trouble.LEAST_PX, round(wide * scale)), max(trouble.LEAST_PX, round(high * scale))


def upright(frame: Any, size: tuple[int, int]) -> NDArray[np.uint8]:
    """The picture as it is meant to be seen: of this size, then turned and mirrored."""
    scaled = frame.reformat(width=size[0], height=size[1], format="rgba")
    return turned(np.ascontiguousarray(scaled.to_ndarray()), matrix_of(frame))

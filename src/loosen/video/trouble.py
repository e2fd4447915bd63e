"""What is wrong with a video, in words: why it cannot be read, or what was odd about it."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from loosen.vocabulary import Problem

if TYPE_CHECKING:
    from .clip import Clip

LEAST_PX, MOST_PX = 16, 8_192
HEAD_BYTES = 8
OTHER_KINDS = {
    b"PK": "an archive, such as a recording (npz)",
    b"\x89PNG": "one picture",
    b"\xff\xd8\xff": "one picture",
    b"#EXTM3U": "a list that names other files",
}
KINDS = "a video as phones and browsers make them: mp4, mov, webm or mkv"


def unreadable(path: Path, error: Exception) -> Problem:
    """No video at all, or one whose head is missing."""
    return Problem(
        what="this is no video that can be read",
        where=path.name,
        found=_found(path, error),
        expected=KINDS,
        do=_do(path),
    )


def _do(path: Path) -> str:
    if _is_address(path):
        return "save the video on this computer first: no connection is opened"
    if _head(path).startswith(b"PK"):
        return "give a recording (npz) to loosen replay"
    return "check the name, and that the file plays and was copied whole"


def _is_address(path: Path) -> bool:
    return not path.exists() and re.match(r"[a-z]{3,}:/", str(path), re.IGNORECASE) is not None


def _head(path: Path) -> bytes:
    if not path.is_file():
        return b""
    try:
        with path.open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError:
        return b""


def _found(path: Path, error: Exception) -> str:
    if _is_address(path):
        return "an address"
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "a file that you may not read"
    if path.is_dir():
        return "a folder"
    if path.is_file() and path.stat().st_size == 0:
        return "an empty file"
    head = _head(path)
    kind = next((words for begins, words in OTHER_KINDS.items() if head.startswith(begins)), None)
    return kind or "no video, or one that is cut or damaged"


def no_video(path: Path, kinds: Sequence[str]) -> Problem:
    """A song, or subtitles."""
    return Problem(
        what="there is no picture in this file",
        where=path.name,
        found=", ".join(kinds) if kinds else "nothing that can be played",
        expected=KINDS,
        do="take the file that the camera made",
    )


def wrong_size(path: Path, size: tuple[int, int]) -> Problem:
    """A picture too small to see anybody, or too large to hold."""
    return Problem(
        what="the picture of this video has a size that cannot be used",
        where=path.name,
        found=f"{size[0]} by {size[1]} pixels",
        expected=f"{LEAST_PX} to {MOST_PX} pixels each way",
        do="save it again at 640 pixels or more",
    )


def is_fit(size: tuple[int, int]) -> bool:
    """Whether a picture of this size can be used."""
    return all(LEAST_PX <= side <= MOST_PX for side in size)


def nothing_read(path: Path) -> Problem:
    """It opened, and not one picture came out."""
    return Problem(
        what="not one picture of this video can be read",
        where=path.name,
        found="a file that opens, and holds nothing whole",
        expected=KINDS,
        do="check that it plays, and copy it again",
    )


def notes(clip: "Clip", *, is_cut: bool, is_short: bool) -> Iterator[str]:
    """What was odd, and what was done about it."""
    if is_cut:
        yield f"Only the first {clip.last_s / 60:.0f} minutes were read."
    if is_short:
        said = f" of the {clip.duration_s:.1f} s it names" if clip.duration_s else ""
        yield f"The file is damaged: it could be read up to {clip.last_s:.1f} s{said}."
    if clip.spoilt:
        yield f"Spoilt parts were left out: {clip.spoilt}."
    if clip.backward:
        yield f"Pictures whose time does not go on were left out: {clip.backward}."
    if clip.timeless:
        yield f"Pictures without a time of their own, set by the rate: {clip.timeless}."

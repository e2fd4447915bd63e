"""What is damaged gives what it holds and says so; what is no video says what it is."""

import random
import wave
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pytest
from tests.unit.video.clips import film, spots

from loosen.video import open_clip
from loosen.vocabulary import MovementError

FAST_START = {
    "movflags": "faststart"
}  # the table of the pictures comes first, as from a phone's app


def long_film(path: Path, options: dict[str, str] | None = None) -> Path:
    return film(path, spots(90), codec="mpeg4", options=options)


@pytest.mark.parametrize("name", ["clip.mkv", "clip.mp4"])
def test_a_cut_tail_leaves_the_beginning(name: str, tmp_path: Path) -> None:
    path = long_film(tmp_path / name, FAST_START if name.endswith("mp4") else None)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 6 // 10])
    with open_clip(path) as clip:
        times_s = [one.t_s for one in clip.pictures()]
    assert 20 < len(times_s) < 80
    told = f"The file is damaged: it could be read up to {times_s[-1]:.1f} s of the 3.0 s it names."
    assert told in clip.notes()


def test_a_spoilt_tail_is_never_a_crash(tmp_path: Path) -> None:
    path = long_film(tmp_path / "clip.mp4", FAST_START)
    whole = bytearray(path.read_bytes())
    start = len(whole) * 7 // 10
    whole[start:] = bytes((7 * index) % 256 for index in range(len(whole) - start))
    path.write_bytes(whole)
    with open_clip(path) as clip:
        assert len(list(clip.pictures())) > 40
    assert clip.notes()


def test_a_file_without_its_table_is_said(tmp_path: Path) -> None:
    path = long_film(tmp_path / "clip.mp4")
    path.write_bytes(path.read_bytes()[:-2000])
    assert "copied whole" in told(path)


def told(path: Path) -> str:
    with pytest.raises(MovementError) as caught, open_clip(path):
        pass
    return str(caught.value)


def test_what_is_no_video_says_what_it_is(tmp_path: Path) -> None:
    empty, text, song = (tmp_path / name for name in ("empty.mp4", "text.mp4", "song.wav"))
    empty.write_bytes(b"")
    text.write_text("not a video\n" * 40, encoding="ascii")
    with wave.open(str(song), "wb") as out:
        out.setparams((1, 2, 8000, 800, "NONE", "not compressed"))
        out.writeframes(bytes(1600))
    assert "found:    an empty file" in told(empty)
    assert "found:    no such file" in told(tmp_path / "none.mp4")
    assert "found:    a folder" in told(tmp_path)
    assert "no video that can be read" in told(text)
    assert "found:    no video, or one that is cut or damaged" in told(text)
    assert "found:    audio" in told(song)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b"PK\x03\x04", "an archive, such as a recording (npz)"),
        (b"\x89PNG\r\n\x1a\n", "one picture"),
        (b"#EXTM3U\n", "a list that names other files"),
    ],
    ids=["archive", "picture", "list"],
)
def test_a_file_of_another_kind_is_called_by_its_name(
    head: bytes, found: str, tmp_path: Path
) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(head + bytes(100))
    assert f"found:    {found}" in told(path)


def test_a_list_of_other_files_is_not_followed(tmp_path: Path) -> None:
    film(tmp_path / "own.mkv", spots(3))
    path = tmp_path / "list.mp4"
    path.write_text("ffconcat version 1.0\nfile own.mkv\n", encoding="ascii")
    assert "no video that can be read" in told(path)


def test_an_address_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    address = told(Path("http://127.0.0.1:9/a.mp4"))
    assert "found:    an address" in address
    assert "no connection is opened" in address
    named_so = film(tmp_path / "concat:a.mp4", spots(2))
    with open_clip(Path(named_so.name)) as clip:
        assert len(list(clip.pictures())) == 2


def test_a_picture_of_an_absurd_size_is_refused(tmp_path: Path) -> None:
    huge = film(tmp_path / "huge.mkv", spots(1, (9000, 16)), codec="mjpeg")
    tiny = film(tmp_path / "tiny.mkv", spots(1, (24, 8)), codec="mjpeg")
    assert "9000 by 16 pixels" in told(huge)
    assert "24 by 8 pixels" in told(tiny)


# --- whatever happens to a file ----------------------------------------------------------------

# Seeds at which it broke once: a stream without a codec, and an end within the head.
ONCE_BROKEN = (63, 89, 141, 214, 314)


@pytest.fixture(scope="module")
def clips_of_all_kinds(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("clips")
    kinds = {"mp4": "libx264", "mov": "mpeg4", "webm": "libvpx-vp9", "mkv": "mjpeg"}
    return [film(folder / f"clip.{end}", spots(20), codec=codec) for end, codec in kinds.items()]


@pytest.mark.parametrize("seeds", [range(60), ONCE_BROKEN], ids=["any", "once-broken"])
def test_no_damage_is_ever_a_crash(
    seeds: Iterable[int], clips_of_all_kinds: list[Path], tmp_path: Path
) -> None:
    for seed in seeds:
        whole = clips_of_all_kinds[seed % len(clips_of_all_kinds)]
        path = tmp_path / whole.name
        path.write_bytes(damaged(whole.read_bytes(), random.Random(seed)))
        with suppress(MovementError), open_clip(path) as clip:  # refused with words, or read
            times_s = [one.t_s for one in clip.pictures()]
            assert times_s == sorted(set(times_s))
            assert all(isinstance(note, str) for note in clip.notes())


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """Bytes changed, lost and put in."""
    body = bytearray(whole)
    for _ in range(chance.choice([1, 3, 20, 200])):
        place, length = chance.randrange(len(body)), chance.randrange(1, 30)
        match chance.randrange(3):
            case 0:
                body[place] = chance.randrange(256)
            case 1 if len(body) > 100:
                del body[place : place + length]
            case _:
                body[place:place] = chance.randbytes(length)
    return bytes(body)

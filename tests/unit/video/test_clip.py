"""What phones and browsers make is read: upright, with true times, in every container."""

from fractions import Fraction
from pathlib import Path

import av
import pytest
from tests.unit.video.clips import film, opaque, spots

from loosen.video import Picture, as_jpeg, open_clip

CONTAINERS = {"mp4": "libx264", "mov": "mpeg4", "webm": "libvpx-vp9", "mkv": "libx264"}


def read(path: Path) -> tuple[list[Picture], tuple[str, ...]]:
    with open_clip(path) as clip:
        return list(clip.pictures()), clip.notes()


def red_corner(picture: Picture) -> str:
    high, wide = picture.rgba.shape[:2]
    corners = {
        "upper left": picture.rgba[high // 8, wide // 8],
        "upper right": picture.rgba[high // 8, -wide // 8],
        "lower left": picture.rgba[-high // 8, wide // 8],
        "lower right": picture.rgba[-high // 8, -wide // 8],
    }
    return max(corners, key=lambda one: int(corners[one][0]) - int(corners[one][1]))


@pytest.mark.parametrize(("ending", "codec"), sorted(CONTAINERS.items()))
def test_every_container_gives_its_pictures_and_their_times(
    ending: str, codec: str, tmp_path: Path
) -> None:
    pictures, notes = read(film(tmp_path / f"clip.{ending}", spots(12), codec=codec))
    assert [one.t_s for one in pictures] == pytest.approx([i / 30 for i in range(12)], abs=0.002)
    assert {one.rgba.shape for one in pictures} == {(64, 96, 4)}
    assert red_corner(pictures[0]) == "upper left"
    assert notes == ()


TURNS = {
    "to the left": (90, False, "lower left"),
    "to the right": (-90, False, "upper right"),
    "upside down": (180, False, "lower right"),
    "mirrored": (0, True, "upper right"),
    "mirrored, to the left": (90, True, "lower right"),
    "mirrored, to the right": (-90, True, "upper left"),
    "mirrored, upside down": (180, True, "lower left"),
}


@pytest.mark.parametrize(("turned_deg", "is_mirrored", "corner"), TURNS.values(), ids=TURNS)
def test_a_phone_held_on_its_side_is_put_upright(
    turned_deg: int, is_mirrored: bool, corner: str, tmp_path: Path
) -> None:
    path = film(tmp_path / "clip.mp4", spots(3), turned_deg=turned_deg, is_mirrored=is_mirrored)
    pictures, _ = read(path)
    assert red_corner(pictures[0]) == corner
    assert pictures[0].rgba.shape[:2] == ((96, 64) if turned_deg in {90, -90} else (64, 96))


def test_a_rate_that_varies_keeps_its_own_times(tmp_path: Path) -> None:
    times_s = [0.0, 0.033, 0.1, 0.5, 0.52, 1.2]
    path = film(tmp_path / "clip.mp4", spots(6), times_s=times_s)
    assert [one.t_s for one in read(path)[0]] == pytest.approx(times_s, abs=0.002)


def test_a_clip_that_begins_late_begins_at_nought(tmp_path: Path) -> None:
    path = film(tmp_path / "clip.mkv", spots(3), times_s=[7.0, 7.1, 7.2])
    assert [one.t_s for one in read(path)[0]] == pytest.approx([0.0, 0.1, 0.2], abs=0.002)


def test_times_that_go_back_are_left_out_and_told(tmp_path: Path) -> None:
    path = film(tmp_path / "clip.mkv", spots(5), codec="mjpeg", times_s=[0.0, 0.1, 0.4, 0.3, 0.5])
    pictures, notes = read(path)
    assert [one.t_s for one in pictures] == pytest.approx([0.0, 0.1, 0.4, 0.5], abs=0.002)
    assert notes == ("Pictures whose time does not go on were left out: 1.",)


def test_one_picture_is_a_video_too(tmp_path: Path) -> None:
    pictures, notes = read(film(tmp_path / "clip.mp4", spots(1)))
    assert [one.t_s for one in pictures] == [0.0]
    assert notes == ()


@pytest.mark.parametrize("size", [(97, 63), (33, 201)], ids=["wide", "high"])
def test_odd_sizes_are_read(size: tuple[int, int], tmp_path: Path) -> None:
    pictures, _ = read(film(tmp_path / "clip.mkv", spots(2, size), codec="mjpeg"))
    assert pictures[0].rgba.shape[:2] == (size[1], size[0])


def test_large_pictures_are_scaled_and_small_ones_are_not(tmp_path: Path) -> None:
    large = film(tmp_path / "large.mp4", spots(2, (1280, 720)))
    assert read(large)[0][0].rgba.shape[:2] == (360, 640)


def test_pixels_that_are_no_squares_are_made_square(tmp_path: Path) -> None:
    path = film(tmp_path / "clip.mkv", spots(2, (100, 80)), pixel=Fraction(2, 1))
    assert read(path)[0][0].rgba.shape[:2] == (80, 200)


def test_a_picture_that_changes_its_size_on_the_way_keeps_that_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "clip.mkv"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("mjpeg", rate=30)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuvj444p"
        out.start_encoding()
        for index, size in enumerate([(96, 64), (96, 64), (48, 32)]):
            packet = av.Packet(as_jpeg(opaque(spots(1, size)[0])))
            packet.stream, packet.pts, packet.dts = stream, 100 * index, 100 * index
            packet.time_base = Fraction(1, 1000)
            out.mux(packet)
    pictures, _ = read(path)
    assert [one.rgba.shape[:2] for one in pictures] == [(64, 96)] * 3
    assert {red_corner(one) for one in pictures} == {"upper left"}

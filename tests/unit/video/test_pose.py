"""The real models on a real photograph: who is there, where, and what is no person."""

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from tests.unit.video import clips
from tests.unit.video.drawn import filmed

from loosen.cli import main
from loosen.cli.analysing import model_file
from loosen.video import Picture, PoseModels, PoseReader, open_models
from loosen.video.mask import unpacked
from loosen.video.models import DETECTOR, LANDMARKS
from loosen.vocabulary import SettingsError
from loosen.vocabulary.frames import Frame

NOSE, EARS, SHOULDERS = 0, (7, 8), (11, 12)
ON_THE_PHOTOGRAPH = {NOSE: (220, 127), 11: (305, 250), 12: (115, 230)}  # pixels, read by eye
OFF_PX = 30  # a shoulder lies somewhere under the suit
GREY = 128


@pytest.fixture(scope="module")
def models() -> PoseModels:
    return open_models(model_file("full"))


@pytest.fixture(scope="module")
def photograph() -> clips.Picture:
    return clips.photograph()


def seen(models: PoseModels, *pictures: clips.Picture, step_s: float = 0.1) -> list[Frame]:
    reader = PoseReader(models=models)
    return [
        reader.read(Picture(t_s=index * step_s, rgba=clips.opaque(one)))
        for index, one in enumerate(pictures)
    ]


def pixels(frame: Frame, number: int) -> tuple[float, float]:
    x, y, _, _ = frame.lm[number]
    return x * frame.size_px[0], y * frame.size_px[1]


def test_a_real_person_is_found_where_they_are(
    models: PoseModels, photograph: clips.Picture
) -> None:
    (frame,) = seen(models, photograph)
    for number, place in ON_THE_PHOTOGRAPH.items():
        assert pixels(frame, number) == pytest.approx(place, abs=OFF_PX), number
    assert frame.people == 1
    assert min(frame.lm[one][3] for one in (NOSE, *EARS, *SHOULDERS)) > 0.9
    assert frame.mask64 is not None
    person = unpacked(frame.mask64)
    assert person[16, 26]  # the face
    assert not person[4, 60]  # the wall


def test_whoever_is_followed_is_found_where_they_went(
    models: PoseModels, photograph: clips.Picture
) -> None:
    still = np.pad(photograph[:480], ((0, 0), (64, 64), (0, 0)))
    moved = np.roll(still, 30, axis=1)
    before, _, after = seen(models, still, still, moved)
    (x, y), (new_x, new_y) = pixels(before, NOSE), pixels(after, NOSE)
    assert (new_x - x, new_y - y) == pytest.approx((30, 0), abs=6)


def test_a_person_who_lies_is_the_same_person(
    models: PoseModels, photograph: clips.Picture
) -> None:
    upright, lying = seen(models, photograph)[0], seen(models, np.rot90(photograph).copy())[0]
    for number in (NOSE, *SHOULDERS):
        x, y = pixels(upright, number)
        assert pixels(lying, number) == pytest.approx((y, 512 - x), abs=20), number


def test_where_nobody_is_nobody_is_seen(models: PoseModels) -> None:
    grey = np.full((240, 320, 3), GREY, dtype=np.uint8)
    (frame,) = seen(models, grey)
    assert (frame.lm, frame.people) == ((), 0)
    assert frame.mask64 == bytes(48 * 8)


def test_two_people_are_told_once_a_second_look_agrees(
    models: PoseModels, photograph: clips.Picture
) -> None:
    beside = ((0, 0), (100, 100), (0, 0))
    alone = np.pad(photograph, ((0, 0), (200, 612), (0, 0)))[::2, ::2].copy()
    two = np.concatenate([np.pad(photograph, beside)] * 2, axis=1)[::2, ::2].copy()
    assert [one.people for one in seen(models, alone, two, two, alone, step_s=0.6)] == [1, 1, 2, 1]


def test_the_drawn_figure_on_film_is_counted_from_end_to_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pictures = filmed("bridge", 2, 8)
    times_s = [index / 8 for index in range(len(pictures))]
    clip = clips.film(tmp_path / "bridge.mp4", pictures, times_s=times_s)
    assert main(["analyse", str(clip), "--exercise", "bridge", "--model", "lite", "--json"]) == 0
    told = capsys.readouterr()
    found = json.loads(told.out)
    assert (found["count"], found["partials"], found["refused"]) == (2, [], None)
    assert [one["peak_s"] for one in found["repetitions"]] == pytest.approx([5.5, 11.5], abs=0.8)
    assert told.err == ""


def test_a_file_with_other_models_in_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.task"
    with zipfile.ZipFile(model_file("lite")) as held, zipfile.ZipFile(path, "w") as out:
        out.writestr(DETECTOR, held.read(LANDMARKS))
        out.writestr(LANDMARKS, b"\0" * 64)
    with pytest.raises(SettingsError, match="the pose model cannot be used"):
        open_models(path)

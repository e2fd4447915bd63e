"""A movement baked and read again is the movement, to a tenth of a millimetre."""

import subprocess
import sys

import numpy as np
import pytest

from loosen.body import LARGE_MAN, WOMAN, Motion, motion_of, pose
from loosen.body.track import CLOSE_M, MOST_FRAMES, between, quaternions_of, table_of, track_of
from loosen.vocabulary import Anchor, Figure, KeyPose, canonical_json, from_plain, parse_json
from loosen.vocabulary.errors import ContentError
from loosen.vocabulary.tracks import Track, packed, unpacked

MOST_M = 0.00006  # half of what one step means, and a hair


def bow(**more: object) -> Motion:
    keys = (
        KeyPose(at=0.4, angles={"lean": 60, "knee": 20}, label="Down"),
        KeyPose(at=0.6, angles={"lean": 60, "knee": 20}),
    )
    figure = Figure(anchor=Anchor.FEET, start={"shoulder": 20}, keys=keys, **more)
    return motion_of("bow", figure)


def again(track: Track) -> Track:
    text = canonical_json(track)
    plain = parse_json(text, where="a track", error=ContentError)
    return from_plain(Track, plain, where="a track", error=ContentError)


def test_a_track_read_again_is_the_same_track() -> None:
    made = track_of(bow(), WOMAN, "woman")
    assert again(made) == made


def test_every_joint_of_every_frame_is_where_it_was_to_a_tenth_of_a_millimetre() -> None:
    motion = bow()
    track = again(track_of(motion, LARGE_MAN))
    posed = pose(motion, np.array(track.phases), LARGE_MAN).pose
    read = np.array(track.places_m())
    for index, name in enumerate(sorted(posed.at)):
        assert np.abs(read[:, index] - posed.at[name]).max() < MOST_M, name


def test_every_segment_of_every_frame_lies_as_it_lay() -> None:
    motion = bow()
    track = again(track_of(motion, WOMAN))
    posed = pose(motion, np.array(track.phases), WOMAN).pose
    read = np.array(track.quaternions())
    read /= np.linalg.norm(read, axis=-1, keepdims=True)
    for index, name in enumerate(sorted(posed.frame)):
        # The same turn may be written with either sign.
        alike = np.abs(np.sum(read[:, index] * quaternions_of(posed.frame[name]), axis=-1))
        assert alike.min() > 1 - 1e-6, name


def test_between_its_frames_a_track_keeps_to_the_movement() -> None:
    motion = bow()
    track = track_of(motion, WOMAN)
    phases = np.linspace(0, 1, 173)
    posed = pose(motion, phases, WOMAN).pose
    drawn = between(np.array(track.phases), np.array(track.places_m()), phases)
    for index, name in enumerate(sorted(posed.at)):
        apart = np.linalg.norm(drawn[:, index] - posed.at[name], axis=-1)
        assert apart.max() < CLOSE_M * 1.25, name


def test_quaternions_hold_at_half_turns_about_every_axis() -> None:
    halves = np.stack([np.diag([1.0, -1, -1]), np.diag([-1.0, 1, -1]), np.diag([-1.0, -1, 1])])
    assert np.abs(quaternions_of(halves)).tolist() == np.eye(4)[:3].tolist()


def test_neighbouring_frames_never_turn_the_long_way_round() -> None:
    turns = np.array(track_of(bow(), WOMAN).quaternions())
    assert np.sum(turns[1:] * turns[:-1], axis=-1).min() > 0.9


def test_every_key_pose_is_a_frame_and_there_are_not_too_many() -> None:
    phases = track_of(bow(), WOMAN).phases
    assert {0.0, 0.4, 0.6, 1.0} <= set(phases)
    assert len(phases) <= MOST_FRAMES[0]


def test_a_curve_goes_through_its_frames_and_follows_a_parabola_exactly() -> None:
    at, phases = np.array([0.0, 0.2, 0.5, 1.0]), np.linspace(0, 1, 11)
    assert between(at, at**2, at) == pytest.approx(at**2)
    assert between(at, at**2, phases) == pytest.approx(phases**2)


def test_it_goes_between_its_two_ends_and_over_the_start_where_it_has_two_sides() -> None:
    there_and_back = track_of(bow(), WOMAN)
    assert (there_and_back.main, there_and_back.low) == (0.4, 1.0)
    keys = (KeyPose(at=0.3, angles={"lumbar": 30}), KeyPose(at=0.8, angles={"lumbar": -20}))
    both_ways = track_of(motion_of("x", Figure(anchor=Anchor.FEET, start={}, keys=keys)), WOMAN)
    assert (both_ways.main, both_ways.low) == (0.3, 0.8)


def test_a_still_is_one_frame() -> None:
    still = track_of(motion_of("still", Figure(anchor=Anchor.FEET, start={})), WOMAN)
    assert (still.phases, still.main, still.low) == ((0.0,), 0.0, 0.0)


def test_numbers_go_in_and_out_of_text() -> None:
    rows = [[-32768, -1, 0], [1, 63, 64], [32767, -64, -65], [8192, 8191, 0]]
    assert unpacked(packed(rows), 3) == rows
    assert unpacked(packed([]), 3) == []


def test_what_rests_costs_next_to_nothing() -> None:
    still = [[7, -300, 0]] * 200
    assert unpacked(packed(still), 3) == still
    assert len(packed(still)) <= 20


def test_numbers_that_do_not_come_out_even_are_refused() -> None:
    with pytest.raises(ValueError, match="rows of 2"):
        unpacked(packed([[1, 2, 3]]), 2)
    with pytest.raises(ValueError, match="middle of one"):
        unpacked("gA==", 1)


def test_a_track_that_lacks_a_joint_is_refused_with_its_place() -> None:
    plain = parse_json(canonical_json(track_of(bow(), WOMAN)), where="t", error=ContentError)
    with pytest.raises(ContentError, match=r"rows|numbers a joint"):
        from_plain(Track, {**plain, "joints": plain["joints"] + 1}, where="t", error=ContentError)


def test_the_table_of_a_body_names_a_joint_and_a_segment_for_every_blob() -> None:
    posed = pose(bow(), np.zeros(1), WOMAN).pose
    table = table_of(WOMAN, posed.at, posed.frame)
    parts = table["parts"]
    assert isinstance(parts, list)
    assert {part["name"] for part in parts} == set(table["pieces"]) - {"bump"}
    for part in parts:
        for joint, segment, *_sizes, swell in part["blobs"]:
            assert 0 <= joint < len(posed.at)
            assert 0 <= segment < len(posed.frame)
            assert 0 <= swell < 0.2


def test_reading_a_track_needs_the_standard_library_alone() -> None:
    code = "import sys; import loosen.vocabulary.tracks; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

"""The page draws the figure as Python does: every outline within half a pixel, in the same order.

The tracks go through the same text that is served, so that 16 bits, base64 and what lies between
two frames are all in the comparison.
"""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import cycle, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from loosen.body import PEOPLE, motion_of
from loosen.body.drawing import PX_PER_M, pieces
from loosen.body.flesh import Shape, shapes_of
from loosen.body.motion import Motion
from loosen.body.outline import View, polygons
from loosen.body.physique import Physique, expecting
from loosen.body.pose import pose
from loosen.body.rotations import Array
from loosen.body.scene import far_first, scene
from loosen.body.solids import faces
from loosen.body.track import table_of, track_of
from loosen.library.current import load_content
from loosen.vocabulary import to_plain

HERE = Path(__file__).parent
SCRIPT = HERE.parents[1] / "frontend" / "src" / "figure"
MOST_PX = 0.5
SAME_DEPTH_M = 0.0005
PHASES = (0.0, 0.17, 0.3, 0.5, 0.86)
TURNS_DEG = (0.0, 90.0, 205.0)
STEP_DEG = 45  # as the page turns a still, `frontend/src/figure/turning.ts`
LONGEST_S = 60
UP = np.array([1.0, -1.0])

pytestmark = pytest.mark.node


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Case:
    """One picture: what it shows of whom, at which phase, from where."""

    motion: Motion
    person: Physique
    phase: float
    turn_deg: float

    @property
    def view(self) -> View:
        return View(turn_deg=self.turn_deg, tilt_deg=self.motion.tilt_deg)

    @property
    def seen(self) -> Physique:
        """The body that is drawn."""
        return expecting(self.person) if self.motion.is_pregnant else self.person

    @property
    def body(self) -> str:
        """The name of its table."""
        return f"{PEOPLE.index(self.person)} {self.motion.is_pregnant}"

    @property
    def track(self) -> str:
        return f"{self.motion.id} {PEOPLE.index(self.person)}"


def cases() -> Iterator[Case]:
    """Every movement, by one body after the other, in every phase; the views take turns."""
    figures = [
        (id_, one.figure) for id_, one in load_content().exercises.items() if one.figure is not None
    ]
    for place, (id_, figure) in enumerate(figures):
        motion = motion_of(id_, figure)
        person = PEOPLE[place % len(PEOPLE)]
        for phase, turn_deg in zip(PHASES, cycle(TURNS_DEG), strict=False):
            yield Case(motion=motion, person=person, phase=phase, turn_deg=turn_deg + place)
    yield from stills()


def stills() -> Iterator[Case]:
    """Every position and one change of place, from its best view all the way round."""
    content = load_content()
    figures = [(id_, one.figure) for id_, one in content.positions.items() if one.figure]
    figures += [(f"off-floor.{one.step}", one) for one in content.transfers["off-floor"].figures]
    for place, (id_, figure) in enumerate(figures):
        person = PEOPLE[place % len(PEOPLE)]
        for step in range(0, 8, 3):
            turn_deg = figure.view_deg + step * STEP_DEG
            yield Case(motion=motion_of(id_, figure), person=person, phase=0.0, turn_deg=turn_deg)


ALL = tuple(cases())


@pytest.fixture(scope="module")
def in_the_page(node_path: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What the page's script draws for every case."""
    tracks, bodies = {}, {}
    for one in {one.track: one for one in ALL}.values():
        tracks[one.track] = to_plain(track_of(one.motion, one.person, one.body))
        posed = pose(one.motion, np.zeros(1), one.seen).pose
        bodies[one.body] = table_of(one.seen, posed.at, posed.frame)
    asked = [
        {
            "track": one.track,
            "phase": one.phase,
            "turn_deg": one.turn_deg,
            "tilt_deg": one.motion.tilt_deg,
        }
        for one in ALL
    ]
    file = tmp_path_factory.mktemp("figure") / "question.json"
    file.write_text(json.dumps({"tracks": tracks, "bodies": bodies, "cases": asked}))
    done = subprocess.run(
        [str(part) for part in (node_path, HERE / "figure_in_node.mjs", SCRIPT, file)],
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers


@cache
def shapes_at(case: Case) -> tuple[Shape, ...]:
    """The body in Python."""
    posed = pose(case.motion, np.array([case.phase]), case.seen).pose
    return shapes_of(posed, case.seen)


def apart_px(drawn: Array, expected: Array) -> float:
    """How far apart the hulls (N, D, 2) lie at most: by how far each reaches in 180 directions.

    Point by point would not do: where two blobs reach equally far, either's point may stand.
    """
    angle = np.arange(180) * (2 * np.pi / 180)
    directions = np.stack([np.cos(angle), np.sin(angle)])
    reached = [(outline @ directions).max(axis=-2) for outline in (drawn, expected)]
    return float(np.abs(reached[0] - reached[1]).max())


def test_a_shift_of_a_pixel_would_be_seen() -> None:
    square = np.array([[[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0]]])
    assert apart_px(square + np.array([0.0, 1.0]), square) > MOST_PX
    assert apart_px(square[:, ::-1], square) == 0


def test_there_are_several_movements_to_compare() -> None:
    moving = {one.motion.id: one.motion.is_still for one in ALL}
    assert list(moving.values()).count(False) >= 2
    assert list(moving.values()).count(True) > 10


def test_every_outline_is_within_half_a_pixel(in_the_page: list[Any]) -> None:
    worst: dict[str, float] = {}
    for case, answer in zip(ALL, in_the_page, strict=True):
        for shape in shapes_at(case):
            name = f"{shape.part.name} {shape.part.side}"
            expected = polygons(shape, case.view, 0) * PX_PER_M
            drawn = np.array(answer["outlines"][name]).reshape(expected.shape) * UP
            place = f"{case.motion.id} {name}"
            worst[place] = max(worst.get(place, 0.0), apart_px(drawn, expected))
    assert {place: apart for place, apart in worst.items() if apart > MOST_PX} == {}


def test_pieces_and_their_parts_are_painted_in_the_same_order(in_the_page: list[Any]) -> None:
    for case, answer in zip(ALL, in_the_page, strict=True):
        made = pieces(shapes_at(case), case.view, 0)
        depths = {(piece.name, piece.side): piece.near_m for piece in made}
        order = [depths[name, side] for name, side, _far, _parts in answer["pieces"]]
        # Two pieces at the same depth, to half a millimetre, may stand either way.
        assert np.diff(order).min() > -SAME_DEPTH_M, case
        shown = {(name, side): is_far for name, side, is_far, _parts in answer["pieces"]}
        assert shown == {(piece.name, piece.side): piece.is_far for piece in made}, case


def test_what_stands_beside_the_body_is_the_same(in_the_page: list[Any]) -> None:
    for case, answer in zip(ALL, in_the_page, strict=True):
        view = case.view
        fitted = far_first(scene(case.motion, case.person, np.zeros(1)).solids, view)
        waiting = [
            (face, (solid.layer, solid.near_m(view)))
            for solid in fitted
            for face in faces(solid, view)
        ]
        order = [taken(one, waiting, case) for one in answer["faces"]]
        assert waiting == [], case
        assert all(is_in_order(*two) for two in pairwise(order)), case


def taken(drawn: Any, waiting: list[Any], case: Case) -> tuple[int, float]:
    """How deep what was drawn lies in Python; it is taken off what waits to be found."""
    points = np.array(drawn["points"])[None] * PX_PER_M
    for place, ((tone, outline), depth) in enumerate(waiting):
        if tone == drawn["tone"] and apart_px(points, outline[None] * PX_PER_M) < MOST_PX:
            del waiting[place]
            return depth[0], depth[1]
    raise AssertionError(f"{case}: Python draws no {drawn['tone']} there")


def is_in_order(one: tuple[int, float], after: tuple[int, float]) -> bool:
    """Two things at the same depth, to half a millimetre, may stand either way."""
    return one[0] < after[0] or (one[0] == after[0] and one[1] < after[1] + SAME_DEPTH_M)

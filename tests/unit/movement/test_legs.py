"""Which leg is which: a moment's mistake is undone, what lasts is followed."""

from loosen.movement.landmarks import LEFT, RIGHT, USED
from loosen.movement.legs import STAYS_S, Legs
from loosen.movement.points import ANKLES, HIPS, KNEES, Body

TORSO_PX = 100.0
UP, DOWN = (50.0, 60.0), (90.0, 0.0)


def body(t_s: float, *, is_swapped: bool = False) -> Body:
    """Left knee drawn up, right leg straight; or told the other way round."""
    x, y = [0.0] * len(USED), [0.0] * len(USED)
    left, right = (RIGHT, LEFT) if is_swapped else (LEFT, RIGHT)
    for pair in (KNEES, ANKLES):
        (x[pair[left]], y[pair[left]]), (x[pair[right]], y[pair[right]]) = UP, DOWN
    return Body(t_s=t_s, x=tuple(x), y=tuple(y), z=(0.0,) * len(USED), near=LEFT, torso_px=TORSO_PX)


def test_left_taken_for_right_for_a_moment_is_undone() -> None:
    legs = Legs()
    told = [legs.update(body(index / 10, is_swapped=3 <= index < 7)) for index in range(12)]
    assert {one.of(KNEES[LEFT]) for one in told} == {UP}


def test_what_stays_the_other_way_round_is_believed() -> None:
    legs = Legs()
    told = [legs.update(body(index / 10, is_swapped=index >= 3)) for index in range(30)]
    assert told[5].of(KNEES[LEFT]) == UP
    assert told[-1].t_s > STAYS_S
    assert told[-1].of(KNEES[LEFT]) == DOWN


def test_after_a_gap_the_model_is_believed() -> None:
    legs = Legs()
    legs.update(body(0.0))
    assert legs.update(body(2.0, is_swapped=True)).of(KNEES[LEFT]) == DOWN


def test_the_hips_go_along_with_their_legs() -> None:
    legs = Legs()
    legs.update(body(0.0))
    swapped = body(0.1, is_swapped=True)
    x = list(swapped.x)
    x[HIPS[LEFT]], x[HIPS[RIGHT]] = 7.0, 8.0
    moved = Body(t_s=0.1, x=tuple(x), y=swapped.y, z=swapped.z, near=LEFT, torso_px=TORSO_PX)
    assert legs.update(moved).of(HIPS[LEFT])[0] == 8.0

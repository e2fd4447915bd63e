"""One calm cue at a time, the most important first, each with the numbers that fired it."""

import itertools

from tests.movement.recorded import a_set, measured

from loosen.cohort.recordings import Doing
from loosen.movement import CameraCoach, Cue, CueKind, Target


def cues(
    id_: str, doing: Doing, *, meant: str = "", target: Target | None = None
) -> list[tuple[float, Cue]]:
    coach = CameraCoach(measure=measured(meant or id_), target=target)
    seen = [coach.update(one) for one in a_set(id_, as_seen_for=meant, doing=doing).frames]
    return [(one.t_s, one.cue) for one in seen if one.cue]


def test_a_hold_that_is_too_short_says_by_how_much() -> None:
    [first, *_] = cues("bridge", Doing(reps=3, hold_s=1.0), target=Target(hold_s=4.0))
    assert first[1].kind is CueKind.HOLD_SHORT
    assert first[1].value is not None
    assert first[1].bound is not None
    assert first[1].value < first[1].bound


def test_too_fast_goes_before_too_short() -> None:
    target = Target(hold_s=4.0, way_s=10.0)
    [first, *_] = cues("bridge", Doing(reps=3, hold_s=1.0), target=target)
    assert first[1].kind is CueKind.TOO_FAST


def test_a_set_that_goes_well_is_praised_and_not_at_every_turn() -> None:
    said = cues("bridge", Doing(reps=6), target=Target(hold_s=1.5, way_s=4.0))
    assert {cue.kind for _, cue in said} == {CueKind.GOOD}
    assert len(said) == 2


def test_no_two_cues_come_close_together() -> None:
    said = cues("bridge", Doing(reps=6, hold_s=0.5), target=Target(hold_s=5.0))
    times = [t_s for t_s, _ in said]
    assert len(times) > 1
    assert all(after - before >= 5.0 for before, after in itertools.pairwise(times))


def test_another_movement_is_never_praised() -> None:
    said = cues("knee-to-chest", Doing(reps=3), meant="bridge")
    assert said
    assert {cue.kind for _, cue in said} <= {CueKind.OTHER_MOVEMENT, CueKind.NOT_IN_PLACE}

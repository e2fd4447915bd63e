"""Every position of ease and every transfer is drawn, and each picture belongs to its step."""

from collections.abc import Mapping
from itertools import pairwise

from loosen.vocabulary import Content, Figure, Position, Posture, Prop

FEWEST, MOST = 3, 6
PILLOWS = {prop for prop in Prop if prop.value.startswith("pillow")}


def stills(content: Content) -> Mapping[str, tuple[Figure, ...]]:
    return {id_: transfer.figures for id_, transfer in content.transfers.items()}


def test_every_position_has_its_picture(content: Content) -> None:
    assert [id_ for id_, one in content.positions.items() if one.figure is None] == []


def test_every_transfer_has_a_strip_of_pictures(content: Content) -> None:
    counts = {id_: len(figures) for id_, figures in stills(content).items()}
    assert {id_: n for id_, n in counts.items() if not FEWEST <= n <= MOST} == {}


def test_each_picture_shows_a_step_that_there_is(content: Content) -> None:
    for id_, transfer in content.transfers.items():
        steps = [figure.step for figure in transfer.figures]
        assert all(1 <= step <= len(transfer.steps) for step in steps), id_


def test_the_pictures_stand_in_the_order_of_their_steps(content: Content) -> None:
    for id_, figures in stills(content).items():
        assert all(one.step < other.step for one, other in pairwise(figures)), id_


def test_positions_and_transfers_hold_still(content: Content) -> None:
    shown = [figure for figures in stills(content).values() for figure in figures]
    shown += [one.figure for one in content.positions.values() if one.figure is not None]
    assert [figure for figure in shown if figure.keys] == []


def test_pillows_are_drawn_where_the_words_ask_for_them(content: Content) -> None:
    """The text names a pillow for every position but the standing one, which wants a towel."""
    for one in content.positions.values():
        assert one.figure is not None
        has_one = bool(PILLOWS & set(one.figure.props))
        assert has_one is (one.posture is not Posture.STANDING), one.id


def test_who_lies_on_a_side_has_a_pillow_between_the_knees(content: Content) -> None:
    for one in _on_side(content):
        assert one.figure is not None
        assert Prop.PILLOW_BETWEEN_KNEES in one.figure.props, one.id


def test_the_position_for_a_pregnancy_is_shown_with_a_bump_on_the_left_side(
    content: Content,
) -> None:
    figure = content.positions["on-side-in-pregnancy"].figure
    assert figure is not None
    assert figure.is_pregnant
    assert (figure.start["lean"], figure.start["roll"]) == (-90, 90)  # the left side


def _on_side(content: Content) -> list[Position]:
    return [one for one in content.positions.values() if one.posture is Posture.ON_SIDE]

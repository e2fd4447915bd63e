"""How pain went and what was done: a chart and its table with the same numbers."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from loosen.vocabulary import PainFelt, PainWhen
from loosen.web.progress.plot import NARROW, WIDE, Lane, Places, Plot, Point, whole_day
from loosen.web.progress.progress_page import DONE_SHOWN, SCORES_SHOWN
from loosen.web.records.store import Draft
from loosen.web.site import clock
from loosen.web.site.visit import Visit

from ..plotted import dots, plots

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def plot(*pain: int, **more: object) -> Plot:
    points = tuple(Point(at=START + timedelta(days=day), value=one) for day, one in enumerate(pain))
    days = {"first_day": whole_day(START), "last_day": whole_day(points[-1].at)}
    return Plot(points=points, **{**days, **more})  # type: ignore[arg-type]  # - a test names its fields


def test_an_empty_record_says_what_will_stand_there(person) -> None:
    person.go("/progress/")
    assert person.status == 200
    assert "Nothing noted yet" in person.text
    assert plots(person.text) == []


def test_the_chart_and_the_table_hold_the_same_scores(person, hands) -> None:
    person.all_cards()
    for pain in (7, 5, 3):
        person.go("/today/pain/")
        person.tap(pain=str(pain))
        hands.go_on(hours=1)
    person.go("/progress/")
    (drawn,) = plots(person.text)
    listed = re.findall(r'<td class="number">(\d+)</td><td>outside', person.text)
    assert dots(drawn) == [7, 5, 3]
    assert listed == ["3", "5", "7"]
    assert "You began at 7 of 10. Your last score is 3 of 10." in person.text


def test_each_day_is_one_row_and_what_lies_far_back_is_folded_away(person, hands) -> None:
    person.all_cards()
    for pain in (7, 3, 5):
        person.go("/today/pain/")
        person.tap(pain=str(pain))
        hands.go_on(hours=1)
    for minutes in range(1, 12):
        person.go("/today/walk/")
        person.tap(minutes=str(minutes))
    person.go("/progress/")
    by_day = person.text.partition("Pain by day")[2].partition("</tbody>")[0]
    assert re.findall(r'<td class="number">(\d+)</td>', by_day) == ["3", "7", "5", "3"]
    on_the_page, _, before = person.text.partition("What you did before that</summary>")
    assert len(re.findall(r"A walk, \d+ min", on_the_page)) == DONE_SHOWN
    assert len(re.findall(r"A walk, \d+ min", before)) == 11 - DONE_SHOWN


def test_a_skipped_score_is_not_told_in_the_table_and_not_drawn(person) -> None:
    person.all_cards()
    for pain in ("6", "", "5"):
        person.go("/today/pain/")
        person.tap(pain=pain)
    person.go("/progress/")
    assert "not told" in person.text
    assert dots(plots(person.text)[0]) == [6, 5]


def test_what_was_done_is_listed_with_whether_it_helped(person, content) -> None:
    person.all_cards()
    person.go("/positions/on-side-with-pillow/")
    person.tap("/positions/on-side-with-pillow/", did="keep")
    person.go("/today/walk/")
    person.tap(minutes="7")
    person.go("/progress/")
    assert content.positions["on-side-with-pillow"].title in person.text
    assert "A walk, 7 min" in person.text


def test_progress_stays_open_whatever_was_told(person) -> None:
    person.first_cards(chest_and_tummy={"chest-pain": "yes"})
    person.go("/progress/")
    assert person.status == 200


def test_one_score_is_no_course(person) -> None:
    person.all_cards()
    person.go("/today/pain/")
    person.tap(pain="5")
    person.go("/progress/")
    assert plots(person.text) == []


BOARDS = pytest.mark.parametrize("board", [NARROW, WIDE], ids=lambda board: board.name)


@BOARDS
def test_less_pain_lies_lower_and_later_lies_further_right(board) -> None:
    drawn = plot(8, 2)
    at, (first, last) = Places(drawn, board), drawn.points
    assert at.y(first.value) < at.y(last.value)
    assert at.x(first.at) < at.x(last.at)


@BOARDS
@pytest.mark.parametrize("pain", [0, 10])
def test_every_dot_lies_on_the_board(board, pain) -> None:
    drawn = plot(pain, pain)
    at = Places(drawn, board)
    for point in drawn.points:
        assert at.left <= at.x(point.at) <= at.right
        assert 0 <= at.y(point.value) <= at.floor


@BOARDS
def test_names_of_days_are_thinned_out_and_the_last_day_has_its_name(board) -> None:
    for days in (1, 7, 8, 30, 31, 60, 90, 400):
        drawn = plot(*([5] * days))
        named = Places(drawn, board).named_days()
        assert 1 <= len(named) <= max(board.days_named, days // 28 + 1)
        assert named[-1] == drawn.last_day


@BOARDS
def test_what_was_done_stands_on_the_same_days_below(board) -> None:
    lane = Lane(name="Heat", tone="heat", times=(START,))
    at = Places(plot(5, 5, lanes=(lane,)), board)
    assert at.floor < at.lane_y(0) < at.foot < at.height


def test_of_very_many_scores_the_last_ones_stand_on_the_page(person) -> None:
    felt = PainFelt(pain_0_10=4, occasion=PainWhen.DIARY)
    Visit(clock.moment()).record(*(Draft(payload=felt) for _ in range(SCORES_SHOWN + 5)))
    person.go("/progress/")
    assert f"The last {SCORES_SHOWN} scores" in person.text
    assert person.text.count("<td>in the diary</td>") == SCORES_SHOWN
    assert "/data/" in person.text

"""How pain went and what was done: a chart and its table with the same numbers."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from loosen.web.progress.chart import HEIGHT_PX, LEFT_PX, WIDTH_PX, Score, draw
from loosen.web.progress.progress_page import DONE_SHOWN

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def scores(*pain: int) -> list[Score]:
    return [
        Score(at=START + timedelta(days=day), pain_0_10=one, occasion="outside a session")
        for day, one in enumerate(pain)
    ]


def test_an_empty_record_says_what_will_stand_there(person) -> None:
    person.go("/progress/")
    assert person.status == 200
    assert "Nothing noted yet" in person.text
    assert '<svg viewBox="0 0 720' not in person.text


def test_the_chart_and_the_table_hold_the_same_scores(person, hands) -> None:
    person.all_cards()
    for pain in (7, 5, 3):
        person.go("/today/pain/")
        person.tap(pain=str(pain))
        hands.go_on(hours=1)
    person.go("/progress/")
    drawn = re.findall(r"<title>[^<]*: (\d+) of 10", person.text)
    listed = re.findall(r'<td class="number">(\d+)</td><td>outside', person.text)
    assert drawn == ["7", "5", "3"]
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
    assert len(re.findall(r"<circle class=\"chart__dot", person.text)) == 2


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


def test_less_pain_lies_lower_and_later_lies_further_right() -> None:
    chart = draw(scores(8, 2), [], "")
    first, last = chart.dots
    assert first.y < last.y
    assert first.x < last.x


@pytest.mark.parametrize("pain", [0, 10])
def test_every_dot_lies_on_the_board(pain) -> None:
    chart = draw(scores(pain, pain), [], "")
    for dot in chart.dots:
        assert LEFT_PX <= dot.x <= WIDTH_PX
        assert 0 <= dot.y <= HEIGHT_PX


def test_one_score_is_no_course() -> None:
    assert draw(scores(5), [], "") is None


def test_names_of_days_are_thinned_out() -> None:
    chart = draw(scores(*([5] * 60)), [START], "")
    assert len(chart.day_marks) <= 7
    assert len(chart.session_marks) == 1

"""Charts and their tables hold the same numbers; the course is told by two measures."""

import re
import time
from datetime import timedelta

import pytest

from loosen.vocabulary import (
    Amount,
    DoseTaken,
    FunctionMeasure,
    FunctionTold,
    PainFelt,
    PainWhen,
    PlacePain,
    RemedyUsed,
    Sat,
    Scored,
    Skin,
    Walked,
)
from loosen.web.records.store import Draft

from ..plotted import bars, dots, joined, lanes, places, plots
from .told import now


def felt(score: int) -> Draft:
    return Draft(
        payload=PainFelt(
            pain_0_10=score,
            occasion=PainWhen.DIARY,
            places=(PlacePain(place_id="groin", pain_0_10=score),),
            worst_24h_0_10=min(score + 2, 10),
            average_24h_0_10=score,
        )
    )


def function(measure: FunctionMeasure, **scores: int) -> Draft:
    told = tuple(Scored(item=item, score=score) for item, score in scores.items())
    return Draft(payload=FunctionTold(measure=measure, scores=told))


def table(page: str, title: str) -> list[str]:
    rows = page.partition(f"<caption>{title}</caption>")[2].partition("</tbody>")[0]
    return re.findall(r"</td><td>(.*?)</td>", rows)


def test_nothing_told_is_nothing_drawn(person) -> None:
    person.go("/diary/charts/")
    assert "Nothing to draw yet" in person.text
    assert plots(person.text) == []


def test_dots_bars_and_the_table_hold_what_was_told(person, hands, content) -> None:
    for score in (8, 5):
        now().record(felt(score))
        hands.go_on(days=1)
    person.go("/diary/charts/")
    pain, groin = plots(person.text)
    assert dots(pain) == dots(groin) == [8, 5]
    assert bars(pain) == [(8, 10), (5, 7)]
    assert table(person.text, "Pain, 0 to 10") == [
        "5 of 10, in the diary; in 24 hours worst 7, average 5",
        "8 of 10, in the diary; in 24 hours worst 10, average 8",
    ]
    assert "From 8 on 22 Nov to 5 on 23 Nov." in person.text
    assert "Groin" in person.text
    for phrase in ("course-fell", "course-not-recovered", "course-two-measures"):
        assert content.phrases[phrase].text in person.text


def test_what_was_done_stands_below_the_pain_and_in_its_table(person, hands) -> None:
    now().record(felt(6))
    hands.go_on(hours=2)
    at = now().now
    for remedy in ("heat", "cold", "heat"):
        used = RemedyUsed(
            remedy_id=remedy,
            started_at=at - timedelta(minutes=9),
            ended_at=at,
            skin=Skin.NORMAL,
            felt_better=None,
        )
        now().record(Draft(payload=used))
    dose = DoseTaken(name="Ibuprofen", amounts=(Amount(ingredient_id="ibuprofen", ug=200_000),))
    now().record(Draft(payload=dose), Draft(payload=Walked(minutes=7)))
    person.go("/diary/charts/")
    (pain, _) = plots(person.text)
    assert lanes(pain) == {"Dose": 1, "Heat": 2, "Cold": 1, "Walk": 1}
    rows = table(person.text, "Pain, 0 to 10")
    assert "A walk of 7 minutes" in rows
    assert any("Ibuprofen" in row for row in rows)
    assert "Dose once, heat 2 times, cold once, walk once." in person.text


def test_days_without_a_word_are_a_gap_and_not_a_line(person, hands) -> None:
    for days in (1, 1, 4, 1):
        now().record(felt(5))
        hands.go_on(days=days)
    person.go("/diary/charts/")
    assert joined(plots(person.text)[0]) == [3]
    assert len(dots(plots(person.text)[0])) == 4


def test_many_days_are_a_dot_each_from_lowest_to_highest(person, hands) -> None:
    for _ in range(20):
        for score in (2, 7, 4):
            now().record(Draft(payload=PainFelt(pain_0_10=score, occasion=PainWhen.DIARY)))
            hands.go_on(minutes=5)
        hands.go_on(days=1)
    person.go("/diary/charts/")
    (pain,) = plots(person.text)
    assert set(dots(pain)) == {4}
    assert set(bars(pain)) == {(2, 7)}
    assert len(table(person.text, "Pain, 0 to 10")) == 60


def test_how_far_back_is_chosen_and_nothing_else_is_believed(person, hands) -> None:
    now().record(felt(9))
    hands.go_on(days=20)
    now().record(felt(3))
    for days, told in (("7", [3]), ("30", [9, 3]), ("90", [9, 3]), ("x", [9, 3])):
        person.go(f"/diary/charts/?days={days}")
        assert dots(plots(person.text)[0]) == told
    assert person.text.count('aria-current="page">1 month') == 1


def test_what_was_told_late_stands_where_it_belongs(person, hands) -> None:
    hands.go_on(days=1)
    now().record(felt(3))
    earlier = now().now - timedelta(days=1)
    now().record(Draft(payload=felt(8).payload, happened_at=earlier))
    person.go("/diary/charts/")
    pain = plots(person.text)[0]
    assert dots(pain) == [8, 3]
    assert places(pain) == sorted(places(pain))


@pytest.mark.parametrize(
    ("measure", "scores", "title", "drawn"),
    [
        (FunctionMeasure.PSFS, ({"Socks": 2}, {"Socks": 6}), "Socks", [2, 6]),
        (
            FunctionMeasure.PEG,
            ({"pain": 9, "joy": 6, "activity": 6}, {"pain": 3, "joy": 0, "activity": 0}),
            "Pain, joy and activity",
            [7, 1],
        ),
        (FunctionMeasure.CONFIDENCE, ({"confidence": 4},), "How sure you feel", [4]),
        (FunctionMeasure.GLOBAL_CHANGE, ({"change": 6},), "How it changed overall", [6]),
    ],
)
def test_each_measure_of_function_is_drawn(person, hands, measure, scores, title, drawn) -> None:
    for one in scores:
        now().record(function(measure, **one))
        hands.go_on(days=7)
    person.go("/diary/charts/")
    (plot,) = plots(person.text)
    assert dots(plot) == drawn
    assert len(table(person.text, title)) == len(scores)


def test_a_measure_told_in_part_is_in_the_table_and_is_no_mean(person) -> None:
    now().record(function(FunctionMeasure.PEG, pain=9, joy=6))
    person.go("/diary/charts/")
    assert plots(person.text) == []
    assert table(person.text, "Pain, joy and activity") == [
        "Pain on the whole 9, In the way of joy 6"
    ]


def test_a_change_in_what_was_named_counts_or_not(person, hands) -> None:
    for score in (2, 3):
        now().record(function(FunctionMeasure.PSFS, Socks=score))
        hands.go_on(days=1)
    person.go("/diary/charts/")
    assert "From 2 to 3 since the first time. That is too little to count." in person.text


def test_what_a_person_wrote_is_never_markup(person, visitor) -> None:
    now().record(function(FunctionMeasure.PSFS, **{"<b>Socks</b>": 4}))
    page = visitor.get("/diary/charts/").content.decode()
    assert "&lt;b&gt;Socks" in page
    assert "<b>Socks" not in page


def test_the_line_is_quick_with_a_thousand_entries(person, hands) -> None:
    now().record(*(Draft(payload=Sat(minutes=1 + turn % 90)) for turn in range(1000)))
    person.go("/diary/")
    began = time.process_time()
    for _ in range(5):
        person.go("/diary/")
    assert (time.process_time() - began) / 5 < 0.15

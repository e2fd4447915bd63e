"""Charts and their tables hold the same numbers; the course is told by two measures."""

import re
import time

from loosen.vocabulary import PainFelt, PainWhen, PlacePain, Sat
from loosen.web.records.store import Draft

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


def test_nothing_told_is_nothing_drawn(person) -> None:
    person.go("/diary/charts/")
    assert "Nothing to draw yet" in person.text


def test_charts_bars_and_tables_hold_what_was_told(person, hands, content) -> None:
    for score in (8, 5):
        now().record(felt(score))
        hands.go_on(days=1)
    person.go("/diary/charts/")
    assert re.findall(r": worst (\d+), average (\d+)</title>", person.text) == [
        ("10", "8"),
        ("7", "5"),
    ]
    assert "<td>5 of 10, in 24 hours worst 7, average 5</td>" in person.text
    assert "Groin" in person.text
    for phrase in ("course-fell", "course-not-recovered", "course-two-measures"):
        assert content.phrases[phrase].text in person.text


def test_the_line_is_quick_with_a_thousand_entries(person, hands) -> None:
    now().record(*(Draft(payload=Sat(minutes=1 + turn % 90)) for turn in range(1000)))
    person.go("/diary/")
    began = time.perf_counter()
    for _ in range(5):
        person.go("/diary/")
    assert (time.perf_counter() - began) / 5 < 0.15

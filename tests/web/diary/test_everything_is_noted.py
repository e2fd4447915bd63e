"""The list of the issue, walked: each thing done or felt is entered on its page and on the line."""

import re

import pytest

from loosen.vocabulary import (
    DoseTaken,
    FunctionMeasure,
    FunctionTold,
    LegsNoted,
    PainFelt,
    PainWhen,
    PositionTried,
    RemedyUsed,
    Sat,
    SessionStarted,
    Skin,
    Slept,
    TriggerMet,
    Walked,
)

from ..ease.conftest import set_up, skin
from .told import answers_all, note, now, told

OWN = "/medicines/add/own/"


@pytest.fixture
def well(person, content):
    """Somebody with every question answered, awake, with the diary's sheet open."""
    answers_all(content)
    person.go("/diary/note/")
    return person


def leads_to(person, url: str) -> None:
    """The sheet has a link to it, and it opens."""
    person.go("/diary/note/")
    assert f'href="{url}"' in person.text, url
    person.go(url)
    assert person.status == 200, url


def on_the_line(person, words: str) -> None:
    person.go("/diary/")
    assert words in person.text


def test_a_dose_goes_through_the_door_of_medicines(well) -> None:
    leads_to(well, "/medicines/")
    well.go(OWN)
    assert well.status == 200
    well.tap(
        OWN,
        name="My pills",
        ingredient="ibuprofen",
        skin="no",
        strength="200 mg",
        units="1",
        do="took",
    )
    assert [one.name for one in told(DoseTaken)] == ["My pills"]
    assert well.url.startswith("/medicines/logged/")
    on_the_line(well, "You took My pills")


@pytest.mark.parametrize(("kind", "words"), [("heat", "Heat"), ("cold", "Cold"), ("massage", "")])
def test_heat_cold_and_massage_are_noted_by_their_clock(well, hands, kind, words) -> None:
    leads_to(well, f"/{kind}/")
    if kind != "massage":
        skin(well, kind)
    well.tap(f"/{kind}/start/", **set_up(kind))
    hands.go_on(minutes=4)
    well.go(well.url)
    well.tap(do="off") if kind == "massage" else well.tap(do="off", skin=Skin.NORMAL.value)
    (used,) = told(RemedyUsed)
    assert used.ended_at > used.started_at
    on_the_line(well, words or now().content.remedies[used.remedy_id].title)


def test_a_position_is_tried_and_kept(well) -> None:
    leads_to(well, "/positions/")
    well.tap(well.url, did="keep") if well.url != "/positions/" else None
    well.go("/positions/on-side-with-pillow/")
    well.tap(did="keep")
    assert told(PositionTried)[-1].kept
    on_the_line(well, now().content.positions["on-side-with-pillow"].title)


def test_slow_breathing_is_noted(well) -> None:
    leads_to(well, "/breathing/slow-breathing/")
    well.tap(helped="yes")
    assert told(RemedyUsed)[0].remedy_id == "slow-breathing"
    on_the_line(well, now().content.remedies["slow-breathing"].title)


def test_movement_is_a_session_on_the_line(well) -> None:
    leads_to(well, "/today/")
    well.go("/session/start/")
    well.tap(pain="5")
    assert len(told(SessionStarted)) == 1
    on_the_line(well, "A session")


@pytest.mark.parametrize(
    ("kind", "fields", "payload", "words"),
    [
        ("walk", {"minutes": "7"}, Walked, "A walk of 7 minutes"),
        ("sitting", {"minutes": "90"}, Sat, "Sat for 90 minutes"),
        ("sleep", {"hours": "6.5", "woken": "2"}, Slept, "Slept 6.5 hours"),
        ("trigger", {"trigger": "lifting"}, TriggerMet, "Before it: Lifting"),
        ("legs", {"change": "moving-up"}, LegsNoted, "It moved up"),
    ],
)
def test_a_walk_sitting_sleep_triggers_and_the_legs_are_noted(
    well, kind, fields, payload, words
) -> None:
    leads_to(well, f"/diary/note/{kind}/")
    note(well, kind, **fields)
    assert len(told(payload)) == 1
    on_the_line(well, words)


def test_pain_is_told_several_times_a_day_at_each_place_with_worst_and_average(well, hands) -> None:
    for score in (7, 4):
        leads_to(well, "/diary/note/pain/")
        well.tap(place=["low-back-left", "thigh-left"])
        well.tap(
            **{"now": score, "low-back-left": score, "thigh-left": 2, "worst": 9, "average": 6}
        )
        hands.go_on(hours=3)
    felt = [one for one in told(PainFelt) if one.occasion is PainWhen.DIARY]
    assert [one.pain_0_10 for one in felt] == [7, 4]
    assert [one.places[0].pain_0_10 for one in felt] == [7, 4]
    assert {(one.worst_24h_0_10, one.average_24h_0_10) for one in felt} == {(9, 6)}
    on_the_line(well, "Pain: 7 of 10")
    assert "Pain: 4 of 10" in well.text


@pytest.mark.parametrize(
    ("measure", "fields"),
    [
        ("psfs", {"name-0": "Put on socks", "score-0": "3"}),
        ("peg", {"pain": "5", "joy": "4", "activity": "2"}),
        ("confidence", {"confidence": "6"}),
        ("global-change", {"change": "6"}),
    ],
)
def test_function_is_told_in_all_four_measures(well, measure, fields) -> None:
    leads_to(well, "/diary/function/")
    assert f'href="/diary/function/{measure}/"' in well.text
    well.go(f"/diary/function/{measure}/")
    well.tap(**fields)
    assert [one.measure for one in told(FunctionTold)] == [FunctionMeasure(measure)]


def test_every_link_of_the_sheet_opens(well) -> None:
    links = re.findall(
        r'href="(/(?:diary|medicines|heat|cold|massage|positions|breathing|today)/[^"]*)"',
        well.text,
    )
    assert len(set(links)) >= 14
    for url in links:
        well.go(url)
        assert well.status == 200, url

"""What helps this person: words by strength, the switch, and last time again."""

from datetime import timedelta

import pytest

from loosen import ledger
from loosen.vocabulary import (
    Estimate,
    Estimates,
    PainFelt,
    PainWhen,
    PositionTried,
    RemedyUsed,
    Skin,
    Strength,
)
from loosen.web.records.store import Draft
from loosen.web.site import clock, visit
from loosen.web.site.visit import Visit

CALVES = "calves-on-chair"


def now() -> Visit:
    return Visit(clock.moment())


def estimate(mean: float, n: int, strength: Strength) -> Estimate:
    as_of = clock.moment().at
    return Estimate(
        mean=mean, sd=1, n=n, as_of=as_of, low_90=mean - 1.0, high_90=mean + 1.0, strength=strength
    )


@pytest.fixture
def learned(person, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that speaks for a position and a movement, against cold, and of walks too early."""
    told = Estimates(
        by_kind={
            "on-side-with-pillow": estimate(-1.5, 8, Strength.HELPS),
            "knee-rolls": estimate(-0.9, 6, Strength.SEEMS_TO_HELP),
            "cold": estimate(0.4, 7, Strength.DOES_NOT_SEEM_TO),
            "walk": estimate(-0.2, 2, Strength.TOO_EARLY),
        }
    )
    monkeypatch.setattr(visit, "estimates_of", lambda *_: told)


def lay(position_id: str, *, helped: bool = True) -> None:
    now().record(Draft(payload=PositionTried(position_id=position_id, helped=helped, kept=False)))


def used_heat(hands, *, better: bool) -> None:
    at = now().now
    used = RemedyUsed(
        remedy_id="heat",
        started_at=at - timedelta(minutes=15),
        ended_at=at,
        skin=Skin.NORMAL,
        felt_better=better,
    )
    now().record(Draft(payload=used))


# --- what helps you ----------------------------------------------------------------------------


def test_without_tries_it_says_that_it_is_too_early(person) -> None:
    person.go("/progress/helped/")
    assert person.status == 200
    assert "Too early to tell" in person.text
    assert 'class="interval"' not in person.text


def test_each_kind_has_its_word_its_count_and_its_interval(person, learned) -> None:
    person.go("/progress/helped/")
    words = ["Helps you", "Seems to help you", "Too early to tell", "Does not seem to help"]
    found = [person.text.index(f">{word}</span>") for word in words]
    assert found == sorted(found)
    assert "Tried 8 times so far." in person.text
    assert "Between 0.5 and 2.5 points less pain in the hour." in person.text
    assert "Between 0.1 points more and 1.9 points less pain in the hour." in person.text
    assert person.text.count('class="interval"') == len(words)


def test_it_never_says_works_and_says_that_it_may_be_time(person, learned, content) -> None:
    person.go("/progress/helped/")
    assert "works" not in person.text
    assert content.phrases["may-be-natural-course"].text in person.text
    assert content.phrases["how-it-is-reckoned"].text in person.text


def test_the_table_holds_what_the_drawing_shows(person, learned) -> None:
    person.go("/progress/helped/")
    table = person.text.partition("<table")[2].partition("</table>")[0]
    assert table.count("<tr>") == 1 + 4
    assert "Between 0.5 and 2.5 points less pain in the hour." in table


# --- the order ---------------------------------------------------------------------------------


def test_today_says_why_it_is_first_and_one_tap_brings_the_usual_order(person, learned) -> None:
    person.all_cards()
    person.go("/today/")
    assert person.text.count("This helps you: tried 8 times so far.") == 2  # the row, and its why
    person.tap("/progress/helped/order/", by_own_record="no", then="/today/")
    assert person.url == "/today/"
    assert "This helps you: tried 8 times so far." not in person.text
    assert not ledger.goes_by_own_record(now().entries)
    person.tap("/progress/helped/order/", by_own_record="yes", then="/today/")
    assert "This helps you: tried 8 times so far." in person.text


def test_one_thing_alone_can_keep_its_usual_place(person, learned) -> None:
    person.go("/progress/helped/")
    person.tap("/progress/helped/order/", by_own_record="no", item_id="on-side-with-pillow")
    assert ledger.kept_as_usual(now().entries) == {"on-side-with-pillow"}
    assert ledger.goes_by_own_record(now().entries)
    assert "Let my record place it" in person.text


def test_without_estimates_today_offers_no_switch(person) -> None:
    person.all_cards()
    person.go("/today/")
    assert "/progress/helped/order/" not in person.text


def test_a_wish_that_is_none_changes_nothing_and_is_told(person) -> None:
    person.go("/progress/helped/")
    person.tap("/progress/helped/order/", by_own_record="perhaps")
    assert person.status == 422
    assert ledger.goes_by_own_record(now().entries)


def test_a_way_back_that_is_none_of_ours_is_not_followed(person) -> None:
    person.go("/progress/helped/")
    person.tap("/progress/helped/order/", by_own_record="no", then="https://example.org/")
    assert person.status == 422


# --- last time again ---------------------------------------------------------------------------


@pytest.fixture
def second_spasm(person, hands) -> None:
    """Eased by a position and by heat three weeks ago."""
    person.all_cards()
    lay("on-side-with-pillow", helped=False)
    lay(CALVES)
    used_heat(hands, better=True)
    hands.go_on(days=21)


def test_a_second_spasm_starts_from_what_helped_after_the_danger_signs(
    person, second_spasm, content
) -> None:
    person.go("/")
    assert "We start from what helped last time." in person.text
    assert content.positions[CALVES].title not in person.text
    person.first_cards()
    assert person.url == "/last-time/?first=1"
    assert content.phrases["nothing-urgent"].text in person.text
    assert content.positions[CALVES].title in person.text
    assert "Last on 22 November. You said that it helped." in person.text
    assert content.positions["on-side-with-pillow"].title not in person.text
    assert f'href="/positions/{CALVES}/"' in person.text


def test_heat_waits_for_the_questions_that_open_it(person, second_spasm, content) -> None:
    person.first_cards()
    offered, _, waiting = person.text.partition("Opens after the other questions")
    assert content.remedies["heat"].title not in offered
    assert content.remedies["heat"].title in waiting
    assert 'href="/heat/"' not in person.text


def test_a_danger_sign_now_stands_before_what_helped(person, second_spasm, content) -> None:
    person.first_cards(saddle={"saddle-numbness": "yes"})
    assert person.url.startswith(("/urgent/", "/screen/"))
    assert content.positions[CALVES].title not in person.text
    person.go("/last-time/")
    assert person.status == 403
    assert content.positions[CALVES].title not in person.text


def test_a_first_spasm_goes_on_to_the_positions(person) -> None:
    person.first_cards()
    assert person.url == "/positions/?first=1"


def test_with_nothing_that_helped_last_time_leads_to_the_positions(person) -> None:
    person.first_cards()
    person.go("/last-time/")
    assert person.url == "/positions/"


def test_before_the_danger_signs_last_time_is_locked(person) -> None:
    person.go("/last-time/")
    assert person.status == 403


# --- from the record ---------------------------------------------------------------------------


def test_what_helps_is_learned_from_the_scores_before_and_after(person, hands, content) -> None:
    """Heat, ten times, each with a fall of three points; nothing else has a word."""
    person.all_cards()
    for _ in range(10):
        felt(6)
        hands.go_on(minutes=20)
        used_heat(hands, better=True)
        hands.go_on(minutes=20)
        felt(3)
        hands.go_on(hours=8)
    known = now().estimates.by_kind
    assert known["heat"].n == 10
    assert known["heat"].mean < 0
    person.go("/progress/helped/")
    assert content.remedies["heat"].title in person.text
    assert "Tried 10 times so far." in person.text


def felt(pain: int) -> None:
    now().record(Draft(payload=PainFelt(pain_0_10=pain, occasion=PainWhen.CHECK_IN)))

"""What came before bad days: counts, a range, a warning, and nothing before there is enough."""

from datetime import timedelta

from loosen.vocabulary import PainFelt, PainWhen, Trigger, TriggerMet
from loosen.web.records.store import Draft
from loosen.web.site import clock
from loosen.web.site.visit import Visit

URL = "/progress/before-a-bad-day/"


def now() -> Visit:
    return Visit(clock.moment())


def lives(hands, days: int) -> None:
    """So many days; lifting every fifth of them, and a bad score later that day."""
    for day in range(days):
        lifts = day % 5 == 4
        if lifts:
            now().record(Draft(payload=TriggerMet(trigger=Trigger.LIFTING)))
        hands.go_on(hours=3)
        felt = PainFelt(pain_0_10=7 if lifts else 3, occasion=PainWhen.DIARY)
        now().record(Draft(payload=felt))
        hands.go_on(hours=21)


def test_without_notes_it_is_too_early_and_the_warning_stands(person, content) -> None:
    person.go(URL)
    assert person.status == 200
    assert "Too early to tell" in person.text
    assert content.phrases["triggers-are-no-causes"].text in person.text
    assert 'class="interval"' not in person.text


def test_of_few_days_the_counts_stand_and_no_more(person, hands) -> None:
    lives(hands, 14)
    person.go(URL)
    assert "Too early to tell" in person.text
    assert "With it, pain rose on 2 of 2 days." in person.text
    assert 'class="interval"' not in person.text


def test_what_often_came_before_is_shown_with_its_range_and_never_as_a_cause(
    person, hands, content
) -> None:
    lives(hands, 45)
    person.go(URL)
    assert ">Often came before</span>" in person.text
    assert "With it, pain rose on 9 of 9 days." in person.text
    assert "Without it, pain rose on 0 of " in person.text
    assert "times as likely after it." in person.text
    assert person.text.count('class="interval"') == 1
    assert content.phrases["triggers-are-no-causes"].text in person.text
    assert content.phrases["triggers-give-nothing-up"].text in person.text


def test_notes_that_came_too_late_are_counted_out_aloud(person, hands) -> None:
    lives(hands, 8)
    now().record(Draft(payload=PainFelt(pain_0_10=8, occasion=PainWhen.DIARY)))
    hands.go_on(hours=2)
    earlier = now().now - timedelta(hours=4)
    now().record(Draft(payload=TriggerMet(trigger=Trigger.STRESS), happened_at=earlier))
    person.go(URL)
    assert "One note was put down after the pain rose." in person.text
    assert "Stress" not in person.text


def test_it_leads_here_from_what_helps(person) -> None:
    person.go("/progress/helped/")
    assert f'href="{URL}"' in person.text


def test_the_note_is_asked_for_when_it_happens_and_not_when_it_hurts(person) -> None:
    person.go("/diary/note/trigger/")
    assert "Note it when it happens." in person.text

"""The skin before a pack, the set-up, heat and cold in turn, wraps, and whether it helped."""

from uuid import uuid4

import pytest

from loosen import ledger
from loosen.vocabulary import (
    Answer,
    AnswersFor,
    AnswerValue,
    DoseTaken,
    HeatSetting,
    MedicineForm,
    PackPlace,
    PainFelt,
    PainWhen,
)
from loosen.web.records.store import Draft

from .conftest import begin, now, ready, set_up, skin, uses

WRAP = {"hours": "8", "sleep": "no", "where": "low-back-left", "as_label": "on"}


def pains() -> dict[PainWhen, int | None]:
    return {
        felt.occasion: felt.pain_0_10 for _, felt in now().entries.of(PainFelt) if felt.of_entry
    }


def ends(person, hands, minutes: int = 15) -> None:
    hands.go_on(minutes=minutes)
    person.go(person.url)
    person.tap(skin="normal", helped="same")


@pytest.mark.parametrize("name", ["broken_or_numb", "patch_or_rub"])
@pytest.mark.parametrize("said", ["yes", "not-sure"])
def test_anything_but_a_plain_no_of_the_skin_closes_heat_and_cold(person, name, said) -> None:
    ready(person)
    person.go("/heat/skin/")
    skin(person, **{name: said})
    for kind in ("heat", "cold"):
        person.go(f"/{kind}/")
        assert person.status == 403
        assert "Ask me again" in person.text
    person.tap("/heat/start/", **set_up())
    assert uses() == []
    person.go("/heat/skin/")
    skin(person)
    assert person.status == 200


def test_a_gel_on_the_back_has_the_skin_asked_anew_and_is_named(person, hands) -> None:
    ready(person)
    hands.go_on(minutes=1)
    gel = DoseTaken(name="Some gel", amounts=(), form=MedicineForm.ON_SKIN, on_back=True)
    now().record(Draft(payload=gel))
    hands.go_on(minutes=1)
    person.go("/heat/")
    assert person.url.startswith("/heat/skin/")
    assert "Some gel" in person.text
    person.tap("/heat/start/", **set_up())
    assert uses() == []


def test_without_a_cloth_there_is_no_start(person) -> None:
    ready(person)
    person.tap("/heat/start/", place="low-back-left", setting="low", minutes="usual", pain="6")
    assert person.status == 422
    assert "Put a cloth between first." in person.text
    assert uses() == []


def test_the_set_up_and_the_pain_before_are_kept_to_the_end(person, hands) -> None:
    begin(person, pain="6", minutes="most")
    ends(person, hands, 20)
    [use] = uses()
    assert (use.place, use.has_layer, use.setting) == (PackPlace.LOW_MIDDLE, True, HeatSetting.LOW)
    assert use.agreed_s == 1200
    assert pains() == {PainWhen.BEFORE_REMEDY: 6}


def test_pain_is_asked_just_after_and_half_an_hour_later_and_once_each(person, hands) -> None:
    begin(person, pain="6")
    ends(person, hands)
    person.tap(do="pain", pain="4")
    assert "How bad is your pain now?" not in person.text
    assert "after heat?" not in person.go("/today/")
    hands.go_on(minutes=31)
    assert "How is it now, after heat?" in person.go("/today/")
    [entry] = [entry for entry, _ in now().entries.of(type(uses()[0]))]
    person.go(f"/heat/later/{entry.id}/")
    person.tap(do="skip")
    assert pains()[PainWhen.AFTER_REMEDY] == 4
    assert pains()[PainWhen.LATER_REMEDY] is None
    assert "after heat?" not in person.text


def test_a_while_later_is_an_hour_at_most(person, hands) -> None:
    begin(person)
    ends(person, hands)
    hands.go_on(minutes=60)
    assert "How is it now, after heat?" in person.go("/today/")
    hands.go_on(minutes=1)
    assert "How is it now, after heat?" not in person.go("/today/")


def test_cold_after_heat_is_begun_only_where_in_turn_is_chosen(person, hands, content) -> None:
    begin(person)
    ends(person, hands)
    hands.go_on(minutes=21)
    person.go("/cold/")
    person.tap(say="none") if "moment" in person.url else None
    if person.url.startswith("/cold/skin/"):
        skin(person, "cold")
    assert content.explanations["alternating-heat-and-cold"].paragraphs[0] in person.text
    person.tap("/cold/start/", **set_up("cold"))
    assert person.status == 422
    assert len(uses()) == 1
    person.tap("/cold/start/", **set_up("cold"), in_turn="on")
    assert uses()[-1].in_turn


def test_in_turn_needs_both_lists_clear(person, hands) -> None:
    begin(person)
    ends(person, hands)
    hands.go_on(minutes=21)
    numb = {"reduced-feeling-back": Answer(value=AnswerValue.YES)}
    now().answer(AnswersFor.ABOUT_YOU, numb, form_id=now().owner.pk)
    person.go("/cold/")
    assert person.status == 403


def test_a_wrap_runs_by_its_label_and_is_looked_at_each_hour(person, hands) -> None:
    ready(person)
    person.go("/heat/wrap/")
    person.tap(**{**WRAP, "hours": "2"})
    assert person.url.startswith("/heat/on/")
    assert uses()[0].agreed_s == 7200
    on = person.url
    hands.go_on(minutes=5)
    person.go(on)
    person.tap(do="look", skin="normal")
    assert "Your heat wrap is on" in person.text
    looked = person.url
    hands.go_on(minutes=55)
    assert "Lift it off and look." in person.go(looked)
    assert "<h1>Take it off now" not in person.text
    hands.go_on(minutes=60)
    assert "<h1>Take it off now" in person.go(on)


def test_no_heat_goes_on_top_of_a_wrap(person, hands) -> None:
    ready(person)
    person.go("/heat/wrap/")
    person.tap(**WRAP)
    on = person.url
    hands.go_on(hours=3)
    assert person.go("/heat/") is not None
    assert person.url == on
    person.go("/cold/")
    assert person.status == 403


def test_a_wrap_needs_its_label_and_takes_no_more_than_eight_hours(person) -> None:
    ready(person)
    person.go("/heat/wrap/")
    person.tap(**{**WRAP, "hours": "9"})
    assert person.status == 422
    person.tap(**{name: said for name, said in WRAP.items() if name != "as_label"})
    assert person.status == 422
    assert uses() == []


def test_eight_hours_of_a_wrap_fill_the_day(person, hands, content) -> None:
    ready(person)
    person.go("/heat/wrap/")
    person.tap(**WRAP)
    hands.go_on(hours=8)
    person.go(person.url)
    person.tap(skin="normal", helped="yes")
    hands.go_on(hours=2)
    person.go("/heat/wrap/")
    assert content.phrases["wrap-day-full"].text in person.text


def test_thin_skin_gets_no_wrap(person, content) -> None:
    ready(person)
    thin = {"thin-skin": Answer(value=AnswerValue.YES)}
    now().answer(AnswersFor.ABOUT_YOU, thin, form_id=now().owner.pk)
    person.go("/heat/wrap/")
    assert content.phrases["wrap-not-short"].text in person.text


def tell(condition: str) -> None:
    told = {condition: Answer(value=AnswerValue.YES)}
    now().answer(AnswersFor.ABOUT_YOU, told, form_id=uuid4())


def test_thin_skin_gets_heat_at_its_lowest_and_no_longer_than_usual(person) -> None:
    ready(person)
    tell("thin-skin")
    page = person.go("/heat/")
    assert "Lowest setting" in page
    assert 'value="medium"' not in page
    assert "the longest" not in page
    person.tap("/heat/start/", **set_up(setting="medium"))
    assert person.status == 422
    assert uses() == []
    person.tap("/heat/start/", **set_up())
    assert uses()[0].setting is HeatSetting.LOW


def test_a_note_alone_takes_neither_the_longest_time_nor_the_wrap(person) -> None:
    """A pacemaker is no matter for a pad or a bottle (3.1): it is said, and nothing is closed."""
    ready(person)
    tell("implant")
    page = person.go("/heat/")
    assert "20 minutes, the longest" in page
    assert "is not a problem for it" in page
    person.go("/heat/wrap/")
    assert person.status == 200


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        ("yes", "Its label says you may sleep in it."),
        ("not-sure", "Take it off to sleep."),
        ("no", "Take it off to sleep."),
    ],
)
def test_a_wrap_is_slept_in_only_where_its_label_says_so(person, said, lead) -> None:
    ready(person)
    person.go("/heat/wrap/")
    person.tap(**{**WRAP, "sleep": said})
    assert lead in person.text
    assert uses()[0].label_for_sleep is (said == "yes")


def test_a_pad_is_never_slept_on(person) -> None:
    begin(person)
    assert "Stay awake." in person.text


def test_breathing_asks_for_the_pain_before_and_after_and_a_while_later(person, hands) -> None:
    person.all_cards()
    person.go("/breathing/slow-breathing/")
    assert "Will it help? Say how bad it is first" in person.text
    hands.go_on(minutes=3)
    person.tap(before="6", pain="5", helped="yes")
    assert pains() == {PainWhen.BEFORE_REMEDY: 6, PainWhen.AFTER_REMEDY: 5}
    [pair] = ledger.tries(now().entries, now().content)
    assert (pair.kind, pair.before_0_10, pair.after_0_10) == ("slow-breathing", 6, 5)
    hands.go_on(minutes=31)
    assert "How is it now, after slow breathing?" in person.go("/today/")


def test_breathing_can_be_ended_with_nothing_told(person, hands) -> None:
    person.all_cards()
    person.go("/breathing/slow-breathing/")
    hands.go_on(minutes=3)
    person.tap()
    assert len(uses()) == 1
    assert pains() == {}


def test_whoever_breathed_more_than_once_is_asked_once(person, hands) -> None:
    person.all_cards()
    for _ in range(3):
        person.go("/breathing/slow-breathing/")
        hands.go_on(minutes=3)
        person.tap(helped="same")
    hands.go_on(minutes=31)
    assert person.go("/today/").count("How is it now, after slow breathing?") == 1


def test_a_wrap_that_does_not_suit_leads_back_to_short_heat(person) -> None:
    ready(person)
    tell("thin-skin")
    page = person.go("/heat/wrap/")
    assert "A heat wrap: not for you now" in page
    assert 'href="/heat/"' in page


def test_a_wrap_that_is_on_shows_its_own_steps(person, content) -> None:
    ready(person)
    person.go("/heat/wrap/")
    person.tap(**WRAP)
    wrap = content.remedies["heat"].wrap
    assert all(step.text in person.text for step in wrap.before)
    assert content.remedies["heat"].steps[0].text not in person.text

"""Whatever a form is sent: a clear word beside the field, the rest kept, nothing twice."""

from datetime import date
from typing import ClassVar
from uuid import UUID

import pytest
from django.http import QueryDict

from loosen.web.site.forms import (
    DayField,
    OnceForm,
    OneOfField,
    PainField,
    TextField,
    TickField,
    WholeNumberField,
)

TODAY = date(2026, 11, 22)


class Diary(OnceForm):
    """One of each field."""

    pain = PainField()
    minutes = WholeNumberField(low=1, high=600)
    note = TextField(longest=40, required=False)
    seen_on = DayField()
    who = OneOfField(choices=[("self", "Me"), ("carer", "My helper")])
    sure = TickField()

    GOOD: ClassVar[dict[str, str]] = {
        "pain": "4",
        "minutes": "10",
        "note": "better",
        "seen_on": "2026-11-20",
        "who": "self",
        "sure": "on",
    }


def sent(**changed: str | None) -> Diary:
    data = QueryDict(mutable=True)
    values = {**Diary.GOOD, "form_id": str(UUID(int=5)), **changed}
    data.update({name: value for name, value in values.items() if value is not None})
    form = Diary(data)
    field = form.fields["seen_on"]
    assert isinstance(field, DayField)
    field.today = TODAY
    return form


def problem(name: str, value: str | None) -> str:
    """The one message that a wrong value brings; every other field is as it was."""
    form = sent(**{name: value})
    assert list(form.errors) == [name]
    others = {key: text for key, text in Diary.GOOD.items() if key != name}
    assert {key: form[key].value() for key in others} == {
        **others,
        **({"sure": True} if "sure" in others else {}),
    }
    [message] = form.errors[name]
    return str(message)


def test_what_is_right_is_taken() -> None:
    form = sent()
    assert form.is_valid()
    assert form.once == UUID(int=5)
    assert form.cleaned_data["pain"] == 4
    assert form.cleaned_data["seen_on"] == date(2026, 11, 20)


@pytest.mark.parametrize("name", ["minutes", "seen_on", "who"])
def test_what_is_missing_is_asked_for(name: str) -> None:
    assert problem(name, None) == "Please answer this."
    assert problem(name, "") == "Please answer this."


def test_a_tick_that_is_missing_is_asked_for() -> None:
    assert problem("sure", None) == "Please tick this if you mean it."


@pytest.mark.parametrize("value", [None, "", "  "])
def test_pain_that_is_not_told_is_unknown_and_not_zero(value: str | None) -> None:
    form = sent(pain=value)
    assert form.is_valid()
    assert form.cleaned_data["pain"] is None


def test_no_pain_is_zero() -> None:
    form = sent(pain="0")
    assert form.is_valid()
    assert form.cleaned_data["pain"] == 0


@pytest.mark.parametrize("value", ["11", "-1", "+99"])
def test_a_pain_of_11_is_refused(value: str) -> None:
    assert problem("pain", value) == "Pain goes from 0 to 10."


@pytest.mark.parametrize(
    "value", ["4.5", "4,5", "four", "1e1", "0x4", "½", "🙂", "NaN", "9" * 5000, "\x00", "4\n5"]
)
def test_what_is_no_number_is_refused(value: str) -> None:
    assert problem("pain", value) == "Please write a whole number, such as 4."


@pytest.mark.parametrize(
    ("value", "read"), [(" 7 ", 7), ("\N{ARABIC-INDIC DIGIT SEVEN}", 7), ("+7", 7), ("007", 7)]
)
def test_a_number_may_be_written_as_people_write_it(value: str, read: int) -> None:
    form = sent(pain=value)
    assert form.is_valid()
    assert form.cleaned_data["pain"] == read


@pytest.mark.parametrize("value", ["0", "601", "-5"])
def test_a_number_out_of_range_is_refused_with_the_range(value: str) -> None:
    assert problem("minutes", value) == "Please write a number from 1 to 600."


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-11-23", "still to come"),
        ("2999-01-01", "still to come"),
        ("1850-01-01", "too long ago"),
        ("2026-02-30", "such as 2026-11-22"),
        ("22.11.2026", "such as 2026-11-22"),
        ("yesterday", "such as 2026-11-22"),
        ("0000-00-00", "such as 2026-11-22"),
    ],
)
def test_a_day_that_cannot_be_is_refused(value: str, words: str) -> None:
    assert words in problem("seen_on", value)


def test_today_is_a_day_that_has_been() -> None:
    assert sent(seen_on="2026-11-22").is_valid()


@pytest.mark.parametrize("value", ["nobody", "SELF", "self ", "<b>self</b>", "🙂"])
def test_an_answer_that_is_none_of_the_answers_is_refused(value: str) -> None:
    assert "not one of the answers" in problem("who", value)


@pytest.mark.parametrize("text", ["🙃👩‍🦽", "כואב לי הגב", "ظهري يؤلمني", "腰が痛い", "a\r\nb"])
def test_every_writing_is_taken_as_it_is(text: str) -> None:
    form = sent(note=text)
    assert form.is_valid()
    assert form.cleaned_data["note"] == text.replace("\r\n", "\n")


def test_what_no_eye_can_see_is_dropped() -> None:
    form = sent(note="\ufeffcal\x00m\u202e\x07")
    assert form.is_valid()
    assert form.cleaned_data["note"] == "calm"


def test_text_that_is_too_long_is_refused_with_its_length_and_kept() -> None:
    long = "é" * 41
    form = sent(note=long)
    assert not form.is_valid()
    assert form.errors["note"] == ["This is 41 letters long. Please keep it to 40."]
    assert form["note"].value() == long


def test_letters_are_counted_as_they_are_seen() -> None:
    assert sent(note="e\N{COMBINING ACUTE ACCENT}" * 40).is_valid()


@pytest.mark.parametrize("form_id", [None, "", "forged", "'; drop table", "0" * 500])
def test_a_forged_form_id_loses_nothing_that_was_typed(form_id: str | None) -> None:
    form = sent(form_id=form_id)
    assert form.is_valid()
    assert form.cleaned_data["note"] == "better"


def test_every_form_has_an_id_of_its_own() -> None:
    first, second = Diary(), Diary()
    ids = {str(form["form_id"].value()) for form in (first, second)}
    assert len(ids) == 2

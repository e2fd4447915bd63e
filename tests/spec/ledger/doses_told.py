"""The cases of `doses-*.toml`: how a row becomes a record, a question and what is expected."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

from loosen.cli.short_answers import answers_in
from loosen.library.current import load_content
from loosen.triage import medicine_screen
from loosen.triage.screen import all_open
from loosen.vocabulary import (
    Amount,
    Answer,
    Answers,
    AnswerValue,
    DoseAsk,
    DoseTaken,
    Entry,
    IntakeTold,
    MedicineScreen,
    MedicineWord,
    PackStrength,
    Problem,
    QuestionKind,
)

from ...diary import Diary

FIRST_DAY = datetime(2026, 11, 22, tzinfo=UTC)
CONTENT = load_content()
_TIME = re.compile(r"(?:\+(?P<days>-?\d+) )?(?P<hour>\d\d):(?P<minute>\d\d)(?P<zone>[+-]\d\d)?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One row; the fields are told in README.md."""

    name: str
    asks: str
    at: str
    answer: str
    why: list[str]
    region: str = "uk"
    taken: list[str] = field(default_factory=list)
    elsewhere: str = "no"
    person: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)
    word: dict[str, Any] = field(default_factory=dict)
    opens: str = ""
    last_until: str = ""
    call: list[str] = field(default_factory=list)
    totals_mg: dict[str, float] = field(default_factory=dict)


def cases(name: str) -> list[Case]:
    """The rows of a file."""
    text = (Path(__file__).parent / name).read_text("utf-8")
    return [Case(**row) for row in tomllib.loads(text)["case"]]


def instant(text: str) -> datetime:
    """`08:00`, `+1 08:00` of the next day, `08:00+02` by a clock two hours ahead; in UTC."""
    found = _TIME.match(text)
    assert found is not None, text
    days, offset = int(found["days"] or 0), timedelta(hours=int(found["zone"] or 0))
    wall = timedelta(days=days, hours=int(found["hour"]), minutes=int(found["minute"]))
    return FIRST_DAY + wall - offset


def offset_min(text: str) -> int:
    """By how much the wall clock of a time is ahead of UTC."""
    found = _TIME.match(text)
    assert found is not None, text
    return int(found["zone"] or 0) * 60


def dose(text: str) -> DoseTaken:
    """`2 uk-paracetamol-500`, or `500 mg ibuprofen (my pack)`, or `unknown`."""
    if text == "unknown":
        return DoseTaken(name="a white pill", amounts=())
    if found := re.match(r"(\d+) mg ([a-z-]+) \((.+)\)\Z", text):
        amount = Amount(ingredient_id=found[2], ug=int(found[1]) * 1000)
        return DoseTaken(name=found[3], amounts=(amount,))
    units, product_id = text.split()
    product = CONTENT.products[product_id]
    return DoseTaken(
        name=product.name,
        product_id=product_id,
        units=float(units),
        form=product.form,
        amounts=tuple(_amount(one, Fraction(units)) for one in product.strengths),
    )


def _amount(strength: PackStrength, units: Fraction) -> Amount:
    return Amount(ingredient_id=strength.ingredient, ug=int(strength.ug * units))


def asked(case: Case) -> DoseAsk:
    """What the row asks for."""
    return told_as_ask(dose(case.asks))


def told_as_ask(one: DoseTaken) -> DoseAsk:
    """The same dose, before it is taken."""
    return DoseAsk(
        name=one.name,
        amounts=one.amounts,
        product_id=one.product_id,
        units=one.units,
        form=one.form,
    )


def screen(case: Case) -> MedicineScreen:
    """Whom the row is about: by their answers, else forty years old and 80 kg where not said."""
    if case.answers:
        return medicine_screen(answers_of(case.answers), CONTENT, date(2026, 11, 22))
    person: dict[str, Any] = {
        "age_years": 40, "weight_kg": 80, "is_complete": True, "cautions": (), **case.person,
    }  # fmt: skip
    person["cautions"] = tuple(sorted(person["cautions"]))
    return MedicineScreen(asked_on=date(2026, 11, 22), **person)


def answers_file(case: Case) -> dict[str, Any]:
    """The row's person as an answers file: what it does not say is denied in so many words."""
    age, weight = case.person.get("age_years", 40), case.person.get("weight_kg", 80)
    return _file({"age-years": age, "weight-kg": weight, **case.answers})


def _file(told: dict[str, Any]) -> dict[str, Any]:
    plain = {
        "age-years": 40, "weight-kg": 80, "sex": "female", "what-eases": "neither",
        "company": "someone-here", "can-do-now": "walk",
    }  # fmt: skip
    return {"answers": {**plain, **told}, "all_others": "no"}


def answers_of(told: dict[str, Any]) -> Answers:
    """A person with these answers, who denied everything else that is asked of them."""
    problems: list[Problem] = []
    answers = Answers(by_question=answers_in(_file(told), CONTENT, "the row", problems))
    assert not problems
    yes_no = [one.id for one in all_open(answers, CONTENT) if one.kind is QuestionKind.YES_NO]
    return answers.with_answers(dict.fromkeys(yes_no, Answer(value=AnswerValue.NO)))


def record(case: Case) -> list[Entry]:
    """The entries of the row, and today's answer on what was taken elsewhere."""
    diary = Diary()
    for text in _each(case.taken):
        time, _, what = text.partition(" = ")
        diary.add(
            dose(what),
            happened_at=instant(time),
            recorded_at=max(instant(time), instant(case.at)),
            utc_offset_min=offset_min(time),
        )
    now = {"happened_at": instant(case.at), "recorded_at": instant(case.at)}
    here = offset_min(case.at)
    if case.word:
        diary.add(_word(case.word), utc_offset_min=here, **now)
    if case.elsewhere:
        told = IntakeTold(taken=AnswerValue(case.elsewhere))
        diary.add(told, utc_offset_min=here, **now)
    return diary.entries


def _each(taken: list[str]) -> Iterator[str]:
    """`days 0-10 08:00 = ...` stands for one a day."""
    for text in taken:
        if found := re.match(r"days (\d+)-(\d+) (.*)", text):
            yield from (f"+{day} {found[3]}" for day in range(int(found[1]), int(found[2]) + 1))
        else:
            yield text


def _word(word: dict[str, Any]) -> MedicineWord:
    most_mg, gap_h = word.get("most_24h_mg"), word.get("gap_h")
    return MedicineWord(
        ingredient_id=word["ingredient"],
        may_take=AnswerValue(word.get("may_take", "yes")),
        said_on=date(2026, 11, 1),
        until=date.fromisoformat(word.get("until", "2027-11-01")),
        most_24h_ug=None if most_mg is None else most_mg * 1000,
        least_gap_s=None if gap_h is None else gap_h * 3600,
    )

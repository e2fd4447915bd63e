"""A card of questions as its two screens: the whole card at a glance, and which ones.

Turns questions, earlier answers and what was just tapped into what the templates show.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from loosen.vocabulary import Answer, AnswerValue, Onset, Question, QuestionKind

from .forms import WORSE, CardReading

ONSET_WORDS: dict[Onset, str] = {
    Onset.NEW: "In the last 14 days, or it got worse in them",
    Onset.WEEKS: "15 days to 3 months ago, and it is not worse",
    Onset.LONG: "More than 3 months ago, and it has not changed",
    Onset.UNKNOWN: "I do not know",
}
ONSET_SAID: dict[Onset, str] = {
    Onset.NEW: "new or worse in the last 14 days",
    Onset.WEEKS: "for 15 days to 3 months, not worse",
    Onset.LONG: "for over 3 months, unchanged",
    Onset.UNKNOWN: "since when is not known",
}
VALUE_WORDS: dict[AnswerValue, str] = {
    AnswerValue.YES: "Yes",
    AnswerValue.NOT_SURE: "Not sure",
    AnswerValue.NO: "No",
    AnswerValue.DOES_NOT_APPLY: "Does not apply",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing to tap; `chosen` as answered before or tapped just now."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question on a screen. `kind` is yes-no, number or choice; `aloud` is spoken.

    `worse` has options where a clinician spoke about this sign; it starts blank each time.
    """

    id: str
    kind: str
    text: str
    help: str
    aloud: str
    options: tuple[Option, ...]
    onsets: tuple[Option, ...]
    forms: tuple[Option, ...]
    worse: tuple[Option, ...]
    number: str
    low: float
    high: float
    unit: str
    may_skip: bool
    problem: str


def fields_of(
    questions: tuple[Question, ...],
    earlier: Mapping[str, Answer],
    reading: CardReading | None = None,
    posted: Mapping[str, str] | None = None,
    under_word: frozenset[str] = frozenset(),
) -> tuple[Field, ...]:
    """The screen's fields: what was just tapped stands over what was answered before.

    So it does where it could not be read yet: else a yes without its onset would turn to a no.
    """
    tapped = reading.answers if reading else {}
    problems = reading.problems if reading else {}
    raw = posted or {}
    return tuple(
        _field(
            one,
            None if one.id in problems else tapped.get(one.id, earlier.get(one.id)),
            problems.get(one.id, ""),
            raw,
            asks_worse=one.id in under_word,
        )
        for one in questions
    )


def _field(
    question: Question,
    answer: Answer | None,
    problem: str,
    raw: Mapping[str, str],
    *,
    asks_worse: bool,
) -> Field:
    return Field(
        id=question.id,
        kind=question.kind.value,
        text=question.text,
        help=question.help,
        aloud=question.aloud or question.text,
        options=_options(question, answer, raw.get(question.id, "")),
        onsets=_onsets(question, answer),
        forms=_forms(question, answer),
        worse=_worse(raw.get(f"{question.id}.worse", "")) if asks_worse else (),
        number=raw.get(question.id, "") if problem else _number(answer),
        low=question.low or 0,
        high=question.high or 0,
        unit=question.unit,
        may_skip=question.may_not_apply,
        problem=problem,
    )


def _options(question: Question, answer: Answer | None, raw: str) -> tuple[Option, ...]:
    match question.kind:
        case QuestionKind.YES_NO:
            chosen = answer.value.value if answer and answer.value else raw
            values = [AnswerValue.YES, AnswerValue.NOT_SURE, AnswerValue.NO]
            values += [AnswerValue.DOES_NOT_APPLY] if question.may_not_apply else []
            pairs = [(value.value, VALUE_WORDS[value]) for value in values]
        case QuestionKind.CHOICE:
            chosen = answer.choice or "" if answer else raw
            pairs = [(choice.id, choice.text) for choice in question.choices]
        case QuestionKind.NUMBER:
            return ()
    return tuple(Option(value=key, label=words, chosen=key == chosen) for key, words in pairs)


def _onsets(question: Question, answer: Answer | None) -> tuple[Option, ...]:
    if not question.asks_onset:
        return ()
    chosen = answer.onset if answer else None
    return tuple(
        Option(value=onset.value, label=words, chosen=onset is chosen)
        for onset, words in ONSET_WORDS.items()
    )


def _forms(question: Question, answer: Answer | None) -> tuple[Option, ...]:
    chosen = answer.forms if answer else ()
    return tuple(
        Option(value=form.id, label=form.text, chosen=form.id in chosen) for form in question.forms
    )


def _worse(raw: str) -> tuple[Option, ...]:
    return tuple(
        Option(value=one.value, label=VALUE_WORDS[one], chosen=one.value == raw) for one in WORSE
    )


def _number(answer: Answer | None) -> str:
    return "" if answer is None or answer.number is None else f"{answer.number:g}"


def said_before(questions: tuple[Question, ...], earlier: Mapping[str, Answer]) -> str:
    """What the person said on this card before, in one line; empty when it is still open."""
    answers = [earlier.get(one.id) for one in questions]
    if not answers or any(answer is None for answer in answers):
        return ""
    named = [
        f"{one.short}: {in_words(one, earlier[one.id])}"
        for one in questions
        if earlier[one.id].value is not AnswerValue.NO
    ]
    return "; ".join(named) or "none of these"


def in_words(question: Question, answer: Answer) -> str:
    """One answer as a person would say it."""
    if answer.number is not None:
        unit = "" if question.unit in question.short else f" {question.unit}"
        return f"{answer.number:g}{unit}"
    if answer.choice is not None:
        return next((one.text for one in question.choices if one.id == answer.choice), "")
    assert answer.value is not None
    if question.kind is QuestionKind.NUMBER:
        return "not said"
    words = [VALUE_WORDS[answer.value].lower()]
    words += [form.text.lower() for form in question.forms if form.id in answer.forms]
    words += [ONSET_SAID[answer.onset]] if answer.onset else []
    return ", ".join(words)


def spoken(title: str, questions: tuple[Question, ...]) -> str:
    """The whole card as one passage for the voice."""
    asked = [question.aloud or question.text for question in questions]
    return " ".join([f"{title}.", *asked])

"""The page of questions: every card in its order, every question as it is asked."""

from collections.abc import Iterator

from loosen.library.words import terms_in_words
from loosen.vocabulary import Content, NotSure, Question, QuestionKind, Stage

from .markdown import code, source_link, table
from .writing import finished

_STAGE_WORDS = {
    Stage.NOW: "First screen (minute one)",
    Stage.FULL: "Second screen (before anything else is opened)",
    Stage.MEDICINES: "For medicines (before the first verdict on one)",
}


def page(content: Content) -> str:
    """The whole page."""
    blocks = [block for stage in Stage for block in _stage(stage, content)]
    lead = (
        "Every question, in the order in which it is asked. The first screen permits positions, "
        "breathing and transfers only; the second opens the rest. An unanswered question is open, "
        'never "no". "Not sure" counts as the table says. Questions with a star are danger signs.'
    )
    return finished("Questions", lead, *blocks)


def _stage(stage: Stage, content: Content) -> Iterator[str]:
    yield f"## {_STAGE_WORDS[stage]}"
    for card in content.cards.values():
        if card.stage is stage:
            yield f"### {card.title} (`{card.id}`)"
            yield card.lead
            asked = [one for one in content.questions.values() if one.card == card.id]
            heads = ("Id", "Question", "Answers", "Not sure counts as", "From")
            yield table(heads, [_row(question, content) for question in asked])


def _row(question: Question, content: Content) -> tuple[str, ...]:
    star = " ★" if question.is_sign else ""
    more = [question.text, question.help and f"*{question.help}*"]
    if question.asked_when:
        more.append(f"Asked when: {terms_in_words(question.asked_when, content)}.")
    return (
        code(question.id) + star,
        "\n".join(part for part in more if part),
        "\n".join(_answers(question)),
        _not_sure(question),
        source_link(question.provenance),
    )


def _answers(question: Question) -> Iterator[str]:
    match question.kind:
        case QuestionKind.YES_NO:
            yield "yes, no, not sure" + (", since when" if question.asks_onset else "")
            yield from (f"form {code(form.id)}: {form.text}" for form in question.forms)
        case QuestionKind.NUMBER:
            yield f"a number from {question.low:g} to {question.high:g} ({question.unit})"
        case QuestionKind.CHOICE:
            yield from (f"{code(choice.id)}: {choice.text}" for choice in question.choices)
    if question.may_not_apply:
        yield "or: does not apply"
    if question.short_set:
        yield "asked again before every session"


def _not_sure(question: Question) -> str:
    match question.not_sure:
        case NotSure.YES:
            return "yes"
        case NotSure.ASK:
            return f"yes, until {code(question.resolve_with)} settles it"
        case None:
            return ""

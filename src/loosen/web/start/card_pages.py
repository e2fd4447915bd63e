"""A card as it stands at this visit: its questions, its place in the row, and its two pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from loosen import triage
from loosen.vocabulary import (
    AnswersFor,
    Clearance,
    Question,
    QuestionKind,
    Stage,
)
from loosen.web.site.visit import Visit

from .asking import cards_of, is_plain, questions_on
from .cards import fields_of, said_before, spoken
from .forms import CardReading, fresh_form_id
from .pages import CardPage, WhichPage
from .ways import Path, card_url

SHORT_SET_TITLE = "Has any of this begun?"
SHORT_SET_LEAD = "We ask this again each day, and before you move."


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One card, as it is asked now. `number` of `total` in its stage; 0 stands alone."""

    title: str
    lead: str
    questions: tuple[Question, ...]
    occasion: AnswersFor
    url: str
    back_url: str
    number: int
    total: int
    is_first: bool = False

    @property
    def label(self) -> str:
        """Its place in the row, in words."""
        return f"Card {self.number} of {self.total}" if self.number else ""


def asked_card(visit: Visit, card_id: str, path: Path) -> Asked | None:
    """The card of that id with what is asked of this person; None where there is none."""
    card = visit.content.cards.get(card_id)
    questions = questions_on(card_id, visit.answers, visit.content) if card else ()
    if card is None or not questions:
        return None
    row = [one.id for one in cards_of(visit.content, card.stage) if _has_any(one.id, visit)]
    place = row.index(card_id)
    before = row[place - 1] if place else ""
    return Asked(
        title=card.title,
        lead=card.lead,
        questions=questions,
        occasion=_occasion(card.stage, card_id, visit),
        url=card_url(card_id, path),
        back_url=card_url(before, path) if before else _way_back(card.stage),
        number=place + 1,
        total=len(row),
        is_first=card.stage is Stage.NOW,
    )


def _has_any(card_id: str, visit: Visit) -> bool:
    return any(one.card == card_id for one in visit.content.questions.values())


def _way_back(stage: Stage) -> str:
    return "/" if stage is Stage.NOW else "/screen/result/"


def _occasion(stage: Stage, card_id: str, visit: Visit) -> AnswersFor:
    if isinstance(visit.standing, Clearance):
        return AnswersFor.RESCREEN
    is_about = stage is Stage.FULL and card_id.startswith("about-")
    return AnswersFor.ABOUT_YOU if is_about else AnswersFor.SCREEN


def asked_short_set(visit: Visit) -> Asked:
    """The short set as one card, so that nobody has to say its fourth line aloud."""
    return Asked(
        title=SHORT_SET_TITLE,
        lead=SHORT_SET_LEAD,
        questions=triage.short_set(visit.content),
        occasion=AnswersFor.RESCREEN,
        url="/screen/again/",
        back_url="/",
        number=0,
        total=0,
    )


def glance_page(visit: Visit, asked: Asked, path: Path) -> CardPage:
    """The whole card at a glance, with its three answers."""
    return CardPage(
        title=asked.title,
        lead=asked.lead,
        label=asked.label,
        done=asked.number - 1,
        total=asked.total,
        asks=tuple(question.short for question in asked.questions),
        aloud=spoken(asked.title, asked.questions),
        form_id=fresh_form_id(),
        back_url=asked.back_url,
        said=said_before(asked.questions, visit.answers.by_question),
        path=path.value,
    )


def which_page(
    visit: Visit,
    asked: Asked,
    path: Path,
    *,
    reading: CardReading | None = None,
    posted: Mapping[str, str] | None = None,
    form_id: str = "",
    problem: str = "",
    is_unsure: bool = False,
) -> WhichPage:
    """Each question with its own answer; what was tapped or said before is kept."""
    plain = is_plain(asked.questions)
    title = UNSURE_TITLE if is_unsure else WHICH_TITLE
    return WhichPage(
        title=title if plain else asked.title,
        lead=WHICH_LEAD if plain else asked.lead,
        label=asked.label,
        done=asked.number - 1,
        total=asked.total,
        fields=fields_of(
            asked.questions, visit.answers.by_question, reading, posted, visit.under_word
        ),
        aloud=spoken(asked.title, asked.questions),
        form_id=form_id or fresh_form_id(),
        url=asked.url,
        back_url=asked.url if plain else asked.back_url,
        has_none=plain,
        has_rest=any(one.kind is QuestionKind.YES_NO for one in asked.questions),
        is_one_number=[one.kind for one in asked.questions] == [QuestionKind.NUMBER],
        problem=problem,
        path=path.value,
    )


WHICH_TITLE = "Which of these?"
UNSURE_TITLE = "Which are you not sure about?"
WHICH_LEAD = "Answer the ones you mean. The others count as no."

"""What follows once the legs were noted: nothing, or the danger signs again at once."""

from uuid import UUID

from loosen import triage
from loosen.vocabulary import AnswersFor, AnswerValue, LegChange, LegsNoted
from loosen.web.site.visit import Visit
from loosen.web.start.ways import urgent_url

LEG_CARD = "leg-and-course"
SIGNS_URL = f"/screen/again/?then={LEG_CARD}"


def after_legs(noted: LegsNoted, visit: Visit, form_id: UUID) -> str:
    """Where to go; empty where nothing more is asked.

    What is new closes everything until the short set is answered, so that leaving the page in
    between leaves nothing open.
    """
    if not noted.asks_short_set:
        return ""
    told = triage.answers_by_legs(noted.change, visit.answers, visit.content)
    if told:
        visit.answer(AnswersFor.LEG_NOTE, told, form_id=form_id)
    if noted.change is LegChange.NEW:
        signs = [question.id for question in triage.short_set(visit.content)]
        visit.tap(AnswersFor.LEG_NOTE, signs, AnswerValue.NOT_SURE, form_id=form_id)
    return urgent_url(visit.decision, visit.content) or SIGNS_URL

"""When each question was last answered here."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from loosen.vocabulary import AnswersGiven, AnswerTold, Entry, Got

from .standing import Standing, standing


def answers_told(entries: Sequence[Entry]) -> Mapping[str, AnswerTold]:
    """By question, the person's own day of its last answer and the content that asked it.

    What a file says was told elsewhere. A question that was tapped together with others, so that
    nobody knows yet which of them is meant, is not told.
    """
    return standing(entries).once(_all_told)


def _all_told(log: Standing) -> Mapping[str, AnswerTold]:
    told: dict[str, AnswerTold] = {}
    for entry, given in log.of(AnswersGiven):
        here = AnswerTold(
            on=(entry.happened_at + timedelta(minutes=entry.utc_offset_min)).date(),
            content_version=entry.content_version,
        )
        for question_id in (*given.answers.by_question, *given.one_of.by_question):
            told.pop(question_id, None)
        if entry.source is not Got.IMPORT:
            told.update(dict.fromkeys(given.answers.by_question, here))
    return told

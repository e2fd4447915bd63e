"""What was told: answers, decisions, clinicians' words, the moment, choices and reviews."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from loosen.vocabulary import (
    Answer,
    Answers,
    AnswersGiven,
    Content,
    CourseTold,
    DatedDecision,
    DatedNote,
    DecisionMade,
    Entry,
    Got,
    LegsNoted,
    MomentAsked,
    NoteTaken,
    PositionTried,
    Preference,
    ReviewSeen,
    Walked,
)

from .standing import Standing, standing


def answers_so_far(entries: Sequence[Entry]) -> Answers:
    """All answers, later ones laid over earlier ones."""
    return standing(entries).once(_all_answers)


def _all_answers(log: Standing) -> Answers:
    by_question: dict[str, Answer] = {}
    for _, given in log.of(AnswersGiven):
        by_question |= given.answers.by_question
    return Answers(by_question=by_question)


def still_to_say(entries: Sequence[Entry]) -> Answers:
    """Questions to which "yes" or "not sure" was tapped together and none was answered since.

    What a file says of it ends no tap that was made here.
    """
    return standing(entries).once(_all_still_to_say)


def _all_still_to_say(log: Standing) -> Answers:
    here: dict[str, Answer] = {}
    imported: dict[str, Answer] = {}
    for entry, given in log.of(AnswersGiven):
        is_imported = entry.source is Got.IMPORT
        for tapped in (imported,) if is_imported else (here, imported):
            for question_id in given.answers.by_question:
                tapped.pop(question_id, None)
        (imported if is_imported else here).update(given.one_of.by_question)
    return Answers(by_question=imported | here)


def dated_decisions(entries: Sequence[Entry]) -> tuple[DatedDecision, ...]:
    """The decisions in order; imported ones are marked and clear nobody."""
    return standing(entries).once(_all_decisions)


def _all_decisions(log: Standing) -> tuple[DatedDecision, ...]:
    return tuple(
        DatedDecision(
            id=entry.id,
            owner_id=entry.owner_id,
            decision=made.decision,
            about_digest=made.about_digest,
            new_signs=made.new_signs,
            imported=entry.source is Got.IMPORT,
            told_no=log.once(_places)[entry.id],
        )
        for entry, made in log.of(DecisionMade)
    )


def clinician_notes(entries: Sequence[Entry]) -> tuple[DatedNote, ...]:
    """The clinicians' words told on this record, in order; an imported one opens nothing."""
    log = standing(entries)
    return tuple(
        DatedNote(note=taken.note, told_no=log.once(_places)[entry.id])
        for entry, taken in log.of(NoteTaken)
        if entry.source is not Got.IMPORT
    )


def _places(log: Standing) -> dict[UUID, int]:
    """The place of each entry in the order of telling."""
    return {entry.id: place for place, entry in enumerate(log)}


def last_moment(entries: Sequence[Entry]) -> tuple[MomentAsked, datetime] | None:
    """The moment's state as last told here, and when (UTC); an imported one says nothing."""
    told = [
        (moment, entry.happened_at)
        for entry, moment in standing(entries).of(MomentAsked)
        if entry.source is not Got.IMPORT
    ]
    return told[-1] if told else None


def short_set_asked_at(entries: Sequence[Entry], content: Content) -> datetime | None:
    """When the whole short set was last known (UTC): its oldest answer. None: not all asked.

    Legs that are the same, worse or new call for all of it again, whatever the clock says; so
    does a word on the legs that was put right, whatever it says now. And a yes of which it was
    not said to which question.
    """
    asked_at: dict[str, datetime] = {}
    for entry in standing(entries):
        match entry.payload:
            case LegsNoted() as legs if legs.asks_short_set or entry.supersedes is not None:
                asked_at.clear()
            case AnswersGiven(answers=answers, one_of=one_of) if entry.source is not Got.IMPORT:
                asked_at.update(dict.fromkeys(answers.by_question, entry.happened_at))
                for question_id in one_of.by_question:
                    asked_at.pop(question_id, None)
            case _:
                continue
    wanted = [question.id for question in content.questions.values() if question.short_set]
    if not wanted or not asked_at.keys() >= set(wanted):
        return None
    return min(asked_at[question_id] for question_id in wanted)


def banned_items(entries: Sequence[Entry]) -> frozenset[str]:
    """Ids of items that the person asked never to see again."""
    last = {choice.item_id: choice.banned for _, choice in standing(entries).of(Preference)}
    return frozenset(item_id for item_id, banned in last.items() if banned)


def favourite_items(entries: Sequence[Entry]) -> frozenset[str]:
    """Ids of items that the person wants first among equals."""
    last = {choice.item_id: choice.favourite for _, choice in standing(entries).of(Preference)}
    return frozenset(item_id for item_id, favourite in last.items() if favourite)


def kept_position(entries: Sequence[Entry]) -> str:
    """The id of the position the person wants offered first; empty when there is none."""
    kept = ""
    for _, tried in standing(entries).of(PositionTried):
        if tried.kept:
            kept = tried.position_id
        elif tried.position_id == kept:
            kept = ""
    return kept


def walks(entries: Sequence[Entry]) -> tuple[tuple[Entry, Walked], ...]:
    """The walks in order."""
    return tuple(standing(entries).of(Walked))


def episode_began_on(entries: Sequence[Entry], content: Content) -> date | None:
    """The first local day of this episode: as last told, else of the first entry since a long gap.

    A told day counts for the episode in which it was told, and only when it is not later.
    """
    log = standing(entries)
    first = _first_since_gap(log, timedelta(days=content.threshold("episode-gap-days")))
    if first is None:
        return None
    began = _local_day(first)
    for entry, course in log.of(CourseTold):
        told = _day_or_none(course.began_on)
        if entry.happened_at >= first.happened_at and told and told <= _local_day(entry):
            began = told
    return began


def reviews_seen(entries: Sequence[Entry], content: Content) -> dict[str, ReviewSeen]:
    """The reviews answered in this episode, by review id; the last answer counts."""
    began = episode_began_on(entries, content)
    return {
        seen.review_id: seen
        for entry, seen in standing(entries).of(ReviewSeen)
        if began is not None and _local_day(entry) >= began
    }


def _first_since_gap(log: Standing, gap: timedelta) -> Entry | None:
    first: Entry | None = None
    last: Entry | None = None
    for entry in log:
        if last is None or entry.happened_at - last.happened_at >= gap:
            first = entry
        last = entry
    return first


def _local_day(entry: Entry) -> date:
    return (entry.happened_at + timedelta(minutes=entry.utc_offset_min)).date()


def _day_or_none(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

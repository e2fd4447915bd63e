"""Each kind of entry in plain words: a title, and what was said."""

from dataclasses import dataclass
from functools import singledispatch

from loosen.vocabulary import (
    Answer,
    AnswersFor,
    AnswersGiven,
    AnswerValue,
    Content,
    CourseTold,
    DecisionMade,
    FeelingBack,
    GentleMovement,
    LegsNoted,
    MomentAsked,
    NoteTaken,
    Onset,
    PainFelt,
    Payload,
    PlacePain,
    PositionTried,
    Preference,
    Question,
    RemedyUsed,
    ReviewSeen,
    SessionEnded,
    SessionStarted,
    SessionStopped,
    StepEnded,
    Walked,
    Withdrawn,
)

from . import wordlists


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """`title` names the entry, `details` say what it holds; `noes`: what was answered with no."""

    title: str
    details: tuple[str, ...] = ()
    noes: tuple[str, ...] = ()


@singledispatch
def words_of(payload: Payload, content: Content) -> Words:
    """The words for a payload; every kind has its own."""
    raise TypeError(f"{type(payload).__name__} has no words")


# --- what was told ---------------------------------------------------------------------------


@words_of.register
def _(given: AnswersGiven, content: Content) -> Words:
    """A hundred answers of no would hide the two of yes."""
    said = given.answers.by_question.items()
    worse = given.worse.by_question.items()
    tapped = given.one_of.by_question.items()
    return Words(
        title=wordlists.OCCASIONS[AnswersFor(given.occasion)],
        details=(
            *(_answer_words(key, answer, content) for key, answer in said if not _is_no(answer)),
            *(f"New or worse? {_answer_words(key, answer, content)}" for key, answer in worse),
            *(f"One of these: {_answer_words(key, answer, content)}" for key, answer in tapped),
        ),
        noes=tuple(_short(key, content) for key, answer in said if _is_no(answer)),
    )


def _is_no(answer: Answer) -> bool:
    return answer.value is AnswerValue.NO


def _short(question_id: str, content: Content) -> str:
    question = content.questions.get(question_id)
    return question.short if question else question_id


def _answer_words(question_id: str, answer: Answer, content: Content) -> str:
    question = content.questions.get(question_id)
    if question is None:
        return f"{question_id}: {_value_words(answer, None)}"
    parts = [_value_words(answer, question)]
    parts += [form.text for form in question.forms if form.id in answer.forms]
    if answer.onset is not None:
        parts.append(wordlists.ONSETS[Onset(answer.onset)])
    return f"{question.short}: {', '.join(parts)}"


def _value_words(answer: Answer, question: Question | None) -> str:
    if answer.value is not None:
        return wordlists.VALUES[AnswerValue(answer.value)]
    if answer.number is not None:
        unit = question.unit if question else ""
        return f"{answer.number:g} {unit}".strip()
    choices = question.choices if question else ()
    named = [choice.text for choice in choices if choice.id == answer.choice]
    return named[0] if named else str(answer.choice)


@words_of.register
def _(made: DecisionMade, content: Content) -> Words:
    reasons = tuple(dict.fromkeys(fired.reason.text for fired in made.decision.fired))
    open_words = () if made.decision.is_complete else ("Some questions were still open.",)
    calm = (content.phrases["nothing-urgent"].text,) if not reasons and not open_words else ()
    return Words(title="What your answers meant", details=(*reasons, *open_words, *calm))


@words_of.register
def _(taken: NoteTaken, _content: Content) -> Words:
    note = taken.note
    said = wordlists.GENTLE[GentleMovement(note.gentle_movement_ok)]
    return Words(
        title="What a clinician said",
        details=(said, f"Seen on {note.seen_on:%d %B %Y}. Holds until {note.until:%d %B %Y}."),
    )


@words_of.register
def _(moment: MomentAsked, _content: Content) -> Words:
    details = tuple(
        f"{label}: {wordlists.VALUES[AnswerValue(getattr(moment, name))]}"
        for name, label in wordlists.MOMENT.items()
    )
    return Words(title="How you were just then", details=details)


@words_of.register
def _(course: CourseTold, _content: Content) -> Words:
    began = f"It began on {course.began_on}." if course.began_on else ""
    direction = f"Since then: {course.direction}." if course.direction else ""
    return Words(title="How it went", details=tuple(filter(None, (began, direction))))


@words_of.register
def _(seen: ReviewSeen, _content: Content) -> Words:
    saw = "You saw a clinician." if seen.saw_clinician else "You did not see a clinician."
    settling = f"Is it getting better? {wordlists.VALUES[AnswerValue(seen.settling)].capitalize()}"
    return Words(title="A look back", details=(saw, settling))


# --- what was felt ---------------------------------------------------------------------------


@words_of.register
def _(felt: PainFelt, _content: Content) -> Words:
    woke = ("It woke you in the night.",) if felt.woke_at_night else ()
    places = tuple(_place_words(one) for one in felt.places)
    last_day = (("Worst", felt.worst_24h_0_10), ("On average", felt.average_24h_0_10))
    of_day = tuple(f"{name} in 24 hours: {score}" for name, score in last_day if score is not None)
    return Words(
        title=_pain_words(felt.pain_0_10),
        details=(wordlists.PAIN_WHEN[felt.occasion], *woke, *places, *of_day),
    )


def _place_words(place: PlacePain) -> str:
    name = wordlists.place_words(place.place_id)
    return name if place.pain_0_10 is None else f"{name}: {place.pain_0_10} of 10"


def _pain_words(pain_0_10: int | None) -> str:
    return "Pain: skipped" if pain_0_10 is None else f"Pain: {pain_0_10} of 10"


@words_of.register
def _(noted: LegsNoted, _content: Content) -> Words:
    return Words(title="Your legs", details=(wordlists.LEGS[noted.change],))


@words_of.register
def _(back: FeelingBack, _content: Content) -> Words:
    return Words(title="Your skin feels as before")


# --- what was done ---------------------------------------------------------------------------


def title_of(item_id: str, content: Content) -> str:
    """The title of a thing one is led through; its id where content has it no longer."""
    item = content.item(item_id)
    return item.title if item else item_id


@words_of.register
def _(begun: SessionStarted, _content: Content) -> Words:
    steps = len(begun.plan.steps)
    return Words(title="A session began", details=(f"{steps} steps.", _pain_words(begun.pain_0_10)))


@words_of.register
def _(ended: StepEnded, _content: Content) -> Words:
    counted = f"{ended.reps_done} times." if ended.reps_done is not None else ""
    held = f"Held for {ended.held_s} seconds." if ended.held_s is not None else ""
    return Words(
        title=f"Step {ended.step_index + 1}: {wordlists.STEPS[ended.outcome]}",
        details=tuple(filter(None, (counted, held))),
    )


@words_of.register
def _(stopped: SessionStopped, _content: Content) -> Words:
    return Words(
        title="You stopped a session",
        details=(wordlists.STOPS[stopped.kind], _pain_words(stopped.pain_0_10)),
    )


@words_of.register
def _(ended: SessionEnded, _content: Content) -> Words:
    return Words(title=wordlists.SESSION_ENDS[ended.how])


@words_of.register
def _(used: RemedyUsed, content: Content) -> Words:
    minutes = max(1, round((used.ended_at - used.started_at).total_seconds() / 60))
    return Words(
        title=title_of(used.remedy_id, content),
        details=(
            f"{minutes} {'minute' if minutes == 1 else 'minutes'}.",
            wordlists.SKIN[used.skin],
            wordlists.HELPED[used.felt_better],
        ),
    )


@words_of.register
def _(tried: PositionTried, content: Content) -> Words:
    kept = ("You want this one first.",) if tried.kept else ()
    return Words(
        title=title_of(tried.position_id, content),
        details=(wordlists.HELPED[tried.helped], *kept),
    )


@words_of.register
def _(walked: Walked, _content: Content) -> Words:
    unit = "minute" if walked.minutes == 1 else "minutes"
    return Words(title=f"A walk of {walked.minutes} {unit}")


@words_of.register
def _(choice: Preference, content: Content) -> Words:
    said = "Show it again."
    if choice.banned:
        said = "Never show it again."
    elif choice.favourite:
        said = "One of your favourites."
    return Words(title=title_of(choice.item_id, content), details=(said,))


@words_of.register
def _(withdrawn: Withdrawn, _content: Content) -> Words:
    return Words(title="You took an entry back", details=(withdrawn.why,) if withdrawn.why else ())

"""A life of many days with the product, in one of the arms that go by it."""

from collections.abc import Iterator
from dataclasses import dataclass

from loosen import plan
from loosen.vocabulary import (
    NO_ESTIMATES,
    AnswersFor,
    AnswerValue,
    Clearance,
    Content,
    Estimates,
    LegChange,
    LegsNoted,
    Permit,
    ReviewSeen,
)

from .arms import Arm, shuffled_estimates
from .article import live_by_the_article
from .chance import Draw
from .clocks import MIN_PER_DAY
from .doctors import tell_note
from .learning import judged, learned, true_estimates
from .life import Life, Today, new_life
from .people import Somebody
from .screening import screen, standing
from .session import moment_of, person_of, run_session, tell_morning
from .steps import SPREADS_DAYS
from .swallowing import swallow, swallow_again
from .warming import is_open, look_at_skin, use_and_tell

OPENS_AT_MIN, OPENS_AT_MOST_MIN = 7 * 60, 13 * 60
EVENING_MIN = 21 * 60
BAD = 5.0  # ours: from here on every day may be a day with the product
FADES_DAYS = 60.0  # ours: habit fades
LEGS_SHARE, GOES_ON_SHARE, TWICE_SHARE = 0.03, 0.3, 0.03  # ours
LEG_CHANGES = (LegChange.MOVING_UP, LegChange.SAME, LegChange.MOVING_DOWN)
EXTRA_PERMITS = {"heat": Permit.HEAT, "cold": Permit.COLD, "self-massage": Permit.MASSAGE}


@dataclass(frozen=True, slots=True)
class Day:
    """One person's day in one arm."""

    person: int
    arm: Arm
    day: int
    pain_hours: float
    today: Today
    breaches: int


def live(
    who: Somebody, arm: Arm, content: Content, days: int, *, told: bool = False
) -> tuple[Life, list[Day]]:
    """All days of one arm; `told`: its plan knows the truth of what helps this person."""
    life = new_life(who, arm, content, days)
    life.is_told_the_truth = told
    lived = list(days_of(life, days))
    if arm is Arm.LOOSEN:
        life.believed = judged(life, days * MIN_PER_DAY)
    return life, lived


def days_of(life: Life, days: int) -> Iterator[Day]:
    """One day after another."""
    was_active = False
    for day in range(days):
        life.today = Today()
        before = life.watch.found.total()
        life.record.posts_twice = life.who.chances.happens(day, Draw.TWICE, TWICE_SHARE)
        life.feeling.begin(day, was_active=was_active)
        life.record.forget_before(day * MIN_PER_DAY)
        if life.arm is Arm.ARTICLE:
            live_by_the_article(life, day)
        elif opens(life, day):
            live_a_day(life, day)
        was_active = life.today.moved
        yield Day(
            person=life.who.number,
            arm=life.arm,
            day=day,
            pain_hours=life.feeling.pain_hours(day),
            today=life.today,
            breaches=life.watch.found.total() - before,
        )


def opens(life: Life, day: int, *, again: bool = False) -> bool:
    """Whether the person turns to it today: when it hurts more, and less as weeks go by."""
    pain = life.feeling.level(day)
    wish = min(pain / BAD, 1.0) * (0.5 + 0.5 * 2 ** (-day / FADES_DAYS))
    draw = Draw.COMES_BACK if again else Draw.OPENS
    return life.who.chances.happens(day, draw, life.who.habits.opens * wish)


def live_a_day(life: Life, day: int) -> None:
    """The check, the morning's score, a session where it is permitted, and what comes after."""
    life.today.opened = True
    life.next_due = None
    of_day = OPENS_AT_MIN + life.who.chances.at(day, Draw.HOUR) * OPENS_AT_MOST_MIN
    minute = day * MIN_PER_DAY + int(of_day)
    where = screen(life, day, minute)
    if tell_note(life, day, minute):
        where = standing(life, minute)
    if not isinstance(where, Clearance):
        return
    look_at_skin(life, minute)
    tell_morning(life, day, minute)
    _answer_reviews(life, day, minute)
    if Permit.MEDICINE in where.permits:
        swallow(life, day, minute)
    where = _note_legs(life, where, day, minute)
    if Permit.POSITION in where.permits:
        end = run_session(life, where, minute, estimates_of(life, day, minute))
        minute = _come_back(life, day, _use_more(life, day, end))
    swallow_again(life, day, minute)


def _come_back(life: Life, day: int, minute: int) -> int:
    """The second session of the day, where the plan wants one; the minute after it.

    Whoever comes back is asked everything anew, as before every session.
    """
    due = life.next_due
    if due is None or due >= day * MIN_PER_DAY + EVENING_MIN or not opens(life, day, again=True):
        return minute
    minute = max(minute, due)
    where = screen(life, day, minute, AnswersFor.BEFORE_SESSION)
    if not isinstance(where, Clearance) or Permit.POSITION not in where.permits:
        return minute
    look_at_skin(life, minute)
    return run_session(life, where, minute, estimates_of(life, day, minute))


def _note_legs(life: Life, where: Clearance, day: int, minute: int) -> Clearance:
    """Some note their legs; then most answer the signs again, and some try to go on at once."""
    chance = life.who.chances.at(day, Draw.LEGS)
    if chance > LEGS_SHARE:
        return where
    change = LEG_CHANGES[int(chance / LEGS_SHARE * len(LEG_CHANGES)) % len(LEG_CHANGES)]
    noted = LegsNoted(change=change)
    life.record.add(noted, minute)
    if change is LegChange.MOVING_DOWN:
        life.spreads_until = day + SPREADS_DAYS
    if not noted.asks_short_set:
        return where
    life.watch.legs_noted()
    if life.who.chances.happens(day, Draw.GOES_ON, GOES_ON_SHARE):
        return where
    again = screen(life, day, minute, AnswersFor.LEG_NOTE)
    return again if isinstance(again, Clearance) else where


def estimates_of(life: Life, day: int, minute: int) -> Estimates:
    """What the plan is told of what helps."""
    if life.is_told_the_truth:
        return true_estimates(life, minute)
    if life.arm is Arm.RANDOM:
        return shuffled_estimates(life.content, life.who.number, day, life.at(minute))
    return learned(life, minute) if life.arm is Arm.LOOSEN else NO_ESTIMATES


def _answer_reviews(life: Life, day: int, minute: int) -> None:
    """The reviews of 5.2, on the first visit from their day on."""
    reviews = {7: "review-day-7", 14: "review-day-14", 42: "review-week-6", 84: "review-week-12"}
    for due, review_id in reviews.items():
        if due <= day and review_id not in life.reviewed:
            life.reviewed.add(review_id)
            settling = life.feeling.level(day) < life.feeling.level(0)
            seen = ReviewSeen(
                review_id=review_id,
                saw_clinician=life.who.chances.happens(day, Draw.REVIEW, 0.4),
                settling=AnswerValue.YES if settling else AnswerValue.NO,
            )
            life.record.add(seen, minute)


def _use_more(life: Life, day: int, minute: int) -> int:
    """Heat, cold or massage by the person's own wish, some of it too soon; the minute after."""
    for turn in (Draw.EXTRA_HEAT, Draw.EXTRA_WAIT):
        if not life.who.chances.happens(day, turn, life.who.habits.hurries):
            continue
        minute += 15 + int(90 * life.who.chances.at(day, turn + 1))
        remedy_id = tuple(EXTRA_PERMITS)[int(3 * life.who.chances.at(day, Draw.SHIFT))]
        look_at_skin(life, minute)
        is_allowed = _may_use_more(life, remedy_id, minute)
        if is_allowed or not (life.who.habits.obeys or remedy_id == "self-massage"):
            minute = use_and_tell(life, remedy_id, minute, was_allowed=is_allowed)
    return minute


def _may_use_more(life: Life, remedy_id: str, minute: int) -> bool:
    """As its page decides: cleared, clear-headed, suited to the person, and by the gate."""
    where = standing(life, minute)
    if not isinstance(where, Clearance) or EXTRA_PERMITS[remedy_id] not in where.permits:
        return False
    if not moment_of(life, minute // MIN_PER_DAY).is_clear:
        return False
    person = person_of(life, where, minute)
    remedy = life.content.remedies[remedy_id]
    suits = not plan.verdict(remedy, person.conditions, life.content).bars
    has_it = set(remedy.equipment) <= person.at_hand
    takes_off = person.can_take_heat_off or remedy_id == "self-massage"
    return suits and has_it and takes_off and is_open(life, remedy_id, minute)

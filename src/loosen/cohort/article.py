"""The article's fixed recipe, done by the same people: ice and heat in turn, five exercises, pills.

Nobody asks first, nothing adapts (evidence file, 1.1): it is what Loosen is compared with. The
people are as diligent as with Loosen: on the same days, with as many skips, with what they have
at home and can do at all. What the watch finds here are faults of the recipe.
"""

from collections.abc import Mapping

from loosen.vocabulary import Answer

from .asking import told_pain
from .chance import Draw
from .clocks import MIN_PER_DAY
from .life import Life, able_at
from .matrix import has
from .steps import SKIPS, strains
from .swallowing import swallow_unasked
from .warming import HELPS_MIN

RESTS_DAYS = 2  # S1: rest the back
WARM_MIN = 20
IN_TURN = ("cold", "heat", "cold", "heat")  # S2-S4: 20 minutes of each, in turn, twice
EXERCISES = (
    ("pelvic-tilt", 120), ("bridge", 120), ("childs-pose", 60), ("seated-twist", 60),
    ("cat-cow", 90),
)  # fmt: skip
LOAD = sum(seconds for _, seconds in EXERCISES)  # the same each day
STARTS_AT_MIN = 9 * 60
LATER_MIN = 40
BAD, FADES_DAYS = 5.0, 60.0  # as with Loosen
HELPS_EXERCISE_MIN = 60


def live_by_the_article(life: Life, day: int) -> None:
    """One day by the recipe, as often as the same person would open Loosen."""
    wish = min(life.feeling.level(day) / BAD, 1.0) * (0.5 + 0.5 * 2 ** (-day / FADES_DAYS))
    if not life.who.chances.happens(day, Draw.OPENS, life.who.habits.opens * wish):
        return
    life.today.opened = True
    minute = day * MIN_PER_DAY + STARTS_AT_MIN
    told = life.answers_on(day).answers.by_question
    life.watch.screened(minute, told, life.local_day(minute).toordinal())
    life.watch.scored(minute, told_pain(life, minute, Draw.SAYS_MORNING), is_morning=True)
    minute = _ice_and_heat(life, minute, told)
    if life.who.chances.happens(day, Draw.DOSE_FIRST, life.who.habits.swallows):
        swallow_unasked(life, day, minute)
    if day >= RESTS_DAYS and able_at(life.feeling.level(day)) != "lie-only":
        _exercise(life, day, minute)


def _ice_and_heat(life: Life, minute: int, told: Mapping[str, Answer]) -> int:
    sizes = {"cold": life.who.effects.cold, "heat": life.who.effects.heat}
    for turn, remedy_id in enumerate(IN_TURN):
        day = minute // MIN_PER_DAY
        skips = life.who.chances.happens(day, Draw.STEPS + 3 * turn, SKIPS)
        if skips or not has(told, f"have-{remedy_id}", ""):
            continue
        life.watch.did(remedy_id, remedy_id, minute, None)
        life.watch.used(remedy_id, minute, minute + WARM_MIN, was_allowed=True)
        minute += WARM_MIN
        life.watch.skin_is_back(minute)
        size = life.who.effects.drifted(sizes[remedy_id], minute // MIN_PER_DAY, life.feeling.days)
        life.feeling.relieve(minute, HELPS_MIN[remedy_id], size, is_thermal=True)
        life.today.heat_and_cold += 1
    return minute


def _exercise(life: Life, day: int, minute: int) -> None:
    """S9-S13: all five, whatever the pain."""
    pain = round(life.feeling.now(minute))
    life.watch.began(minute, LOAD, pain)
    for turn, (item_id, seconds) in enumerate(EXERCISES, start=len(IN_TURN)):
        if life.who.chances.happens(day, Draw.STEPS + 3 * turn, SKIPS):
            continue
        life.watch.did("exercise", item_id, minute, pain)
        life.today.moved = True
        minute += max(seconds // 60, 1)
        if strains(life, minute, seconds, Draw.STEPS + 3 * turn + 2):
            life.today.is_sore = True
            life.feeling.get_sore(day)
        elif life.who.effects.exercise > 0 and not life.today.is_sore:
            life.feeling.relieve(minute, HELPS_EXERCISE_MIN, life.who.effects.exercise / 4)
    life.today.sessions += 1
    life.watch.scored(minute + LATER_MIN, told_pain(life, minute + LATER_MIN, Draw.SAYS_LATER))

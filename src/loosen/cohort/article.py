"""The article's fixed recipe, done by the same people: ice and heat in turn, five exercises, pills.

Nobody asks first, nothing adapts (evidence file, 1.1): it is what Loosen is compared with. What
the watch finds here are faults of the recipe; they are counted apart.
"""

from .chance import Draw
from .clocks import MIN_PER_DAY
from .life import Life
from .swallowing import relieve_by_pill
from .warming import HELPS_MIN

RESTS_DAYS = 2  # S1: rest the back
WARM_MIN = 20
EXERCISES = (
    ("pelvic-tilt", 120), ("bridge", 120), ("childs-pose", 60), ("seated-twist", 60),
    ("cat-cow", 90),
)  # fmt: skip
STARTS_AT_MIN = 9 * 60
DONE_FROM = 2.0  # ours: below this pain the recipe is left alone
FULL_LOAD_S = 900
SORE_POINTS = 1.5


def live_by_the_article(life: Life, day: int) -> None:
    """One day by the recipe, as often as the same person would open Loosen."""
    pain = life.feeling.level(day)
    keeps_on = 0.5 + 0.5 * 2 ** (-day / 60)
    wish = min(pain / 5, 1.0) * keeps_on
    if pain < DONE_FROM or not life.who.chances.happens(
        day, Draw.OPENS, life.who.habits.opens * wish
    ):
        return
    life.today.opened = True
    minute = day * MIN_PER_DAY + STARTS_AT_MIN
    told = life.answers_on(day).answers.by_question
    life.watch.screened(minute, told, life.local_day(minute).toordinal())
    minute = _ice_and_heat(life, minute)
    if life.who.chances.happens(day, Draw.DOSE_FIRST, life.who.habits.swallows):
        relieve_by_pill(life, minute)
    if day >= RESTS_DAYS:
        _exercise(life, day, minute)
        life.today.moved = True


def _ice_and_heat(life: Life, minute: int) -> int:
    """S2-S4: 20 minutes of each, in turn, twice."""
    sizes = {"cold": life.who.effects.cold, "heat": life.who.effects.heat}
    for remedy_id in ("cold", "heat", "cold", "heat"):
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
    pain = life.feeling.level(day)
    seconds = sum(lasts for _, lasts in EXERCISES)
    for item_id, _ in EXERCISES:
        life.watch.did("exercise", item_id, minute, round(pain))
    chance = life.who.effects.easily_sore * (0.2 + 0.8 * pain / 10) * seconds / FULL_LOAD_S
    if life.who.chances.at(day, Draw.RISES) > 1 - chance:
        life.feeling.get_sore(day, SORE_POINTS)
    elif life.who.effects.exercise > 0:
        life.feeling.relieve(minute, 60, life.who.effects.exercise)

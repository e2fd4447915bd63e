"""Heat, cold and massage as they are used: by the gate, and now and then against it."""

from loosen import ledger
from loosen.vocabulary import FeelingBack, RemedyKind, RemedyUsed, Skin

from .chance import Draw
from .clocks import MIN_PER_DAY
from .life import Life

# 7.3: 30 to 60 minutes; massage hours.
HELPS_MIN = {"heat": 60, "cold": 45, "self-massage": 240}
FEELING_BACK_MIN = 35
REMEMBERS = 0.8
MARKED_SHARE, NOT_LOOKED_SHARE = 0.03, 0.10


def is_open(life: Life, remedy_id: str, minute: int) -> bool:
    """Whether the ledger opens it now."""
    remedy = life.content.remedies[remedy_id]
    gate = ledger.thermal_gate(remedy, life.record.log(), life.at(minute), life.content)
    return gate.allowed


def use(life: Life, remedy_id: str, minute: int, *, was_allowed: bool = True) -> int:
    """Uses it for as long as it is planned; the minute after it."""
    remedy = life.content.remedies[remedy_id]
    day = minute // MIN_PER_DAY
    end = minute + remedy.duration_s // 60
    skin = _skin(life, day)
    used = RemedyUsed(
        remedy_id=remedy_id,
        started_at=life.at(minute),
        ended_at=life.at(end),
        skin=skin,
        felt_better=None,
    )
    entry = life.record.add(used, end)
    life.watch.used(remedy_id, minute, end, was_allowed=was_allowed)
    if remedy.kind is not RemedyKind.COLD and skin is Skin.NORMAL:
        life.watch.skin_is_back(end)
    else:
        life.unseen_skin.append((entry.id, end))
    _relieve(life, remedy_id, end)
    life.today.heat_and_cold += 1
    return end


def look_at_skin(life: Life, minute: int) -> None:
    """Whoever remembers looks at the skin, once it had the time to be as before."""
    waiting = [(id_, end) for id_, end in life.unseen_skin if minute >= end + FEELING_BACK_MIN]
    if not life.who.chances.happens(minute // MIN_PER_DAY, Draw.FEELING, REMEMBERS):
        return
    for entry_id, end in waiting:
        life.record.add(FeelingBack(remedy_entry_id=entry_id), minute)
        life.watch.skin_is_back(end)
        life.unseen_skin.remove((entry_id, end))


def _skin(life: Life, day: int) -> Skin:
    chance = life.who.chances.at(day, Draw.SKIN)
    if chance < MARKED_SHARE:
        return Skin.MARKED
    return Skin.NOT_LOOKED if chance < MARKED_SHARE + NOT_LOOKED_SHARE else Skin.NORMAL


def _relieve(life: Life, remedy_id: str, end: int) -> None:
    effects = life.who.effects
    sizes = {"heat": effects.heat, "cold": effects.cold, "self-massage": effects.massage}
    size = effects.drifted(sizes.get(remedy_id, 0.0), end // MIN_PER_DAY, life.feeling.days)
    if size > 0:
        is_thermal = remedy_id != "self-massage"
        lasts = HELPS_MIN.get(remedy_id, 0)
        life.feeling.relieve(end, lasts, size, is_thermal=is_thermal)

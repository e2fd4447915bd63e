"""Heat, cold and massage as they are used: by the gate, and now and then against it."""

from dataclasses import replace
from uuid import UUID

from loosen import ledger
from loosen.vocabulary import (
    AnswerValue,
    Entry,
    FeelingBack,
    PainFelt,
    PainWhen,
    RemedyKind,
    RemedyUsed,
    Skin,
    SkinAsked,
)

from .asking import told_pain
from .chance import Draw
from .clocks import MIN_PER_DAY
from .life import Life

# 7.3: 30 to 60 minutes; massage hours.
HELPS_MIN = {"heat": 60, "cold": 45, "self-massage": 240}
FEELING_BACK_MIN = 35
LATER_MIN = 40
REMEMBERS = 0.8
THERMAL = frozenset({RemedyKind.HEAT, RemedyKind.COLD})
BROKEN_SHARE, RUBBED_SHARE = 0.02, 0.03  # ours: days on which the skin bars heat and cold
MISTAKES = 0.05  # ours: of what is logged
MARKED_SHARE, NOT_LOOKED_SHARE = 0.03, 0.10


def is_open(life: Life, remedy_id: str, minute: int) -> bool:
    """Whether the ledger opens it now, with the skin asked after first for heat and cold."""
    remedy = life.content.remedies[remedy_id]
    if remedy.kind in THERMAL and not _is_skin_clear(life, minute):
        return False
    gate = ledger.thermal_gate(remedy, life.record.log(), life.at(minute), life.content)
    return gate.allowed


def _is_skin_clear(life: Life, minute: int) -> bool:
    """The skin's state, asked each time; a patch, a rub or a sore place keeps it closed."""
    chance = life.who.chances.at(minute // MIN_PER_DAY, Draw.SKIN_NOW)
    broken, rubbed = chance < BROKEN_SHARE, BROKEN_SHARE <= chance < BROKEN_SHARE + RUBBED_SHARE
    asked = SkinAsked(
        broken_or_numb=_yes_or_no(is_yes=broken), patch_or_rub=_yes_or_no(is_yes=rubbed)
    )
    life.record.add(asked, minute)
    life.watch.asked_skin(minute, is_clear=asked.is_clear)
    return ledger.skin_gate(life.record.log(), life.at(minute), life.content).is_open


def _yes_or_no(*, is_yes: bool) -> AnswerValue:
    return AnswerValue.YES if is_yes else AnswerValue.NO


def use(
    life: Life, remedy_id: str, minute: int, *, was_allowed: bool = True, use_id: UUID | None = None
) -> int:
    """Uses it for as long as it is planned; the minute after it."""
    remedy = life.content.remedies[remedy_id]
    end = minute + remedy.duration_s // 60
    skin = _skin(life, minute // MIN_PER_DAY)
    used = RemedyUsed(
        remedy_id=remedy_id,
        started_at=life.at(minute),
        ended_at=max(life.at(end), life.at(minute)),
        skin=skin,
        felt_better=None,
    )
    entry = _logged(life, used, end, use_id)
    life.watch.used(remedy_id, minute, end, was_allowed=was_allowed)
    if remedy.kind is not RemedyKind.COLD and skin is Skin.NORMAL:
        life.watch.skin_is_back(end)
    else:
        life.unseen_skin.append((entry.id, end))
    _relieve(life, remedy_id, end)
    life.today.heat_and_cold += 1
    return end


def _logged(life: Life, used: RemedyUsed, end: int, use_id: UUID | None) -> Entry:
    """Logged; now and then first as if nobody had looked at the skin, and put right at once."""
    if not life.who.chances.happens(end // MIN_PER_DAY, Draw.MISTYPES, MISTAKES):
        return life.record.add(used, end, entry_id=use_id)
    first = life.record.add(replace(used, skin=Skin.NOT_LOOKED), end, entry_id=use_id)
    return life.record.add(used, end, supersedes=first.id)


def use_and_tell(life: Life, remedy_id: str, minute: int, *, was_allowed: bool = True) -> int:
    """By itself, not in a session: with pain before, just after and a while later, if told."""
    use_id = UUID(int=(life.record.owner_id.int << 40) + minute)
    _tell(life, minute, Draw.SAYS_BEFORE_IT, PainWhen.BEFORE_REMEDY, use_id)
    end = use(life, remedy_id, minute, was_allowed=was_allowed, use_id=use_id)
    _tell(life, end, Draw.SAYS_AFTER_IT, PainWhen.AFTER_REMEDY, use_id)
    is_told = _tell(life, end + LATER_MIN, Draw.SAYS_LATER, PainWhen.LATER_REMEDY, use_id)
    return end + LATER_MIN if is_told else end


def _tell(life: Life, minute: int, draw: Draw, occasion: PainWhen, use_id: UUID) -> bool:
    pain = told_pain(life, minute, draw)
    if pain is not None:
        felt = PainFelt(pain_0_10=pain, occasion=occasion, of_entry=use_id)
        life.record.add(felt, minute)
    return pain is not None


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

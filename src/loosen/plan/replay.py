"""What helped last time, for a back that seizes again: only what is open now, in words kept small.

It reads what the person said helped in their last episode, and what their scores say. It offers
nothing that the decision, a condition, the person or the skin's own clock keeps closed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from loosen.ledger import Standing, sessions, thermal_gate
from loosen.vocabulary import (
    Content,
    Entry,
    Estimate,
    Estimates,
    Exercise,
    Item,
    Permit,
    Person,
    Position,
    PositionTried,
    Reason,
    Remedy,
    RemedyKind,
    RemedyUsed,
    StepOutcome,
    Strength,
)

from .learning import told_by_record
from .offers import permit_of
from .verdict import verdict

HELPING = frozenset({Strength.HELPS, Strength.SEEMS_TO_HELP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Helped:
    """One thing that helped: how often of the times told, and when last (UTC)."""

    item: Item
    helped: int
    told: int
    last_at: datetime
    utc_offset_min: int
    is_kept: bool
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What helped last time: `open` may be done now, `waits` opens with the other questions."""

    open: tuple[Helped, ...]
    waits: tuple[Helped, ...]


NO_REPLAY = Replay(open=(), waits=())


def replay(
    log: Standing,
    estimates: Estimates,
    permits: frozenset[Permit],
    person: Person,
    content: Content,
    at: datetime,
    planned: frozenset[str] = frozenset(),
) -> Replay:
    """What helped in the last episode of which anything was told, the best first.

    `planned`: the ids of today's plan; an exercise is replayed from there alone, with its dose.
    """
    found = sorted(_helped(log, estimates, person, content), key=lambda one: _rank(one, estimates))
    sound = [one for one in found if _is_sound(one.item, person, content, planned)]
    open_ = [one for one in sound if _is_open(one.item, log, permits, content, at)]
    waits = [one for one in sound if permit_of(one.item) not in permits]
    most = int(content.threshold("replay-most"))
    return Replay(open=tuple(open_[:most]), waits=tuple(waits[:most]))


def _rank(one: Helped, estimates: Estimates) -> tuple[bool, bool, float, int, float, str]:
    known = _known(one.item.id, estimates)
    mean = known.mean if known else 0.0
    newest = -one.last_at.timestamp()
    return (not one.is_kept, known is None, mean, -one.helped, newest, one.item.id)


def _known(item_id: str, estimates: Estimates) -> Estimate | None:
    known = estimates.by_kind.get(item_id)
    return known if known is not None and known.strength in HELPING else None


# --- what helped -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    item_id: str
    helped: bool | None
    at: datetime
    utc_offset_min: int


def _helped(
    log: Standing, estimates: Estimates, person: Person, content: Content
) -> Iterator[Helped]:
    """Each thing of the last episode that was said to help, or that the scores speak for."""
    by_item: dict[str, list[_Told]] = {}
    for told in _last_episode(log, content):
        by_item.setdefault(told.item_id, []).append(told)
    for item_id, all_told in by_item.items():
        item = content.item(item_id)
        known = _known(item_id, estimates)
        is_kept = item_id == person.kept_position  # their own wish stands over the scores
        if item is None or not (known or is_kept or _was_good(item_id, all_told, estimates)):
            continue
        yield Helped(
            item=item,
            helped=sum(one.helped is True for one in all_told),
            told=sum(one.helped is not None for one in all_told),
            last_at=all_told[-1].at,
            utc_offset_min=all_told[-1].utc_offset_min,
            is_kept=is_kept,
            because=(
                told_by_record(known, content) if known else content.reason("replay-last-time"),
            ),
        )


def _was_good(item_id: str, all_told: list[_Told], estimates: Estimates) -> bool:
    """The last word on it was that it helped, and the scores do not speak against it."""
    words = [one.helped for one in all_told if one.helped is not None]
    known = estimates.by_kind.get(item_id)
    is_against = known is not None and known.strength is Strength.DOES_NOT_SEEM_TO
    return bool(words) and words[-1] is True and not is_against


def _last_episode(log: Standing, content: Content) -> list[_Told]:
    """What was done up to the last time that anything was, back to the first long gap."""
    gap = timedelta(days=content.threshold("episode-gap-days"))
    told: list[_Told] = []
    for one in sorted(_all_told(log), key=lambda one: one.at):
        if told and one.at - told[-1].at >= gap:
            told.clear()
        told.append(one)
    return told


def _all_told(log: Standing) -> Iterator[_Told]:
    for entry, tried in log.of(PositionTried):
        yield _of(entry, tried.position_id, helped=True if tried.kept else tried.helped)
    for entry, used in log.of(RemedyUsed):
        yield _of(entry, used.remedy_id, helped=used.felt_better)
    for state in sessions(log):
        for one in state.outcomes:
            if one.outcome is StepOutcome.DONE:
                yield _Told(
                    item_id=state.plan.steps[one.step_index].item_id,
                    helped=None,
                    at=state.last_at,
                    utc_offset_min=state.utc_offset_min,
                )


def _of(entry: Entry, item_id: str, *, helped: bool | None) -> _Told:
    return _Told(
        item_id=item_id,
        helped=helped,
        at=entry.happened_at,
        utc_offset_min=entry.utc_offset_min,
    )


# --- what may be done now ----------------------------------------------------------------------


def _is_sound(item: Item, person: Person, content: Content, planned: frozenset[str]) -> bool:
    """Nothing lasting speaks against it: no ban, no condition, no heat that cannot be taken off."""
    if item.id in person.banned or verdict(item, person.conditions, content).bars:
        return False
    if isinstance(item, Remedy) and item.kind is RemedyKind.HEAT:
        return person.can_take_heat_off
    if isinstance(item, Position):
        return not item.suits or not set(item.suits).isdisjoint(person.conditions)
    return not isinstance(item, Exercise) or item.id in planned


def _is_open(
    item: Item, log: Standing, permits: frozenset[Permit], content: Content, at: datetime
) -> bool:
    """The decision permits it, and so does the skin's own clock."""
    if permit_of(item) not in permits:
        return False
    return not isinstance(item, Remedy) or thermal_gate(item, log, at, content).allowed

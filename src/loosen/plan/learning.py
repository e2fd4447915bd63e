"""What the person's own record says of the order: which safe thing comes first, and why.

It changes the order of what is open and nothing else. Favourites and the kept position stand
above it; what a person keeps as usual is left where it was. Now and then something that was
tried too seldom goes first instead, so that it can be found out.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from loosen.ledger import Standing, goes_by_own_record, kept_as_usual
from loosen.vocabulary import (
    NO_ESTIMATES,
    Content,
    Estimate,
    Estimates,
    Exercise,
    PlanStage,
    Position,
    Reason,
    Remedy,
    RemedyKind,
    Strength,
)

from .comparing import comparison_now
from .offers import Choices, is_walk
from .situation import Situation, shuffled

Place = tuple[int, float]
WISHED, TURN, TRIED_OUT, HELPING, USUAL, BEHIND = range(-4, 2)
REASON_OF = {
    Strength.SEEMS_TO_HELP: "own-record-seems-to-help",
    Strength.HELPS: "own-record-helps",
    Strength.DOES_NOT_SEEM_TO: "own-record-does-not-seem-to",
}


def heeded(estimates: Estimates, log: Standing, content: Content) -> Estimates:
    """The estimates that may order a plan: words by strength, no wish against."""
    if not estimates.by_kind or not goes_by_own_record(log):
        return NO_ESTIMATES
    usual, least = kept_as_usual(log), content.threshold("estimate-least-n")
    kept = {
        kind: known
        for kind, known in estimates.by_kind.items()
        if kind not in usual and (known.n < least or known.strength is not Strength.TOO_EARLY)
    }
    return Estimates(by_kind=kept)


def unlearned(now: Situation) -> Situation:
    """The same moment with nothing learned: the plan as it would be without the record."""
    return replace(now, estimates=NO_ESTIMATES, to_find_out=frozenset(), turn="")


def place(item_id: str, now: Situation) -> Place:
    """Where the record puts a thing among its equals; the smaller comes first."""
    if not now.estimates.by_kind and not now.turn:
        return (USUAL, 0.0)
    if item_id in now.person.favourites:
        return (WISHED, 0.0)
    if item_id == now.turn:
        return (TURN, 0.0)
    if item_id in now.to_find_out:
        return (TRIED_OUT, 0.0)
    known = _known(item_id, now)
    if known is None:
        return (USUAL, 0.0)
    is_behind = known.strength is Strength.DOES_NOT_SEEM_TO
    return (BEHIND if is_behind else HELPING, round(known.mean, 6))


def learnt_reasons(item_id: str, now: Situation) -> Iterator[Reason]:
    """Why the record put it where it stands, with how often it was tried."""
    if item_id == now.turn:
        yield now.content.reason("comparison-its-turn")
    elif item_id in now.to_find_out:
        yield now.content.reason("own-record-to-find-out")
    elif (known := _known(item_id, now)) is not None:
        yield told_by_record(known, now.content)


def told_by_record(known: Estimate, content: Content) -> Reason:
    """What may be said of an estimate, by its strength and with its number of tries."""
    if known.strength is Strength.TOO_EARLY:
        return _counted(content.reason("own-record-too-early"), known.n)
    return _counted(content.reason(REASON_OF[known.strength]), known.n)


def _counted(reason: Reason, n: int) -> Reason:
    times = "once" if n == 1 else f"{n} times"
    return replace(reason, text=f"{reason.text.removesuffix('.')}: tried {times} so far.")


def _known(item_id: str, now: Situation) -> Estimate | None:
    """What is known well enough to order by."""
    known = now.estimates.by_kind.get(item_id)
    if known is None or known.n < now.content.threshold("estimate-least-n"):
        return None
    return None if known.strength is Strength.TOO_EARLY else known


# --- to find out -------------------------------------------------------------------------------


def with_turn(choices: Choices, now: Situation) -> Situation:
    """The moment, with whose turn it is in a comparison that runs, as far as that is open now."""
    comparison = comparison_now(now.log, now.content)
    turn = comparison.next_up if comparison else ""
    is_open = turn in choices.offers and now.stage is not PlanStage.SETTLE
    return replace(now, turn=turn) if is_open else now


def with_tries(choices: Choices, now: Situation) -> Situation:
    """The moment, with what is tried out today: of each kind of help one in some days.

    Never while the pain is at its worst, when what helped before is what is wanted.
    """
    if not now.estimates.by_kind or now.stage is PlanStage.SETTLE:
        return now
    found = (_to_try(name, _open(choices, is_one), now) for name, is_one in GROUPS.items())
    return replace(now, to_find_out=frozenset(item for item in found if item))


def _to_try(group: str, open_: Iterable[str], now: Situation) -> str:
    """The one tried least of those tried too seldom, on a day drawn by the seed; else empty."""
    every = int(now.content.threshold("explore-every"))
    if int(shuffled(f"to find out {group}", now.seed), 16) % every:
        return ""
    least = now.content.threshold("estimate-least-n")
    usual = kept_as_usual(now.log)
    seldom = [(_tries(id_, now), shuffled(id_, now.seed), id_) for id_ in open_ if id_ not in usual]
    return min((one for one in seldom if one[0] < least), default=(0, "", ""))[2]


def _tries(item_id: str, now: Situation) -> int:
    known = now.estimates.by_kind.get(item_id)
    return known.n if known else 0


def _open(choices: Choices, is_one: Callable[[object], bool]) -> list[str]:
    return [id_ for id_, offer in choices.offers.items() if is_one(offer.item)]


def _is_thermal(item: object) -> bool:
    return isinstance(item, Remedy) and item.kind in {RemedyKind.HEAT, RemedyKind.COLD}


def _is_breathing(item: object) -> bool:
    return isinstance(item, Remedy) and item.kind is RemedyKind.BREATHING


def _is_moving(item: object) -> bool:
    return isinstance(item, Exercise) and not is_walk(item)


GROUPS: dict[str, Callable[[object], bool]] = {
    "moving": _is_moving,
    "heat or cold": _is_thermal,
    "breathing": _is_breathing,
    "position": lambda item: isinstance(item, Position),
}

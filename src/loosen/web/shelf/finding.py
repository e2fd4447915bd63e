"""Finding something on the shelf: what was asked for, and which things fit it.

All of it stands in the address, so that it works without script and can be kept as a bookmark.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.http import QueryDict

from loosen import ledger, plan
from loosen.vocabulary import (
    Ability,
    Equipment,
    Exercise,
    Item,
    Load,
    Permit,
    Position,
    Posture,
)
from loosen.web.ease.choosing import AGE, conditions_of
from loosen.web.site.forms import UNSEEN
from loosen.web.site.visit import Visit

LONGEST_SEARCH = 60
_WORDS = re.compile(r"[^\W_]+").findall
CAN_DO_NOW = "now"
FAVOURITES = "favourites"


class Where(StrEnum):
    """Where something can be done."""

    FLOOR = "floor"
    BED = "bed"
    CHAIR = "chair"
    STANDING = "standing"


WHERE_WORDS: Mapping[Where, str] = {
    Where.FLOOR: "On the floor",
    Where.BED: "In bed",
    Where.CHAIR: "In a chair",
    Where.STANDING: "On my feet",
}
# The loads that a person knows of themselves that they do not want; the rest is for conditions.
LOAD_WORDS: Mapping[Load, str] = {
    Load.KNEELING: "Kneeling",
    Load.WRIST: "Weight on my wrists",
    Load.SHOULDER: "Work for my shoulders",
    Load.FLEXION_END_RANGE: "Bending far",
    Load.EXTENSION_END_RANGE: "Arching back",
    Load.ROTATION: "Turning",
    Load.SUPINE: "Lying on my back",
    Load.PRONE: "Lying on my front",
    Load.BALANCE: "Keeping my balance",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for; whatever is not known is left out, never an error."""

    text: str = ""
    where: Where | None = None
    without: frozenset[Load] = frozenset()
    can_do_now: bool = False
    favourites: bool = False

    @classmethod
    def from_query(cls, query: QueryDict) -> "Wanted":
        """As it stands in the address."""
        where, asked = query.get("where", ""), query.getlist("without")
        seen = UNSEEN.sub("", query.get("q", ""))
        return cls(
            text=" ".join(seen.split())[:LONGEST_SEARCH],
            where=Where(where) if where in list(Where) else None,
            without=frozenset(load for load in LOAD_WORDS if load.value in asked),
            can_do_now=query.get("can") == CAN_DO_NOW,
            favourites=query.get("only") == FAVOURITES,
        )

    @property
    def is_for_moves(self) -> bool:
        """True when more than words were asked for: then only what one does with the body fits."""
        return bool(self.where or self.without or self.can_do_now or self.favourites)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """What the shelf knows of who looks at it; worked out once for all rows."""

    visit: Visit
    conditions: tuple[str, ...]
    put_away: frozenset[str]
    favourites: frozenset[str]


def looking(visit: Visit) -> Looking:
    """Who looks at the shelf now."""
    return Looking(
        visit=visit,
        conditions=conditions_of(visit),
        put_away=ledger.banned_items(visit.entries),
        favourites=ledger.favourite_items(visit.entries),
    )


def fits(item: Item, wanted: Wanted, who: Looking) -> bool:
    """Whether an item is among what was asked for."""
    if not _is_named(item, wanted.text):
        return False
    if not wanted.is_for_moves:
        return True
    if not isinstance(item, Exercise | Position):
        return False
    return (
        (wanted.where is None or wanted.where in places_of(item))
        and wanted.without.isdisjoint(item.loads)
        and (not wanted.favourites or item.id in who.favourites)
        and (not wanted.can_do_now or _can_now(item, who))
    )


def _is_named(item: Item, text: str) -> bool:
    """Every word that was typed stands in the title or in what it is good for."""
    told = item.purpose if isinstance(item, Exercise) else getattr(item, "text", "")
    stands = " ".join(_WORDS(f"{item.title} {told}".casefold()))
    return all(word in stands for word in _WORDS(text.casefold()))


def places_of(item: Exercise | Position) -> frozenset[Where]:
    """Where it can be done."""
    if isinstance(item, Position) and item.posture.is_lying:
        is_for_bed = Equipment.BED in item.places
        beds = frozenset({Where.BED}) if is_for_bed else frozenset[Where]()
        return beds | ({Where.FLOOR} if item.on_floor else frozenset())
    match item.posture:
        case Posture.STANDING:
            return frozenset({Where.STANDING})
        case Posture.SITTING:
            return frozenset({Where.FLOOR if Load.FLOOR in item.loads else Where.CHAIR})
        case Posture.ALL_FOURS:
            return frozenset({Where.FLOOR})
        case _:
            assert isinstance(item, Exercise)
            return _lying(item)


def _lying(exercise: Exercise) -> frozenset[Where]:
    """Mostly a mat or a bed; some need the one or the other."""
    if Equipment.BED in exercise.equipment:
        return frozenset({Where.BED})
    needs_floor = Ability.FLOOR in exercise.needs
    return frozenset({Where.FLOOR}) if needs_floor else frozenset({Where.FLOOR, Where.BED})


def _can_now(item: Exercise | Position, who: Looking) -> bool:
    """What is open, wanted, barred by nothing known, and within reach as far as was told."""
    visit = who.visit
    permit = Permit.EXERCISE if isinstance(item, Exercise) else Permit.POSITION
    if permit not in visit.permits or item.id in who.put_away:
        return False
    if plan.verdict(item, who.conditions, visit.content).bars:
        return False
    if visit.answers.get(AGE) is None:
        return True
    if isinstance(item, Position):
        return set(item.needs) <= visit.person.abilities
    return plan.within_reach(item, visit.person)

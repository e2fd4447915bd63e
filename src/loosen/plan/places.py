"""From place to place within the hour: the ways in and out of bed and off the floor, as steps."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto

from loosen.vocabulary import Ability, Equipment, Posture, StepKind

from .offers import Choices
from .situation import Situation
from .steps import Draft, transfer_draft


class Place(Enum):
    """Where a step is done. `UP`: on a chair or on one's feet."""

    BED = auto()
    FLOOR = auto()
    UP = auto()


# The transfers out of a place and into one (`content/transfers`).
OUT_OF = {Place.BED: "out-of-bed", Place.FLOOR: "off-floor"}
INTO = {Place.BED: "into-bed", Place.FLOOR: "down-to-floor"}


def with_transfers(drafts: Sequence[Draft], choices: Choices, now: Situation) -> list[Draft]:
    """The steps with a transfer before each that is done in another place than the one before.

    The first steps are not touched: they have their own way to the position that eases. Nobody
    is left on hands and knees.
    """
    joined: list[Draft] = []
    here: Place | None = None
    for draft in drafts:
        there = _place_of(draft, now)
        if here is not None and here is not there:
            joined.extend((*_way_out(here, choices, now), *_way_in(there, draft, choices, now)))
        joined.append(draft)
        here = None if draft.kind is StepKind.TRANSFER else there
    if joined and joined[-1].posture is Posture.ALL_FOURS:
        joined.extend(_way_out(Place.FLOOR, choices, now))
    return joined


def _place_of(draft: Draft, now: Situation) -> Place:
    """Who has a bed to hand lies there; hands and knees are for the floor."""
    if draft.posture is Posture.ALL_FOURS:
        return Place.FLOOR
    if not draft.posture.is_lying:
        return Place.UP
    return Place.BED if Equipment.BED in now.person.at_hand else Place.FLOOR


def _way_out(here: Place, choices: Choices, now: Situation) -> Iterator[Draft]:
    """Where it is open to this person. It ends on one's feet, so it is for who can stand."""
    offer = choices.offers.get(OUT_OF.get(here, ""))
    if offer is not None and Ability.STAND in now.person.abilities:
        yield transfer_draft(offer, Posture.SITTING, now)


def _way_in(there: Place, draft: Draft, choices: Choices, now: Situation) -> Iterator[Draft]:
    """Where it is open. To hands and knees one comes by the step's own way in."""
    offer = choices.offers.get(INTO.get(there, ""))
    if offer is not None and draft.posture.is_lying:
        yield transfer_draft(offer, draft.posture, now)

"""What a row of the table says, by its kind."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from loosen.vocabulary import (
    Amount,
    BodyPlace,
    DoseTaken,
    PainFelt,
    PainWhen,
    Payload,
    PlacePain,
    Sat,
    Slept,
    Trigger,
    TriggerMet,
    Walked,
)

from .csv_cells import CellError, number, whole

Told = Mapping[str, str]
UG_PER_UNIT = {"mg": Decimal(1000), "µg": Decimal(1), "ug": Decimal(1), "mcg": Decimal(1)}
GRAMS = frozenset({"g", "gram", "grams"})
HOURS = frozenset({"h", "hour", "hours"})
MINUTES = frozenset({"", "min", "mins", "minute", "minutes"})
HOURS_PER_DAY = 24
MIN_PER_HOUR = 60
MOST_WALK_MIN = 600


def payload_of(told: Told) -> Payload:
    """The payload of a row; the kind says which."""
    kind = told.get("kind", "").lower()
    read = KINDS.get(kind)
    if read is None:
        raise CellError("kind", "this kind is not known", kind or "nothing", ", ".join(KINDS))
    return read(told)


def _needed(told: Told, column: str, expected: str) -> str:
    if column not in told:
        raise CellError(column, "this is empty", "nothing", expected)
    return told[column]


def _score(told: Told, column: str) -> int | None:
    return whole(column, told[column], 0, 10) if column in told else None


def _pain(told: Told) -> PainFelt:
    felt = PainFelt(
        pain_0_10=_score(told, "value"),
        occasion=PainWhen.DIARY,
        places=_places(told.get("place", "")),
        worst_24h_0_10=_score(told, "worst"),
        average_24h_0_10=_score(told, "average"),
    )
    if felt == PainFelt(pain_0_10=None, occasion=PainWhen.DIARY):
        raise CellError("value", "this is empty", "nothing", "a number from 0 to 10, or a place")
    return felt


def _places(text: str) -> tuple[PlacePain, ...]:
    """`low-back-left=5 calf-left`: each place once, with its score where it was told."""
    places: dict[str, PlacePain] = {}
    for part in text.lower().split():
        place, _, score = part.partition("=")
        if place not in list(BodyPlace) or place in places:
            expected = f"each once of {', '.join(BodyPlace)}"
            raise CellError("place", "this place is not known or stands twice", place, expected)
        pain = whole("place", score, 0, 10) if score else None
        places[place] = PlacePain(place_id=place, pain_0_10=pain)
    return tuple(places.values())


def _sleep(told: Told) -> Slept:
    hours = number("value", _needed(told, "value", "hours of sleep"))
    if told.get("unit", "h").lower() not in HOURS:
        raise CellError("unit", "sleep is told in hours", told["unit"], "h, or nothing")
    if not 0 <= hours <= HOURS_PER_DAY:
        raise CellError("value", "a night has 0 to 24 hours", told["value"], "hours of sleep")
    woken = whole("woken", told["woken"], 0, 50) if "woken" in told else None
    return Slept(hours=hours, woken=woken)


def _minutes(told: Told, most: int) -> int:
    unit = told.get("unit", "").lower()
    text = _needed(told, "value", "minutes")
    if unit in HOURS:
        return whole("value", f"{number('value', text) * MIN_PER_HOUR:g}", 1, most)
    if unit not in MINUTES:
        raise CellError("unit", "this unit is not known here", told["unit"], "min or h")
    return whole("value", text, 1, most)


def _sitting(told: Told) -> Sat:
    return Sat(minutes=_minutes(told, HOURS_PER_DAY * MIN_PER_HOUR))


def _walk(told: Told) -> Walked:
    return Walked(minutes=_minutes(told, MOST_WALK_MIN))


def _trigger(told: Told) -> TriggerMet:
    value = told.get("value", Trigger.OTHER).lower()
    if value not in list(Trigger):
        raise CellError("value", "this is not known", value, ", ".join(Trigger))
    return TriggerMet(trigger=Trigger(value), note=told.get("note", ""))


def _dose(told: Told) -> DoseTaken:
    """The ingredient and its amount; a unit is never guessed, and grams are asked back."""
    name = told.get("name") or _needed(told, "ingredient", "the name on the pack")
    if "value" not in told:
        return DoseTaken(name=name, amounts=())
    amount = number("value", told["value"])
    unit = told.get("unit", "").lower()
    if amount <= 0:
        raise CellError("value", "a dose is more than nothing", told["value"], "what you took")
    if unit in GRAMS or not unit:
        raise CellError(
            "unit", "is this really in grams?" if unit else "is this in mg or in g?",
            unit or "nothing", "mg", "look at the pack, and write the dose in mg (1 g is 1000 mg)",
        )  # fmt: skip
    if unit not in UG_PER_UNIT:
        raise CellError("unit", "this unit is not known here", told["unit"], "mg or µg")
    if "ingredient" not in told:
        raise CellError("ingredient", "this is empty", "nothing", "such as ibuprofen")
    return DoseTaken(name=name, amounts=(_amount(told, unit),))


def _amount(told: Told, unit: str) -> Amount:
    ug = Decimal(told["value"].replace(",", ".")) * UG_PER_UNIT[unit]
    ingredient = told["ingredient"].lower().replace(" ", "-")
    if ug != int(ug):
        raise CellError("value", "this is finer than a microgram", told["value"], "whole µg")
    try:
        return Amount(ingredient_id=ingredient, ug=int(ug))
    except ValueError:
        found = told["ingredient"]
        raise CellError("ingredient", "this is no name", found, "such as ibuprofen") from None


KINDS: dict[str, Callable[[Told], Payload]] = {
    "pain": _pain,
    "sleep": _sleep,
    "sitting": _sitting,
    "walk": _walk,
    "trigger": _trigger,
    "dose": _dose,
}

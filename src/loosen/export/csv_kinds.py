"""What a row of the table says, by its kind."""

import re
from collections.abc import Callable, Iterator, Mapping
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
# Both signs for micro: of the Greek letter, and of its own.
UG_PER_UNIT = {
    **dict.fromkeys(("mg", "milligram", "milligrams"), Decimal(1000)),
    **dict.fromkeys(("g", "gram", "grams"), Decimal(1_000_000)),
    **dict.fromkeys(("\u00b5g", "\u03bcg", "ug", "mcg"), Decimal(1)),
}
GRAMS = frozenset({"g", "gram", "grams"})
ASK_ABOVE_MG = 2000  # the threshold one-unit-most-mg of the content; a test holds them together
_BOTH = re.compile(r"(-?\d[\d.,]*)\s*([^\W\d_]+)")
# The columns beside date, time and kind, and those that each kind has a use for.
OTHERS = frozenset(
    {*("value", "unit", "place", "worst", "average", "woken", "name", "ingredient", "note")}
)
NUMBERS = frozenset({"worst", "average", "woken"})
USES: dict[str, frozenset[str]] = {
    "pain": frozenset({"value", "place", "worst", "average"}),
    "sleep": frozenset({"value", "unit", "woken"}),
    "sitting": frozenset({"value", "unit"}),
    "walk": frozenset({"value", "unit"}),
    "trigger": frozenset({"value", "note"}),
    "dose": frozenset({"value", "unit", "name", "ingredient"}),
}
HOURS = frozenset({"h", "hour", "hours"})
MINUTES = frozenset({"", "min", "mins", "minute", "minutes"})
HOURS_PER_DAY = 24
MIN_PER_HOUR = 60
MOST_WALK_MIN = 600


def payload_of(told: Told, *, sure_of_doses: bool = False) -> Payload:
    """The payload of a row; the kind says which."""
    kind = told.get("kind", "").lower()
    read = KINDS.get(kind)
    if read is None:
        raise CellError("kind", "this kind is not known", kind or "nothing", ", ".join(KINDS))
    told = _with_unit(told)
    _check_split_number(told, kind)
    return _dose(told, sure=sure_of_doses) if kind == "dose" else read(told)


def left_out(told: Told) -> Iterator[CellError]:
    """What a row says in columns that its kind has no use for."""
    kind = told["kind"].lower()
    told = _with_unit(told)
    for column in told.keys() & OTHERS - USES[kind]:
        yield CellError(
            column, f"a row of {kind} has no {column}, so this is left out", told[column],
            "nothing", "put it where it belongs if it matters",
        )  # fmt: skip
    if kind == "dose" and "value" not in told and told.keys() & {"unit", "ingredient"}:
        yield CellError(
            "value", "how much it was is not told", "nothing", "a number and mg",
            "it counts as taken, and as not known; put the number in if you know it",
        )  # fmt: skip


def _with_unit(told: Told) -> Told:
    """`400 mg` in one cell is the same as in two."""
    both = _BOTH.fullmatch(told.get("value", ""))
    if both is None or told.get("unit", both[2]).lower() != both[2].lower():
        return told
    return {**told, "value": both[1], "unit": both[2]}


def _check_split_number(told: Told, kind: str) -> None:
    """A decimal comma without quotes leaves the rest of its number in the next column."""
    for column in sorted(told.keys() & OTHERS - USES[kind]):
        if column in NUMBERS or told[column].isdecimal():
            raise CellError(
                column, f"a row of {kind} has no {column}", told[column], "nothing",
                'put quotes round a number with a comma, such as "6,5", or empty this cell',
            )  # fmt: skip


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
    if "value" not in told and "note" not in told:
        raise CellError("value", "this is empty", "nothing", ", ".join(Trigger))
    value = told.get("value", Trigger.OTHER).lower()
    if value not in list(Trigger):
        raise CellError("value", "this is not known", value, ", ".join(Trigger))
    return TriggerMet(trigger=Trigger(value), note=told.get("note", ""))


def _dose(told: Told, *, sure: bool = False) -> DoseTaken:
    """The ingredient and its amount; a unit is never guessed, and odd ones are asked back."""
    name = told.get("name") or _needed(told, "ingredient", "the name on the pack")
    if "value" not in told:
        return DoseTaken(name=name, amounts=())
    number("value", told["value"])
    amount = Decimal(told["value"].replace(",", "."))
    if amount <= 0:
        raise CellError("value", "a dose is more than nothing", told["value"], "what you took")
    ug = amount * _ug_per_unit(told)
    if not sure:
        _ask_if_odd(told, ug)
    if ug != int(ug):
        raise CellError("value", "this is finer than a microgram", told["value"], "whole µg")
    return DoseTaken(name=name, amounts=(_amount(told, int(ug)),))


def _ug_per_unit(told: Told) -> Decimal:
    unit = told.get("unit", "").lower()
    if not unit:
        raise CellError(
            "unit", "is this in mg or in g?", "nothing", "mg",
            "look at the pack, and write the dose in mg (1 g is 1000 mg)",
        )  # fmt: skip
    if unit not in UG_PER_UNIT:
        raise CellError("unit", "this unit is not known here", told["unit"], "mg or µg")
    return UG_PER_UNIT[unit]


def _ask_if_odd(told: Told, ug: Decimal) -> None:
    """Grams and very large doses are slips more often than meant; meant, they are taken in."""
    mg = f"{float(ug / UG_PER_UNIT['mg']):.10g} mg"
    look = "look at the pack; if it is right, say so, and it is taken in as it stands"
    if told["unit"].lower() in GRAMS:
        raise CellError(
            "unit", "is this really in grams?", f"{told['value']} {told['unit']}",
            f"{mg}, if that is meant", look, asks_of_doses=True,
        )  # fmt: skip
    if ug > ASK_ABOVE_MG * UG_PER_UNIT["mg"]:
        raise CellError(
            "value", "is this really so much?", mg, f"up to {ASK_ABOVE_MG} mg", look,
            asks_of_doses=True,
        )  # fmt: skip


def _amount(told: Told, ug: int) -> Amount:
    if "ingredient" not in told:
        raise CellError("ingredient", "this is empty", "nothing", "such as ibuprofen")
    ingredient = told["ingredient"].lower().replace(" ", "-")
    try:
        return Amount(ingredient_id=ingredient, ug=ug)
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

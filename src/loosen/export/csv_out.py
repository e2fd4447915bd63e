"""The diary as a table that other programs read, and that comes back in as it was."""

import csv
import io
from collections.abc import Iterable
from datetime import timedelta

from loosen.vocabulary import (
    DoseTaken,
    Entry,
    PainFelt,
    Payload,
    PlacePain,
    Sat,
    Slept,
    TriggerMet,
    Walked,
)

COLUMNS = (
    *("date", "time", "kind", "value", "unit", "place", "worst", "average", "woken"),
    *("name", "ingredient", "note"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
THREE_DIGITS = 3
Cells = dict[str, object]


def write_csv(entries: Iterable[Entry]) -> bytes:
    """One row for each entry that the table has a kind for; several ingredients are a row each."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="")
    writer.writeheader()
    for entry in entries:
        at = entry.happened_at + timedelta(minutes=entry.utc_offset_min)
        for cells in _rows(entry.payload):
            when = {"date": f"{at:%Y-%m-%d}", "time": f"{at:%H:%M}"}
            writer.writerow({name: plain(cell) for name, cell in (when | cells).items()})
    return text.getvalue().encode("utf-8")


def plain(cell: object) -> str:
    """A number or a word; a text that a spreadsheet would run as a formula is quoted."""
    if cell is None:
        return ""
    text = _number(cell) if isinstance(cell, float) else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def as_written(cell: str) -> str:
    """The text without the quote that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def _number(value: float) -> str:
    """Never with three digits behind the point: those could be thousands to whoever reads it."""
    text = f"{value:.10g}"
    return f"{text}0" if len(text.partition(".")[2]) == THREE_DIGITS else text


def _rows(payload: Payload) -> list[Cells]:
    match payload:
        case PainFelt():
            places = " ".join(_place(one) for one in payload.places)
            scores = {"worst": payload.worst_24h_0_10, "average": payload.average_24h_0_10}
            row = {"value": payload.pain_0_10, "place": places, **scores}
            return (
                [{"kind": "pain", **row}] if any(v not in {None, ""} for v in row.values()) else []
            )
        case Slept(hours=hours, woken=woken):
            return [{"kind": "sleep", "value": hours, "unit": "h", "woken": woken}]
        case Sat(minutes=minutes):
            return [{"kind": "sitting", "value": minutes, "unit": "min"}]
        case Walked(minutes=minutes):
            return [{"kind": "walk", "value": minutes, "unit": "min"}]
        case TriggerMet(trigger=trigger, note=note):
            return [{"kind": "trigger", "value": trigger.value, "note": note}]
        case DoseTaken():
            return _doses(payload)
        case _:
            return []


def _place(place: PlacePain) -> str:
    score = place.pain_0_10
    return place.place_id if score is None else f"{place.place_id}={score}"


def _doses(dose: DoseTaken) -> list[Cells]:
    named = {"kind": "dose", "name": dose.name}
    return [
        {**named, "value": one.mg, "unit": "mg", "ingredient": one.ingredient_id}
        for one in dose.amounts
        if one.ug
    ] or [dict(named)]

"""What changed between two versions of the content, for a person, in plain sentences."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any

from loosen.vocabulary import Content, Provenance, Question, Rule, Term, Threshold

from .strictness import strictness
from .words import field_in_words, terms_in_words

KINDS_OF = {
    "rules": "rule",
    "questions": "question",
    "cards": "card",
    "conditions": "condition",
    "exercises": "exercise",
    "positions": "position",
    "transfers": "transfer",
    "remedies": "remedy",
    "explanations": "explanation",
    "thresholds": "threshold",
    "ingredients": "ingredient",
    "products": "medicine",
    "limits": "limit",
    "cautions": "caution",
    "regions": "region",
    "phrases": "phrase",
    "sources": "source",
}
_KEYS = ("stage", "load", "item", "id", "name")


class ChangeKind(StrEnum):
    """What a change touches, in the order in which a reviewer wants to see it."""

    URGENCY = "urgency"
    RULE = "rule"
    NEW = "new"
    RETIRED = "retired"
    DOSE = "dose"
    LOAD = "load"
    TEXT = "text"
    OTHER = "other"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: what it touches, in which record, and the sentence about it."""

    kind: ChangeKind
    shelf: str
    id: str
    text: str


def compare(old: Content, new: Content) -> tuple[Change, ...]:
    """Every change, the gravest kind first; empty when nothing changed for anybody."""
    changes = [change for shelf in KINDS_OF for change in _on_shelf(shelf, old, new)]
    order = list(ChangeKind)
    return tuple(sorted(changes, key=lambda change: order.index(change.kind)))


def _on_shelf(shelf: str, old: Content, new: Content) -> Iterator[Change]:
    before: Mapping[str, Any] = getattr(old, shelf)
    after: Mapping[str, Any] = getattr(new, shelf)
    kind = KINDS_OF[shelf]
    for id_ in sorted(before.keys() | after.keys()):
        if id_ not in before:
            text = f"New {kind}: {_name(after[id_])}."
            yield Change(kind=ChangeKind.NEW, shelf=shelf, id=id_, text=text)
        elif id_ not in after:
            text = f"The {kind} {_name(before[id_])} is gone."
            yield Change(kind=ChangeKind.RETIRED, shelf=shelf, id=id_, text=text)
        else:
            was, is_ = facts(before[id_], old), facts(after[id_], new)
            for place in sorted(was.keys() | is_.keys()):
                if was.get(place) != is_.get(place):
                    text = _sentence(kind, before[id_], place, was.get(place), is_.get(place))
                    yield Change(kind=_kind_of(shelf, place), shelf=shelf, id=id_, text=text)


def _name(record: Any) -> str:
    """What a person knows it by, with its id."""
    match record:
        case Rule():
            words = record.because
        case Threshold():
            words = record.text
        case Question():
            words = record.short
        case _:
            words = getattr(record, "title", "") or getattr(record, "name", "")
    return f"{words.rstrip('.')} ({record.id})" if words else str(record.id)


def _sentence(kind: str, record: Any, place: str, was: str | None, is_: str | None) -> str:
    words = " ".join(field_in_words(part) for part in place.split("."))
    start = f"The {kind} {_name(record)}: {words}"
    if was is None:
        return f"{start} is new: {is_}."
    if is_ is None:
        return f"{start} is gone; it was {was}."
    turned = strictness(place, was, is_)
    return f"{start} was {was}, is now {is_}" + (f" ({turned})." if turned else ".")


def _kind_of(shelf: str, place: str) -> ChangeKind:
    first, last = place.partition(".")[0], place.rpartition(".")[2]
    if first == "urgency":
        return ChangeKind.URGENCY
    if "provenance" in place or "more_sources" in place or shelf == "sources":
        return ChangeKind.SOURCE
    if shelf == "rules" and first in {"when", "limits", "keep_still", "weak", "route", "call"}:
        return ChangeKind.RULE
    if (
        first in {"doses", "tempo"}
        or last.endswith("_s")
        or shelf in {"thresholds", "limits"}
        or (first in {"most_units_24h", "most_units_once", "strengths"})
    ):
        return ChangeKind.DOSE
    if first in {"loads", "on_load", "on_item"}:
        return ChangeKind.LOAD
    texts = {"text", "title", "because", "do", "say", "wait", "short", "help", "aloud", "lead"}
    return ChangeKind.TEXT if texts & {first, last} else ChangeKind.OTHER


def facts(record: Any, content: Content, place: str = "") -> dict[str, str]:
    """A record flattened: each place with its value as a person reads it."""
    found: dict[str, str] = {}
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        found.update(_facts_at(f"{place}{field.name}", value, content))
    return found


def _facts_at(place: str, value: Any, content: Content) -> dict[str, str]:
    match value:
        case Provenance():
            return {place: _provenance(value)}
        case tuple() if value and isinstance(value[0], Term):
            return {place: terms_in_words(value, content)}
        case tuple() if value and dataclasses.is_dataclass(value[0]):
            return {
                inner: fact
                for index, one in enumerate(value)
                for inner, fact in facts(one, content, f"{place}.{_key(one, index)}.").items()
            }
        case tuple():
            return {place: ", ".join(map(_plain, value))} if value else {}
        case _ if dataclasses.is_dataclass(value):
            return facts(value, content, f"{place}.")
    return {place: _plain(value)}


def _key(record: Any, index: int) -> str:
    named = (getattr(record, name, "") for name in _KEYS)
    return next((str(_plain(name)).strip('"') for name in named if name), str(index + 1))


def _plain(value: object) -> str:
    match value:
        case Enum():
            return str(value.value)
        case bool():
            return "yes" if value else "no"
        case str():
            return f'"{value}"' if value else "nothing"
        case None:
            return "nothing"
        case float():
            return f"{value:g}"
    return str(value)


def _provenance(fact: Provenance) -> str:
    signed = f"reviewed by {fact.reviewed_by}" if fact.reviewed_by else "not yet reviewed"
    noted = f", {fact.note}" if fact.note else ""
    return f"{fact.source} {fact.row} ({fact.mark}, {fact.checked_on}, {signed}{noted})"

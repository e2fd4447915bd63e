"""Everything that one file names must stand in another."""

import difflib
from collections.abc import Iterable, Iterator

from loosen.vocabulary import (
    Exercise,
    OnItem,
    Position,
    Problem,
    Provenance,
    Question,
    Rule,
    Variant,
)

from .catalogue import ITEMS, Catalogue, problem
from .parts import Path
from .shelves import Loaded

_HOMES = ", ".join(f"{field}/<id>.toml" for field in ITEMS)
Named = tuple[Loaded, Path, str]


def unknown_sources(all_: Catalogue) -> Iterator[Problem]:
    """Every fact's source has a file."""
    named = ((one, (*path, "source"), fact.source) for one, path, fact in all_.within(Provenance))
    return unknown(all_, named, "sources", kind="source", home="evidence/<id>.toml")


def unknown_cards(all_: Catalogue) -> Iterator[Problem]:
    """Every question stands on a card."""
    named = ((one, ("card",), one.record.card) for one in all_.on("questions"))
    return unknown(all_, named, "cards", kind="card", home="questions/cards.toml")


def unknown_questions(all_: Catalogue) -> Iterator[Problem]:
    """A question that settles another one, or tells what it asks, exists."""
    named = (
        (one, (field,), getattr(question, field))
        for one, _, question in all_.within(Question)
        for field in ("resolve_with", "told_by")
    )
    return unknown(all_, named, "questions", kind="question", home="questions")


def unknown_conditions(all_: Catalogue) -> Iterator[Problem]:
    """What a rule limits and what a position suits are conditions."""
    named: list[Named] = []
    for one, _, rule in all_.within(Rule):
        named += [(one, ("limits", i), limit) for i, limit in enumerate(rule.limits)]
    for one, _, position in all_.within(Position):
        named += [(one, ("suits", i), suited) for i, suited in enumerate(position.suits)]
    return unknown(all_, named, "conditions", kind="condition", home="conditions/<id>.toml")


def unknown_items(all_: Catalogue) -> Iterator[Problem]:
    """What a condition changes, and what an exercise gives way to, can be led through."""
    named: list[Named] = []
    for one, path, change in all_.within(OnItem, "conditions"):
        named += [(one, (*path, "item"), change.item), (one, (*path, "instead"), change.instead)]
    for one, path, variant in all_.within(Variant, "exercises"):
        named.append((one, (*path, "item"), variant.item))
    return unknown(all_, named, *ITEMS, kind="thing to do", home=_HOMES)


def unknown_steps_before(all_: Catalogue) -> Iterator[Problem]:
    """What an exercise waits for is an exercise."""
    named = [
        (one, ("after", place), earlier)
        for one in all_.on("exercises")
        for place, earlier in enumerate(one.record.after)
    ]
    home = "exercises/<id>.toml"
    return unknown(all_, named, "exercises", kind="exercise", home=home)


def repeated_ids(all_: Catalogue) -> Iterator[Problem]:
    """One id, one thing: within a shelf, and over everything a person can be led through."""
    for fields in (*((shelf,) for shelf in _lists(all_)), ITEMS):
        first: dict[str, Loaded] = {}
        for one in all_.on(*fields):
            if one.id in first:
                yield problem(
                    one, ("id",), "this id is taken",
                    found=f"{one.id!r} stands in {first[one.id].where.at()} too",
                    expected="an id of its own",
                    do="choose another id for the newer of the two",
                )  # fmt: skip
            first.setdefault(one.id, one)


def _lists(all_: Catalogue) -> list[str]:
    return sorted({one.shelf.field for one in all_.loaded} - set(ITEMS))


def easier_chains(all_: Catalogue) -> Iterator[Problem]:
    """Following `easier`, `harder` or `after` must come to an end."""
    exercises = all_.by_id("exercises")
    for direction in ("easier", "harder", "after"):
        nexts = {id_: _nexts(one.record, direction) for id_, one in exercises.items()}
        for id_ in sorted(_in_a_circle(nexts)):
            yield problem(
                exercises[id_], (direction,), f"following {direction} comes back to this exercise",
                found=", ".join(sorted(nexts[id_])),
                expected=f"a chain of {direction} versions that ends",
                do="take out the link that leads back",
            )  # fmt: skip


def _nexts(exercise: Exercise, direction: str) -> set[str]:
    """The ids that one step in this direction leads to."""
    if direction == "after":
        return set(exercise.after)
    variants: tuple[Variant, ...] = getattr(exercise, direction)
    return {variant.item for variant in variants if variant.item}


def _in_a_circle(nexts: dict[str, set[str]]) -> set[str]:
    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = set(nexts[start])
        while waiting:
            seen |= waiting
            waiting = {after for one in waiting for after in nexts.get(one, ())} - seen
        return seen

    return {start for start in nexts if start in reached(start)}


def unknown(
    all_: Catalogue, named: Iterable[Named], *fields: str, kind: str, home: str
) -> Iterator[Problem]:
    """Of the ids that records name, those that stand on none of these shelves."""
    known = {one.id for one in all_.on(*fields)}
    for one, path, id_ in named:
        if id_ and id_ not in known and id_ not in all_.broken:
            close = difflib.get_close_matches(id_, sorted(known), n=1)
            advice = f"did you mean {close[0]!r}? If not, " if close else ""
            yield problem(
                one, path, f"no {kind} of this id exists",
                found=repr(id_),
                expected=f"the id of {_a(kind)} ({home})",
                do=f"{advice}correct the id, or write that {kind} first",
            )  # fmt: skip


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


CHECKS = (
    repeated_ids,
    unknown_sources,
    unknown_cards,
    unknown_questions,
    unknown_conditions,
    unknown_items,
    unknown_steps_before,
    easier_chains,
)

"""The pages of what a person is led through: exercises; positions, transfers and remedies."""

from collections.abc import Iterator

from loosen.library.words import terms_in_words
from loosen.vocabulary import (
    Condition,
    Content,
    Effect,
    Exercise,
    Instruction,
    Item,
    Position,
    Remedy,
    StageDose,
    Transfer,
)
from loosen.vocabulary.measures import Measuring

from .markdown import bullets, code, codes, source_link, table
from .writing import finished


def exercises(content: Content) -> str:
    """Every exercise with its doses, loads, form and gates."""
    lead = "Every exercise, one file each in `src/loosen/content/exercises`."
    blocks = [block for one in content.exercises.values() for block in _exercise(one, content)]
    return finished("Exercises", lead, *blocks)


def _exercise(one: Exercise, content: Content) -> Iterator[str]:
    yield f"## {one.title} (`{one.id}`)"
    yield one.purpose
    facts = [
        ("Done", f"{one.posture}, {'left and right' if one.by_sides else 'both sides at once'}"),
        ("Needs", codes([*one.needs, *one.equipment])),
        ("Puts on the body", codes(one.loads)),
        ("Pace", f"{one.tempo.up_s} s there, {one.tempo.down_s} s back. {one.tempo.breath}"),
        ("Who should wait", one.who_not),
        ("Counted by", _counted(one.measuring)),
        ("How sure", one.certainty.value),
        ("From", source_link(one.provenance)),
    ]
    yield table(("", ""), facts)
    heads = ("Stage", "Repetitions or minutes", "Hold", "Sets", "Times a day", "Rest", "From")
    yield table(heads, [_dose(dose) for dose in one.doses])
    yield from _instructions(("How", (*one.into, *one.moves, *one.out)))
    yield "Mind:\n\n" + bullets([*one.form_points, *(f"{f.fault} {f.cue}" for f in one.faults)])
    yield "Stop:\n\n" + bullets(one.stop_signs)
    for words, variants in (("Easier", one.easier), ("Harder", one.harder)):
        named = [v.text + (f" (`{v.item}`)" if v.item else "") for v in variants]
        yield f"{words}: {'; '.join(named)}" if named else ""
    yield _changed_by(one, content)


def _counted(measuring: Measuring) -> str:
    """What may measure it once there is an eye for it, and what that does not show."""
    eyes = (measuring.camera, measuring.phone)
    hidden = [words for eye in eyes if eye is not None for words in eye.cannot_judge]
    limits = f" Not shown: {' '.join(hidden)}" if hidden else ""
    return f"{measuring.by.value}. {measuring.why}{limits}"


def _dose(dose: StageDose) -> tuple[str, ...]:
    amount = _span(dose.minutes, dose.minutes_most, " min") or _span(dose.reps, dose.reps_most)
    return (
        dose.stage.value,
        amount,
        _span(dose.hold_s, dose.hold_most_s, " s"),
        _span(dose.sets, dose.sets_most),
        str(dose.times_per_day),
        f"{dose.rest_s} s",
        source_link(dose.provenance),
    )


def _span(low: int, high: int, unit: str = "") -> str:
    if not high:
        return ""
    return f"{low}{unit}" if low == high else f"{low} to {high}{unit}"


def _instructions(*parts: tuple[str, tuple[Instruction, ...]]) -> Iterator[str]:
    for words, instructions in parts:
        if instructions:
            steps = (f"{number}. {one.text}" for number, one in enumerate(instructions, start=1))
            yield f"{words}:\n\n" + "\n".join(steps)


def _changed_by(item: Item, content: Content) -> str:
    """What conditions do to the item: its own overrides, and what its loads bring."""
    rows = [row for one in content.conditions.values() for row in _changes(one, item)]
    if not rows:
        return ""
    return "Conditions that change it:\n\n" + table(("Condition", "Effect", "How"), rows)


def _changes(condition: Condition, item: Item) -> Iterator[tuple[str, str, str]]:
    link = f"[{condition.title}](conditions.md#{condition.id})"
    for own in condition.on_item:
        if own.item == item.id:
            yield (link, _effect(own.effect, own.instead), own.how)
            return
    by_words: dict[tuple[str, str], list[str]] = {}
    for change in condition.on_load:
        if change.load in item.loads:
            by_words.setdefault((change.effect.value, change.how), []).append(change.load)
    for (effect, how), loads in by_words.items():
        yield (link, f"{effect} ({codes(loads)})", how)


def _effect(effect: Effect, instead: str = "") -> str:
    return f"{effect} with {code(instead)}" if instead else effect.value


def led_through(content: Content) -> str:
    """Positions, transfers and remedies."""
    lead = "Everything but exercises that a person is led through."
    blocks = ["## Positions of ease"]
    blocks += [block for one in content.positions.values() for block in _position(one, content)]
    blocks += ["## Transfers"]
    blocks += [block for one in content.transfers.values() for block in _transfer(one, content)]
    blocks += ["## Breathing, heat, cold and self-massage"]
    blocks += [block for one in content.remedies.values() for block in _remedy(one, content)]
    return finished("Positions, transfers and remedies", lead, *blocks)


def _position(one: Position, content: Content) -> Iterator[str]:
    yield f"### {one.title} (`{one.id}`)"
    yield one.text
    where = [*one.places, *(["floor"] if one.on_floor else [])]
    yield table(("", ""), [
        ("Done", f"{one.posture}, on {codes(where)}, for {one.stay_s} s"),
        ("Pillows", one.pillows),
        ("Needs", codes(one.needs)),
        ("Puts on the body", codes(one.loads)),
        ("Chosen for", codes(one.suits)),
        ("From", source_link(one.provenance)),
    ])  # fmt: skip
    yield from _instructions(("Way in", one.into), ("Way out", one.out))
    yield _changed_by(one, content)


def _transfer(one: Transfer, content: Content) -> Iterator[str]:
    yield f"### {one.title} (`{one.id}`)"
    yield one.text
    yield table(("", ""), [
        ("Needs", codes([*one.needs, *one.equipment])),
        ("Puts on the body", codes(one.loads)),
        ("From", source_link(one.provenance)),
    ])  # fmt: skip
    yield from _instructions(("Steps", one.steps))
    yield "Stop:\n\n" + bullets(one.stop_signs) if one.stop_signs else ""
    yield _changed_by(one, content)


def _remedy(one: Remedy, content: Content) -> Iterator[str]:
    yield f"### {one.title} (`{one.id}`)"
    yield one.text
    checks = ", ".join(f"{check} s" for check in one.checks_s)
    yield table(("", ""), [
        ("Takes", _span(one.duration_s, one.duration_most_s, " s")),
        ("Skin is looked at after", checks),
        ("Gap to the next", f"{one.gap_s} s" if one.gap_s else ""),
        ("Most in 24 hours", str(one.daily_cap) if one.daily_cap else "no cap"),
        ("Puts on the body", codes(one.loads)),
        ("How sure", one.certainty.value),
        ("From", source_link(one.provenance)),
    ])  # fmt: skip
    yield from _instructions(("Before", one.before), ("Steps", one.steps), ("After", one.after))
    yield "Stop:\n\n" + bullets(one.stop_signs) if one.stop_signs else ""
    yield _changed_by(one, content)


def conditions(content: Content) -> str:
    """Every condition: when it holds, and what it does."""
    lead = (
        "A condition acts on the loads that an item declares, and on single items where the load "
        "would be too coarse; an item's own line wins over its loads, and over several "
        "conditions the strictest wins. Effects from mild to strict: allow, note, modify, ask, "
        "substitute, block."
    )
    blocks = [block for one in content.conditions.values() for block in _condition(one, content)]
    return finished("Conditions", lead, *blocks)


def _condition(one: Condition, content: Content) -> Iterator[str]:
    yield f'<a id="{one.id}"></a>\n\n## {one.title} (`{one.id}`)'
    yield one.text
    when = terms_in_words(one.when, content) if one.when else "switched on by a rule or by the plan"
    yield f"Holds when: {when}. From {source_link(one.provenance)}."
    rows = [
        (f"everything with `{change.load}`", change.effect.value, change.how,
         source_link(change.provenance))
        for change in one.on_load
    ]  # fmt: skip
    rows += [
        (code(change.item), _effect(change.effect, change.instead), change.how,
         source_link(change.provenance))
        for change in one.on_item
    ]  # fmt: skip
    yield table(("On", "Effect", "How", "From"), rows)

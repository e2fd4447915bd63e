"""The library as pages: what is on the shelves, and one exercise in full."""

from collections.abc import Iterable

from loosen import ledger, plan
from loosen.vocabulary import (
    Clearance,
    Exercise,
    Instruction,
    Item,
    Permit,
    PlanStage,
    Posture,
    Remedy,
    StageDose,
    Variant,
)
from loosen.web.ease.choosing import AGE, conditions_of, in_order, item_url, verdict_on
from loosen.web.session.words import time_words, times_words
from loosen.web.site.forms import OnceForm
from loosen.web.site.visit import Visit
from loosen.web.start.pages import Link

from .pages import DoseLine, ExercisePage, LibraryPage, Row, Shelf, Version

STAGE_WORDS: dict[PlanStage, str] = {
    PlanStage.SETTLE: "First, to settle",
    PlanStage.MOVE: "When you can move a little",
    PlanStage.RANGE: "When it goes well",
    PlanStage.STRENGTH: "To build strength",
    PlanStage.PREVENT: "To keep the next one away",
}
ICONS: dict[Posture, str] = {
    Posture.ON_BACK: "lie",
    Posture.ON_SIDE: "side",
    Posture.ON_FRONT: "lie",
    Posture.ALL_FOURS: "move",
    Posture.SITTING: "chair",
    Posture.STANDING: "walk",
}
REMEDY_ICONS = {"heat": "heat", "cold": "cold", "massage": "hand", "breathing": "breath"}
CAN_DO_NOW = "now"


def library_page(visit: Visit, chosen: str) -> LibraryPage:
    """All names by kind; each says in a word where it stands for this person."""
    content = visit.content
    exercises = sorted(content.exercises.values(), key=lambda one: one.title)
    shelves = (
        ("Moves", [one for one in exercises if chosen != CAN_DO_NOW or _can_now(one, visit)]),
        ("Positions of ease", in_order(content.positions.values())),
        ("Heat, cold, hands and breath", content.remedies.values()),
        ("Get up, turn, sit down", in_order(content.transfers.values())),
    )
    return LibraryPage(
        shelves=tuple(_shelf(title, items, visit) for title, items in shelves if items),
        filters=(
            Link(title="All", url="/library/"),
            Link(title="What I can do now", url=f"/library/?can={CAN_DO_NOW}"),
        ),
        chosen=chosen,
        locked_note="" if Permit.EXERCISE in visit.permits else LOCKED_NOTE,
    )


LOCKED_NOTE = "You can see the names. How to do a move opens after the questions."


def _can_now(exercise: Exercise, visit: Visit) -> bool:
    """What needs no more than the person can do, with what is to hand."""
    if visit.answers.get(AGE) is None:
        return True
    person = visit.person
    has_all = set(exercise.equipment) <= person.at_hand
    return set(exercise.needs) <= person.abilities and has_all


def _shelf(title: str, items: Iterable[Item], visit: Visit) -> Shelf:
    banned, known = ledger.banned_items(visit.entries), conditions_of(visit)
    return Shelf(title=title, rows=tuple(_row(one, visit, banned, known) for one in items))


def _row(item: Item, visit: Visit, banned: frozenset[str], known: tuple[str, ...]) -> Row:
    chip, tone = _standing(item, visit, banned, known)
    is_exercise = isinstance(item, Exercise)
    return Row(
        title=item.title,
        text=item.purpose if isinstance(item, Exercise) else "",
        url=f"/library/{item.id}/" if is_exercise else item_url(item),
        icon=_icon(item),
        chip=chip,
        tone=tone,
    )


def _standing(
    item: Item, visit: Visit, banned: frozenset[str], known: tuple[str, ...]
) -> tuple[str, str]:
    """Closed, not for this person, never to be shown, or open (no word)."""
    if permit_of(item) not in visit.permits:
        return "Closed", "caution"
    if plan.verdict(item, known, visit.content).bars:
        return "Not for you now", "caution"
    return ("Put away", "") if item.id in banned else ("", "")


def permit_of(item: Item) -> Permit:
    """What showing how to do it needs."""
    match item:
        case Exercise():
            return Permit.EXERCISE
        case Remedy():
            return item.permit
        case _:
            return Permit(type(item).__name__.lower())


def _icon(item: Item) -> str:
    match item:
        case Remedy():
            return REMEDY_ICONS[item.kind.value]
        case Exercise():
            return ICONS[item.posture]
        case _:
            return ICONS[item.posture] if hasattr(item, "posture") else "move"


def exercise_page(visit: Visit, exercise: Exercise) -> ExercisePage:
    """Everything about one exercise that this person may do."""
    verdict = verdict_on(exercise, visit)
    stage = _stage(visit)
    return ExercisePage(
        id=exercise.id,
        title=exercise.title,
        purpose=exercise.purpose,
        posture_icon=ICONS[exercise.posture],
        hows=verdict.hows,
        reasons=verdict.reasons,
        into=_texts(exercise.into),
        moves=_texts(exercise.moves),
        out=_texts(exercise.out),
        breath=exercise.tempo.breath,
        doses=tuple(_dose_line(one, stage) for one in exercise.doses),
        form_points=exercise.form_points,
        faults=tuple((one.fault, one.cue) for one in exercise.faults),
        stop_signs=exercise.stop_signs,
        easier=_versions(exercise.easier, visit),
        harder=_versions(exercise.harder, visit),
        who_not=exercise.who_not,
        certainty=exercise.certainty,
        provenance=exercise.provenance,
        is_banned=exercise.id in ledger.banned_items(visit.entries),
        form=OnceForm(),
        aloud=" ".join(_texts((*exercise.into, *exercise.moves))),
    )


def _texts(steps: Iterable[Instruction]) -> tuple[str, ...]:
    return tuple(step.text for step in steps)


def _stage(visit: Visit) -> PlanStage | None:
    if not isinstance(visit.standing, Clearance):
        return None
    return plan.stage_now(visit.person, visit.entries, visit.content, visit.now)[0]


def _dose_line(dose: StageDose, now: PlanStage | None) -> DoseLine:
    return DoseLine(stage=STAGE_WORDS[dose.stage], text=dose_text(dose), is_now=dose.stage is now)


def dose_text(dose: StageDose) -> str:
    """A stage's dose in words: how many, how long held, how often."""
    if dose.minutes:
        parts = [_span(dose.minutes, dose.minutes_most, "minutes")]
    else:
        parts = [_span(dose.reps, dose.reps_most, "times")]
        if dose.hold_most_s:
            held = _span(dose.hold_s, dose.hold_most_s, "seconds")
            parts.append(f"hold {held}")
        if dose.sets_most > 1:
            parts.append(_span(dose.sets, dose.sets_most, "rounds"))
    often = times_words(dose.times_per_day)
    return ", ".join([*parts, f"{often} a day"])


def _span(low: int, high: int, unit: str) -> str:
    if low == high:
        return time_words(low) if unit == "seconds" else f"{low} {unit}"
    return f"{low} to {high} {unit}"


def _versions(variants: Iterable[Variant], visit: Visit) -> tuple[Version, ...]:
    """Each with a link where it has its own page; what the person's conditions bar is left out."""
    known = conditions_of(visit)
    found = []
    for variant in variants:
        item = visit.content.item(variant.item) if variant.item else None
        if item is not None and plan.verdict(item, known, visit.content).bars:
            continue
        found.append(Version(text=variant.text, url=f"/library/{item.id}/" if item else ""))
    return tuple(found)

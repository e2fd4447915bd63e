"""The library as pages: what is on the shelves, and one exercise in full."""

from collections.abc import Iterable, Iterator

from loosen import ledger, plan
from loosen.vocabulary import (
    Clearance,
    Content,
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
from loosen.web.ease.choosing import conditions_of, in_order, item_url, verdict_on
from loosen.web.figures.drawn import card_url_for, drawn_for, pace_of
from loosen.web.session.words import time_words, times_words
from loosen.web.site.forms import OnceForm
from loosen.web.site.visit import Visit

from .finding import LOAD_WORDS, WHERE_WORDS, Looking, Wanted, fits, looking, places_of
from .pages import DoseLine, ExercisePage, Find, LibraryPage, Row, Shelf, Tick, Version

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
GROUPS: tuple[tuple[str, frozenset[Posture]], ...] = (
    ("Moves on your back", frozenset({Posture.ON_BACK})),
    ("Moves on your side or front", frozenset({Posture.ON_SIDE, Posture.ON_FRONT})),
    ("Moves on hands and knees", frozenset({Posture.ALL_FOURS})),
    ("Moves while you sit", frozenset({Posture.SITTING})),
    ("Moves on your feet", frozenset({Posture.STANDING})),
)
FAVOURITE, PUT_AWAY, BARRED = "Favourite", "Put away", "Not for you now"
CAN_WORDS = "What I can do now"
FAVOURITE_WORDS = "My favourites"
CLOSED = "Closed"
SHUT = frozenset({CLOSED, BARRED})  # named, and nothing shown of how it is done
LOCKED_NOTE = "You can see the names. How to do a move opens after the questions."


def library_page(visit: Visit, wanted: Wanted) -> LibraryPage:
    """Names by kind, as far as they fit; each says in a word where it stands for this person."""
    who = looking(visit)
    shelves = tuple(sorted(_shelves(visit.content, wanted, who), key=_is_barred_whole))
    return LibraryPage(
        shelves=shelves,
        find=_find(wanted),
        found=sum(len(shelf.rows) for shelf in shelves),
        locked_note="" if Permit.EXERCISE in visit.permits else LOCKED_NOTE,
    )


def _shelves(content: Content, wanted: Wanted, who: Looking) -> Iterator[Shelf]:
    moves = sorted(content.exercises.values(), key=lambda one: one.title)
    kinds: list[tuple[str, Iterable[Item]]] = [
        (title, [one for one in moves if one.posture in postures]) for title, postures in GROUPS
    ]
    kinds += [
        ("Positions of ease", in_order(content.positions.values())),
        ("Heat, cold, hands and breath", content.remedies.values()),
        ("Get up, turn, sit down", in_order(content.transfers.values())),
    ]
    for title, items in kinds:
        if rows := [_row(one, who) for one in items if fits(one, wanted, who)]:
            yield Shelf(title=title, rows=tuple(sorted(rows, key=_place_on_the_shelf)))


def _place_on_the_shelf(row: Row) -> int:
    """Favourites stand in front, and what is not for this person behind; the rest as it was."""
    return {FAVOURITE: 0, PUT_AWAY: 2, BARRED: 3}.get(row.chip, 1)


def _is_barred_whole(shelf: Shelf) -> bool:
    """A shelf on which nothing is for this person stands last."""
    return all(row.chip == BARRED for row in shelf.rows)


def _find(wanted: Wanted) -> Find:
    anywhere = Tick(value="", label="Anywhere", is_on=wanted.where is None)
    return Find(
        text=wanted.text,
        where=(
            anywhere,
            *(
                Tick(value=one, label=words, is_on=one is wanted.where)
                for one, words in WHERE_WORDS.items()
            ),
        ),
        without=tuple(
            Tick(value=load, label=words, is_on=load in wanted.without)
            for load, words in LOAD_WORDS.items()
        ),
        can_do_now=wanted.can_do_now,
        favourites=wanted.favourites,
        is_narrowed=wanted.is_for_moves or bool(wanted.text),
        told=". ".join(_told(wanted)),
    )


def _told(wanted: Wanted) -> Iterator[str]:
    """What was asked for beside a word, so that the form may stay folded above what it found."""
    if wanted.where is not None:
        yield WHERE_WORDS[wanted.where]
    without = [words.lower() for load, words in LOAD_WORDS.items() if load in wanted.without]
    if without:
        yield "Without " + ", ".join(without)
    if wanted.can_do_now:
        yield CAN_WORDS
    if wanted.favourites:
        yield FAVOURITE_WORDS


def _row(item: Item, who: Looking) -> Row:
    chip, tone = _standing(item, who)
    is_exercise = isinstance(item, Exercise)
    return Row(
        title=item.title,
        text=item.purpose if isinstance(item, Exercise) else "",
        url=f"/library/{item.id}/" if is_exercise else item_url(item),
        icon=_icon(item),
        chip=chip,
        tone=tone,
        card="" if chip in SHUT else card_url_for(item, who.visit),
    )


def _standing(item: Item, who: Looking) -> tuple[str, str]:
    """Closed, not for this person, never to be shown, a favourite, or open (no word)."""
    if permit_of(item) not in who.visit.permits:
        return CLOSED, "caution"
    if plan.verdict(item, who.conditions, who.visit.content).bars:
        return BARRED, "caution"
    if item.id in who.favourites:
        return FAVOURITE, "good"
    return (PUT_AWAY, "") if item.id in who.put_away else ("", "")


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
        figure=next(iter(drawn_for(exercise, visit)), None),
        pace=pace_of(exercise, exercise.doses[0] if exercise.doses else None),
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
        is_favourite=exercise.id in ledger.favourite_items(visit.entries),
        places=_places(exercise),
        after=_before(exercise, visit),
        after_note=visit.content.phrases["opens-easier-first"].text,
        form=OnceForm(),
        aloud=" ".join(_texts((*exercise.into, *exercise.moves))),
    )


def _texts(steps: Iterable[Instruction]) -> tuple[str, ...]:
    return tuple(step.text for step in steps)


def _places(exercise: Exercise) -> str:
    """Where it is done, in a line: In a chair; On the floor or in bed."""
    there = places_of(exercise)
    words = [said.replace("my", "your") for place, said in WHERE_WORDS.items() if place in there]
    return " or ".join([words[0], *(said[0].lower() + said[1:] for said in words[1:])])


def _before(exercise: Exercise, visit: Visit) -> tuple[Version, ...]:
    """What comes before it, as far as nothing known bars it."""
    known = conditions_of(visit)
    earlier = (visit.content.exercises[id_] for id_ in exercise.after)
    return tuple(
        Version(text=one.title, url=f"/library/{one.id}/")
        for one in earlier
        if not plan.verdict(one, known, visit.content).bars
    )


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

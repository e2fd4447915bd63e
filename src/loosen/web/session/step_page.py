"""A step as its page shows it: the item's own words, the plan's dose, and what the script needs."""

import json
from dataclasses import asdict, dataclass, replace

from loosen import plan
from loosen.vocabulary import (
    Exercise,
    Instruction,
    Item,
    Position,
    Remedy,
    Step,
    StepKind,
    Transfer,
    to_plain,
)
from loosen.web.figures.drawn import drawn_for, pace_of
from loosen.web.site.visit import Visit

from .counted import coach_offer
from .pages import PainPage, StepPage
from .place import Place, step_to_repeat
from .words import ICONS, READY_S, SPOKEN, SWITCH_S, dose_words

ELSEWHERE: dict[StepKind, tuple[str, str]] = {
    StepKind.HEAT: ("/heat/", "Open the warmth page, with its timer"),
    StepKind.COLD: ("/cold/", "Open the cold page, with its timer"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What an item says of itself, whatever kind it is."""

    into: tuple[Instruction, ...] = ()
    moves: tuple[Instruction, ...] = ()
    out: tuple[Instruction, ...] = ()
    breath: str = ""
    form_points: tuple[str, ...] = ()
    stop_signs: tuple[str, ...] = ()
    breath_s: tuple[int, int] | None = None
    is_by_lines: bool = False


def guide_of(item: Item | None) -> Guide:
    """The item's words in the player's order: in, then, out."""
    match item:
        case Exercise():
            return _exercise_guide(item)
        case Position():
            return Guide(into=item.into, out=item.out)
        case Transfer():
            return Guide(into=item.steps, stop_signs=item.stop_signs, is_by_lines=True)
        case Remedy():
            return _remedy_guide(item)
        case None:
            return Guide()


def _exercise_guide(item: Exercise) -> Guide:
    faults = tuple(f"{fault.fault} {fault.cue}" for fault in item.faults)
    return Guide(
        into=item.into,
        moves=item.moves,
        out=item.out,
        breath=item.tempo.breath,
        form_points=(*item.form_points, *faults),
        stop_signs=item.stop_signs,
    )


def _remedy_guide(item: Remedy) -> Guide:
    paced = (item.breath_in_s, item.breath_out_s)
    return Guide(
        into=item.before,
        moves=item.steps,
        out=item.after,
        stop_signs=item.stop_signs,
        breath_s=paced if all(paced) else None,
    )


def step_page(place: Place, step: Step, visit: Visit, *, is_again: bool) -> StepPage:
    """The page of one step of the running plan."""
    item = visit.content.item(step.item_id)
    guide = guide_of(item)
    following = _title_after(place, step)
    elsewhere_url, elsewhere_label = ELSEWHERE.get(step.kind, ("", ""))
    return StepPage(
        session_id=place.session_id,
        url=url_of(place),
        index=step.index,
        total=len(place.plan.steps),
        turn=place.turn,
        place=f"Step {step.index + 1} of {len(place.plan.steps)}",
        title=step.title,
        icon=ICONS[step.kind],
        figures=drawn_for(item, visit),
        pace=pace_of(item, step.dose),
        dose=dose_words(step),
        how=step.how,
        into=guide.into,
        moves=guide.moves,
        out=guide.out,
        breath=guide.breath,
        form_points=guide.form_points,
        stop_signs=guide.stop_signs,
        because=step.because,
        easier="" if is_again else _easier(step),
        can_ban=step.kind is not StepKind.TRANSFER,
        next_title=following,
        back_url=_back_url(place, step),
        is_again=is_again,
        news=news_of(place),
        elsewhere_url=elsewhere_url,
        elsewhere_label=elsewhere_label,
        coach=coach_offer(step, visit.content),
        aloud=aloud_of(
            step.title, *step.how, *texts(guide.into), *texts(guide.moves), guide.breath
        ),
        lead_json=json.dumps(lead_of(step, guide, following)),
    )


def _title_after(place: Place, step: Step) -> str:
    steps = place.plan.steps
    return steps[step.index + 1].title if step.index + 1 < len(steps) else ""


def texts(lines: tuple[Instruction, ...]) -> tuple[str, ...]:
    """The words of some instructions."""
    return tuple(line.text for line in lines)


def aloud_of(title: str, *lines: str) -> str:
    """The page as one passage for the voice."""
    return " ".join([f"{title}.", *lines]).strip()


def url_of(place: Place) -> str:
    """The session's address."""
    return f"/session/{place.session_id}/"


def _back_url(place: Place, step: Step) -> str:
    """The step before, where it may be looked at again."""
    before = step_to_repeat(place, str(step.index - 1))
    return f"{url_of(place)}?step={before.index}" if before is not None else ""


def _easier(step: Step) -> str:
    if step.easier_dose is None:
        return ""
    return step.easier_title or "a little less of it"


def news_of(place: Place) -> tuple[str, ...]:
    """What the last thing told has changed in the plan; said once, on the page that follows."""
    state = place.state
    before = plan.running_plan(replace(state, results=state.results[:-1]))
    if before.steps == place.plan.steps:
        return ()
    return (EASIER_NEWS,) if state.results[-1].asked_easier else (LESS_NEWS,)


EASIER_NEWS = "Here is the easier way. Take your time."
LESS_NEWS = "You told us how it feels. So there is less to do from here on."


def lead_of(step: Step, guide: Guide, following: str) -> dict[str, object]:
    """Numbers and words for the script; it knows no exercise and no rule."""
    is_timed = step.kind not in ELSEWHERE
    breath = guide.breath_s if step.kind is StepKind.BREATHING else None
    next_up = f"Next: {following}." if following else ""
    return {
        "title": step.title,
        "dose": to_plain(step.dose) if step.dose is not None else None,
        "breath": {"in_s": breath[0], "out_s": breath[1]} if breath else None,
        "seconds": step.seconds if is_timed else 0,
        "lines": [asdict(line) for line in guide.into] if guide.is_by_lines else [],
        "moves": [asdict(line) for line in guide.moves],
        "ready_s": READY_S,
        "switch_s": SWITCH_S,
        "words": {**SPOKEN, "next_up": next_up},
    }


def pain_again_page(place: Place, step: Step) -> PainPage:
    """Pain after an earlier step that was done once more."""
    return PainPage(
        url=url_of(place),
        index=step.index,
        total=len(place.plan.steps),
        turn=place.turn,
        place=f"Step {step.index + 1} of {len(place.plan.steps)}",
        title="How is it now?",
        next_title="",
        news=(),
        because=(),
        is_again=True,
    )


def pain_page(place: Place, *, is_check_in: bool) -> PainPage:
    """Pain between two steps, or a check-in that is a step by itself."""
    steps = place.plan.steps
    index = place.state.step_index if is_check_in else place.state.outcomes[-1].step_index
    following = steps[index + 1].title if index + 1 < len(steps) else ""
    step = steps[index] if index < len(steps) else None
    return PainPage(
        url=url_of(place),
        index=index,
        total=len(steps),
        turn=place.turn,
        place=f"Step {min(index + 1, len(steps))} of {len(steps)}",
        title=step.title if step is not None and is_check_in else "How is it now?",
        next_title=following,
        news=news_of(place),
        because=step.because if step is not None and is_check_in else (),
    )

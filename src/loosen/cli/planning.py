"""`plan`: answers and what happened so far in, today's plan out."""

import argparse
from collections.abc import Iterator
from datetime import timedelta, timezone

from loosen.vocabulary import (
    NO_ESTIMATES,
    Clearance,
    Dose,
    Entry,
    Lapsed,
    Plan,
    PlanError,
    Problem,
    canonical_json,
    to_plain,
)

from .clearing import standing_of
from .deciding import Decided, decided, urgent_sentences
from .told import earlier, told


def plan(arguments: argparse.Namespace) -> int:
    """Print the plan. Raises `PlanError` where the answers permit none."""
    from loosen.plan import build, person_from

    result = decided(arguments)
    past = earlier(arguments.log)
    log = (*past, *told(result.asked, result.answers, result.content.version, past))
    clearance = _clearance(result, past, log)
    content, at = result.content, result.asked.at
    person = person_from(result.answers, content, clearance.limits, log, at)
    made = build(
        content, clearance, person, log, NO_ESTIMATES,
        at, result.asked.utc_offset_min, arguments.seed,
    )  # fmt: skip
    if arguments.text:
        first = [*urgent_sentences(result), *_sentences(made, result.asked.utc_offset_min)]
        print("\n".join(first))
    else:
        print(canonical_json({"clearance": to_plain(clearance), "plan": to_plain(made)}))
    return 0


def _clearance(result: Decided, past: tuple[Entry, ...], log: tuple[Entry, ...]) -> Clearance:
    """The clearance of this run's decision. Raises `PlanError` while questions are open."""
    standing = standing_of(result, past, log)
    if isinstance(standing, Lapsed):
        raise PlanError(_not_cleared(result))
    return standing


def _not_cleared(result: Decided) -> Problem:
    open_ = result.decision.to_ask
    return Problem(
        what="no plan can be made before all questions are answered",
        where=result.asked.where,
        found=f"{len(open_)} questions are open: {', '.join(open_)}",
        expected="an answer to each of them",
        do='answer them; "all_others": "no" denies every yes-no question that is not named',
    )


def _sentences(made: Plan, utc_offset_min: int) -> Iterator[str]:
    zone = timezone(timedelta(minutes=utc_offset_min))
    yield f"Stage: {made.stage}"
    yield from (reason.text for reason in made.because)
    if made.steps:
        yield "\nThe first hour"
    for step in made.steps:
        dose = f" - {_dose(step.dose)}" if step.dose is not None else ""
        yield f"  {step.at_min:3d} min  {step.title}{dose}"
        yield from (f"           {how}" for how in step.how)
        yield f"           because: {step.because[0].text}"
    if made.checkpoints:
        yield "\nLater"
    for point in made.checkpoints:
        yield f"  {point.due_at.astimezone(zone):%Y-%m-%d %H:%M}  {point.title}"
    if made.refusals:
        yield "\nNot offered today"
        yield from (f"  {one.title}: {one.because[0].text}" for one in made.refusals)


def _dose(dose: Dose) -> str:
    if dose.minutes:
        return f"{dose.minutes} min"
    sides = " on each side" if dose.by_sides else ""
    hold = f", hold {dose.hold_s} s" if dose.hold_s else ""
    sets = f", {dose.sets} times" if dose.sets > 1 else ""
    return f"{dose.reps} repetitions{sides}{hold}{sets}"

"""What both Pythons are asked: decide, clear, plan and adapt for each person, as canonical JSON.

The server's Python and the one in the page (Pyodide) run this same file and have to give the same
text, byte for byte. It needs the clinical rooms and the standard library, nothing else.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from loosen import ledger, plan, triage
from loosen.library.bundle import read_bundle
from loosen.vocabulary import (
    NO_ESTIMATES,
    Answers,
    AnswersError,
    Clearance,
    Content,
    DatedDecision,
    Decision,
    Entry,
    Lapsed,
    LoosenError,
    MomentAsked,
    StepResult,
    canonical_json,
    from_plain,
    parse_json,
    to_plain,
)

SEED = 20261122


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person: answers, record, the moment's state, and how the steps of the session went."""

    name: str
    answers: Answers
    entries: tuple[Entry, ...]
    at: datetime
    utc_offset_min: int
    moment: MomentAsked | None
    results: tuple[StepResult, ...]
    owner_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """The baked content as text, and everybody."""

    bundle: str
    people: tuple[Person, ...]


def judge(text: str) -> str:
    """JSON of a `Question` in, canonical JSON out: what becomes of each person, by name."""
    plain = parse_json(text, where="the question", error=AnswersError)
    asked = from_plain(Question, plain, where="the question", error=AnswersError)
    content = read_bundle(asked.bundle)
    return canonical_json({one.name: judged(one, content) for one in asked.people})


def judged(one: Person, content: Content) -> dict[str, object]:
    """Decision and standing, then the plan and how it adapts; or why there is none."""
    decision = triage.decide(one.answers, content, one.at)
    standing = standing_of(one, decision, content)
    told = {
        "decision": to_plain(decision),
        "standing": to_plain(standing),
        "permits": to_plain(triage.permits_now(standing, one.moment)),
        "thermal": thermal(one, content),
        "sessions": [to_plain(plan.running_plan(state)) for state in ledger.sessions(one.entries)],
        "day_after": to_plain(plan.day_after(one.entries, content, one.at)),
    }
    if isinstance(standing, Lapsed):
        return told
    return told | planned(one, standing, content)


def standing_of(one: Person, decision: Decision, content: Content) -> Clearance | Lapsed:
    """The clearance that this one decision and the clinician's words give."""
    digest = triage.about_digest(one.answers, content)
    dated = DatedDecision(
        id=one.owner_id,
        owner_id=one.owner_id,
        decision=decision,
        about_digest=digest,
        new_signs=frozenset(),
        told_no=0,
    )
    return triage.clearance(
        [dated],
        ledger.clinician_notes(one.entries),
        one.at,
        owner_id=one.owner_id,
        content=content,
        about_digest=digest,
        utc_offset_min=one.utc_offset_min,
    )


def thermal(one: Person, content: Content) -> dict[str, object]:
    """When heat and cold are open, by the record alone."""
    return {
        remedy.id: to_plain(ledger.thermal_gate(remedy, one.entries, one.at, content))
        for remedy in content.remedies.values()
        if remedy.gap_s
    }


def planned(one: Person, standing: Clearance, content: Content) -> dict[str, object]:
    """The person, the plan, and the plan after each result."""
    cleared = replace(standing, permits=triage.permits_now(standing, one.moment))
    try:
        person = plan.person_from(one.answers, content, cleared.limits, one.entries, one.at)
        made = plan.build(
            content,
            cleared,
            person,
            one.entries,
            NO_ESTIMATES,
            one.at,
            one.utc_offset_min,
            SEED,
        )
    except LoosenError as error:
        return {"refused": [to_plain(problem) for problem in error.problems]}
    adapted = []
    running = made
    for result in one.results:
        running = plan.after_step(running, result, one.at)
        adapted.append(to_plain(running))
    return {"person": to_plain(person), "plan": to_plain(made), "adapted": adapted}

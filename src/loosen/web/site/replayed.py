"""What helped this person last time, as far as it is open at this visit."""

from loosen import plan
from loosen.plan import NO_REPLAY, Replay

from .visit import Visit

AGE = "age-years"


def replay_now(visit: Visit, planned: frozenset[str] = frozenset()) -> Replay:
    """`planned`: the ids of today's plan. Before the age is told nobody's conditions are known."""
    if not visit.answers.get(AGE):
        return NO_REPLAY
    return plan.replay(
        visit.entries,
        visit.estimates,
        visit.permits,
        visit.person,
        visit.content,
        visit.now,
        planned,
    )

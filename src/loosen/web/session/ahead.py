"""The rest of a session, laid out before its time: for a device that may lose the computer.

Nothing here is judged by the device. Which step follows which answer is worked out here, by the
rules that the plan itself goes by; where an answer would change the plan, the way ends.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from loosen import ledger, plan
from loosen.vocabulary import Step, StepEnded, StepKind, StepOutcome, StepResult
from loosen.web.site.visit import Visit

from .place import Place
from .step_page import ELSEWHERE, url_of

SCORES = (None, *range(11))
CHANGED_URL = "/away/?why=changed"
OVER_URL = "/away/?why=over"
ENDED_URL = "/away/?why=ended"
ELSEWHERE_URL = "/away/?why=elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPages:
    """What follows a form: by the pressed button, then by the score as it was sent.

    A form is known by where it is sent to and, unless `step` is empty, by its field `step`.
    """

    action: str
    step: str
    to: Mapping[str, Mapping[str, str]]


def steps_ahead(place: Place, visit: Visit) -> tuple[Step, ...]:
    """The steps from the one in hand that can be led through without the computer.

    It ends before heat and cold, which have skin checks of their own, and before what is closed;
    so does it before movement while skin is still cold.
    """
    is_cold = not ledger.movement_gate(visit.entries, visit.content).allowed
    ahead: list[Step] = []
    for step in place.plan.steps[place.state.step_index :]:
        is_closed = step.kind.permit not in visit.permits or (is_cold and step.dose is not None)
        if step.kind in ELSEWHERE or is_closed:
            break
        ahead.append(step)
    return tuple(ahead)


def place_at(place: Place, index: int, *, stopped: bool = False) -> Place:
    """The session as it will stand at this step, once every step before it was done."""
    state = place.state
    outcome = StepOutcome.STOPPED if stopped else StepOutcome.DONE
    last = index + 1 if stopped else index
    passed = tuple(
        StepEnded(session_id=state.session_id, step_index=one, outcome=outcome)
        for one in range(state.step_index, last)
    )
    steps = place.plan.steps
    return replace(
        place,
        state=replace(state, outcomes=(*state.outcomes, *passed), step_index=index, results=()),
        step=steps[index] if index < len(steps) else None,
        asks_pain=False,
    )


def url_at(place: Place, index: int, *, stopped: bool = False) -> str:
    """The address of that page."""
    return f"{url_of(place)}ahead/?step={index}{'&stopped=1' if stopped else ''}"


def next_pages(place: Place, visit: Visit) -> tuple[NextPages, ...]:
    """What follows each form of the rest of the session, the open question of now included."""
    ahead = steps_ahead(place, visit)
    ends_at = place.state.step_index + len(ahead)
    forms = [_after_step(place, step.index, ends_at, visit) for step in ahead]
    if place.asks_pain:
        forms.append(_after_step(place, place.state.outcomes[-1].step_index, ends_at, visit))
    stop = NextPages(action=f"{url_of(place)}stop/", step="", to={"": {"": ENDED_URL}})
    over = NextPages(action=f"{url_of(place)}after/", step="", to={"": {"": OVER_URL}})
    return (*forms, stop, over)


def _after_step(place: Place, index: int, ends_at: int, visit: Visit) -> NextPages:
    following = index + 1
    on = url_at(place, following)
    if following >= ends_at and following < len(place.plan.steps):
        on = ELSEWHERE_URL
    return NextPages(
        action=url_of(place),
        step=str(index),
        to={
            "done": {_said(pain): _by_pain(place, index, pain, on, visit) for pain in SCORES},
            "skip": {"": on},
            "ban": {"": on},
            "stop": {"": url_at(place, index, stopped=True)},
            "end": {"": f"{url_at(place, len(place.plan.steps))}"},
        },
    )


def _by_pain(place: Place, index: int, pain: int | None, on: str, visit: Visit) -> str:
    """On, where the plan stays as it is after this score; else it has to be made anew."""
    result = StepResult(
        index=index,
        pain_0_10=pain,
        baseline_0_10=place.state.baseline_0_10,
        stopped=False,
        asked_easier=False,
        sharp_or_new=False,
        legs_moved_down=False,
    )
    return on if plan.after_step(place.plan, result, visit.now) == place.plan else CHANGED_URL


def _said(pain: int | None) -> str:
    return "" if pain is None else str(pain)


def is_check_in(step: Step) -> bool:
    """A step that only asks."""
    return step.kind is StepKind.CHECK_IN

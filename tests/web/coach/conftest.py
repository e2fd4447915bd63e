"""A person in a session whose step in hand is one that something counts."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from django.test import Client

from loosen.vocabulary import StepKind
from loosen.web.session import drafts
from loosen.web.session.beginning import plan_now

from ...small_plan import dose, step
from ..session.conftest import cleared, entries, fresh_visit, ready

__all__ = ["cleared", "entries", "ready"]

SESSION = UUID(int=77)
STEPS = ("bridge", "pelvic-tilt", "figure-four")
Page = dict[str, object]


def planned(*exercises: str, session_id: UUID = SESSION) -> str:
    """Begins a session of these exercises; the coach's address."""
    steps = tuple(
        step(index, StepKind.EXERCISE, item_id, dose(reps=5, hold_s=3))
        for index, item_id in enumerate(exercises)
    )
    visit = fresh_visit()
    visit.record(drafts.started(session_id, replace(plan_now(visit), steps=steps), 4))
    return f"/session/{session_id}/coach/"


@pytest.fixture
def counted(ready: Client) -> str:
    """The coach's page of a bridge; a pelvic tilt and a stretch that nothing counts come after."""
    return planned(*STEPS)


@pytest.fixture
def told() -> Callable[..., Page]:
    """What the page sends after five bridges by camera and two by tap."""

    def page(**changed: object) -> Page:
        parts = [
            {"by": "camera", "count": 5, "partials": 1, "seconds": 41.25},
            {"by": "tap", "count": 2, "seconds": 12},
        ]
        whole: Page = {
            "session_id": str(SESSION),
            "step_index": 0,
            "exercise_id": "bridge",
            "parts": parts,
            "view": "side",
            "signal": "hip-rise",
            "holds_s": [3.1, 2.9],
            "own_range": 0.41,
            "range_share": 0.93,
            "way_s": 7.5,
            "symmetry": None,
            "regularity": 0.9,
            "cues": ["partial", "hips-uneven-line"],
        }
        return {"set": whole | changed, "confidence": 0.97}

    return page

"""Somebody whose step in hand is one that something counts."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid5

from loosen.vocabulary import StepKind
from loosen.web.session import drafts
from loosen.web.session.beginning import plan_now

from ..small_plan import dose, step
from . import people
from .scenes import Picture, Scene, anew


def in_hand(*exercises: str, reps: int = 5) -> str:
    """A session of these exercises, begun now; the coach's address."""
    content = people.visit().content
    steps = tuple(
        replace(
            step(index, StepKind.EXERCISE, one, dose(reps=reps, hold_s=3)),
            title=content.exercises[one].title,
            posture=content.exercises[one].posture,
        )
        for index, one in enumerate(exercises)
    )
    here = people.visit()
    session_id = uuid5(people.SPACE, f"counted {here.now}")
    here.record(drafts.started(session_id, replace(plan_now(here), steps=steps), 4))
    return f"/session/{session_id}/coach/"


def ready(*exercises: str, reps: int = 5) -> str:
    """The same, of somebody screened and wide awake."""
    people.screened()
    people.awake()
    return in_hand(*exercises, reps=reps)


def counting(noon: datetime) -> list[Picture]:
    """A bridge: by camera, by phone, by tap, by the clock."""
    anew(noon)
    url = ready("bridge", "pelvic-tilt")
    return [
        Picture(name="coach-choose", url=url),
        Picture(name="coach-step", url=url.removesuffix("coach/")),
        Picture(name="coach-recordings", url="/coach/recordings/"),
    ]


def felt(noon: datetime) -> list[Picture]:
    """A pelvic tilt: by phone alone."""
    anew(noon)
    return [Picture(name="coach-phone", url=ready("pelvic-tilt"))]


def uncounted(noon: datetime) -> list[Picture]:
    """A stretch that nothing counts: the step says why."""
    anew(noon)
    url = ready("figure-four").removesuffix("coach/")
    return [Picture(name="coach-none", url=url)]


def seated(noon: datetime) -> list[Picture]:
    """Sitting, before the camera is asked for; and a text that leads there."""
    anew(noon)
    people.screened()
    return [
        Picture(name="sitting-choose", url="/sitting/"),
        Picture(name="sitting-read", url="/read/posture/"),
    ]


COACH_SCENES = [Scene(seed=seed) for seed in (counting, felt, uncounted, seated)]

"""`analyse --recognise --report`: a page for the video, and one for each set that is in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from loosen.export.set_sheet import Found, Overview, overview_page
from loosen.vocabulary import Content, Exercise

from . import reporting
from .moving import target_of

if TYPE_CHECKING:
    from loosen.movement import RecognisedSet, Recognition
    from loosen.movement.recognised_sets import Stretch
    from loosen.video import Clip

FIRST = "index.html"


def write_reports(folder: Path, clip: "Clip", found: "Recognition", content: Content) -> None:
    """The pages, in the folder; the first is `index.html`."""
    pages = {one.stretch: f"set-{number}.html" for number, one in enumerate(found.sets, start=1)}
    counts = {one.stretch: one.result.count for one in found.sets}
    for one in found.sets:
        _write_set(folder, clip, one, pages[one.stretch], content)
    overview = Overview(
        made_from=clip.path.name,
        seconds=clip.last_s,
        found=tuple(
            Found(
                start_s=one.start_s,
                end_s=one.end_s,
                title=_title(one, content),
                count=counts.get(one, 0),
                page=pages.get(one),
            )
            for one in found.stretches
        ),
        notes=clip.notes(),
    )
    page = overview_page(overview, font=reporting.house_letters())
    reporting.write_page(folder / FIRST, page)


def _write_set(
    folder: Path, clip: "Clip", one: "RecognisedSet", page: str, content: Content
) -> None:
    from loosen.movement import CameraCoach

    exercise = content.exercises[one.stretch.exercise or ""]
    measure = exercise.measuring.camera
    assert measure is not None, "only what a camera measures is recognised"
    coach = CameraCoach(measure=measure, target=target_of(exercise))
    watching = reporting.Watching()
    for frame in one.frames:
        watching.update(frame, coach.update(frame))
    begins_s, ends_s = one.frames[0].t_s, one.frames[-1].t_s
    part = reporting.Part(page=page, begins_s=begins_s, ends_s=ends_s, back_to=FIRST)
    meant = (exercise, measure)
    reporting.write_report(folder, clip, meant, one.result, watching, content, part)


def _title(one: "Stretch", content: Content) -> str | None:
    exercise: Exercise | None = content.exercises.get(one.exercise or "")
    return None if exercise is None else exercise.title

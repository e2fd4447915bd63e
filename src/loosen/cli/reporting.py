"""`analyse --report`: a set as one page, with the pictures out of the video."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from loosen.export.set_sheet import KeyPicture, Row, Said, SetSheet, Stretch, set_page
from loosen.export.set_sheet import words as plain
from loosen.vocabulary import Content, Exercise, Problem, SettingsError
from loosen.vocabulary.figures import Side
from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraMeasure

from .key_frames import KeyFrame, KeyFrames

if TYPE_CHECKING:
    from loosen.movement import Cue, Repetition, Seen, SetResult
    from loosen.video import Clip

FONTS = Path(__file__).parents[1] / "web" / "static" / "dist" / "assets"
SHORTEST_S = 1.5  # of what was not judged: shorter is the wait for a posture, and no news
BLIND = {"cannot-see", "not-in-place", "other-movement"}


@dataclass(slots=True)
class Watching:
    """What a report needs of each frame, kept while they go by."""

    line: list[tuple[float, float | None]] = field(default_factory=list)
    key_frames: KeyFrames = field(default_factory=KeyFrames)

    def update(self, frame: Frame, seen: "Seen") -> None:
        """One more frame."""
        is_blind = seen.standing.value in BLIND
        self.line.append((seen.t_s, None if is_blind else seen.value))
        self.key_frames.update(frame, seen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which part of the video a page is of, and where it lies; by default all of it."""

    page: str = "index.html"
    begins_s: float = 0.0
    ends_s: float | None = None
    back_to: str | None = None


WHOLE = Part()


def make_places(report: Path | None, recording: Path | None) -> None:
    """Where things will be written, before the video is read for minutes.

    Raises `SettingsError` for each place that there cannot be.
    """
    folders = {"--report": report, "--recording": recording and recording.parent}
    problems = [
        problem
        for option, folder in folders.items()
        if folder is not None and (problem := _made(folder, option)) is not None
    ]
    if report is not None and (report / WHOLE.page).is_dir():
        expected = "a file, or nothing of this name"
        problems.append(_no_place("--report", report / WHOLE.page, "a folder", expected))
    if recording is not None and recording.is_dir():
        problems.append(_no_place("--recording", recording, "a folder", "the name of a file"))
    elif recording is not None and recording.suffix != ".npz":
        # Anything else is somebody's other file, most often the video itself.
        named = "a name that ends in .npz"
        problems.append(_no_place("--recording", recording, "another ending", named))
    if problems:
        raise SettingsError(problems)


def _made(folder: Path, option: str) -> Problem | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        expected = "a folder, or a place where one can be made"
        return _no_place(option, folder, error.strerror or "an error", expected)
    if not os.access(folder, os.W_OK):
        return _no_place(option, folder, "not yours to write in", "a folder of your own")
    return None


def _no_place(option: str, path: Path, found: str, expected: str) -> Problem:
    return Problem(
        what="nothing can be written here",
        where=option,
        found=f"{path}: {found}",
        expected=expected,
        do="name another place",
    )


def write_report(
    folder: Path,
    clip: "Clip",
    meant: tuple[Exercise, CameraMeasure],
    result: "SetResult",
    watching: Watching,
    content: Content,
    part: Part = WHOLE,
) -> Path:
    """The page of one set, in the folder."""
    exercise, measure = meant
    sheet = SetSheet(
        title=exercise.title,
        made_from=clip.path.name,
        view=measure.view.value,
        begins_s=part.begins_s,
        seconds=clip.last_s if part.ends_s is None else part.ends_s,
        back_to=part.back_to,
        count=result.count,
        refused=None if result.refused is None else plain.why(result.refused),
        signal=plain.name_of(measure.signal.value),
        unit=plain.unit_of(measure.signal),
        line=tuple(watching.line),
        rows=tuple(_rows(result)),
        stretches=_stretches(result),
        said=tuple(sorted(_said(result, measure, content), key=lambda one: one.t_s)),
        facts=tuple(_facts(result, plain.unit_of(measure.signal))),
        pictures=tuple(pictures_of(clip.path, watching.key_frames.picked())),
        cannot_judge=measure.cannot_judge,
        notes=clip.notes(),
    )
    return write_page(folder / part.page, set_page(sheet, font=house_letters()))


def write_page(path: Path, page: str) -> Path:
    """The page, whole. Raises `SettingsError` where the disk is full or the place is gone."""
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise SettingsError(no_room("--report", path, error)) from error
    return path


def no_room(option: str, path: Path, error: OSError) -> Problem:
    """Why it could not be written in the end."""
    expected = "a place that you may write to, with room for all of it"
    return _no_place(option, path, error.strerror or "an error", expected)


def _rows(result: "SetResult") -> Iterator[Row]:
    counted = zip(result.repetitions, result.forms, strict=True)
    for number, (one, form) in enumerate(counted, start=1):
        yield _row(one, number, form.side)
    yield from (_row(one, None, None) for one in result.partials)


def _row(one: "Repetition", number: int | None, side: Side | None) -> Row:
    return Row(
        number=number,
        side=side.value if side else "",
        start_s=max(one.start_s, 0.0),
        peak_s=one.peak_s,
        end_s=one.end_s,
        hold_s=one.hold_s,
        amplitude=one.amplitude,
    )


def _stretches(result: "SetResult") -> tuple[Stretch, ...]:
    return tuple(
        Stretch(start_s=one.start_s, end_s=one.end_s, why=plain.why(one.why))
        for one in result.refusals
        if one.end_s - one.start_s >= SHORTEST_S
    )


def _said(result: "SetResult", measure: CameraMeasure, content: Content) -> Iterator[Said]:
    """The words of content: a fault's own, else the phrase of the cue's id."""
    own = {fault.id: fault.cue for fault in measure.faults}
    for timed in result.cues:
        id_ = timed.cue.id
        words = own.get(id_) or _phrase(id_, content)
        yield Said(t_s=timed.t_s, words=words, because=_because(timed.cue))
    for advice in result.advice:
        words = _phrase(advice.close.value, content)
        went = f"The last ones went {advice.percent_of_own:.0f} % of the range before."
        yield Said(t_s=advice.t_s, words=words, because=went)


def _phrase(id_: str, content: Content) -> str:
    phrase = content.phrases.get(f"coach-{id_}")
    return plain.say(id_) if phrase is None else phrase.text


def _because(cue: "Cue") -> str:
    """The number that fired it, and what it passed."""
    if cue.value is None or cue.bound is None:
        return ""
    if cue.signal is None:
        began = plain.TIMED.get(cue.id, "It took")
        return f"{began} {cue.value:.1f} s; the bound is {cue.bound:.1f} s."
    return f"{plain.name_of(cue.signal.value)} was {cue.value:.2f}; the bound is {cue.bound:.2f}."


def _facts(result: "SetResult", unit: str) -> Iterator[tuple[str, str]]:
    yield "Pictures that could be judged", f"{100 * result.confidence:.0f} %"
    if (far := result.range_) is not None:
        digits = 0 if unit == "degrees" else 2
        yield "How far, the middle of all", f"{far.amplitude:.{digits}f} {unit}"
    if (tempo := result.tempo) is not None:
        times = f"{tempo.out_s:.1f} s out, {tempo.hold_s:.1f} s held, {tempo.back_s:.1f} s back"
        yield "Tempo, the middle of all", times
    if (alike := result.regularity) is not None:
        yield "How alike one is to the next", f"{100 * alike.likeness:.0f} %"
    if (sides := result.symmetry) is not None:
        told = f"{sides.left_count} left, {sides.right_count} right; {sides.percent:.0f} % as far"
        yield "Left and right", told


def pictures_of(path: Path, wanted: tuple[KeyFrame, ...]) -> "list[KeyPicture]":
    """The video once more, up to the last picture that is wanted."""
    from loosen.video import as_jpeg, open_clip

    by_time = {one.frame.t_s: one for one in wanted}
    found = []
    with open_clip(path) as clip:
        for picture in clip.pictures():
            if picture.t_s in by_time:
                key = by_time.pop(picture.t_s)
                found.append(_picture(key, as_jpeg(picture.rgba)))
            if not by_time:
                break
    return found


def _picture(key: KeyFrame, jpeg: bytes) -> KeyPicture:
    return KeyPicture(
        t_s=key.frame.t_s,
        caption=key.caption,
        jpeg=jpeg,
        size_px=key.frame.size_px,
        spots=tuple((x, y, seen) for x, y, _, seen in key.frame.lm),
    )


def house_letters() -> bytes | None:
    """The house's letters out of the built pages, where they are built."""
    found = sorted(FONTS.glob("figtree-latin-wght-normal-*.woff2"))
    return found[0].read_bytes() if found else None

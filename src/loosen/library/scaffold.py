"""A new exercise's file: complete, commented, marked as ours; its words are still to be written."""

from datetime import date
from pathlib import Path

from loosen.vocabulary import (
    Ability,
    Bias,
    Certainty,
    ContentError,
    Equipment,
    Load,
    PlanStage,
    Posture,
    Problem,
)
from loosen.vocabulary.checks import ID_PATTERN

from .wording import PLACEHOLDER


def new_exercise(id_: str, folder: Path, on: date) -> Path:
    """Write `exercises/<id>.toml`; never over a file. Raises `ContentError`."""
    path = folder / "exercises" / f"{id_}.toml"
    if ID_PATTERN.match(id_) is None:
        raise ContentError(_refused(id_, "this is no id", "small letters, digits, single hyphens"))
    if path.exists():
        raise ContentError(_refused(id_, "this exercise exists", "an id that is not yet taken"))
    if not path.parent.is_dir():
        raise ContentError(
            _refused(str(path.parent), "there is no such folder", "a content folder")
        )
    path.write_text(exercise_text(id_, on), encoding="utf-8")
    return path


def _refused(found: str, what: str, expected: str) -> Problem:
    return Problem(
        what=what,
        where="new exercise",
        found=found,
        expected=expected,
        do="choose another id, like standing-side-bend, or name the folder with --folder",
    )


def exercise_text(id_: str, on: date) -> str:
    """The file's text. Everything to be written begins with the placeholder."""
    title = id_.replace("-", " ").capitalize()
    fact = (
        f'{{ source = "loosen", row = "{PLACEHOLDER}the row of the evidence file", mark = "ours", '
        f'checked_on = {on}, reviewed_by = "", note = "{PLACEHOLDER}what was chosen, and why" }}'
    )
    return _TEMPLATE.format(
        id=id_,
        title=title,
        write=PLACEHOLDER,
        fact=fact,
        abilities=_choices(Ability),
        biases=_choices(Bias),
        certainties=_choices(Certainty),
        equipment=_choices(Equipment),
        loads=_choices(Load),
        postures=_choices(Posture),
        stages=_choices(PlanStage),
    )


def _choices(
    words: type[Ability | Bias | Certainty | Equipment | Load | PlanStage | Posture],
) -> str:
    return ", ".join(str(word.value) for word in words)


_TEMPLATE = """\
# {title}. Replace every text that begins with "{write}", then run: loosen check-content
# Sentences are short, say "you", and stay within US grade 6. Nothing is promised.
# Each fact names its source (a file in evidence/), the row of the evidence file, how far it was
# verified (opened, opened-2nd, opened/part, recalled, ours) and the day it was checked.
# reviewed_by stays empty until a clinician signs.

id = "{id}"  # equals the file's name, for ever
title = "{title}"
purpose = "{write}what it is good for, in one sentence."

posture = "standing"  # how one comes out of it: {postures}
by_sides = false  # true: left and right are done as two halves
bias = "neutral"  # the direction it favours: {biases}
needs = ["stand"]  # what the person must be able to do: {abilities}
equipment = []  # what must be to hand: {equipment}
# What it asks of the body; conditions act on these, so leave none out:
# {loads}
loads = ["standing"]

form_points = ["{write}one thing to mind while moving."]
stop_signs = ["{write}when to stop at once."]  # at least one
easier = [{{ text = "{write}an easier way" }}]  # item = "id" where it is an exercise of its own
harder = []
after = []  # ids of exercises of which one must have gone well on two days before this opens
who_not = "{write}who should wait, and until when."
certainty = "none"  # how sure the source is: {certainties}
provenance = {fact}

[tempo]
up_s = 3
down_s = 3
breath = "{write}when to breathe out."
provenance = {fact}

# The way in, the movement, the way out: one [[...]] for each instruction.
[[into]]
text = "{write}how to begin."
pause_s = 2

[[moves]]
text = "{write}what to do."

[[out]]
text = "{write}how to come out of it."

# What counts it: camera, phone, both or timer. A camera needs [measuring.camera], see bridge.toml.
[measuring]
by = "timer"
why = "{write}why nothing measures it."
provenance = {fact}

# One [[doses]] for each stage it belongs to, in this order: {stages}
# reps are per side when by_sides is true; minutes instead of reps for what is measured in time.
[[doses]]
stage = "move"
reps = 5
reps_most = 8
hold_s = 0
hold_most_s = 0
sets = 1
sets_most = 1
times_per_day = 2
rest_s = 30
provenance = {fact}

[[faults]]
fault = "{write}what often goes wrong."
cue = "{write}the words that mend it."
"""

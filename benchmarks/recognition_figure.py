"""Recognition on the drawn figure: every window of a recording against what was really done."""

from collections import Counter
from collections.abc import Iterator, Mapping
from time import process_time
from typing import Any

from loosen.library.current import load_content
from loosen.movement import Recognised, Recogniser
from loosen.vocabulary.measures import CameraMeasure

from .recognition_corpus import EITHER, UNKNOWN, Example, examples

WINDOW_S, STEP_S = 8.0, 4.0
IN_IT, OUT_OF_IT = 0.9, 0.1  # of a window: what lies between is neither
Pair = tuple[str, str]


def figures(seed: str, bodies: int) -> dict[str, Any]:
    """F1 of every class with unknown among them, in windows of 8 s or one cycle."""
    content = load_content()
    measures = {
        id_: one.measuring.camera
        for id_, one in content.exercises.items()
        if one.measuring.camera is not None
    }
    told: Counter[tuple[str, str, str]] = Counter()
    frames = recordings = 0
    took_s = 0.0
    for example in examples(content, seed, bodies):
        recordings += 1
        frames += len(example.frames)
        since = process_time()
        said = _said(example, measures)
        took_s += process_time() - since
        for true, found in _windows(example, said):
            told[example.name, true, found] += 1
    pairs = Counter[Pair]()
    for (_, true, found), count in told.items():
        pairs[true, found] += count
    classes = [_class(name, pairs) for name in sorted({*measures, UNKNOWN})]
    return {
        "recordings": recordings,
        "windows": pairs.total(),
        "macro_f1": round(sum(one["f1"] for one in classes) / len(classes), 3),
        "frame_us": round(1e6 * took_s / frames),
        "classes": classes,
        "confused": [
            {"of": name, "done": true, "said": found, "windows": count}
            for (name, true, found), count in sorted(told.items())
            if true != found
        ],
    }


def _said(example: Example, measures: Mapping[str, CameraMeasure]) -> list[Recognised]:
    recogniser = Recogniser(measures=measures)
    return [recogniser.update(frame) for frame in example.frames]


def _windows(example: Example, said: list[Recognised]) -> Iterator[Pair]:
    """At the end of every window: what was done in it, and what was said."""
    is_known = example.label != UNKNOWN
    lasts_s = max(WINDOW_S, example.cycle_s) if is_known else WINDOW_S
    ends_s = said[0].t_s + lasts_s
    for one in said:
        if one.t_s < ends_s:
            continue
        true = _true(example, one.t_s - lasts_s, one.t_s)
        ends_s += STEP_S
        if true is None:
            continue
        found = one.exercise or UNKNOWN
        if example.name in EITHER and found in {UNKNOWN, EITHER[example.name]}:
            true = found
        yield true, found


def _true(example: Example, from_s: float, until_s: float) -> str | None:
    """None where the window holds too much of both."""
    if example.label == UNKNOWN:
        return UNKNOWN
    inside_s = min(example.until_s, until_s) - max(example.from_s, from_s)
    share = max(0.0, inside_s) / (until_s - from_s)
    if share >= IN_IT:
        return example.label
    return UNKNOWN if share <= OUT_OF_IT else None


def _class(name: str, pairs: Counter[Pair]) -> dict[str, Any]:
    right = pairs[name, name]
    done = sum(count for (true, _), count in pairs.items() if true == name)
    said = sum(count for (_, found), count in pairs.items() if found == name)
    f1 = 2 * right / (done + said) if done + said else 1.0
    return {"name": name, "windows": done, "right": right, "said": said, "f1": round(f1, 3)}

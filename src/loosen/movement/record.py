"""A set's result as plain JSON: the same record from a recording, a video and the page.

`KEYS` says what each key means; documents are made from it.
"""

from typing import Any

from loosen.vocabulary.wire import to_plain

from .result import SetResult, TimedCue
from .values import Form, unit_of
from .ways import Repetition

FORMAT = 1
Record = dict[str, Any]
REPETITION = {
    "start_s": "when the way out began",
    "peak_s": "when it was out farthest",
    "end_s": "when it was back at rest",
    "counted_s": "when it was told: as it came back",
    "amplitude": "how far it went, in `unit`",
    "percent_of_own": "the same against the person's own range; null where that is not known",
    "out_s": "seconds on the way out",
    "hold_s": "seconds held",
    "back_s": "seconds on the way back",
}
OF_FORM = {
    "side": "left or right, of the body; null where it cannot be known",
    "side_confidence": "the share of frames that said so",
    "faults": "ids of the faults that were seen in it",
    "differs_in": "out, far-out or back: where it is unlike the first good one; null for nowhere",
}
CONFIDENCE = {"confidence": "a share from 0 to 1", "view": "from where it was seen"}
KEYS: dict[str, str | dict[str, str]] = {
    "format": f"of this record: {FORMAT}",
    "exercise": "which one was asked for",
    "view": "side or front: from where the camera has to look; phone: worn on the body",
    "signal": "what was counted: a number of the body, or how a worn phone tilts",
    "unit": "of that number: degrees, or torsos (lengths of the trunk)",
    "refused": "why nothing was counted; null where it was judged",
    "confidence": "the share of frames that could be judged",
    "count": "whole repetitions",
    "repetitions": REPETITION | OF_FORM,
    "partials": REPETITION,
    "holds": {"start_s": "when it was far out", "end_s": "when it left"},
    "range": {
        "amplitude": "the middle of all, in `unit`",
        "own": "this person's own range, learnt or from before",
        "percent_of_own": "the middle against the own",
        "degrees": "the middle, only where the angle lies in the picture's plane",
    } | CONFIDENCE,
    "tempo": {
        "out_s": "the middle of all ways out",
        "hold_s": "of all holds",
        "back_s": "of all ways back",
        "cycle_s": "from one peak to the next",
    } | CONFIDENCE,
    "regularity": {
        "likeness": "of the movement to itself one period later, 0 to 1",
        "period_s": "that period",
        "doubts": "how often it disagreed with the counter; no count was changed",
    } | CONFIDENCE,
    "symmetry": {
        "left": "the middle amplitude of the left, in `unit`",
        "right": "of the right",
        "left_count": "how many were of the left",
        "right_count": "of the right",
        "percent": "the smaller in percent of the larger",
    } | CONFIDENCE,
    "refusals": {
        "start_s": "from when nothing could be judged",
        "end_s": "until when",
        "why": "what was not seen, or how the person stood",
    },
    "cues": {
        "t_s": "when it was given",
        "kind": "what it is about",
        "id": "which: of a phrase, or of a fault of the exercise",
        "signal": "the number of the body that fired it, where one did",
        "value": "its value",
        "bound": "what it passed",
    },
    "advice": {
        "t_s": "when it was given",
        "close": "rest or end-set",
        "percent_of_own": "how far the last ones went, against the own range",
        "bound_percent": "what that passed",
        "pain_rise": "how much the pain rose in the set; null where it was not told",
    },
}  # fmt: skip


def set_record(exercise_id: str, result: SetResult) -> Record:
    """The whole set, for whoever reads JSON."""
    own = result.range_.own if result.range_ else None
    return {
        "format": FORMAT,
        "exercise": exercise_id,
        "view": result.view.value,
        "signal": result.signal.value,
        "unit": unit_of(result.signal),
        "refused": result.refused,
        "confidence": to_plain(result.confidence),
        "count": result.count,
        "repetitions": [
            _repetition(one, own) | _form(form)
            for one, form in zip(result.repetitions, result.forms, strict=True)
        ],
        "partials": [_repetition(one, own) for one in result.partials],
        "holds": to_plain(result.holds),
        "range": to_plain(result.range_),
        "tempo": to_plain(result.tempo),
        "regularity": to_plain(result.regularity),
        "symmetry": to_plain(result.symmetry),
        "refusals": to_plain(result.refusals),
        "cues": [_cue(one) for one in result.cues],
        "advice": to_plain(result.advice),
    }


def _repetition(one: Repetition, own: float | None) -> Record:
    plain: Record = to_plain(one)
    del plain["is_partial"]
    percent = 100 * one.amplitude / own if own else None
    return plain | {"percent_of_own": to_plain(percent)}


def _form(form: Form) -> Record:
    plain: Record = to_plain(form)
    return plain


def _cue(timed: TimedCue) -> Record:
    return {"t_s": to_plain(timed.t_s), **to_plain(timed.cue)}

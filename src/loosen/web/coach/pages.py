"""What the coach's page shows, with and without script."""

import json
from dataclasses import dataclass

from loosen.movement.live import words_for
from loosen.vocabulary import Dose, Exercise, Posture, Reason, SetMeasured, Step
from loosen.vocabulary.measures import CameraView, MeasuredBy, Signal
from loosen.web.eyes.files import coach_files_json
from loosen.web.figures.drawn import Drawn, drawn_for
from loosen.web.session.counted import exercise_of, why_of
from loosen.web.session.place import Place
from loosen.web.session.step_page import aloud_of, url_of
from loosen.web.session.words import dose_words
from loosen.web.site.visit import Visit

from .told import TILT
from .words import COUNTS_NOW, SPOKEN

PHRASES = "coach-"
SIDES = 2
UPRIGHT = frozenset({Posture.STANDING, Posture.SITTING})


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachPage:
    """One step that something counts. `worn`: where the phone goes; empty without its sensor.

    `place_words`: where the camera stands; empty without one. `lead_json` is what the script
    works with: numbers, ids and words, no rule.
    """

    url: str
    step_url: str
    index: int
    total: int
    turn: int
    place: str
    title: str
    dose: str
    is_from_front: bool
    is_upright: bool
    place_words: str
    worn: str
    picture: str
    privacy: tuple[str, ...]
    unjudged: tuple[str, ...]
    figure: Drawn | None
    stop_signs: tuple[str, ...]
    why: tuple[Reason, ...]
    aloud: str
    lead_json: str
    files_json: str

    @property
    def scores(self) -> range:
        """Pain from 0 to 10, for when the way there shrinks."""
        return range(11)

    @property
    def has_camera(self) -> bool:
        """Whether a camera can count it."""
        return bool(self.place_words)

    @property
    def has_phone(self) -> bool:
        """Whether a worn phone can count it."""
        return bool(self.worn)


def counted_exercise(place: Place, visit: Visit) -> Exercise | None:
    """The exercise in hand, where a camera or a phone can count it; None for all else."""
    exercise = exercise_of(place.step, visit.content) if not place.asks_pain else None
    is_counted = exercise is not None and exercise.measuring.by is not MeasuredBy.TIMER
    return exercise if is_counted else None


def coach_page(place: Place, exercise: Exercise, visit: Visit) -> CoachPage:
    """The page of the step in hand."""
    step = place.step
    assert step is not None  # whoever asks has found an exercise in it
    camera, phone = exercise.measuring.camera, exercise.measuring.phone
    phrases = phrases_of(visit)
    figures = drawn_for(exercise, visit)
    is_from_front = camera is not None and camera.view is CameraView.FRONT
    privacy = tuple(phrases[name] for name in ("kept", "not-tried", "no-norm"))
    place_words = phrases["place-front" if is_from_front else "place-side"] if camera else ""
    return CoachPage(
        url=f"{url_of(place)}coach/",
        step_url=url_of(place),
        index=step.index,
        total=len(place.plan.steps),
        turn=place.turn,
        place=f"Step {step.index + 1} of {len(place.plan.steps)}",
        title=step.title,
        dose=dose_words(step),
        is_from_front=is_from_front,
        is_upright=exercise.posture in UPRIGHT,
        place_words=place_words,
        worn=phone.worn if phone else "",
        picture=phrases["picture"],
        privacy=privacy,
        unjudged=_unjudged(exercise),
        figure=figures[0] if figures else None,
        stop_signs=exercise.stop_signs,
        why=(why_of(exercise),),
        aloud=aloud_of(step.title, place_words, phrases["picture"], *privacy),
        lead_json=json.dumps(_lead(place, step, exercise, visit)),
        files_json=coach_files_json(visit.content),
    )


def _unjudged(exercise: Exercise) -> tuple[str, ...]:
    """What neither of the eyes that count it can judge; each sentence once."""
    eyes = (exercise.measuring.camera, exercise.measuring.phone)
    return tuple(dict.fromkeys(one for eye in eyes if eye for one in eye.cannot_judge))


def phrases_of(visit: Visit) -> dict[str, str]:
    """The coach's phrases, by their ids without what all of them begin with."""
    phrases = visit.content.phrases
    return {
        id_.removeprefix(PHRASES): one.text
        for id_, one in phrases.items()
        if id_.startswith(PHRASES)
    }


# --- for the script --------------------------------------------------------------------------


def _lead(place: Place, step: Step, exercise: Exercise, visit: Visit) -> dict[str, object]:
    camera, phone = exercise.measuring.camera, exercise.measuring.phone
    faults = camera.faults if camera else ()
    return {
        "exercise": exercise.id,
        "session": str(place.session_id),
        "step": step.index,
        "view": camera.view.value if camera else None,
        "signal": camera.signal.value if camera else None,
        "has_phone": phone is not None,
        "goes_two_ways": camera is not None and camera.signal is Signal.BACK_CURVE,
        "target": _target(exercise, step.dose),
        "ranges": {
            "camera": own_range(exercise, camera.signal.value, visit) if camera else 0.0,
            "phone": own_range(exercise, TILT, visit) if phone else 0.0,
        },
        "pain": _last_pain(place),
        "words": SPOKEN,
        "counts": COUNTS_NOW,
        "phrases": words_for(camera.view if camera else None, phrases_of(visit)),
        "cues": {fault.id: fault.cue for fault in faults},
    }


def _last_pain(place: Place) -> int | None:
    """The score that more pain in the set is held against: the last one told in this session."""
    told = [one.pain_0_10 for one in place.state.results if one.pain_0_10 is not None]
    return told[-1] if told else place.state.baseline_0_10


def _target(exercise: Exercise, dose: Dose | None) -> dict[str, object]:
    """What the plan asks for: by round (a side, or a set of both), and how fast."""
    sides = SIDES if dose is not None and dose.by_sides else 1
    return {
        "reps": dose.reps if dose else 0,
        "rounds": (dose.sets if dose else 1) * sides,
        "sides": sides,
        "rest_s": dose.rest_s if dose else 0,
        "hold_s": dose.hold_s if dose else 0,
        "up_s": dose.up_s if dose else exercise.tempo.up_s,
        "down_s": dose.down_s if dose else exercise.tempo.down_s,
    }


def own_range(exercise: Exercise, signal: str, visit: Visit) -> float:
    """The person's own way there as last measured by this signal; 0: not yet."""
    for _, told in visit.entries.newest(SetMeasured):
        if told.exercise_id == exercise.id and told.signal == signal and told.own_range:
            return told.own_range
    return 0.0

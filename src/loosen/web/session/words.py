"""The player's words that are no clinical sentences: how much, how long, what the voice counts."""

from loosen.vocabulary import Dose, Step, StepKind

ICONS: dict[StepKind, str] = {
    StepKind.TRANSFER: "side",
    StepKind.POSITION: "lie",
    StepKind.BREATHING: "breath",
    StepKind.HEAT: "heat",
    StepKind.COLD: "cold",
    StepKind.EXERCISE: "move",
    StepKind.WALK: "walk",
    StepKind.CHECK_IN: "today",
}
READY_S = 5
SWITCH_S = 8

# What the script says and writes; a gap in braces is filled there.
SPOKEN: dict[str, str] = {
    "ready": "Get ready",
    "move": "Move",
    "hold": "Hold",
    "back": "And back",
    "rest": "Rest",
    "change_sides": "Change sides",
    "left": "Left side",
    "right": "Right side",
    "half_way": "Half way",
    "breathe_in": "Breathe in",
    "breathe_out": "Breathe out",
    "stay": "Stay here",
    "go": "Keep going",
    "last": "Last one",
    "set_of": "Round {n} of {of}",
    "rep_of": "{n} of {of}",
    "done": "That was it",
    "paused": "Paused",
    "start": "Start",
    "pause": "Pause",
    "go_on": "Go on",
    "next_line": "Next",
    "voice_on": "Voice",
    "beeps_only": "Beeps",
    "quiet": "Quiet",
}


def dose_words(step: Step) -> str:
    """How much of a step, in a few words; empty where the step says it itself."""
    if step.dose is not None:
        return _dose(step.dose)
    return "" if step.kind in {StepKind.CHECK_IN, StepKind.TRANSFER} else time_words(step.seconds)


def _dose(dose: Dose) -> str:
    if dose.minutes:
        return time_words(dose.minutes * 60)
    parts = [f"{dose.reps} on each side" if dose.by_sides else times_words(dose.reps)]
    if dose.hold_s:
        parts.append(f"hold {time_words(dose.hold_s)}")
    if dose.sets > 1:
        parts.append(f"{dose.sets} rounds")
    return ", ".join(parts)


def times_words(count: int) -> str:
    """Once, twice, 5 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def time_words(seconds: int) -> str:
    """90 seconds, 3 minutes; from two minutes on in whole minutes, rounded up."""
    if seconds == 1:
        return "1 second"
    if seconds < 120 and seconds != 60:
        return f"{seconds} seconds"
    minutes = -(-seconds // 60)
    return "1 minute" if minutes == 1 else f"{minutes} minutes"

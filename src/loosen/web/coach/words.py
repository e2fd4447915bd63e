"""The coach's words that are no clinical sentences: what counts now, sitting, and the rest."""

from loosen.vocabulary import CountedBy

COUNTS_NOW: dict[CountedBy, str] = {
    CountedBy.CAMERA: "The camera counts",
    CountedBy.PHONE: "This phone counts",
    CountedBy.TAP: "You count, by tap",
    CountedBy.TIMER: "The clock leads",
}

# What the script says and writes; a gap in braces is filled there.
SPOKEN: dict[str, str] = {
    "loading": "Getting ready. This can take a moment.",
    "asking": "Your browser asks you about the camera now.",
    "asking_motion": "Your browser asks you about the sensor now.",
    "of": "of {of}",
    "begun": "Go ahead",
    "change_sides": "Change sides",
    "rest": "Rest",
    "last": "Last one",
    "enough": "That was the last one. Rest.",
    "paused": "Paused. Raise a hand again, or tap, to go on.",
    "paused_tap": "Paused. Tap to go on.",
    "going_on": "We go on",
    "partials": "{n} halfway",
    "pause": "Pause",
    "go_on": "Go on",
    "up": "Move",
    "hold": "Hold",
    "down": "And back",
    "done": "You did {n}.",
    "done_one": "You did 1.",
    "part_camera": "{n} by camera",
    "part_phone": "{n} by this phone",
    "part_tap": "{n} by tap",
    "part_timer": "{n} by the clock",
    "voice_on": "Voice",
    "beeps_only": "Beeps",
    "quiet": "Quiet",
}

# The same on the page about sitting.
SPOKEN_SITTING: dict[str, str] = {
    **{
        name: SPOKEN[name] for name in ("asking", "loading", "paused", "going_on", "pause", "go_on")
    },
    **{name: SPOKEN[name] for name in ("voice_on", "beeps_only", "quiet")},
    "since": "The camera is on. Watching since {at}.",
    "ended": "The camera is off, and nothing was kept.",
    "watched": "It watched for {n} minutes.",
    "watched_one": "It watched for 1 minute.",
}

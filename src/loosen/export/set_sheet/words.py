"""Words for what a judged set names by an id: why nothing was judged, what was counted by."""

from collections.abc import Mapping

from loosen.movement.values import unit_of as movement_unit
from loosen.vocabulary.measures import Signal

WHY: Mapping[str, str] = {
    "nobody": "Nobody was seen.",
    "two-people": "There was more than one person, so it is not clear whose movement it is.",
    "too-far": "The person was too small in the picture.",
    "wrong-view": "The camera did not look from the side that this exercise needs.",
    "out-of-picture": "A part of the body was out of the picture.",
    "jumped": "The body leapt from one picture to the next, so something else was seen.",
    "not-in-place": "The person was not in the posture of this exercise.",
    "settling": "The person was not still yet.",
    "other-movement": "It was another movement than this exercise.",
}
WHY_NOT_SITTING: Mapping[str, str] = {
    **WHY,
    "wrong-view": "The camera did not look from the side.",
    "not-sitting": "Somebody was there, but was not seen to sit.",
    "too-short": "It is too short to take a start from.",
}
SAY: Mapping[str, str] = {
    "partial": "That was too small to count.",
    "too-fast": "Go slower, out and back.",
    "hold-short": "Hold it a little longer.",
    "good": "That is it. Go on like this.",
    "rest": "It goes less far than before. Rest a little.",
    "end-set": "It goes less far than before, and it hurts more. End the set here.",
}
UNITS: Mapping[str, str] = {"degrees": "degrees", "torsos": "lengths of the trunk"}
OF_BOTH: Mapping[str, str] = {"-least": "the smaller of both", "-most": "the larger of both"}
TIMED: Mapping[str, str] = {"too-fast": "Out and back took", "hold-short": "It was held for"}


def why(id_: str) -> str:
    """Why a stretch was not judged."""
    return WHY.get(id_, _plain(id_))


def why_not_sitting(id_: str) -> str:
    """Why it is not told how somebody sat."""
    return WHY_NOT_SITTING.get(id_, _plain(id_))


def say(id_: str) -> str:
    """What there is to say, where content has no words of its own for it."""
    return SAY.get(id_) or WHY.get(id_) or _plain(id_)


def name_of(signal: str) -> str:
    """A signal's name as words: hip-rise is hip rise."""
    for end, of_both in OF_BOTH.items():
        if signal.endswith(end):
            return f"{name_of(signal.removesuffix(end))}, {of_both}"
    return signal.replace("-", " ").capitalize()


def unit_of(signal: Signal) -> str:
    """The unit of its numbers, as words."""
    return UNITS[movement_unit(signal)]


def _plain(id_: str) -> str:
    return id_.replace("-", " ").capitalize() + "."

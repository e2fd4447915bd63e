"""Sitting in the page: packed frames in, an event as JSON out, beside `live`. It holds no rule."""

import struct

from loosen.vocabulary.errors import MovementError
from loosen.vocabulary.unwire import from_plain, parse_json
from loosen.vocabulary.wire import canonical_json, to_plain

from .live import NOTHING, PHRASE, unpack
from .sitting import Seated, SittingCoach
from .slouch import SlouchRule


class LiveSitting:
    """One person on a chair, as the page runs it; nothing of it is kept, so nothing is finished.

    `bundle`: as for `LiveSet`. Raises `MovementError` where it holds no rule for sitting.
    """

    def __init__(self, bundle: str) -> None:
        shelf = parse_json(bundle, where="the coach's bundle", error=MovementError)
        self._words: dict[str, str] = shelf["phrases"]
        where = "the rule for sitting"
        rule = from_plain(SlouchRule, shelf["slouch_rule"], where=where, error=MovementError)
        self._coach = SittingCoach(rule=rule)
        self._is_paused = False

    def look(self, packed: bytes) -> str:
        """What this frame told, as an event; nothing where the bytes are no frame."""
        try:
            frame = unpack(packed)
        except (ValueError, struct.error):
            return NOTHING
        seen = self._coach.look_for_hand(frame) if self._is_paused else self._coach.update(frame)
        return canonical_json(self._event(seen))

    def want_start(self) -> None:
        """The person asks for a new start."""
        self._coach.want_start()

    def pause(self, is_paused: bool) -> None:
        """From now on only a raised hand is looked for, or all again."""
        self._is_paused = is_paused

    def _event(self, seen: Seated) -> dict[str, object]:
        words = None if seen.says is None else self._words.get(PHRASE + seen.says)
        return {**to_plain(seen), "words": words}

"""Somebody who sits, watched for long: their own start, how they sit now, and what may be said.

The start is asked for and taken by itself once they sit, so that nobody has to get up again to
tap. Before it the coach speaks, to get the person into the picture; after it there is one nudge
in a long while and nothing else. Who was away gets a new start.
"""

from collections import deque
from dataclasses import dataclass, replace
from enum import StrEnum

from loosen.vocabulary.frames import Frame
from loosen.vocabulary.measures import CameraView

from .angles import apart
from .hand import HandWatch
from .points import ANKLES, EARS, HIPS, KNEES, SHOULDERS, Body, Point
from .quality import Gate, Unseen
from .slouch import AWAY_S, Sitting, SlouchRule, SlouchWatch
from .telling import Telling

SEEN_S = 1.0  # sitting for so long, and it is said that they are seen
SETTLES_S = 4.0  # of sitting with no hand raised, before the start is taken
BRIDGED_S = 1.0  # not seen to sit for less is passed over: a model loses a frame now and then
SHOWN_S = 4.0  # whose middle is drawn: a drawing that follows each breath is not calm
SHOWN_EVERY_S = 0.4
DECIMALS = 3
LITTLE = 0.5  # of the bound of the nudge: from here on it is a little lower
LINE = (EARS, SHOULDERS, HIPS, KNEES, ANKLES)
Outline = tuple[Point, ...]


class Start(StrEnum):
    """How it stands with what later is compared."""

    WANTED = "wanted"
    TAKING = "taking"
    KNOWN = "known"


class Level(StrEnum):
    """How one sits against the own start."""

    AS_BEGUN = "as-begun"
    A_LITTLE_LOWER = "a-little-lower"
    LOWER = "lower"


class Word(StrEnum):
    """What may be said; beside these, why nobody is seen."""

    SIT_DOWN = "sit-down"
    START = "sit-start"
    AWAY = "sit-away"
    KNOWN = "sit-known"
    NUDGE = "sit-nudge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """What one frame told; not seen for a moment, the person sits on as before.

    `now` and `own`: ear, shoulder, hip, knee and ankle from the side, in thighs, the hip at the
    origin, the knee towards plus; None: not known. `share`: of the way down to the nudge.
    `says`: the id of what is to be said now, once.
    """

    t_s: float
    unseen: Unseen | None
    is_sitting: bool
    start: Start
    sunk_percent: float | None = None
    share: float | None = None
    level: Level | None = None
    now: Outline | None = None
    own: Outline | None = None
    says: str | None = None
    hand_is_up: bool = False


class SittingCoach:
    """One person on a chair, from the side. Parameters never change while it runs."""

    __slots__ = (
        "_away", "_gate", "_hand", "_last", "_own", "_ready_s", "_ready_to_s", "_sat_s", "_shown",
        "_start", "_telling", "_watch", "rule",
    )  # fmt: skip

    def __init__(self, *, rule: SlouchRule) -> None:
        self.rule = rule
        self._watch = SlouchWatch(rule=rule)
        self._gate = Gate(view=CameraView.SIDE)
        self._hand = HandWatch()
        self._telling = Telling()
        self.reset()

    def reset(self) -> None:
        """Nobody was seen; a start is wanted."""
        for part in (self._watch, self._gate, self._hand):
            part.reset()
        self._last: Seated | None = None
        self._sat_s = float("inf")
        self._shown: deque[tuple[float, Outline]] = deque()
        self.want_start()

    def want_start(self) -> None:
        """The next seconds of sitting are the start."""
        self._want(is_back=False)

    def update(self, frame: Frame) -> Seated:
        """What is seen now; a time that does not go on gives the last answer, with nothing said."""
        if self._last is not None and frame.t_s <= self._last.t_s:
            return quietly(self._last)
        hand_is_up = self._hand.update(frame).is_up
        sitting = self._watch.update(frame)
        _, body = self._gate.update(frame)
        if body is not None and sitting.is_sitting:
            self._show(frame.t_s, outline_of(body))
        said = self._follow(sitting, hand_is_up=hand_is_up)
        self._last = self._answer(sitting, said, hand_is_up=hand_is_up)
        return self._last

    def look_for_hand(self, frame: Frame) -> Seated:
        """In a pause: nothing is judged and nothing said, but a raised hand is seen."""
        last = self._last or Seated(t_s=frame.t_s, unseen=None, is_sitting=False, start=self._start)
        hand = self._hand.update(frame)
        return replace(quietly(last), t_s=max(last.t_s, hand.t_s), hand_is_up=hand.is_up)

    # --- the start -----------------------------------------------------------------------------

    def _want(self, *, is_back: bool) -> None:
        self._start, self._away = Start.WANTED, is_back
        self._own: Outline | None = None
        self._ready_s: float | None = None  # since when, and when last
        self._ready_to_s = float("-inf")
        self._telling.reset()

    def _follow(self, sitting: Sitting, *, hand_is_up: bool) -> str | None:
        """How it goes on with the start; what is to be said of it, or of how one sits."""
        t_s, is_ready = sitting.t_s, sitting.is_sitting and not hand_is_up
        if t_s - self._sat_s > AWAY_S:
            if self._start is not Start.WANTED:
                self._want(is_back=True)
            self._shown.clear()
        self._sat_s = t_s if sitting.is_sitting else min(self._sat_s, t_s)
        match self._start:
            case Start.WANTED:
                return self._wait(sitting, is_ready=is_ready)
            case Start.TAKING:
                return self._take(sitting)
            case Start.KNOWN:
                return Word.NUDGE if sitting.is_nudge else None

    def _wait(self, sitting: Sitting, *, is_ready: bool) -> str | None:
        t_s = sitting.t_s
        if not is_ready:
            return None if self._away else self._telling.of(t_s, _in_the_way(sitting))
        self._telling.of(t_s, None)
        if self._ready_s is None or t_s - self._ready_to_s > BRIDGED_S:
            self._ready_s = t_s
        self._ready_to_s = t_s
        if t_s - self._ready_s >= SETTLES_S:
            self._start = Start.TAKING
            self._shown = deque([*self._shown][-1:])
            self._watch.take_baseline()
        if t_s - self._ready_s < SEEN_S:
            return None
        return self._telling.once(t_s, Word.AWAY if self._away else Word.START)

    def _take(self, sitting: Sitting) -> str | None:
        if not sitting.has_baseline:
            return None if self._away else self._telling.of(sitting.t_s, _in_the_way(sitting))
        self._start, self._own = Start.KNOWN, self._middle()
        return None if self._away else self._telling.once(sitting.t_s, Word.KNOWN)

    # --- what is shown ---------------------------------------------------------------------------

    def _show(self, t_s: float, outline: Outline) -> None:
        if self._shown and t_s - self._shown[-1][0] < SHOWN_EVERY_S:
            return
        self._shown.append((t_s, outline))
        while self._shown[0][0] < t_s - SHOWN_S:
            self._shown.popleft()

    def _middle(self) -> Outline | None:
        """Point by point the middle of the last few seconds."""
        if not self._shown:
            return None
        return tuple(
            (_median([x for x, _ in same]), _median([y for _, y in same]))
            for same in zip(*(outline for _, outline in self._shown), strict=True)
        )

    def _answer(self, sitting: Sitting, said: str | None, *, hand_is_up: bool) -> Seated:
        sunk = sitting.sunk_percent if self._start is Start.KNOWN else None
        share = None if sunk is None else sunk / self.rule.sunk_percent
        sits = bool(self._shown) and sitting.t_s - self._shown[-1][0] <= BRIDGED_S
        return Seated(
            t_s=sitting.t_s,
            unseen=None if sits else sitting.unseen,
            is_sitting=sits,
            start=self._start,
            sunk_percent=sunk,
            share=share,
            level=None if share is None else level_of(share),
            now=self._middle() if sits else None,
            own=self._own,
            says=said,
            hand_is_up=hand_is_up,
        )


def level_of(share: float) -> Level:
    """In a word, of the way down to the nudge."""
    if share < LITTLE:
        return Level.AS_BEGUN
    return Level.A_LITTLE_LOWER if share < 1 else Level.LOWER


def outline_of(body: Body) -> Outline:
    """From the side, whichever side the camera sees: the hip at the origin, the knee in front."""
    hip, knee = body.at(HIPS), body.at(KNEES)
    thigh_px = max(apart(hip, knee), 1.0)
    ahead = thigh_px if knee[0] >= hip[0] else -thigh_px
    points = (body.at(pair) for pair in LINE)
    return tuple(
        (round((x - hip[0]) / ahead, DECIMALS), round((y - hip[1]) / thigh_px, DECIMALS))
        for x, y in points
    )


def quietly(seen: Seated) -> Seated:
    """The same with nothing to say."""
    return replace(seen, says=None)


def _in_the_way(sitting: Sitting) -> str | None:
    """Why no start can be taken just now; None: all is well."""
    if sitting.unseen is not None:
        return sitting.unseen.value
    return None if sitting.is_sitting else Word.SIT_DOWN.value


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]

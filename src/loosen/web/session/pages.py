"""What each template of a session shows: one frozen record a page."""

from dataclasses import dataclass
from uuid import UUID

from loosen.vocabulary import Instruction, Line, Reason
from loosen.web.figures.drawn import Drawn, Pace
from loosen.web.site.locked import LockedPage

from .counted import CoachOffer


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep:
    """One line of what is to come."""

    title: str
    dose: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentPage:
    """How one is at this moment, at a glance; `not_clear` says why rest is all that is open."""

    asks: tuple[str, ...]
    aloud: str
    form_id: str
    not_clear: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginPage:
    """The last page before a session: pain now, and what is planned."""

    steps: tuple[PlannedStep, ...]
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingPage:
    """No step may be offered: why, and whom to ask."""

    because: tuple[Reason, ...]
    emergency: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPage:
    """One step: how to do it, how much, how to come out of it, and why.

    `lead_json` is what the script paces with. `news`: why the plan became less. `elsewhere`:
    heat and cold have a page of their own, with skin checks. `coach`: what could count it.
    """

    session_id: UUID
    url: str
    index: int
    total: int
    turn: int
    place: str
    title: str
    icon: str
    figures: tuple[Drawn, ...]
    pace: Pace | None
    dose: str
    how: tuple[str, ...]
    into: tuple[Instruction, ...]
    moves: tuple[Instruction, ...]
    out: tuple[Instruction, ...]
    breath: str
    form_points: tuple[str, ...]
    stop_signs: tuple[str, ...]
    because: tuple[Reason, ...]
    easier: str
    can_ban: bool
    next_title: str
    back_url: str
    is_again: bool
    news: tuple[str, ...]
    elsewhere_url: str
    elsewhere_label: str
    coach: CoachOffer
    aloud: str
    lead_json: str

    @property
    def coach_url(self) -> str:
        """Where it is counted."""
        return f"{self.url}coach/"


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPage:
    """Pain between two steps. `next_title` is empty behind the last one.

    `is_again`: after an earlier step that was done once more.
    """

    url: str
    index: int
    total: int
    turn: int
    place: str
    title: str
    next_title: str
    news: tuple[str, ...]
    because: tuple[Reason, ...]
    is_again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPage:
    """A session that may not go on now: out of it first; `lock` says why and what opens it."""

    url: str
    index: int
    turn: int
    title: str
    out: tuple[Instruction, ...]
    aloud: str
    lock: LockedPage


@dataclass(frozen=True, slots=True, kw_only=True)
class StopPage:
    """Stopped: how to come out of this position, then what kind of pain it is.

    `still` stands in its place where a bone may be broken.
    """

    url: str
    title: str
    out: tuple[Instruction, ...]
    still: str
    aloud: str
    calls: str
    emergency: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something later: what, when (on the person's wall clock), where."""

    title: str
    when: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterPage:
    """After the session. A number that is not known is an empty text."""

    url: str
    title: str
    lead: str
    before: str
    after: str
    done: tuple[PlannedStep, ...]
    later: tuple[Due, ...]
    position_url: str
    position_title: str
    was_stopped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterPage:
    """The check 30 to 60 minutes after a session, or the next morning."""

    url: str
    title: str
    lead: str
    before: str
    is_morning: bool

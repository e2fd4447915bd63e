"""What each template of easing shows: one frozen record a page."""

from dataclasses import dataclass

from django.forms import Form

from loosen.vocabulary import Explanation, Instruction, Position, Reason, Remedy, Transfer, Wrap
from loosen.web.figures.drawn import Drawn
from loosen.web.start.pages import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionPage:
    """One position to try. `come_out_of` is the one before, so that nobody is left in it."""

    position: Position
    figure: Drawn | None
    form: Form
    hows: tuple[str, ...]
    reasons: tuple[Reason, ...]
    come_out_of: Position | None
    opening: str
    is_kept: bool
    place: str
    places: tuple[Link, ...]
    next_url: str
    ways: tuple[Link, ...]
    others: tuple[Link, ...]
    aloud: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingPage:
    """No position is left that nothing bars."""

    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarredPage:
    """Not for this person: why, and what else there is."""

    title: str
    lead: str
    reasons: tuple[Reason, ...]
    hows: tuple[str, ...]
    opens: str
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferListPage:
    """All changes of place; barred ones are named with why."""

    rows: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferPage:
    """One change of place, step by step."""

    transfer: Transfer
    figures: tuple[Drawn, ...]
    hows: tuple[str, ...]
    reasons: tuple[Reason, ...]
    aloud: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BreathingPage:
    """One way of breathing; `form` asks at the end whether it helped."""

    remedy: Remedy
    minutes: str
    form: Form
    others: tuple[Link, ...]
    aloud: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a remedy and how strongly, in the words of the article's answer to it."""

    title: str
    paragraphs: tuple[str, ...]
    strength: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyPage:
    """All is clear: what to look at first, then start. `known`: what is honestly known of it."""

    remedy: Remedy
    stop_title: str
    start_label: str
    minutes: int
    minutes_most: int
    form: Form
    hows: tuple[str, ...]
    reasons: tuple[Reason, ...]
    aloud: str
    asked_on: str
    known: Known | None
    turns: Explanation | None
    in_turn: Explanation | None
    wrap_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkinPage:
    """The skin before heat or cold; `rubbed_on`: what the record knows to be on it."""

    form: Form
    rubbed_on: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterPage:
    """Pain a while after; `before` is the score before, where it was told."""

    remedy: Remedy
    form: Form
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapPage:
    """A wrap before it goes on: what its label says is asked. `room`: what is left of the day."""

    remedy: Remedy
    wrap: Wrap
    form: Form
    room: str
    aloud: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitPage:
    """Not yet: when again (wall clock), or what has to be looked at first."""

    title: str
    reasons: tuple[Reason, ...]
    next_at: str
    look_url: str
    ways: tuple[Link, ...]
    look_text: str = "Look at your skin and say how it is."
    look_label: str = "Look at my skin"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningPage:
    """It is on: when it ends, and when the skin is looked at, each by the wall clock (empty: not
    ahead) and in seconds from now (for the page's own count, whatever the browser's clock says).
    `keeps_awake`: short enough to keep the screen on for it.
    """

    remedy: Remedy
    stop_title: str
    on_title: str
    on_lead: str
    steps: tuple[Instruction, ...]
    over_title: str
    over_lead: str
    off_label: str
    seconds_left: int
    ends: str
    seconds_to_check: int | None
    check: str
    is_check_due: bool
    is_over: bool
    asks_skin: bool
    keeps_awake: bool
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterPage:
    """What follows: skin that is not as it should be first of all."""

    remedy: Remedy
    is_skin_wrong: bool
    wrong_skin: tuple[str, ...]
    waits_for_feeling: bool
    form: Form | None
    pain_form: Form | None
    ways: tuple[Link, ...]

"""What the pages of medicines show: one frozen record a template."""

from dataclasses import dataclass

from django.forms import Form

from loosen.vocabulary import Product, Reason, Region, Whom
from loosen.web.start.pages import Link

from .bars import DayBar


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """A time that opens: on the wall clock, from now, and the seconds for the script."""

    at: str
    wait: str
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """One thing that this person takes: a tap logs it again."""

    name: str
    amount: str
    last: str
    last_url: str
    may_url: str
    fields: tuple[tuple[str, str], ...]
    form: Form
    next: Next | None
    is_too_much: bool
    asks_way: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """Medicines: the usual ones, the last 24 hours, and what else there is."""

    usual: tuple[Usual, ...]
    earlier: tuple[Usual, ...]
    bars: tuple[DayBar, ...]
    other: tuple[str, ...]
    is_open: bool
    closed: tuple[str, ...]
    also: tuple[Link, ...]
    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictPage:
    """The answer, from when, why, and whom to turn to."""

    name: str
    amount: str
    title: str
    tone: str
    icon: str
    next: Next | None
    after: Next | None
    is_last: bool
    reasons: tuple[Reason, ...]
    calls: tuple[Whom, ...]
    days: tuple[DayBar, ...]
    asks_screen: bool
    may_take: bool
    fields: tuple[tuple[str, str], ...]
    form: Form
    word_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedPage:
    """A dose was logged: what that means, and the way to take it back."""

    name: str
    amount: str
    when: str
    is_last: bool
    is_too_much: bool
    too_much_at: str
    next: Next | None
    reasons: tuple[Reason, ...]
    calls: tuple[Whom, ...]
    same_as: str
    undo_url: str
    edit_url: str
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfPage:
    """Packs to choose from, by region and name; `wrong`: in the place of that dose."""

    region: Region
    query: str
    packs: tuple[Link, ...]
    elsewhere: tuple[Link, ...]
    brands: tuple[Link, ...]
    wrong: str
    own_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPage:
    """One pack to compare with the one in hand; `is_right`: it stands for another dose."""

    product: Product
    unit: str
    holds: tuple[str, ...]
    limits: tuple[Reason, ...]
    form: Form
    can_ask: bool
    is_right: bool
    back_url: str
    own_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseRow:
    """One dose of the history; `known`: who recorded it, and when where that was later."""

    name: str
    time: str
    amount: str
    known: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseDay:
    """One day of the history, newest first."""

    title: str
    doses: tuple[DoseRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CarerRow:
    """What somebody who looks after the person has to see of one medicine."""

    name: str
    amount: str
    last: str
    next: Next | None
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CarerPage:
    """Large and plain: what was taken, when next by the clock, nothing to answer."""

    now: str
    rows: tuple[CarerRow, ...]
    doses: tuple[DoseRow, ...]
    is_open: bool
    calls: tuple[Whom, ...]

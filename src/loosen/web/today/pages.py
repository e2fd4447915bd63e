"""What the pages of today show: one frozen record a template."""

from dataclasses import dataclass

from django.forms import Form

from loosen.vocabulary import Reason
from loosen.web.figures.drawn import Drawn
from loosen.web.session.pages import Due
from loosen.web.start.pages import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One step of the first hour: when by the wall clock, how much, and why."""

    title: str
    icon: str
    when: str
    dose: str
    text: str
    url: str
    card: str
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterRow:
    """Something due later: what it is, why, and each of its times where it comes again."""

    title: str
    text: str
    icon: str
    when: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """How to do one thing of the plan, as paper shows it: `figures` move, `stills` do not."""

    title: str
    dose: str
    hows: tuple[str, ...]
    figures: tuple[Drawn, ...]
    stills: tuple[Drawn, ...]
    lines: tuple[str, ...]
    breath: str
    stop_signs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotToday:
    """What is not offered for the same reasons: its names, why, what opens it, what instead."""

    title: str
    names: str
    because: tuple[Reason, ...]
    opens: str
    instead: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderBox:
    """Whether the record orders the plan, with the form that turns it the other way."""

    goes_by_record: bool
    because: tuple[Reason, ...]
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """Today: what is due, the hour, what comes later, and what is not for today."""

    day: str
    stage: str
    pain: str
    pain_form: Form | None
    minutes: int
    due: tuple[Due, ...]
    notes: tuple[Reason, ...]
    nothing_safe: tuple[Reason, ...]
    because: tuple[Reason, ...]
    order: OrderBox | None
    start: Link | None
    steps: tuple[Row, ...]
    papers: tuple[Paper, ...]
    later: tuple[LaterRow, ...]
    not_today: tuple[NotToday, ...]
    also: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """One short form: its title, what it is for, and where it goes back to."""

    title: str
    lead: str
    form: Form
    action: str
    because: tuple[Reason, ...] = ()
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SincePage:
    """How it went since it began."""

    form: Form
    opening: str

"""What the pages of the diary show: one frozen record a template."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.utils.safestring import SafeString

from loosen.vocabulary import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One thing on the line, with the fields of a list row."""

    title: str
    text: str
    icon: str
    url: str
    chip: str = ""
    tone: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDay:
    """One day: what stands on the page, and what is folded away where there is much of it."""

    name: str
    rows: tuple[LineRow, ...]
    folded: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """The last note of a kind, to be noted again with one tap."""

    kind: str
    words: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What was just noted or put right, and where it is taken back or corrected."""

    id: UUID
    verb: str
    words: str
    can_undo: bool
    correct_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """The line, newest day first; `newer` and `older` are page numbers."""

    days: tuple[LineDay, ...]
    again: tuple[Again, ...]
    noted: Noted | None
    form_id: str
    newer_url: str
    older_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One kind on the sheet."""

    title: str
    text: str
    icon: str
    url: str
    tone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """The sheet: what can be noted, and the last of each for one tap."""

    choices: tuple[Choice, ...]
    signs: Choice
    more: tuple[Choice, ...]
    again: tuple[Again, ...]
    form_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePage:
    """A form of the diary."""

    title: str
    lead: str
    form: forms.Form
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One place on the body map."""

    id: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WherePage:
    """The drawn body with its places; `row` names what stands beside each line of it."""

    spots: tuple[Spot, ...]
    body: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurePage:
    """One measure of function, with its source."""

    title: str
    lead: str
    scale: str
    scores: tuple[str, ...]
    form: forms.Form
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignsPage:
    """The danger signs, to be tapped where one is new or worse."""

    lead: str
    form: forms.Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One chart: what it shows in a sentence, its picture, and the same numbers as table rows.

    `text` says how it is read.
    """

    title: str
    text: str
    summary: str
    picture: SafeString
    rows: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """How far back the charts look."""

    words: str
    url: str
    is_now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartsPage:
    """Every chart that has something to show, and the course in words."""

    words: tuple[str, ...]
    charts: tuple[Drawn, ...]
    periods: tuple[Period, ...]

"""What the library, the texts and the why pages show."""

from dataclasses import dataclass
from datetime import date

from django.forms import Form

from loosen.vocabulary import Certainty, Explanation, Provenance, Reason
from loosen.web.figures.drawn import Drawn, Pace
from loosen.web.start.pages import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing on the shelf; `chip` says in a word where it stands for this person."""

    title: str
    text: str
    url: str
    icon: str
    chip: str
    tone: str
    card: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One kind of things."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One thing that can be chosen to find less."""

    value: str
    label: str
    is_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """The form that finds: what was asked for stays in it. `told`: the same in a line."""

    text: str
    where: tuple[Tick, ...]
    without: tuple[Tick, ...]
    can_do_now: bool
    favourites: bool
    is_narrowed: bool
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryPage:
    """The names that fit; how to do them is on their own pages, where that is open."""

    shelves: tuple[Shelf, ...]
    find: Find
    found: int
    locked_note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseLine:
    """How much in one stage."""

    stage: str
    text: str
    is_now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An easier or harder way; with a page of its own where it has one."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExercisePage:
    """One exercise, open for this person."""

    id: str
    title: str
    purpose: str
    posture_icon: str
    figure: Drawn | None
    pace: Pace | None
    hows: tuple[str, ...]
    reasons: tuple[Reason, ...]
    into: tuple[str, ...]
    moves: tuple[str, ...]
    out: tuple[str, ...]
    breath: str
    doses: tuple[DoseLine, ...]
    form_points: tuple[str, ...]
    faults: tuple[tuple[str, str], ...]
    stop_signs: tuple[str, ...]
    easier: tuple[Version, ...]
    harder: tuple[Version, ...]
    who_not: str
    certainty: Certainty
    provenance: Provenance
    is_banned: bool
    is_favourite: bool
    places: str
    after: tuple[Version, ...]
    after_note: str
    form: Form
    aloud: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """One text with where it comes from; `does`: what Loosen can do about it, on its own page."""

    text: Explanation
    does: Link | None
    next: Link | None
    aloud: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadListPage:
    """All texts; closed ones are named."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source behind a thing."""

    citation: str
    link: str
    takes: str
    strength: str
    how_checked: str
    row: str
    note: str
    checked_on: date
    is_reviewed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage:
    """Where one rule, phrase, number or thing comes from."""

    title: str
    text: str
    sources: tuple[SourceLine, ...]

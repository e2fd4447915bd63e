"""What the pages of what helps show: one frozen record a template."""

from dataclasses import dataclass

from django.forms import Form

from loosen.vocabulary import Reason
from loosen.web.start.pages import Link

from .interval import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRow:
    """One kind of help: the word by its strength, how often, and where the gain may lie."""

    item_id: str
    title: str
    url: str
    word: str
    tone: str
    times: str
    gain: str
    interval: Interval
    is_usual: bool
    can_move: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpedPage:
    """All kinds, the strongest word first; `goes_by_record` is the switch."""

    rows: tuple[HelpRow, ...]
    natural: Reason
    reckoned: tuple[Reason, ...]
    goes_by_record: bool
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerRow:
    """One thing noted before: its word, on how many days, and how much likelier a bad day may be.

    `times` and `interval` stand only where there are days enough.
    """

    title: str
    word: str
    tone: str
    counts: tuple[str, str]
    times: str
    interval: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggersPage:
    """What was noted before bad days; `left_out` says how many notes came too late to count."""

    rows: tuple[TriggerRow, ...]
    rises: int
    days: int
    left_out: str
    warning: tuple[Reason, ...]
    reckoned: tuple[Reason, ...]
    bad_day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainCard:
    """One thing that helped last time: where it is led through, when and how often it helped."""

    title: str
    url: str
    icon: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTimePage:
    """What helped last time and is open now; `waits` opens with the other questions."""

    opening: str
    cards: tuple[AgainCard, ...]
    waits: tuple[AgainCard, ...]
    because: tuple[Reason, ...]
    ways: tuple[Link, ...]
    aloud: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a comparison stands, in words by strength; `text` says how far apart the two may be."""

    title: str
    text: str
    is_over: bool
    is_clear: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """What may be compared: a few pairs as choices, and any two where there is a choice.

    `is_refused`: what was chosen may not be compared. `last`: how the last one came out.
    """

    pairs: tuple[Link, ...]
    is_choice: bool
    is_refused: bool
    turns: int
    last: Outcome | None
    because: tuple[Reason, ...]
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn of a comparison: which kind, when, and the scores before and after."""

    number: int
    title: str
    when: str
    scores: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparingPage:
    """A comparison that runs: how it stands, the next turn, the turns so far, what did not count.

    `say_pain`: where the next turn has no score to begin from yet.
    """

    title: str
    next: Link | None
    say_pain: Link | None
    outcome: Outcome
    done: int
    total: int
    turns: tuple[Turn, ...]
    missed: tuple[Link, ...]
    because: tuple[Reason, ...]
    form: Form

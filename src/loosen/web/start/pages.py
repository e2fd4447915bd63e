"""What each template of minute one shows: one frozen record a page."""

from dataclasses import dataclass

from django.forms import Form

from loosen.vocabulary import Line, Reason, Urgency

from .cards import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way on: `text` says what it is for, `icon` is a name of `site/icons.py`."""

    title: str
    url: str
    text: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPage:
    """The two choices; `resume` where a session, a heat or today's plan waits.

    `seized` says what comes after the danger signs: a way to rest, or what helped last time.
    """

    seized: str

    resume: Link | None
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPage:
    """One card at a glance: None of these, Yes, Not sure. `said` is the earlier answer."""

    title: str
    lead: str
    label: str
    done: int
    total: int
    asks: tuple[str, ...]
    aloud: str
    form_id: str
    back_url: str
    said: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhichPage:
    """One card's questions, each with its own answer. `has_none`: "None of these" fits it."""

    title: str
    lead: str
    label: str
    done: int
    total: int
    fields: tuple[Field, ...]
    aloud: str
    form_id: str
    url: str
    back_url: str
    has_none: bool
    has_rest: bool
    is_one_number: bool
    problem: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One card in "Has any of this changed?", with what stands on it."""

    card_id: str
    title: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPage:
    """The daily list; ticked cards are asked again."""

    rows: tuple[ChangeRow, ...]
    form_id: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to reach: numbers to tap, or words where there is none."""

    title: str
    lines: tuple[Line, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One rule that fired: what to do, whom to reach, what to say, how to wait."""

    rule_id: str
    urgency: Urgency
    do: str
    say: str
    wait: str
    contact: Contact
    because: tuple[Reason, ...]
    keep_still: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentPage:
    """Call or go now; nothing else is offered. `first` is the most urgent, `others` follow."""

    is_call_now: bool
    first: Block
    others: tuple[Block, ...]
    keep_still: str
    talk_url: str
    said: tuple[str, ...]
    facts: tuple[str, ...]
    taken: tuple[str, ...]
    when: str
    mistake: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkPage:
    """Thoughts of self-harm: calm, somebody to talk to, somebody to be with."""

    block: Block
    in_danger: bool
    crisis: tuple[Line, ...]
    emergency: tuple[Line, ...]
    medical_url: str
    mistake: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """What the answers mean: blocks of the rules that fired, and what is allowed now.

    `notes`: what else is to be said once: weak signs that alone change nothing (K16), and a
    clinician's word that a newer sign has voided.
    """

    title: str
    lead: str
    blocks: tuple[Block, ...]
    opened: tuple[str, ...]
    notes: tuple[str, ...]
    not_ruled_out: str
    opens: str
    next: Link
    allowed: tuple[Link, ...]
    is_under_16: bool
    can_note: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyPage:
    """The card to hold beside the phone: numbers, and what to read out."""

    region: str
    emergency: tuple[Line, ...]
    department: str
    lines: tuple[Line, ...]
    facts: tuple[str, ...]
    taken: tuple[str, ...]
    said: tuple[str, ...]
    call_when: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpPage:
    """Alone, with someone, or unable to move: what to do, in order, then ways on."""

    title: str
    lead: str
    steps: tuple[str, ...]
    because: tuple[Reason, ...]
    call_when: tuple[str, ...]
    ways: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePage:
    """A clinician's word: the signs it is about, and the form."""

    form: Form
    signs: tuple[Block, ...]
    notes: tuple[str, ...]

"""Loads that an item puts on the body, and what a condition does about them."""

from dataclasses import dataclass
from enum import StrEnum

from .checks import require, require_id, require_text
from .provenance import Provenance
from .rules import Term


class Load(StrEnum):
    """What an exercise, position, transfer, breath or remedy asks of the body."""

    FLEXION_END_RANGE = "flexion-end-range"
    EXTENSION_END_RANGE = "extension-end-range"
    ROTATION = "rotation"
    SUPINE = "supine"
    PRONE = "prone"
    KNEELING = "kneeling"
    WRIST = "wrist"
    SHOULDER = "shoulder"
    HIP_BEYOND_90 = "hip-beyond-90"
    HEAD_LOW = "head-low"
    ISOMETRIC = "isometric"
    BALANCE = "balance"
    FLOOR = "floor"
    SITTING = "sitting"
    STANDING = "standing"
    LOCAL_HEAT = "local-heat"
    LOCAL_COLD = "local-cold"
    LOCAL_PRESSURE = "local-pressure"


class Effect(StrEnum):
    """What a condition does to an item, from mild to strict (evidence file, 3)."""

    ALLOW = "allow"
    NOTE = "note"
    MODIFY = "modify"
    ASK = "ask"
    SUBSTITUTE = "substitute"
    BLOCK = "block"

    @property
    def rank(self) -> int:
        """0 for allow to 5 for block: the larger, the stricter."""
        return _EFFECT_RANKS[self]

    @property
    def bars(self) -> bool:
        """True when the named version may not be offered (ask: not before a clinician agreed)."""
        return self in _BARRING


_EFFECT_RANKS = {effect: rank for rank, effect in enumerate(Effect)}
_BARRING = frozenset({Effect.ASK, Effect.SUBSTITUTE, Effect.BLOCK})


@dataclass(frozen=True, slots=True, kw_only=True)
class OnLoad:
    """What the condition does to every item that declares the load."""

    load: Load
    effect: Effect
    how: str
    provenance: Provenance

    def __post_init__(self) -> None:
        require_text("how", self.how)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnItem:
    """What the condition does to one item, over whatever its loads would give.

    `instead` names the item to offer when the effect is substitute.
    """

    item: str
    effect: Effect
    how: str
    provenance: Provenance
    instead: str = ""

    def __post_init__(self) -> None:
        require_id("item", self.item)
        require_text("how", self.how)
        require(
            (self.effect is Effect.SUBSTITUTE) == bool(self.instead),
            "instead goes with substitute, and only with it",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A body's state that changes what is offered (`content/conditions/<id>.toml`).

    `when` is the rule grammar over answers; every term must hold. `text` tells the person
    why, in one sentence. `from_rule`: switched on by a triage rule's limits alone.
    """

    id: str
    title: str
    text: str
    provenance: Provenance
    when: tuple[Term, ...] = ()
    from_rule: bool = False
    on_load: tuple[OnLoad, ...] = ()
    on_item: tuple[OnItem, ...] = ()

    def __post_init__(self) -> None:
        require_id("id", self.id)
        require_text("title", self.title)
        require_text("text", self.text)
        require(bool(self.when) or self.from_rule, "a condition needs `when` or `from_rule = true`")

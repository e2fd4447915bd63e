"""All content, loaded: what `library` hands to the rooms above it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .checks import require
from .decisions import Reason
from .exercises import Exercise
from .guides import Explanation, Position, Remedy, Transfer
from .loads import Condition
from .medicines import Caution, Ingredient, Limit, Product
from .provenance import Source
from .questions import Card, Question
from .regions import Phrase, Region, Threshold
from .rules import Rule

Item = Exercise | Position | Transfer | Remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything in `content/`, by id; `version` is a hash of all the files.

    `questions` and `cards` are in the order in which they are asked; `rules` by id.
    """

    version: str
    sources: Mapping[str, Source]
    cards: Mapping[str, Card]
    questions: Mapping[str, Question]
    rules: Mapping[str, Rule]
    conditions: Mapping[str, Condition]
    exercises: Mapping[str, Exercise]
    positions: Mapping[str, Position]
    transfers: Mapping[str, Transfer]
    remedies: Mapping[str, Remedy]
    explanations: Mapping[str, Explanation]
    regions: Mapping[str, Region]
    phrases: Mapping[str, Phrase]
    thresholds: Mapping[str, Threshold]
    ingredients: Mapping[str, Ingredient] = field(default_factory=dict)
    products: Mapping[str, Product] = field(default_factory=dict)
    limits: Mapping[str, Limit] = field(default_factory=dict)
    cautions: Mapping[str, Caution] = field(default_factory=dict)

    def __post_init__(self) -> None:
        require(bool(self.version), "content needs a version")
        for name in self.__slots__:
            if name != "version":
                object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def __hash__(self) -> int:
        """By version, so that what was worked out from a content can be kept with it."""
        return hash(self.version)

    def item(self, item_id: str) -> Item | None:
        """The exercise, position, transfer or remedy of that id, or None."""
        for shelf in (self.exercises, self.positions, self.transfers, self.remedies):
            if item_id in shelf:
                return shelf[item_id]
        return None

    def threshold(self, threshold_id: str) -> float:
        """The value of a threshold; a missing one is a broken bundle, so `KeyError` is right."""
        return self.thresholds[threshold_id].value

    def reason(self, text_id: str) -> Reason:
        """The phrase or the threshold of that id as a reason; a missing one is a broken bundle."""
        told = self.phrases.get(text_id) or self.thresholds[text_id]
        return Reason(id=told.id, text=told.text, provenance=told.provenance)

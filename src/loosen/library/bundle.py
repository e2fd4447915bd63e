"""The baked bundle: one JSON text holding all content. Standard library alone.

Written by `compile.bake`, read by everything else, also inside the page. The reader trusts
nothing: it is as strict as for a stranger's file, for a bundle may be damaged too.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from loosen.vocabulary import (
    Card,
    Content,
    ContentError,
    Question,
    Stage,
    canonical_json,
    from_plain,
    parse_json,
)

WHERE = "the content bundle"
T = TypeVar("T")


def write_bundle(content: Content) -> str:
    """The bundle's text; the same content gives the same bytes."""
    return canonical_json(content)


def read_bundle(text: str) -> Content:
    """Read a bundle. Raises `ContentError` naming every place that cannot be read."""
    plain = parse_json(text, where=WHERE, error=ContentError)
    return in_asking_order(from_plain(Content, plain, where=WHERE, error=ContentError))


def in_asking_order(content: Content) -> Content:
    """The same content with cards and questions in the order in which they are asked."""
    cards = _sorted_by(content.cards, _card_place)
    places = {card_id: place for place, card_id in enumerate(cards)}

    def question_place(question: Question) -> tuple[int, int, str]:
        return (places.get(question.card, len(places)), question.order, question.id)

    return replace(content, cards=cards, questions=_sorted_by(content.questions, question_place))


def _card_place(card: Card) -> tuple[int, int, str]:
    return (list(Stage).index(card.stage), card.order, card.id)


def _sorted_by(
    records: Mapping[str, T], place: Callable[[T], tuple[int, int, str]]
) -> dict[str, T]:
    return dict(sorted(records.items(), key=lambda pair: place(pair[1])))

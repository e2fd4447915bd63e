"""Every address of the site, from the resolver; a new kind of argument has to be given samples."""

import re
from collections.abc import Iterator
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver

from loosen.vocabulary import Content

SESSION_ID, HEAT_ID, COLD_ID = (UUID(int=number) for number in (1, 2, 3))


def samples(content: Content) -> dict[str, list[str]]:
    """What may stand in an address, by the name of the argument."""
    few = {name: list(getattr(content, name))[:3] for name in ("positions", "transfers", "cards")}
    exercises, remedies = list(content.exercises)[:6], list(content.remedies)
    closed_texts = [one.id for one in content.explanations.values() if len(one.needs) > 1]
    return {
        "card_id": few["cards"],
        "position_id": few["positions"],
        "transfer_id": few["transfers"],
        "remedy_id": remedies,
        "item_id": [*exercises, *remedies, few["positions"][0], few["transfers"][0]],
        "text_id": [*closed_texts, "what-a-spasm-is"],
        "told_id": [*exercises[:2], *remedies[:2], *closed_texts[:1], "nothing-urgent"],
        "review_id": ["review-day-7"],
        "entry_id": [str(HEAT_ID), str(COLD_ID)],
        "session_id": [str(SESSION_ID)],
        "note_kind": ["pain", "legs", "walk", "sitting", "sleep", "trigger"],
        "measure_id": ["psfs", "peg", "confidence", "global-change"],
        "product_id": list(content.products)[:3],
        "device_id": [str(SESSION_ID)],
        "version": ["another"],
    }


def addresses(content: Content) -> Iterator[str]:
    """Every address of the site, with each sample for its argument."""
    known = samples(content)
    for route in routes(get_resolver().url_patterns):
        names = re.findall(r"<(?:\w+:)?(\w+)>", route)
        assert len(names) <= 1, f"{route}: two arguments, which the samples do not cover"
        values = known[names[0]] if names else [""]
        for value in values:
            yield "/" + re.sub(r"<[^>]+>", value, route)


def routes(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, route)
        else:
            yield route

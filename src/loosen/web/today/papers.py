"""How to do the steps of today's plan, for paper: nothing that the plan itself does not offer."""

from collections.abc import Iterator

from loosen.vocabulary import Item, Plan, Step
from loosen.web.figures.drawn import drawn_for
from loosen.web.session.step_page import ELSEWHERE, guide_of, texts
from loosen.web.session.words import dose_words
from loosen.web.site.visit import Visit

from .pages import Paper


def papers_of(made: Plan, visit: Visit) -> Iterator[Paper]:
    """One for every thing that is led through, the first time it comes.

    Heat and cold are left out: their own page looks at the skin and keeps the time.
    """
    told: set[str] = set()
    for step in made.steps:
        item = visit.content.item(step.item_id) if step.item_id else None
        is_open = step.kind.permit in visit.permits and step.kind not in ELSEWHERE
        if item is None or not is_open or item.id in told:
            continue
        told.add(item.id)
        yield _paper(step, item, visit)


def _paper(step: Step, item: Item, visit: Visit) -> Paper:
    guide, figures = guide_of(item), drawn_for(item, visit)
    return Paper(
        title=step.title,
        dose=dose_words(step),
        hows=step.how,
        figures=tuple(one for one in figures if one.poses),
        stills=tuple(one for one in figures if not one.poses),
        lines=texts((*guide.into, *guide.moves, *guide.out)),
        breath=guide.breath,
        stop_signs=guide.stop_signs,
    )

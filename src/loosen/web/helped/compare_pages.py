"""The pages of a fair comparison, from the record."""

from loosen import plan
from loosen.plan import Comparison
from loosen.vocabulary import Item, Position, PositionTried
from loosen.web.ease.choosing import item_url
from loosen.web.site.visit import Visit
from loosen.web.start.pages import Link

from .forms import EndForm, PairForm
from .pages import ComparePage, ComparingPage, Turn
from .words import day_words, lowered

AGE = "age-years"
FAIR = ("comparison-is-fair", "comparison-same-way")


def running(visit: Visit) -> Comparison | None:
    """The comparison that was begun and not ended; None where there is none."""
    now = plan.comparison_now(visit.entries)
    return now if now is not None and not now.ended else None


def offered_pairs(visit: Visit) -> tuple[tuple[Item, Item], ...]:
    """Heat with cold, and a few positions, those first that this person knows."""
    if not visit.answers.get(AGE):
        return ()
    known = {tried.position_id for _, tried in visit.entries.of(PositionTried)}
    pairs = plan.comparable(visit.permits, visit.person, visit.content)
    ranked = sorted(pairs, key=lambda pair: _unknown(pair, known))
    return tuple(ranked[: int(visit.content.threshold("comparison-choices"))])


def _unknown(pair: tuple[Item, Item], known: set[str]) -> int:
    return sum(isinstance(one, Position) and one.id not in known for one in pair)


def compare_page(visit: Visit, form: PairForm) -> ComparePage:
    """What may be compared now; nothing where too little is open."""
    pairs = tuple(
        Link(title=a.title, text=f"or {lowered(b.title)}", url=f"{a.id} {b.id}")
        for a, b in offered_pairs(visit)
    )
    return ComparePage(
        pairs=pairs,
        turns=2 * int(visit.content.threshold("comparison-pairs")),
        because=tuple(visit.content.reason(one) for one in FAIR),
        form=form,
    )


def comparing_page(visit: Visit, now: Comparison) -> ComparingPage:
    """The next turn first, then how to keep it fair, then the turns that were taken."""
    titles = {one: _title(one, visit) for one in (now.one, now.other)}
    offset = visit.utc_offset_min
    return ComparingPage(
        title=f"{titles[now.one]} or {lowered(titles[now.other])}?",
        next=_next(now, visit),
        done=len(now.taken),
        total=len(now.order),
        turns=tuple(
            Turn(number=number, title=titles[kind], when=day_words(at, offset))
            for number, (kind, at) in enumerate(zip(now.order, now.taken, strict=False), start=1)
        ),
        because=tuple(visit.content.reason(one) for one in FAIR),
        form=EndForm(),
    )


def _title(item_id: str, visit: Visit) -> str:
    item = visit.content.item(item_id)
    return item.title if item else item_id


def _next(now: Comparison, visit: Visit) -> Link | None:
    item = visit.content.item(now.next_up) if now.next_up else None
    return Link(title=item.title, url=item_url(item)) if item else None

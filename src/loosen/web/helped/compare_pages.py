"""The pages of a fair comparison, from the record."""

from loosen import ledger, plan, response
from loosen.plan import Comparison, Missed
from loosen.vocabulary import (
    Clearance,
    Compared,
    Exercise,
    Item,
    Lead,
    Permit,
    Position,
    PositionTried,
    Remedy,
    RemedyKind,
)
from loosen.web.ease.choosing import item_url
from loosen.web.session.beginning import plan_now
from loosen.web.site.visit import Visit
from loosen.web.start.pages import Link

from .forms import EndForm, PairForm
from .pages import ComparePage, ComparingPage, Outcome, Turn
from .words import between_words, day_words, lead_words, lowered

AGE = "age-years"
FAIR = ("comparison-is-fair", "comparison-same-way", "comparison-stops")
SCORE_LASTS_MIN = 30
ASKS_ITSELF = frozenset({RemedyKind.HEAT, RemedyKind.COLD})
"""Heat and cold ask for the pain before they begin."""
SAY_PAIN = Link(title="Say your pain first", url="/diary/note/pain/", text="")


def running(visit: Visit) -> Comparison | None:
    """The comparison that was begun and not ended; None where there is none."""
    now = plan.comparison_now(visit.entries, visit.content)
    return now if now is not None and not now.ended else None


def standing_of(now: Comparison, visit: Visit) -> Compared:
    """How the two stand after the turns so far."""
    most = len(now.order) // 2
    return response.compared(now.turns_of(now.one), now.turns_of(now.other), most, visit.content)


# --- what may be compared ----------------------------------------------------------------------


def open_items(visit: Visit) -> tuple[Item, ...]:
    """All of which any two may be compared; nothing before the age is told."""
    if not visit.answers.get(AGE):
        return ()
    return plan.comparable(visit.permits, visit.person, visit.content, _planned(visit))


def _planned(visit: Visit) -> frozenset[str]:
    if not isinstance(visit.standing, Clearance) or Permit.EXERCISE not in visit.permits:
        return frozenset()
    return frozenset(step.item_id for step in plan_now(visit).steps)


def suggested(items: tuple[Item, ...], visit: Visit) -> tuple[tuple[Item, Item], ...]:
    """A few that are like each other, one kind of pair after the other, known positions first."""
    known = {tried.position_id for _, tried in visit.entries.of(PositionTried)}
    by_kind: dict[type, list[tuple[Item, Item]]] = {}
    for pair in sorted(plan.pairs_of(items), key=lambda pair: _unknown(pair, known)):
        by_kind.setdefault(type(pair[0]), []).append(pair)
    rows = [by_kind.get(kind, []) for kind in (Remedy, Position, Exercise)]
    most = int(visit.content.threshold("comparison-choices"))
    mixed = [row[place] for place in range(most) for row in rows if place < len(row)]
    return tuple(mixed[:most])


def _unknown(pair: tuple[Item, Item], known: set[str]) -> int:
    return sum(isinstance(one, Position) and one.id not in known for one in pair)


def compare_page(
    visit: Visit, form: PairForm, items: tuple[Item, ...], *, is_refused: bool
) -> ComparePage:
    """What may be compared now; nothing where too little is open."""
    pairs = tuple(
        Link(title=a.title, text=f"or {lowered(b.title)}", url=f"{a.id} {b.id}")
        for a, b in suggested(items, visit)
    )
    return ComparePage(
        pairs=pairs,
        is_choice=len(items) > 1,
        is_refused=is_refused,
        turns=2 * int(visit.content.threshold("comparison-pairs")),
        last=_last_outcome(visit),
        because=tuple(visit.content.reason(one) for one in FAIR),
        form=form,
    )


# --- how far it has come -----------------------------------------------------------------------


def comparing_page(visit: Visit, now: Comparison) -> ComparingPage:
    """The next turn first, then how to keep it fair, then the turns that were taken."""
    found = standing_of(now, visit)
    return ComparingPage(
        title=_question(now, visit),
        next=None if found.is_over else _next(now, visit),
        say_pain=SAY_PAIN if _needs_score(now, visit) else None,
        outcome=_outcome(now, found, visit),
        done=len(now.turns),
        total=len(now.order),
        turns=tuple(
            Turn(
                number=number,
                title=_title(turn.kind, visit),
                when=day_words(turn.at, visit.utc_offset_min),
                scores=f"{turn.before_0_10} to {turn.after_0_10}",
            )
            for number, turn in enumerate(now.turns, start=1)
        ),
        missed=tuple(_missed(one, visit) for one in now.missed),
        because=tuple(visit.content.reason(one) for one in FAIR),
        form=EndForm(),
    )


def _needs_score(now: Comparison, visit: Visit) -> bool:
    """The turn would have no score to begin from, and what is done does not ask for one."""
    item = visit.content.item(now.next_up) if now.next_up else None
    if item is None or isinstance(item, Exercise):
        return False
    if isinstance(item, Remedy) and item.kind in ASKS_ITSELF:
        return False
    return ledger.latest_pain(visit.entries, visit.now, SCORE_LASTS_MIN) is None


def _missed(one: Missed, visit: Visit) -> Link:
    when = day_words(one.at, visit.utc_offset_min)
    why = visit.content.reason(one.why.value).text
    return Link(title=f"{_title(one.kind, visit)}, {when}", text=why, url="")


def _outcome(now: Comparison, found: Compared, visit: Visit) -> Outcome:
    one, other = _title(now.one, visit), lowered(_title(now.other, visit))
    return Outcome(
        title=lead_words(found, one, other),
        text=between_words(found, one, other),
        is_over=found.is_over,
        is_clear=found.lead in {Lead.ONE, Lead.OTHER},
    )


def _last_outcome(visit: Visit) -> Outcome | None:
    """How the last one ended, where enough turns were taken to say."""
    last = plan.comparison_now(visit.entries, visit.content)
    if last is None or not last.ended:
        return None
    found = standing_of(last, visit)
    return _outcome(last, found, visit) if found.is_over else None


def _question(now: Comparison, visit: Visit) -> str:
    return f"{_title(now.one, visit)} or {lowered(_title(now.other, visit))}?"


def _title(item_id: str, visit: Visit) -> str:
    item = visit.content.item(item_id)
    return item.title if item else item_id


def _next(now: Comparison, visit: Visit) -> Link | None:
    item = visit.content.item(now.next_up) if now.next_up else None
    if item is None:
        return None
    if isinstance(item, Exercise):
        return Link(title=item.title, url="/today/", text="It stands in today's plan.")
    return Link(title=item.title, url=item_url(item))

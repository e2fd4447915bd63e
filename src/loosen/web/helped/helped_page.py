"""What helps this person as a page, from their estimates."""

from loosen import ledger
from loosen.vocabulary import Content, Estimate, Strength
from loosen.web.ease.choosing import item_url
from loosen.web.site.visit import Visit

from .forms import OrderForm
from .interval import interval
from .pages import HelpedPage, HelpRow
from .words import WORDS, gain_words, times_words

OTHER_KINDS = {"walk": "A walk", "session": "A whole session"}
ORDER = list(WORDS)


def helped_page(visit: Visit) -> HelpedPage:
    """Every kind that was tried, the strongest word first."""
    content, usual = visit.content, ledger.kept_as_usual(visit.entries)
    known = sorted(visit.estimates.by_kind.items(), key=lambda pair: _rank(*pair))
    rows = (_row(kind, one, content, usual) for kind, one in known if one.n)
    return HelpedPage(
        rows=tuple(row for row in rows if row is not None),
        natural=content.reason("may-be-natural-course"),
        reckoned=(content.reason("how-it-is-reckoned"), content.reason("may-be-natural-course")),
        goes_by_record=ledger.goes_by_own_record(visit.entries),
        form=OrderForm(),
    )


def _rank(kind: str, known: Estimate) -> tuple[int, float, str]:
    return (ORDER.index(known.strength), known.mean, kind)


def _row(kind: str, known: Estimate, content: Content, usual: frozenset[str]) -> HelpRow | None:
    """None for what the content no longer knows."""
    item = content.item(kind)
    title = item.title if item else OTHER_KINDS.get(kind, "")
    if not title:
        return None
    word, tone = WORDS[known.strength]
    is_told = known.strength is not Strength.TOO_EARLY
    return HelpRow(
        item_id=kind,
        title=title,
        url=item_url(item) if item else "",
        word=word,
        tone=tone,
        times=times_words(known.n),
        gain=gain_words(known) if is_told else "Too few tries to say how much.",
        interval=interval(known.mean, known.low_90, known.high_90, f"{title}. {gain_words(known)}"),
        is_usual=kind in usual,
        can_move=is_told and item is not None,
    )

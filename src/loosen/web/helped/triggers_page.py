"""What was noted before a bad day as a page: counts of days, a range, and never a cause."""

from loosen import ledger, response
from loosen.vocabulary import Association, Content, Link, Trigger, Watched
from loosen.web.data.wordlists import TRIGGERS
from loosen.web.site.visit import Visit

from .interval import Interval, times_interval
from .pages import TriggerRow, TriggersPage

WORDS = {
    Link.GOES_WITH: ("Often came before", "caution"),
    Link.NONE_SEEN: ("No clear link so far", ""),
    Link.TOO_EARLY: ("Too early to tell", ""),
}
WARNING = ("triggers-are-no-causes", "triggers-give-nothing-up")
RECKONED = ("how-triggers-are-reckoned", "triggers-many-looked-at")


def triggers_page(visit: Visit) -> TriggersPage:
    """What goes with bad days first; what is too early to tell of last."""
    return visit.entries.once(_page, visit.content)


def _page(log: ledger.Standing, content: Content) -> TriggersPage:
    watched = ledger.days_watched(log, content)
    found = response.associations(watched.days, content)
    return TriggersPage(
        rows=tuple(_row(one) for one in found),
        rises=sum(day.rose for day in watched.days),
        days=len(watched.days),
        left_out=_left_out(watched),
        warning=tuple(content.reason(one) for one in WARNING),
        reckoned=tuple(content.reason(one) for one in RECKONED),
        bad_day=content.reason("flare-rise").text,
    )


def _left_out(watched: Watched) -> str:
    if not watched.too_late:
        return ""
    notes = "One note was" if watched.too_late == 1 else f"{watched.too_late} notes were"
    return f"{notes} put down after the pain rose. They are kept, but not counted here."


def _row(one: Association) -> TriggerRow:
    title = TRIGGERS[Trigger(one.trigger)]
    word, tone = WORDS[one.link]
    is_told = one.link is not Link.TOO_EARLY
    times = _times_words(one)
    return TriggerRow(
        title=title,
        word=word,
        tone=tone,
        counts=(
            _days("With it", one.rose_with, one.days_with),
            _days("Without it", one.rose_without, one.days_without),
        ),
        times=times if is_told else "",
        interval=_drawn(one, f"{title}. {times}") if is_told else None,
    )


def _drawn(one: Association, label: str) -> Interval:
    return times_interval(one.times, one.times_low_90, one.times_high_90, label)


def _days(name: str, rose: int, days: int) -> str:
    return f"{name}, pain rose on {rose} of {days} {'day' if days == 1 else 'days'}."


def _times_words(one: Association) -> str:
    low, high = one.times_low_90, one.times_high_90
    return f"A bad day may be {low:.1f} to {high:.1f} times as likely after it."

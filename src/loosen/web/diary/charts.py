"""The page of charts: how far back it looks, and one chart after another, each with its table."""

from datetime import datetime

from loosen import ledger
from loosen.vocabulary import Content
from loosen.web.site.visit import Visit

from .function_charts import change_words, function_charts
from .pages import ChartsPage, Period
from .pain_charts import pain_chart, place_charts
from .window import wall_clock, window_of

PERIODS = {7: "1 week", 30: "1 month", 90: "3 months"}
USUAL_DAYS = 30


def charts_page(visit: Visit, days: int) -> ChartsPage:
    """Every chart that has something to show within so many days, and the course in words."""
    now = wall_clock(visit.now, visit.utc_offset_min).replace(minute=0, second=0, microsecond=0)
    return visit.entries.once(_page, visit.content, now, days)


def _page(log: ledger.Standing, content: Content, now: datetime, days: int) -> ChartsPage:
    window = window_of(log, content, now, days)
    charts = [pain_chart(window), *place_charts(window), *function_charts(window)]
    return ChartsPage(
        words=_words(log, content),
        charts=tuple(one for one in charts if one is not None),
        periods=tuple(
            Period(words=words, url=f"/diary/charts/?days={span}", is_now=span == days)
            for span, words in PERIODS.items()
        ),
    )


def days_told(told: str | None) -> int:
    """How far back was asked for; what is no period is a month."""
    return next((days for days in PERIODS if told == str(days)), USUAL_DAYS)


def _words(log: ledger.Standing, content: Content) -> tuple[str, ...]:
    """Both measures of pain, and that they differ; then what the person can do, as a mean."""
    change = ledger.mean_activity_change(log, content)
    mean = (f"What you named as hard, on average: {change_words(change)}",) if change else ()
    return (*_course_words(log, content), *mean)


def _course_words(log: ledger.Standing, content: Content) -> tuple[str, ...]:
    told = ledger.course(log, content)
    if told is None:
        return ()
    ids = (
        "course-fell" if told.has_fallen else "course-not-fell",
        "course-recovered" if told.is_over else "course-not-recovered",
        "course-two-measures",
    )
    return tuple(content.phrases[one].text for one in ids)

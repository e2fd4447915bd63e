"""What the progress page shows."""

from dataclasses import dataclass

from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """The scores of one day: how low, how high, and the last of them."""

    day: str
    lowest: str
    highest: str
    last: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PainRow:
    """One score in the table of all of them."""

    day: str
    time: str
    pain: str
    occasion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """One session: how much of it was done, and pain before and after."""

    day: str
    time: str
    how: str
    done: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneRow:
    """One other thing that was done, and whether it helped."""

    day: str
    what: str
    helped: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressPage:
    """Pain, sessions and the rest; each empty part says what will stand there.

    `chart`, `days` and `pain` are drawn already; `is_by_day`: the chart has one dot a day.
    `earlier_*` is what lies too far back to stand on the page unasked.
    """

    chart: SafeString
    is_by_day: bool
    summary: str
    days: SafeString
    pain: SafeString
    scores_words: str
    sessions: tuple[SessionRow, ...]
    earlier_sessions: tuple[SessionRow, ...]
    done: tuple[DoneRow, ...]
    earlier_done: tuple[DoneRow, ...]
    is_empty: bool

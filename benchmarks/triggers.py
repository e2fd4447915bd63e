"""How often a link with bad days is spoken of on made-up people, and how often in vain."""

from collections.abc import Sequence

from loosen import ledger, response
from loosen.vocabulary import Content, DayWatched, Link, Trigger

from .noting import HABITS, Noting

DAYS, FIRST_LOOK, LOOKS_EVERY = 180, 20, 10
Row = dict[str, int | str]


def figures(habit: str, people: int, content: Content) -> Row:
    """So many people of this habit over half a year: told of the real one, and told in vain.

    `ever`: told in vain at any of the looks, one in ten days with a score; `end`: at the last.
    """
    row: Row = {"habit": habit, "people": people, "end": 0, "ever": 0, "found": 0, "late": 0}
    real = {Trigger.LIFTING.value} if HABITS[habit].real else set()
    for number in range(people):
        record = Noting(f"watched {habit} {number}", HABITS[habit]).record(DAYS)
        watched = ledger.days_watched(record, content)
        looks = [*range(FIRST_LOOK, len(watched.days), LOOKS_EVERY), len(watched.days)]
        told = [_told(watched.days[:look], content) for look in looks]
        counts = {
            "end": bool(told[-1] - real),
            "ever": any(one - real for one in told),
            "found": bool(told[-1] & real),
            "late": watched.too_late,
        }
        for name, count in counts.items():
            row[name] = int(row[name]) + count
    return row


def _told(days: Sequence[DayWatched], content: Content) -> set[str]:
    found = response.associations(days, content)
    return {one.trigger for one in found if one.link is Link.GOES_WITH}

"""The gate before a session: the short set and the moment's state, both asked just now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from loosen.vocabulary import Content, MomentAsked

GATE_THRESHOLD = "session-gate-min"


class GateNeed(StrEnum):
    """What is missing before a session may start; `gate-<value>` is the phrase that says it."""

    SHORT_SET = "short-set"
    MOMENT = "moment"
    MOMENT_NOT_CLEAR = "moment-not-clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """The gate before a session or heat; open when nothing is missing."""

    needs: tuple[GateNeed, ...]

    @property
    def is_open(self) -> bool:
        """True when the session may start."""
        return not self.needs


def session_gate(
    *,
    short_set_at: datetime | None,
    moment_at: datetime | None,
    moment: MomentAsked | None,
    at: datetime,
    content: Content,
) -> Gate:
    """What is missing at `at` (UTC). A time that lies ahead (the clock went back) is missing."""
    lasts = timedelta(minutes=content.threshold(GATE_THRESHOLD))

    def is_fresh(asked_at: datetime | None) -> bool:
        return asked_at is not None and timedelta(0) <= at - asked_at <= lasts

    needs: list[GateNeed] = []
    if not is_fresh(short_set_at):
        needs.append(GateNeed.SHORT_SET)
    if moment is None or not is_fresh(moment_at):
        needs.append(GateNeed.MOMENT)
    elif not moment.is_clear:
        needs.append(GateNeed.MOMENT_NOT_CLEAR)
    return Gate(needs=tuple(needs))

"""What an entry of heat, cold, breathing or massage holds."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from .checks import require, require_range, require_utc


class Skin(StrEnum):
    """What the skin check saw."""

    NORMAL = "normal"
    PINK = "evenly-pink"
    MARKED = "marked"
    NUMB = "numb"
    NOT_LOOKED = "not-looked"


DAY_S = 24 * 3600


class PackPlace(StrEnum):
    """Where a pack lies. Only the low back and the buttocks: nothing else is offered."""

    LOW_LEFT = "low-back-left"
    LOW_MIDDLE = "low-back-middle"
    LOW_RIGHT = "low-back-right"
    BUTTOCK_LEFT = "buttock-left"
    BUTTOCK_RIGHT = "buttock-right"


class HeatSetting(StrEnum):
    """How warm a pack is set; nothing above medium is offered."""

    LOW = "low"
    MEDIUM = "medium"
    BY_LABEL = "by-label"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyUsed:
    """Heat, cold, breathing or massage, from start to end; `felt_better` None is unknown.

    `feeling_back`: for cold, whether the skin feels as before. `place`, `has_layer` (a cloth
    between), `setting`: how a pack was set up; None and False are not told. `agreed_s`: the
    length that was chosen at the start (0: not told). `in_turn`: heat and cold in turn, chosen
    on purpose. `long_wear`: a wrap that is worn for hours by its label; `label_for_sleep`:
    its label says that it may be worn asleep.
    """

    remedy_id: str
    started_at: datetime
    ended_at: datetime
    skin: Skin
    felt_better: bool | None
    feeling_back: bool = False
    place: PackPlace | None = None
    has_layer: bool = False
    setting: HeatSetting | None = None
    agreed_s: int = 0
    in_turn: bool = False
    long_wear: bool = False
    label_for_sleep: bool = False

    def __post_init__(self) -> None:
        require_utc("started_at", self.started_at)
        require_range("agreed_s", self.agreed_s, 0, DAY_S)
        require(
            self.long_wear or not self.label_for_sleep, "only the label of a wrap allows for sleep"
        )
        require(self.ended_at >= self.started_at, "ended_at must not be before started_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeelingBack:
    """After cold: the skin feels as before, so movement may start again."""

    remedy_entry_id: UUID

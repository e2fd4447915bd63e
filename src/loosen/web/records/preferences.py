"""What a person chose about the pages themselves; nothing clinical."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self, TypeVar

from loosen.vocabulary import to_plain

E = TypeVar("E", bound=StrEnum)


class Theme(StrEnum):
    """Light, dark, or as the device is set; `contrast`: as it is set, and as clear as can be."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class TextSize(StrEnum):
    """How large the text is."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"


class Units(StrEnum):
    """How weights and lengths are shown and asked."""

    METRIC = "metric"
    US = "us"


class Voice(StrEnum):
    """Who speaks: a voice of the device, nobody, or the person's own screen reader."""

    ON = "on"
    OFF = "off"
    READER = "reader"


class Buzz(StrEnum):
    """Whether the device shakes at a change, where it can."""

    ON = "on"
    OFF = "off"


class DrawnAs(StrEnum):
    """Whom the drawings show."""

    MIXED = "mixed"
    WOMAN = "woman"
    MAN = "man"
    LARGE_WOMAN = "large-woman"
    LARGE_MAN = "large-man"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The choices; `region` empty: not chosen, so the zone suggests one."""

    region: str = ""
    theme: Theme = Theme.SYSTEM
    text_size: TextSize = TextSize.NORMAL
    voice: Voice = Voice.OFF
    buzz: Buzz = Buzz.ON
    units: Units = Units.METRIC
    figure: DrawnAs = DrawnAs.MIXED

    def to_plain(self) -> dict[str, str]:
        """As stored."""
        plain: dict[str, str] = to_plain(self)
        return plain

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """As chosen; whatever is not known any more falls back to its default."""
        region = plain.get("region", "")
        return cls(
            region=region if isinstance(region, str) else "",
            theme=_known(Theme, plain.get("theme"), Theme.SYSTEM),
            text_size=_known(TextSize, plain.get("text_size"), TextSize.NORMAL),
            voice=_known(Voice, plain.get("voice"), Voice.OFF),
            buzz=_known(Buzz, plain.get("buzz"), Buzz.ON),
            units=_known(Units, plain.get("units"), Units.METRIC),
            figure=_known(DrawnAs, plain.get("figure"), DrawnAs.MIXED),
        )


def _known(kind: type[E], value: object, default: E) -> E:
    return kind(value) if isinstance(value, str) and value in list(kind) else default

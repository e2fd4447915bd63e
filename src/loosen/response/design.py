"""What a change of pain within the hour is made of: the terms of one try."""

from math import cos, pi, sin

from loosen.vocabulary import NOTHING, Try

from .settings import Settings

ASKED, HOUR, ABOVE, DAY_COS, DAY_SIN, MEDICINE, HELP = (
    "=asked", "=hour", "=above", "=day-cos", "=day-sin", "=medicine", "=help",
)  # fmt: skip
"""What the hour brings anyway, and what every kind of help shares (no id holds a `=`)."""
COMMON = (ASKED, HOUR, ABOVE, DAY_COS, DAY_SIN, MEDICINE, HELP)
MIN_PER_H = 60
TURN_PER_H = 2 * pi / 24


def terms(pair: Try, level_0_10: float, settings: Settings) -> list[tuple[str, float]]:
    """Each term with its size in this try.

    Where there is hardly any pain no fall can be seen, so the terms of help shrink with it:
    such a try says little, neither for nor against.
    """
    hours = min(pair.minutes / MIN_PER_H, 1.0)
    turn = pair.local_hour * TURN_PER_H
    found = [
        (ASKED, 1.0),
        (HOUR, hours),
        (ABOVE, pair.before_0_10 - level_0_10),
        (DAY_COS, hours * cos(turn)),
        (DAY_SIN, hours * sin(turn)),
    ]
    if pair.on_medicine:
        found.append((MEDICINE, hours))
    if pair.kind != NOTHING:
        share = room(pair, settings)
        kinds = (pair.kind, *pair.others)
        found.append((HELP, share * len(kinds)))
        found.extend((kind, share) for kind in kinds)
    return found


def room(pair: Try, settings: Settings) -> float:
    """The share of a fall that can be seen from this pain; less toward the end of the scale."""
    return min(pair.before_0_10 / settings.room_points, 1.0)

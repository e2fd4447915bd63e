"""What many lives come to: sums that can be added up, batch by batch, in a fixed order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from .arms import Arm
from .chance import Floats
from .courses import Kind
from .feeling import natural
from .life import Life
from .living import Day
from .people import Somebody
from .watch import Breach

# The days at which courses are held against the published ones (7.1, 7.2).
CURVE_DAYS = (0, 7, 14, 21, 42, 58, 84)
AGAIN_DAYS = (14, 30, 60)
BASELINES = (Arm.ARTICLE, Arm.RANDOM, Arm.PLAIN)


def _curve() -> Floats:
    return np.zeros(len(CURVE_DAYS))


@dataclass(slots=True)
class OfKind:
    """People of one kind of course: pain at the days, squares, recovered so far."""

    people: int = 0
    pain: Floats = field(default_factory=_curve)
    squares: Floats = field(default_factory=_curve)
    with_loosen: Floats = field(default_factory=_curve)
    unrecovered: Floats = field(default_factory=_curve)


@dataclass(slots=True)
class OfArm:
    """One arm: what was checked and found, how it was used, pain times hours."""

    checked: Counter[Breach] = field(default_factory=Counter)
    found: Counter[Breach] = field(default_factory=Counter)
    against_advice: int = 0
    opened: int = 0
    sessions: int = 0
    heat_and_cold: int = 0
    doses: int = 0
    days: int = 0
    pain_hours: float = 0.0
    pain_squares: float = 0.0


@dataclass(slots=True)
class Difference:
    """Pain-hours with Loosen less those of a baseline, in the same people."""

    people: int = 0
    total: float = 0.0
    squares: float = 0.0

    def take(self, less: float) -> None:
        """One person's."""
        self.people += 1
        self.total += less
        self.squares += less**2

    def mean_and_half_90(self) -> tuple[float, float]:
        """The mean, and half of the interval that holds nine in ten."""
        mean = self.total / max(self.people, 1)
        variance = max(self.squares / max(self.people, 1) - mean**2, 0.0)
        return mean, 1.645 * float(np.sqrt(variance / max(self.people - 1, 1)))


@dataclass(slots=True)
class Tally:
    """Everything that the report is made from; of the same size for any number of people."""

    kinds: dict[Kind, OfKind] = field(default_factory=lambda: {kind: OfKind() for kind in Kind})
    arms: dict[Arm, OfArm] = field(default_factory=lambda: {arm: OfArm() for arm in Arm})
    differences: dict[Arm, Difference] = field(
        default_factory=lambda: {arm: Difference() for arm in BASELINES}
    )
    without_again: Counter[int] = field(default_factory=Counter)
    seen_again: Counter[int] = field(default_factory=Counter)
    days_to_advice: Counter[int | None] = field(default_factory=Counter)
    believed: Counter[str] = field(default_factory=Counter)
    signs: int = 0
    signs_untold: int = 0

    def take_person(self, who: Somebody, days: int) -> None:
        """One person's course, with nothing done."""
        kind = self.kinds[who.course.kind]
        lived = natural(who, days)
        at = [min(day, days - 1) for day in CURVE_DAYS]
        kind.people += 1
        kind.pain += lived[at]
        kind.squares += lived[at] ** 2
        kind.unrecovered += np.array([who.course.recovered_on > day for day in CURVE_DAYS])
        for day in AGAIN_DAYS:
            if who.course.recovered_on + day <= days:
                self.seen_again[day] += 1
                since = who.course.again_on - who.course.recovered_on
                self.without_again[day] += since > day
        self.signs += who.sign is not None

    def take_arms(self, lives: Sequence[tuple[Life, list[Day]]]) -> None:
        """One person's lives in all arms."""
        hours = {life.arm: sum(day.pain_hours for day in days) for life, days in lives}
        for life, days in lives:
            self._take(life, days, hours[life.arm])
        for arm, difference in self.differences.items():
            difference.take(hours[Arm.LOOSEN] - hours[arm])

    def _take(self, life: Life, days: list[Day], hours: float) -> None:
        arm = self.arms[life.arm]
        arm.checked.update(life.watch.checked)
        arm.found.update(life.watch.found)
        arm.against_advice += life.watch.against_advice
        arm.days += len(days)
        arm.pain_hours += hours
        arm.pain_squares += hours**2
        for day in days:
            arm.opened += day.today.opened
            arm.sessions += day.today.sessions
            arm.heat_and_cold += day.today.heat_and_cold
            arm.doses += day.today.doses
        if life.arm is Arm.LOOSEN:
            self.believed.update(life.believed)
            watch = life.watch
            self.signs_untold += life.who.sign is not None and watch.sign_told_on is None
            if watch.sign_told_on is not None:
                self.days_to_advice[watch.days_to_advice] += 1
            at = [min(day, len(days) - 1) for day in CURVE_DAYS]
            lived = np.array([days[day].pain_hours for day in at]) / 16
            self.kinds[life.who.course.kind].with_loosen += lived

    def add(self, other: "Tally") -> None:
        """Another batch's sums on top."""
        for kind, more in other.kinds.items():
            _add(self.kinds[kind], more)
        for arm, of_arm in other.arms.items():
            _add(self.arms[arm], of_arm)
        for arm, difference in other.differences.items():
            _add(self.differences[arm], difference)
        self.without_again.update(other.without_again)
        self.seen_again.update(other.seen_again)
        self.days_to_advice.update(other.days_to_advice)
        self.believed.update(other.believed)
        self.signs += other.signs
        self.signs_untold += other.signs_untold


def _add(to: OfKind | OfArm | Difference, more: OfKind | OfArm | Difference) -> None:
    """Field by field: numbers and curves are summed, counts updated."""
    for name in to.__slots__:
        mine, theirs = getattr(to, name), getattr(more, name)
        if isinstance(mine, Counter):
            mine.update(theirs)
        else:
            setattr(to, name, mine + theirs)

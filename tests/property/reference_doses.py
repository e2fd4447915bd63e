"""The medicine rules of the evidence file (4.7, 4.8) a second time, minute by minute, by force.

Written from the evidence file alone. It keeps a list of doses, walks from the minute of asking
to the first minute at which everything in the file lets a dose pass, and knows no formula of
the ledger. Only swallowed medicine, whole minutes, and a person whom everything suits.
"""

from collections.abc import Sequence
from dataclasses import dataclass

DAY_MIN = 24 * 60
LONGEST_WALK_MIN = 4 * DAY_MIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """What a pack prints: mg in one unit, and per ingredient what it or its region allows."""

    name: str
    mg: dict[str, int]
    rules: dict[str, "PackRule"]
    most_units: int = 0
    once_units: int = 0
    gap_min: int = 0
    see_from_day: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRule:
    """The most in 24 hours and at once (mg), the least gap, the most doses, the days in a row."""

    most_mg: int
    once_mg: int
    gap_min: int
    doses: int
    see_from_day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """So many units of a pack, in a minute counted from the first local midnight."""

    minute: int
    pack: Pack
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The answer, and the minute at which time opens it (None: now, never, or not by time)."""

    answer: str
    opens: int | None


class Person:
    """What somebody took, and what the file says of taking more."""

    def __init__(self, history: Sequence[Took], nsaids: frozenset[str], paracetamol: str) -> None:
        self.history = history
        self.nsaids = nsaids
        self.paracetamol = paracetamol

    def may_take(self, pack: Pack, units: int, minute: int) -> Said:
        """The verdict at a minute. The gravest answer stands."""
        by_person = self._not_by_time(pack, units, minute)
        now = self._by_time(pack, units, minute)
        answers = [*by_person, *now, *(["too-much"] if self._anything_over(minute) else [])]
        if not answers:
            return Said(answer="yes", opens=None)
        graver = ["not-yet", "ask", "no", "too-much"]
        is_timed = not by_person and not self._others_over(pack, minute)
        opens = self._first_open(pack, units, minute) if is_timed else None
        return Said(answer=max(answers, key=graver.index), opens=opens)

    def _first_open(self, pack: Pack, units: int, minute: int) -> int | None:
        for later in range(minute, minute + LONGEST_WALK_MIN):
            if not self._by_time(pack, units, later):
                return later
        return None

    # What a person sees who looks at the list of the last 24 hours.

    def _window(self, ingredient: str, minute: int) -> list[Took]:
        """A dose of exactly 24 hours ago has left."""
        return [
            took
            for took in self.history
            if ingredient in took.pack.mg and took.minute > minute - DAY_MIN
        ]

    def _rules(self, ingredient: str, packs: list[Pack]) -> list[PackRule]:
        return [pack.rules[ingredient] for pack in packs]

    def _by_time(self, pack: Pack, units: int, minute: int) -> list[str]:
        found = ["not-yet"] if self._waits(pack, units, minute) else []
        if self._another_pack(pack, minute):
            found.append("not-yet" if found else "ask")
        if self._another_nsaid(pack, minute):
            found.append("no")
        return found

    def _waits(self, pack: Pack, units: int, minute: int) -> bool:
        for ingredient, mg in pack.mg.items():
            window = self._window(ingredient, minute)
            packs = [pack, *(took.pack for took in window)]
            rules = self._rules(ingredient, packs)
            before = [took.minute for took in self.history if ingredient in took.pack.mg]
            gap = max([rule.gap_min for rule in rules] + [one.gap_min for one in packs])
            if before and minute - max(before) < gap:
                return True
            total = sum(took.pack.mg[ingredient] * took.units for took in window) + mg * units
            if total > min(rule.most_mg for rule in rules):
                return True
            if any(rule.doses and len(window) + 1 > rule.doses for rule in rules):
                return True
            if self._is_over(ingredient, minute):
                return True
        own = [
            took.units
            for took in self.history
            if took.pack.name == pack.name and took.minute > minute - DAY_MIN
        ]
        return bool(pack.most_units) and sum(own) + units > pack.most_units

    def _another_pack(self, pack: Pack, minute: int) -> bool:
        return any(
            took.pack.name != pack.name
            for ingredient in pack.mg
            for took in self._window(ingredient, minute)
        )

    def _another_nsaid(self, pack: Pack, minute: int) -> bool:
        own = self.nsaids & pack.mg.keys()
        others = self.nsaids - pack.mg.keys()
        return bool(own) and any(self._window(other, minute) for other in others)

    # Too much (4.6, 4.8).

    def _anything_over(self, minute: int) -> bool:
        taken = {ingredient for took in self.history for ingredient in took.pack.mg}
        return any(self._is_over(ingredient, minute) for ingredient in taken)

    def _others_over(self, pack: Pack, minute: int) -> bool:
        """Too much of something else: first comes the call, and no time is named."""
        taken = {ingredient for took in self.history for ingredient in took.pack.mg}
        return any(self._is_over(ingredient, minute) for ingredient in taken - pack.mg.keys())

    def _is_over(self, ingredient: str, minute: int) -> bool:
        if ingredient == self.paracetamol:
            return any(
                self._went_over(took)
                for took in self.history
                if ingredient in took.pack.mg and took.minute + DAY_MIN > minute
            )
        window = self._window(ingredient, minute)
        if not window:
            return False
        total = sum(took.pack.mg[ingredient] * took.units for took in window)
        rules = self._rules(ingredient, [took.pack for took in window])
        return total > min(rule.most_mg for rule in rules)

    def _went_over(self, dose: Took) -> bool:
        """Paracetamol: the day up to this dose, or more than two pills beyond one full dose."""
        day = [
            took
            for took in self._window(self.paracetamol, dose.minute)
            if took.minute <= dose.minute
        ]
        packs = [took.pack for took in day]
        rules = self._rules(self.paracetamol, packs)
        if _mg(day, self.paracetamol) > min(rule.most_mg for rule in rules):
            return True
        gap = max([rule.gap_min for rule in rules] + [one.gap_min for one in packs])
        at_once = [took for took in day if took.minute > dose.minute - gap]
        most_at_once = min(rule.once_mg for rule in rules) + 2 * 500
        return _mg(at_once, self.paracetamol) > most_at_once

    # What no minute opens.

    def _not_by_time(self, pack: Pack, units: int, minute: int) -> list[str]:
        found = ["no"] if pack.once_units and units > pack.once_units else []
        for ingredient, mg in pack.mg.items():
            packs = [pack, *(took.pack for took in self._window(ingredient, minute))]
            rules = self._rules(ingredient, packs)
            if mg * units > min(rule.once_mg for rule in rules):
                found.append("no")
            limits = [rule.see_from_day for rule in rules] + [one.see_from_day for one in packs]
            see_from = min(day for day in limits if day)
            if self._day_in_a_row(ingredient, minute) >= see_from:
                found.append("ask")
        return found

    def _day_in_a_row(self, ingredient: str, minute: int) -> int:
        """Which day of an unbroken run today would be with this dose."""
        days = {took.minute // DAY_MIN for took in self.history if ingredient in took.pack.mg}
        day, count = minute // DAY_MIN - 1, 1
        while day in days:
            day, count = day - 1, count + 1
        return count


def _mg(doses: list[Took], ingredient: str) -> int:
    return sum(took.pack.mg[ingredient] * took.units for took in doses)

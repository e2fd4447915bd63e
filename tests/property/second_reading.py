"""The evidence file, 4.1 to 4.8, read a second time by somebody who did not write the ledger.

Counters by the minute: for each ingredient how many mg and how many doses the last 24 hours
hold, run over every minute from two days before the question to two days after it. Nothing of
the ledger, of the content or of the first reference is read.
"""

from dataclasses import dataclass
from itertools import accumulate

from .second_tables import (
    EXTRA_MG,
    KNOWN,
    LIGHT_KG,
    NSAIDS,
    PARACETAMOL,
    TINS,
    WAIT_MIN,
    Line,
    lines_of,
)

DAY = 24 * 60
GRAVER = ("yes", "not-yet", "ask", "no", "too-much")


@dataclass(frozen=True, slots=True, kw_only=True)
class Swallow:
    """A dose in a minute. `pack` "" with a `name`: what the person reads on a pack of their own.

    No `mg`: nobody knows what it was. `on_skin`: rubbed on.
    """

    minute: int
    name: str
    mg: dict[str, int]
    pack: str = ""
    units: int = 1
    on_skin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """Who asks and where: age, weight, region, the offset of their wall clock, limits set.

    `most_mg`, `gap_h`: what a clinician set for an ingredient, with a yes.
    """

    region: str
    age: int
    weight_kg: int
    offset_min: int
    most_mg: dict[str, int]
    gap_h: dict[str, int]


class Counters:
    """Of one ingredient: mg and doses of the last 24 hours in each minute of four days."""

    def __init__(self, swallowed: list[Swallow], ingredient: str, asked: int) -> None:
        self.first = asked - 2 * DAY
        length = 4 * DAY + 1
        mg, count = [0] * (length + 1), [0] * (length + 1)
        self.doses = [one for one in swallowed if ingredient in one.mg]
        for one in self.doses:
            enters = max(one.minute - self.first, 0)
            leaves = min(max(one.minute + DAY - self.first, 0), length)
            mg[enters] += one.mg[ingredient]
            mg[leaves] -= one.mg[ingredient]
            count[enters] += 1
            count[leaves] -= 1
        self._mg, self._count = list(accumulate(mg)), list(accumulate(count))
        self.last = max((one.minute for one in self.doses), default=None)

    def mg(self, minute: int) -> int:
        return self._mg[minute - self.first]

    def count(self, minute: int) -> int:
        return self._count[minute - self.first]

    def inside(self, minute: int) -> list[Swallow]:
        """The doses of the 24 hours up to a minute: one of 24 h 00 min ago has left (L3)."""
        return [one for one in self.doses if minute - DAY < one.minute <= minute]


class Reading:
    """What the file says of one more dose."""

    def __init__(self, taken: list[Swallow], patient: Patient, ask: Swallow) -> None:
        self.patient, self.ask, self.at = patient, ask, ask.minute
        self.unknown = [one for one in taken if not one.mg]
        self.rubbed = [one for one in taken if one.on_skin]
        swallowed = [one for one in taken if one.mg and not one.on_skin]
        names = {ingredient for one in [*swallowed, ask] for ingredient in one.mg}
        self.of = {name: Counters(swallowed, name, self.at) for name in sorted(names)}
        self.over = [name for name in self.of if self._bars_for_excess(name, self.at)]

    def answer(self) -> tuple[str, int | None]:
        """The gravest word, and the minute at which time alone opens it."""
        by_person = [*self._by_person()]
        now = self._by_time(self.at)
        words = [*by_person, *now, *(["too-much"] if self.over else [])]
        gravest = max(words, key=GRAVER.index, default="yes")
        strange = set(self.over) - self.ask.mg.keys()
        if not words or by_person or strange:
            return gravest, None
        later = range(self.at, self.at + 2 * DAY + 1)
        return gravest, next((minute for minute in later if not self._by_time(minute)), None)

    # --- what holds (4.2: the lowest wins) ---------------------------------------------------

    def _lines(self, ingredient: str, doses: list[Swallow]) -> list[Line]:
        packs = dict.fromkeys(one.pack for one in doses)
        region = self.patient.region
        return [line for pack in packs for line in lines_of(pack, ingredient, region)]

    def _most(self, ingredient: str, lines: list[Line]) -> int | None:
        said = self.patient.most_mg.get(ingredient)
        known = [line.most_mg for line in lines] + ([said] if said is not None else [])
        return min(known, default=None)

    def _gap(self, ingredient: str, lines: list[Line], doses: list[Swallow]) -> int:
        hours = [line.gap_h for line in lines] + [self.patient.gap_h.get(ingredient, 0)]
        hours += [TINS[one.pack].gap_h for one in doses if one.pack in TINS]
        return max(hours) * 60

    # --- what time opens ---------------------------------------------------------------------

    def _by_time(self, minute: int) -> list[str]:
        found: list[str] = []
        if not self.ask.on_skin:
            if any(self._waits(name, minute) for name in self.ask.mg) or self._pack_full(minute):
                found.append("not-yet")
            if self._mixes(minute):  # 4.8 second product: never a yes
                found.append("not-yet" if found else "ask")
        found += self._alike(minute)
        if any(one.minute > minute - DAY for one in self.unknown):
            found.append("ask")  # L7: never guess
        return found

    def _waits(self, ingredient: str, minute: int) -> bool:
        counters = self.of[ingredient]
        doses = [self.ask, *counters.inside(minute)]
        lines = self._lines(ingredient, doses)
        most, own = self._most(ingredient, lines), self.ask.mg[ingredient]
        last = counters.last
        if last is not None and minute - last < self._gap(ingredient, lines, doses):
            return True
        if most is not None and own <= most < counters.mg(minute) + own:
            return True
        if any(line.doses and counters.count(minute) >= line.doses for line in lines):
            return True
        return self._bars_for_excess(ingredient, minute)

    def _pack_full(self, minute: int) -> bool:
        tin = TINS.get(self.ask.pack)
        if tin is None or not tin.most_units:
            return False
        first = next(iter(tin.mg))
        same = [one for one in self.of[first].inside(minute) if one.pack == self.ask.pack]
        return sum(one.units for one in same) + self.ask.units > tin.most_units

    def _mixes(self, minute: int) -> bool:
        own = self.ask.pack or self.ask.name
        inside = [one for name in self.ask.mg for one in self.of[name].inside(minute)]
        return any((one.pack or one.name) != own for one in inside)

    def _alike(self, minute: int) -> list[str]:
        """4.3: two NSAIDs by mouth block; one of them on the skin needs advice."""
        if not NSAIDS & self.ask.mg.keys():
            return []
        others = NSAIDS - self.ask.mg.keys()
        by_mouth = {name for name in NSAIDS & self.of.keys() if self.of[name].inside(minute)}
        rubbed = {
            name
            for one in self.rubbed
            if minute - DAY < one.minute <= minute
            for name in NSAIDS & one.mg.keys()
        }
        if self.ask.on_skin:
            return ["ask"] if by_mouth or rubbed & others else []
        return [*(["no"] if by_mouth & others else []), *(["ask"] if rubbed else [])]

    # --- too much (4.6) ----------------------------------------------------------------------

    def _bars_for_excess(self, ingredient: str, minute: int) -> bool:
        counters = self.of[ingredient]
        inside = counters.inside(minute)
        if not inside:
            return False
        if ingredient == PARACETAMOL:
            recent = [one for one in inside if minute < one.minute + WAIT_MIN]
            return any(self._went_over(one) for one in recent)
        most = self._most(ingredient, self._lines(ingredient, inside))
        return most is not None and counters.mg(minute) > most

    def _went_over(self, dose: Swallow) -> bool:
        counters = self.of[PARACETAMOL]
        inside = counters.inside(dose.minute)
        lines = self._lines(PARACETAMOL, inside)
        most = self._most(PARACETAMOL, lines)
        if most is not None and counters.mg(dose.minute) > most:
            return True
        gap = self._gap(PARACETAMOL, lines, inside)
        together = [one.mg[PARACETAMOL] for one in inside if dose.minute - one.minute < gap]
        together_mg = max(sum(together), dose.mg[PARACETAMOL])
        once = min((line.once_mg for line in lines), default=None)
        return once is not None and together_mg > once + EXTRA_MG

    # --- what no time opens ------------------------------------------------------------------

    def _by_person(self) -> list[str]:
        found = [] if self.ask.mg else ["ask"]
        for ingredient, own in self.ask.mg.items():
            doses = [self.ask, *self.of[ingredient].inside(self.at)]
            lines = self._lines(ingredient, doses)
            found += self._limit_words(ingredient, own, lines)
            found += self._age_words(lines, doses)
            found += self._weight_words(ingredient)
            found += self._day_words(ingredient, lines, doses)
        tin = TINS.get(self.ask.pack)
        if tin is not None and tin.once_units and self.ask.units > tin.once_units:
            found.append("no")
        return found

    def _limit_words(self, ingredient: str, own: int, lines: list[Line]) -> list[str]:
        most = self._most(ingredient, lines)
        is_measured = bool(lines) and most is not None and not self.ask.on_skin
        found = [] if ingredient in KNOWN and is_measured else ["ask"]
        if any(own > line.once_mg for line in lines) or (most is not None and own > most):
            found.append("no")
        return found

    def _age_words(self, lines: list[Line], doses: list[Swallow]) -> list[str]:
        ages = [line.least_age for line in lines]
        ages += [TINS[one.pack].least_age for one in doses if one.pack in TINS]
        return ["no"] if any(self.patient.age < age for age in ages) else []

    def _weight_words(self, ingredient: str) -> list[str]:
        is_light = ingredient == PARACETAMOL and self.patient.weight_kg < LIGHT_KG
        return ["ask"] if is_light and ingredient not in self.patient.most_mg else []

    def _day_words(self, ingredient: str, lines: list[Line], doses: list[Swallow]) -> list[str]:
        """L4, 4.8: the person's own calendar days; a clinician's yes lets it go on."""
        if ingredient in self.patient.most_mg or ingredient in self.patient.gap_h:
            return []
        offset = self.patient.offset_min
        days = {(one.minute + offset) // DAY for one in self.of[ingredient].doses}
        day = today = (self.at + offset) // DAY
        while day - 1 in days:
            day -= 1
        limits = [line.see_from_day for line in lines]
        limits += [TINS[one.pack].see_from_day for one in doses if one.pack in TINS]
        known = [limit for limit in limits if limit]
        return ["ask"] if known and today - day + 1 >= min(known) else []

"""How often a fair comparison on made-up people ends clear, and how often in vain."""

import random

from loosen import plan, response
from loosen.vocabulary import Compared, Content, Lead, Try

from .one_person import KINDS, NOISES, Person

ONE, OTHER = "heat", "cold"
GAPS = (0.0, 0.5, 1.0, 1.5)
Row = dict[str, int | float | str]


def figures(noise: str, gap: float, people: int, content: Content) -> Row:
    """So many comparisons in which the first truly eases by `gap` points more."""
    row: Row = {"noise": noise, "gap": gap, "people": people, "one": 0, "other": 0, "turns": 0}
    for number in range(people):
        found = _lived(f"turns {noise} {gap} {number}", noise, gap, content)
        for lead, name in ((Lead.ONE, "one"), (Lead.OTHER, "other")):
            row[name] = int(row[name]) + (found.lead is lead)
        row["turns"] = int(row["turns"]) + 2 * found.pairs
    return row


def _lived(seed: str, noise: str, gap: float, content: Content) -> Compared:
    def effects(chance: random.Random) -> dict[str, float]:
        shared = -max(0.0, chance.gauss(0.7, 0.4))
        return {**dict.fromkeys(KINDS, 0.0), ONE: shared - gap, OTHER: shared}

    person = Person(seed, NOISES[noise], effects)
    most = int(content.threshold("comparison-pairs"))
    turns: dict[str, list[Try]] = {ONE: [], OTHER: []}
    order = plan.turns_drawn(ONE, OTHER, most, random.Random(seed).randrange(2**32))
    found = response.compared([], [], most, content)
    for kind in order:
        turns[kind].append(person.turn(kind))
        found = response.compared(turns[ONE], turns[OTHER], most, content)
        if found.is_over:
            break
    return found

"""How far the estimates of what helped can be trusted: python -m benchmarks.accuracy --write.

Tries them on made-up people and writes the figures that docs/reference/accuracy-response.md
is made from. The seeds are not those that the numbers of the content were set on.
"""

import json
import random
import sys
from pathlib import Path

from loosen import response
from loosen.library.current import load_content
from loosen.vocabulary import Content, Estimate, Strength

from . import triggers, turns
from .noting import HABITS
from .one_person import NOISES, POPULATIONS, Person

OUT = Path(__file__).resolve().parents[1] / "docs" / "making" / "accuracy-response.json"
PEOPLE = 500
WATCHERS, COMPARING = 400, 1000
PAIRS = (15, 30, 60, 120, 240)
BANDS = ((1, 4), (5, 7), (8, 15), (16, 31), (32, 999))
AS_READ, *ELSEWHERE = POPULATIONS
RUNS = (
    *((AS_READ, "heavy tails", seed) for seed in (101, 102, 103, 104)),
    (AS_READ, "peaked", 101), (AS_READ, "skewed", 101),
    *((population, "heavy tails", 101) for population in ELSEWHERE),
)  # fmt: skip
WORTH = -0.5
Row = dict[str, int | float | str]


def figures(population: str, noise: str, seed: int, people: int, content: Content) -> list[Row]:
    """Of each band of tries: estimates, how many ranges hold the truth, claims and wrong ones."""
    rows: list[Row] = [
        {"population": population, "noise": noise, "seed": seed, "from": low, "to": high,
         "estimates": 0, "held": 0, "helps": 0, "wrong": 0, "seems": 0, "not": 0}
        for low, high in BANDS
    ]  # fmt: skip
    for number in range(people):
        pairs = random.Random(f"{seed} {number}").choice(PAIRS)
        name, effects = f"{noise} {seed} {number}", POPULATIONS[population]
        record = Person(name, NOISES[noise], effects).record(pairs)
        found = response.learn(record.pairs, content, record.pairs[-1].at)
        for kind, estimate in found.by_kind.items():
            _count(rows, estimate, record.truth[kind])
    return rows


def _count(rows: list[Row], estimate: Estimate, truth: float) -> None:
    [row] = [one for one in rows if int(one["from"]) <= estimate.n <= int(one["to"])]
    is_helps = estimate.strength is Strength.HELPS
    counts = {
        "estimates": True,
        "held": estimate.low_90 <= truth <= estimate.high_90,
        "helps": is_helps,
        "wrong": is_helps and truth > WORTH,
        "seems": estimate.strength is Strength.SEEMS_TO_HELP,
        "not": estimate.strength is Strength.DOES_NOT_SEEM_TO,
    }
    for name, holds in counts.items():
        row[name] = int(row[name]) + holds


def main() -> int:
    """Prints the figures, and writes them when asked."""
    content = load_content()
    found = {
        "people": PEOPLE,
        "rows": [row for run in RUNS for row in figures(*run, PEOPLE, content)],
        "triggers": [triggers.figures(habit, WATCHERS, content) for habit in HABITS],
        "comparisons": [
            turns.figures(noise, gap, COMPARING, content) for noise in NOISES for gap in turns.GAPS
        ],
    }
    text = json.dumps(found, indent=1) + "\n"
    if "--write" in sys.argv:
        OUT.write_text(text, "utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How far the estimates of what helped hold, from the figures that the benchmark wrote."""

import json
from collections.abc import Callable
from pathlib import Path

from .markdown import bullets, table
from .writing import finished

FIGURES = Path(__file__).resolve().parent / "accuracy-response.json"
LEAD = (
    "Measured on made-up people by `python -m benchmarks.accuracy --write`; this page is made from "
    "the figures it wrote. The people are not the estimate's own model: pain falls by curve A of "
    "the evidence file with flares and a day's rhythm, noise hangs together over hours, effects "
    "differ each time and drift, scores are whole numbers from 0 to 10 and go missing when it is "
    "bad, and help is used when it hurts most. The seeds are not those the numbers were set on."
)
ELSEWHERE = (
    "With few tries an estimate rests on what is believed of people at first, so where that is "
    "wrong the ranges are too narrow until the person's own tries outweigh it. What must hold all "
    'the same is the claim: nothing is said below five tries, and "helps you" is said only of '
    "what the person's own scores bear out. Where nothing helps anybody, each such claim is "
    "wrong; there the number of claims is to be set against the number of people."
)
TRIGGERS_LEAD = (
    "Half a year of notes and two scores a day, the range looked at anew after every ten days. "
    "The bar: of 100 people without any trigger at most 5 are told of one, at whatever look. "
    "Who looks for what came before a bad day always finds something; such notes come too late "
    "to count, which is what keeps the bar. A weak trigger is mostly not found: that is the price."
)
TURNS_LEAD = (
    "Turns in a drawn order, looked at after each pair, at most ten of each, on people whose noise "
    "and effects are as above. The bar: of 100 comparisons of two that are alike, at most 5 name "
    "one of them, however often it is looked at."
)
EXPECTED = "as read"
COUNTS = ("estimates", "held", "helps", "wrong", "seems", "not")
LEAST_SHARE, MOST_SHARE, MOST_WRONG = 0.88, 0.92, 0.05
FEW = 200
Row = dict[str, int | str]


def page() -> str:
    """The page: by number of tries, by noise and seed, then people we did not expect."""
    figures = json.loads(FIGURES.read_text("utf-8"))
    rows: list[Row] = figures["rows"]
    expected = [row for row in rows if row["population"] == EXPECTED]
    return finished(
        "How far the estimates of what helped hold",
        LEAD,
        bullets([
            "The bar: 9 in 10 ranges hold the true effect (88 to 92 in 100).",
            'The bar: of 100 times "helps you", at most 5 where the true effect is under half a '
            "point.",
            f"{figures['people']} people in each run, with 15 to 240 pairs of scores each.",
        ]),
        "## By number of tries of that kind",
        _by(expected, lambda row: f"{row['from']} to {row['to']}"),
        "## By shape of the noise and seed",
        _by(expected, lambda row: f"{row['noise']}, seed {row['seed']}"),
        "## People who are not as the literature has them",
        ELSEWHERE,
        *(
            part
            for population in dict.fromkeys(str(row["population"]) for row in rows)
            if population != EXPECTED
            for part in (
                f"### {population[:1].upper()}{population[1:]}",
                _by(
                    [row for row in rows if row["population"] == population],
                    lambda row: f"{row['from']} to {row['to']}",
                    total="All",
                ),
            )
        ),
        "## Triggers: what is said to come before a bad day",
        TRIGGERS_LEAD,
        _triggers(figures["triggers"]),
        "## Fair comparisons: when it is called clear",
        TURNS_LEAD,
        _turns(figures["comparisons"]),
    )  # fmt: skip


def _triggers(rows: list[Row]) -> str:
    head = ("People who", "People", "Told in vain, at the end", "At any look", "Lifting found")
    return table(
        head,
        [
            (
                str(row["habit"]),
                str(row["people"]),
                _share(row, "end"),
                _share(row, "ever"),
                _share(row, "found") if "adds" in str(row["habit"]) else "there is none",
            )
            for row in rows
        ],
    )


def _turns(rows: list[Row]) -> str:
    head = ("Noise", "True difference", "The better one named", "The other named", "Turns taken")
    return table(
        head,
        [
            (
                str(row["noise"]),
                f"{row['gap']} points" if row["gap"] else "none",
                _share(row, "one") if row["gap"] else f"{_share(row, 'one')} in vain",
                _share(row, "other") if row["gap"] else f"{_share(row, 'other')} in vain",
                f"{int(row['turns']) / int(row['people']):.0f} of 20",
            )
            for row in rows
        ],
    )


def _share(row: Row, name: str) -> str:
    return f"{int(row[name]) / int(row['people']):.1%}"


def _by(rows: list[Row], name_of: Callable[[Row], str], total: str = "") -> str:
    """One row a name, and all of them together where asked."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(name_of(row), []).append(row)
    if total:
        groups[total] = rows
    return table(_HEAD, [_cells(name, group) for name, group in groups.items()])


_HEAD = ("", "Estimates", "Range holds the truth", "Helps you", "Of these wrong",
         "Seems to help", "Does not seem to", "Bar")  # fmt: skip


def _cells(name: str, group: list[Row]) -> tuple[str, ...]:
    sums = {count: sum(int(row[count]) for row in group) for count in COUNTS}
    share = sums["held"] / max(sums["estimates"], 1)
    return (
        name,
        str(sums["estimates"]),
        f"{share:.1%}",
        str(sums["helps"]),
        str(sums["wrong"]),
        str(sums["seems"]),
        str(sums["not"]),
        _verdict(share, sums),
    )


def _verdict(share: float, sums: dict[str, int]) -> str:
    if sums["wrong"] > MOST_WRONG * sums["helps"]:
        return "missed: wrong claims"
    if sums["estimates"] < FEW:
        return "too few to say"
    if share < LEAST_SHARE:
        return "missed: too narrow"
    return "missed: too wide" if share > MOST_SHARE else "met"

"""What came of the simulated people, from the run that the benchmark wrote down."""

import json
from pathlib import Path

from .markdown import bullets, table
from .writing import finished

FIGURES = Path(__file__).resolve().parent / "simulation.json"
LEAD = (
    "People who do not exist live with the rooms of Loosen for 90 days, and something that was "
    "written apart from those rooms watches for what must never be. This page is the report of "
    "`{command}`, as `python -m benchmarks.whole_simulation --write` ran it and wrote it down."
)
WHO = (
    "What they are made of is in section 7 of the evidence file: courses of 7.2, effects and "
    "spread of 7.3. How they live is ours: how often they open it, skip, tell a score or log late, "
    "tap twice, type a wrong number and put it right, travel, change to summer time, have a clock "
    "set back, ask again too soon, take more from elsewhere, see a clinician or do not, and what "
    "they are told. What makes a medicine unfit, and danger signs, come more often than in life: "
    "rare things must be seen to be tested."
)
ON_LEARNING = (
    "Learning changes the order of what is safe and nothing else, and an hour holds one step of "
    "heat or cold. Even a plan that was told the truth about each person (what heat, cold and "
    "each exercise does for them) came out at {mean:+.1f} points x hours against the plan without "
    "learning ({low:+.1f} to {high:+.1f}, 9 in 10; {people} people, {days} days): with the effects "
    "of 7.3, in which heat is mostly the better one from the start, there is next to nothing to "
    "be won by order. What the people "
    "were was not changed so that Loosen looks better."
)
ON_COVERAGE = (
    "Where the ranges hold more than nine in ten they are wider than they had to be: here what "
    "heat, cold and massage do is drawn from the very figures that the estimate believes at "
    "first. How they hold in people who are otherwise is on "
    "[a page of its own](accuracy-response.md)."
)
NOT_MODELLED = (
    "Left out of 7.3: what exercise does to pain that lasts (a recalled figure), and walking with "
    "teaching over a year."
)
ON_THE_RECIPE = (
    "Where the article's recipe has fewer pain-hours, they come of its four turns of ice and heat "
    "on a day, asked after by nobody: they ease more hours than the one that a plan leads "
    "through. The columns beside them say what that breaks, and nothing that it breaks costs a "
    "pain-hour in here."
)


def page() -> str:
    """The page: what was run and what it cost, the report, what is to be said of it."""
    figures = json.loads(FIGURES.read_text("utf-8"))
    title, _, report = str(figures["report"]).partition("\n")
    return finished(
        "What came of simulated people",
        LEAD.format(command=figures["command"]),
        WHO,
        "## What it cost",
        bullets(_cost(figures)),
        _memory(figures),
        f"## The run: {title.removeprefix('# ')}",
        report.strip().replace("\n## ", "\n### ").replace("## ", "### ", 1),
        "## What is to be said of it",
        ON_THE_RECIPE,
        _on_learning(figures),
        ON_COVERAGE,
        NOT_MODELLED,
    )


def _cost(figures: dict[str, object]) -> list[str]:
    seconds, people = figures["seconds"], figures["people"]
    assert isinstance(seconds, int)
    assert isinstance(people, int)
    minutes = f"{seconds / 60:.1f} minutes"
    return [
        f"Run on {figures['date']}, content {figures['content_version']}, {figures['cores']} "
        f"cores; the machine's load when it began: {figures['load']}.",
        f"{minutes} for {people} people in four arms with two workers: "
        f"{figures['people_days_a_second']} people-days a second. The budget is 5 minutes for "
        "1,000 people on two cores that do nothing else: 1200 a second.",
        f"10,000 people would cost {10_000 / people:.0f} times that, about "
        f"{seconds / 60 * 10_000 / people:.0f} minutes: people share nothing.",
    ]


def _memory(figures: dict[str, object]) -> str:
    rows = figures["memory"]
    assert isinstance(rows, list)
    heads = ("People", "days", "first process, MB", "the larger worker, MB")
    return table(heads, [tuple(map(str, row)) for row in rows])


def _on_learning(figures: dict[str, object]) -> str:
    truth = figures["truth"]
    assert isinstance(truth, list)
    mean, half = truth
    return ON_LEARNING.format(
        mean=mean, low=mean - half, high=mean + half, people=figures["truth_people"], days=90
    )

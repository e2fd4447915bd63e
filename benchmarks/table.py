"""One row a figure; one table a run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A measured figure against its budget; `at_least` where more is better."""

    what: str
    figure: float
    unit: str
    budget: float
    how: str
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the figure keeps the budget."""
        return self.figure >= self.budget if self.at_least else self.figure <= self.budget

    def cells(self) -> tuple[str, ...]:
        """The row as text: what, figure, budget, verdict, how it was measured."""
        sign = "at least" if self.at_least else "at most"
        return (
            self.what,
            f"{self.figure:.3g} {self.unit}",
            f"{sign} {self.budget:g} {self.unit}",
            "holds" if self.holds else "FALLS SHORT",
            self.how,
        )


HEAD = ("What", "Figure", "Budget", "", "How")


def as_markdown(rows: Sequence[Row]) -> str:
    """The table as Markdown."""
    lines = ["| " + " | ".join(cells) + " |" for cells in (HEAD, *(row.cells() for row in rows))]
    return "\n".join([lines[0], "|" + "---|" * len(HEAD), *lines[1:]]) + "\n"


def median_ms(job: Callable[[], object], *, runs: int, warm: int = 3) -> float:
    """The median time of one call in milliseconds, after a few that do not count."""
    return median(times_ms(job, runs=runs, warm=warm))


def at_95(values: Sequence[float]) -> float:
    """Ninety-five of a hundred are no larger."""
    return sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]


def times_ms(
    job: Callable[[], object],
    *,
    runs: int,
    warm: int = 3,
    clock: Callable[[], float] = perf_counter,
) -> list[float]:
    """The times of so many calls in milliseconds, the shortest first; the first few not counted."""
    for _ in range(warm):
        job()
    return sorted(_timed_ms(job, clock) for _ in range(runs))


def _timed_ms(job: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    job()
    return (clock() - start) * 1000

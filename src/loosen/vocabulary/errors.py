"""The error family: every message says what, where, found, expected and what to do next.

Problems are collected first and spoken once, so that a person mends a file in one go.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong, in parts; `str()` composes the sentence once, here."""

    what: str
    where: str
    found: str
    expected: str
    do: str

    def __str__(self) -> str:
        return (
            f"{self.where}: {self.what}\n"
            f"    found:    {self.found}\n"
            f"    expected: {self.expected}\n"
            f"    do:       {self.do}"
        )


class LoosenError(Exception):
    """The root of the family; carries at least one problem."""

    def __init__(self, problems: Sequence[Problem] | Problem) -> None:
        self.problems = (problems,) if isinstance(problems, Problem) else tuple(problems)
        if not self.problems:
            raise ValueError("an error of the family needs at least one problem")
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ContentError(LoosenError):
    """A content file is wrong (exit code 3)."""


class AnswersError(LoosenError):
    """Answers are missing, malformed or out of range (exit code 4)."""


class LedgerError(LoosenError):
    """An entry or a correction cannot stand (exit code 5)."""


class PlanError(LoosenError):
    """A plan was asked for that may not be built (exit code 6)."""


class ForeignDataError(LoosenError):
    """An import is damaged, newer or another person's; refused whole (exit code 7)."""


class SettingsError(LoosenError):
    """A setting has a value that is not allowed (exit code 8)."""


class MovementError(LoosenError):
    """A recording, a video or a signal cannot be read (exit code 10)."""

"""The second pass: every check across files, one after the other, all problems at once."""

from collections.abc import Iterator

from loosen.vocabulary import Problem

from . import medicines, references, soundness, wording
from .catalogue import Catalogue
from .shelves import Loaded


def cross_problems(loaded: list[Loaded], broken: frozenset[str]) -> Iterator[Problem]:
    """Every problem between records. `broken`: ids of records that could not be read."""
    everything = Catalogue(loaded=tuple(loaded), broken=broken)
    for check in (*references.CHECKS, *soundness.CHECKS, *wording.CHECKS, *medicines.CHECKS):
        yield from check(everything)

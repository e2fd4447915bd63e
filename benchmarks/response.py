"""What helped, learned anew from a whole record of pairs."""

from collections.abc import Iterator

from loosen import response
from loosen.library.current import load_content

from .one_person import NOISES, Person
from .table import Row, median_ms

PAIRS = 1000


def rows() -> Iterator[Row]:
    """All pairs taken in and estimated, and one more of them."""
    content = load_content()
    pairs = Person("bench", NOISES["heavy tails"]).record(PAIRS).pairs
    at = pairs[-1].at
    yield Row(
        what=f"what helped, from {PAIRS} pairs",
        figure=median_ms(lambda: response.learn(pairs, content, at), runs=30),
        unit="ms",
        budget=20,
        how="`response.learn`, five kinds of help, median of 30",
    )

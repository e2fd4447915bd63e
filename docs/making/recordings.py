"""The files of recordings, from the tables of their arrays that read and write them."""

from collections.abc import Mapping

from loosen.movement import motions, npz, recording

from .markdown import bullets, code, table
from .writing import finished

LEAD = (
    "A recording is an `npz` file, as `numpy.savez` writes it and any unzip opens it: one array a "
    "name, no pickled objects. `loosen replay` reads it, `loosen analyse --recording OUT` and the "
    "coach's page write it. Other names are left alone. Two kinds are told apart by their arrays."
)
LIMITS = (
    f"At most {npz.MOST_FRAMES:,} frames or readings, and {npz.MOST_BYTES:,} bytes unpacked.",
    f"Most times at most {npz.APART_S:g} s apart: what is farther apart is taken for milliseconds.",
    f"Landmarks at most {recording.MOST_SHARE:g} pictures away in the middle: what is farther is "
    "taken for pixels.",
    f"Acceleration from {motions.LEAST_PULL:g} to {motions.MOST_PULL:g} m/s2 on its largest axis "
    "in the middle: what is less is taken for g, or gravity is missing.",
)
OTHERS = (
    'Anyone\'s landmarks can be judged so. In Python: `numpy.savez("set.npz", t=times, '
    "lm=landmarks, size=(640, 480))`, then `loosen replay set.npz --exercise bridge --view side`."
)
HEAD = ("Array", "Shape", "What it holds")


def page() -> str:
    """Both kinds, and what a file may hold at most."""
    return finished(
        "Recordings (npz)",
        LEAD,
        f"This is version {npz.VERSION}. An array that is added leaves the version as it is; one "
        "that goes, or means something else, makes it the next.",
        "## What a camera saw",
        f"It has to hold {_named(recording.NEEDED)}. Cat and cow is seen by the mask alone.",
        table(HEAD, _rows(recording.ARRAYS)),
        OTHERS,
        "## What a phone felt",
        f"It has to hold {_named(motions.NEEDED)}.",
        table(HEAD, _rows(motions.ARRAYS)),
        "## What is refused",
        bullets(LIMITS),
        "All that is wrong with a file is said at once, and nothing of it is judged.",
    )


def _named(names: tuple[str, ...]) -> str:
    return ", ".join(map(code, names))


def _rows(arrays: Mapping[str, tuple[str, str]]) -> list[tuple[str, str, str]]:
    return [(code(name), shape, words) for name, (shape, words) in arrays.items()]

"""What was recognised in a recording, as plain JSON: its stretches, and each set's own record."""

from loosen.vocabulary.wire import to_plain

from .recognised_sets import Recognition, Stretch
from .record import FORMAT, Record, set_record

UNKNOWN = "unknown"
KEYS = {
    "format": f"of this record: {FORMAT}",
    "stretches": {
        "start_s": "from when",
        "end_s": "until when; the next one begins there",
        "exercise": f"which one it was, or {UNKNOWN}",
        "share": "of the windows that saw it, those that said so: 0 to 1",
    },
    "sets": "of each stretch that is an exercise: its own record, with the keys of the stretch",
}


def recognition_record(found: Recognition) -> Record:
    """The whole recording, for whoever reads JSON."""
    return {
        "format": FORMAT,
        "stretches": [_stretch(one) for one in found.stretches],
        "sets": [
            _stretch(one.stretch) | set_record(one.stretch.exercise or UNKNOWN, one.result)
            for one in found.sets
        ],
    }


def _stretch(one: Stretch) -> Record:
    return {
        "start_s": to_plain(one.start_s),
        "end_s": to_plain(one.end_s),
        "exercise": one.exercise or UNKNOWN,
        "share": to_plain(one.share),
    }

"""What both Pythons are asked of a set: each packed frame in, every event and the record out.

And of somebody who sits: the events alone.

The server's Python and the one in the page (Pyodide) run this same file and have to give the same
text, byte for byte. It needs what the page gets of our rooms, nothing else.
"""

import base64
import json

from loosen.movement.live import LiveSet
from loosen.movement.live_sitting import LiveSitting
from loosen.vocabulary.wire import canonical_json


def judge(text: str) -> str:
    """JSON with the bundle, sets and a sitting in; their events, and the end of each set, out."""
    asked = json.loads(text)
    sat = LiveSitting(asked["bundle"])
    return canonical_json(
        {
            "sets": {one["name"]: _watched(one, asked["bundle"]) for one in asked["sets"]},
            "sitting": [sat.look(base64.b64decode(packed)) for packed in asked["sitting"]],
        }
    )


def _watched(one: dict[str, str], bundle: str) -> dict[str, object]:
    live = LiveSet(bundle, one["start"])
    events = [live.look(base64.b64decode(packed)) for packed in one["frames"]]
    return {"events": events, "end": live.finish()}

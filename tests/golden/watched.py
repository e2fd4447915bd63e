"""What both Pythons are asked of a set: each packed frame in, every event and the record out.

The server's Python and the one in the page (Pyodide) run this same file and have to give the same
text, byte for byte. It needs what the page gets of our rooms, nothing else.
"""

import base64
import json

from loosen.movement.live import LiveSet
from loosen.vocabulary.wire import canonical_json


def judge(text: str) -> str:
    """JSON with the coach's bundle and sets in; of each set its events and its end, by name."""
    asked = json.loads(text)
    return canonical_json({one["name"]: _watched(one, asked["bundle"]) for one in asked["sets"]})


def _watched(one: dict[str, str], bundle: str) -> dict[str, object]:
    live = LiveSet(bundle, one["start"])
    events = [live.look(base64.b64decode(packed)) for packed in one["frames"]]
    return {"events": events, "end": live.finish()}

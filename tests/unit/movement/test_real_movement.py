"""Real people's joints before the camera: how they are read, and where the landmarks are put."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[3]


def benchmark(name: str) -> ModuleType:
    sys.path.insert(0, str(ROOT))
    try:
        return importlib.import_module(f"benchmarks.{name}")
    finally:
        sys.path.remove(str(ROOT))


def test_a_joint_is_turned_about_y_before_x_before_z() -> None:
    places, turns_deg = np.zeros((1, 66)), np.zeros((1, 66))
    places[0, 3:6] = 0, 0, 1  # the second joint: ahead of the first
    turns_deg[0, :2] = 90, 90
    [joints] = benchmark("ui_prmd").in_room(places, turns_deg)
    assert joints[1] == pytest.approx((1, 0, 0), abs=1e-9)

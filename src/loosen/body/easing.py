"""The way between key poses: slow at the ends, and through a key without a halt."""

import numpy as np

from .rotations import Array


def between(at: list[float], phases: Array) -> tuple[np.ndarray, Array]:
    """For each phase the key before it, and how far eased to the next: 0 to 1."""
    before, part, _ = _parts(at, phases)
    return before, part * part * (3 - 2 * part)


def eased(at: list[float], values: Array, phases: Array) -> Array:
    """Values (K, N) of key poses at phases (T,), as (T, N): curves that never leave what the
    keys of each span.

    Where a joint turns back, or rests, it slows to a halt; where a key lies on its way, it moves
    on (Fritsch and Carlson 1980, a monotone piecewise cubic, recalled). The end runs into the
    start, as a movement that is repeated does.
    """
    before, part, spans = _parts(at, phases)
    after = np.minimum(before + 1, len(at) - 1)
    slopes = _slopes(at, values)
    part, spans = part[:, None], spans[:, None]
    rise = values[after] - values[before]
    curve = values[before] + rise * part * part * (3 - 2 * part)
    bulge = slopes[before] * (1 - part) - slopes[after] * part
    return np.asarray(curve + spans * part * (1 - part) * bulge)


def _parts(at: list[float], phases: Array) -> tuple[np.ndarray, Array, Array]:
    before = np.clip(np.searchsorted(at, phases, side="right") - 1, 0, len(at) - 1)
    nexts = np.minimum(before + 1, len(at) - 1)
    starts, ends = np.array(at)[before], np.array(at)[nexts]
    spans = ends - starts
    part = np.clip((phases - starts) / np.maximum(spans, 1e-9), 0.0, 1.0)
    # After the last key, and in a still, nothing moves.
    return before, np.where(nexts > before, part, 0.0), spans


def _slopes(at: list[float], values: Array) -> Array:
    """How fast each value changes at each key (K, N), per phase; 0 where it turns back."""
    if len(at) < 3:
        return np.zeros_like(values)
    secants = np.diff(values, axis=0) / np.diff(at)[:, None]
    closes = np.abs(values[-1] - values[0]) < 1e-9
    left = np.concatenate([np.where(closes, secants[-1:], 0.0), secants])
    right = np.concatenate([secants, np.where(closes, secants[:1], 0.0)])
    onward = left * right > 0
    total = np.where(onward, left + right, 1.0)
    return np.where(onward, 2 * left * right / total, 0.0)

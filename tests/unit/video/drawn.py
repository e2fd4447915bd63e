"""The drawn figure on film: pictures that the real models find a person in."""

import io
import re

import av
import numpy as np
from resvg_py import svg_to_bytes
from tests.movement.recorded import motion
from tests.unit.video.clips import Picture

from loosen.body import WOMAN
from loosen.body.scene import Scene, body, box_of, ground, scene

WIDE, HIGH = 480, 360
FILLS = 0.62  # of the picture's width
STEPS = 12  # of the way out: each picture is drawn once and shown often


def filmed(id_: str, reps: int, frames_per_s: float) -> list[Picture]:
    """So many times out and back: two seconds each way, and a second at either end."""
    way = np.linspace(0, 0.5, STEPS + 1)
    made = scene(motion(id_), WOMAN, way, None)
    drawn = [_picture(made, index) for index in range(len(way))]
    once = [(0, 1.0), (STEPS, 2.0), (STEPS, 1.0), (0, 2.0)]
    corners = [(0.0, 0), (2.0, 0)]
    for step, lasts_s in once * reps:
        corners.append((corners[-1][0] + lasts_s, step))
    corners.append((corners[-1][0] + 1.5, 0))
    times = np.arange(0, corners[-1][0], 1 / frames_per_s)
    at = np.interp(times, [t_s for t_s, _ in corners], [step for _, step in corners])
    return [drawn[round(one)] for one in at]


def _picture(made: Scene, index: int) -> Picture:
    x, y, wide, high = box_of(made)
    across = wide / FILLS
    down = across * HIGH / WIDE
    left, top = x - (across - wide) / 2, y + high - 0.8 * down
    box = f"{left:.1f} {top:.1f} {across:.1f} {down:.1f}"
    wall = f'<rect x="{left}" y="{top}" width="{across}" height="{down}" fill="#cfc8ba"/>'
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{WIDE}" height="{HIGH}">'
        f"{wall}{ground(made, [index])}{body(made, index)}</svg>"
    )
    plain = re.sub(r"var\(--[\w-]+,(#\w+)\)", r"\1", svg)
    with av.open(io.BytesIO(bytes(svg_to_bytes(svg_string=plain)))) as held:
        return next(held.decode(video=0)).to_ndarray(format="rgb24")

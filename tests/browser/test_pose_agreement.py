"""One still, two pipelines: what `analyse` sees in it is what the coach's page sees in it."""

import mimetypes
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Browser, Route

from loosen.cli.analysing import model_file
from loosen.video import Picture, PoseReader, open_models
from loosen.video.mask import unpacked
from loosen.vocabulary.frames import Frame

from ..conftest import NODE_PACKAGES
from ..unit.video import clips
from ..unit.video.drawn import filmed

ORIGIN = "http://localhost"
VISION = NODE_PACKAGES / "@mediapipe" / "tasks-vision"
LOOK = """async () => {
  const { PoseLandmarker } = await import("/vision_bundle.mjs");
  const bytes = new Uint8Array(await (await fetch("/pose.task")).arrayBuffer());
  const pose = await PoseLandmarker.createFromOptions(
    { wasmLoaderPath: "/vision_wasm_internal.js", wasmBinaryPath: "/vision_wasm_internal.wasm" },
    { baseOptions: { modelAssetBuffer: bytes, delegate: "CPU" }, runningMode: "IMAGE",
      outputSegmentationMasks: true },
  );
  return await Promise.all(["photograph", "drawn"].map(async (name) => {
    const still = await createImageBitmap(await (await fetch(`/${name}.png`)).blob());
    const found = pose.detect(still), mask = found.segmentationMasks[0];
    const person = [...mask.getAsFloat32Array()].map((one) => (one > 0.5 ? 1 : 0));
    return { rows: found.landmarks[0].map(({ x, y, z, visibility }) => [x, y, z, visibility]),
             person: person.join(""), wide: mask.width };
  }));
}"""
SURE = 0.5
# Of a picture of 512 and of 480 pixels. Of the photograph most of the crop lies below its edge,
# where both invent: there a rounding more or less moves a landmark by pixels.
MOST_PX = {"photograph": 3.0, "drawn": 0.5}
LEAST_OF_MASK = 0.99


def test_both_see_the_same_in_a_still(browser: Browser, tmp_path: Path) -> None:
    stills = {"photograph": clips.photograph(), "drawn": filmed("bridge", 1, 4)[0]}
    for name, still in stills.items():
        clips.write_png(tmp_path / f"{name}.png", still)
    page = browser.new_page()
    page.route("**/*", _answering(tmp_path))
    page.goto(f"{ORIGIN}/")
    found = dict(zip(stills, page.evaluate(LOOK), strict=True))
    page.close()
    off_px, masks = {}, {}
    for name, still in stills.items():
        here = _here(still)
        off_px[name] = _off_px(found[name], here)
        masks[name] = _alike(found[name], here)
    assert {name: px for name, px in off_px.items() if px > MOST_PX[name]} == {}
    assert {name: share for name, share in masks.items() if share < LEAST_OF_MASK} == {}


def _here(still: clips.Picture) -> Frame:
    return PoseReader(models=open_models(model_file("full"))).read(
        Picture(t_s=0.0, rgba=clips.opaque(still))
    )


def _off_px(there: dict[str, Any], here: Frame) -> float:
    """The mean over the landmarks that are seen surely."""
    rows, own = np.array(there["rows"]), np.array(here.lm)
    off = (rows - own)[:, :2] * here.size_px
    return float(np.hypot(off[:, 0], off[:, 1])[rows[:, 3] > SURE].mean())


def _alike(there: dict[str, Any], here: Frame) -> float:
    """The share of the mask's places in which both say the same, by the pixel in the middle."""
    own = unpacked(here.mask64 or b"")
    person = np.array([int(one) for one in there["person"]]).reshape(-1, there["wide"])
    (high, wide), (rows, columns) = person.shape, own.shape
    y = ((np.arange(rows) + 0.5) * high / rows).astype(int)
    x = ((np.arange(columns) + 0.5) * wide / columns).astype(int)
    return float((person[np.ix_(y, x)] == own).mean())


def _answering(stills: Path) -> Callable[[Route], None]:
    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(f"{ORIGIN}/")
        if not name:
            route.fulfill(body="<!doctype html><title>A still</title>", content_type="text/html")
            return
        kind = "text/javascript" if name.endswith("js") else mimetypes.guess_type(name)[0]
        places = (stills / name, VISION / name, VISION / "wasm" / name, model_file("full"))
        body = next(one for one in places if one.is_file()).read_bytes()
        route.fulfill(body=body, content_type=kind or "application/octet-stream")

    return answer

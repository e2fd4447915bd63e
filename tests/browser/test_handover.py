"""A picture's own bytes and the graphics card hand the model the same picture.

No camera is opened: the page makes the pictures of a photograph as a camera does, and puts them in
at the port of the real pose worker. The worker's script gets a few lines before it, which say by
which of the two ways each picture went, and take the first way away where the test wants that.
"""

import json

import av
import numpy as np
from playwright.sync_api import Browser

from loosen.library.current import load_content
from loosen.movement.live import unpack
from loosen.video.mask import unpacked
from loosen.vocabulary.frames import Frame
from loosen.web.eyes.files import coach_files_json
from loosen.web.site.assets import coach_urls
from loosen.web.site.headers import ALWAYS, WATCHES

from ..unit.video import clips
from .own_frames import EyesPage
from .phone import Phone
from .server import Server

SIZE_PX = (480, 480)
TELLS = """
for (const [of, what, name] of [[VideoFrame, "copyTo", "bytes"],
                                [WebGL2RenderingContext, "texImage2D", "card"]]) {
  const really = of.prototype[what];
  if (really === undefined) continue;
  of.prototype[what] = function (...given) {
    if (name === "bytes" || given.length === 6) self.postMessage({ kind: "went", by: name });
    return really.apply(this, given);
  };
}
"""
WITHOUT_BYTES = "delete VideoFrame.prototype.copyTo;\n"
LOOK = """async ([worker, files, [wide, high], times]) => {
  const bytes = await (await fetch("/a-photograph")).arrayBuffer();
  const pose = new Worker(worker, { type: "module" });
  const { port1, port2 } = new MessageChannel();
  const ways = [], seen = [];
  const hears = (kind) => new Promise((resolve, reject) => {
    pose.onmessage = ({ data }) => {
      if (data.kind === "went") ways.push(data.by);
      if (data.kind === kind) resolve();
      if (data.kind === "failed") reject(new Error(JSON.stringify(data)));
    };
    pose.onerror = ({ message }) => reject(new Error(message));
  });
  const sees = () => new Promise((resolve) => {
    port2.onmessage = ({ data }) => resolve([...new Uint8Array(data)]);
  });
  const isReady = hears("ready");
  pose.postMessage({ kind: "init", files, model: "lite", port: port1 }, [port1]);
  await isReady;
  for (let n = 0; n < times; n += 1) {
    const picture = new VideoFrame(bytes, {
      format: "I420", codedWidth: wide, codedHeight: high, timestamp: n * 1e5 });
    const [came, isDone] = [sees(), hears("looked")];
    pose.postMessage({ kind: "picture", picture, t_s: n / 10 }, [picture]);
    seen.push(await came);
    await isDone;
  }
  pose.terminate();
  return [ways, seen];
}"""
TIMES = 2  # the first picture could turn the second one's way off
MOST_OFF = 0.01  # of the picture's width and height


def test_by_its_bytes_and_by_the_card_the_model_sees_the_same_picture(
    browser: Browser, home: Server
) -> None:
    ways, by_bytes = seen_in(browser, home, TELLS)
    assert ways == ["bytes"] * TIMES
    ways, by_card = seen_in(browser, home, WITHOUT_BYTES + TELLS)
    assert ways == ["card"] * TIMES
    for one, other in zip(by_bytes, by_card, strict=True):
        assert one.people == other.people == 1
        off = np.abs(np.array(one.lm) - np.array(other.lm))[:, :2]
        assert off.max() < MOST_OFF
        assert one.mask64 == other.mask64
        assert one.mask64 is not None
        assert 0.2 < unpacked(one.mask64).mean() < 0.9  # somebody, and something round them


def seen_in(browser: Browser, home: Server, before: str) -> tuple[list[str], list[Frame]]:
    """By which way each picture went, and what the model saw, in a page of its own."""
    phone = Phone(browser, home.origin)
    phone.go(home.new_address())
    page = EyesPage(phone.page).page
    [worker] = [url for url in coach_urls() if "pose.worker" in url]
    script = before + phone.context.request.get(worker).text()
    made = {"content_type": "text/javascript", "headers": ALWAYS | WATCHES}
    page.route(f"**{worker}", lambda route: route.fulfill(body=script, **made))
    page.route("**/a-photograph", lambda route: route.fulfill(body=in_a_camera_s_colours()))
    files = json.loads(coach_files_json(load_content()))
    ways, seen = page.evaluate(LOOK, [worker, files, SIZE_PX, TIMES])
    faults = list(phone.watch.faults)
    phone.close()
    assert faults == []
    return ways, [unpack(bytes(one)) for one in seen]


def in_a_camera_s_colours() -> bytes:
    """The photograph as a camera gives it: its light, and its colours at half the size."""
    picture = av.VideoFrame.from_ndarray(clips.photograph(), format="rgb24")
    return picture.reformat(*SIZE_PX, format="yuv420p").to_ndarray().tobytes()

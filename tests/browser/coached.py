"""Somebody whose set is counted: frames of the drawn figure come in where the pose model sits."""

import base64
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Locator, expect

from loosen.movement.landmarks import HIPS
from loosen.movement.live import pack
from loosen.vocabulary.frames import Frame, Landmark

from ..movement.recorded import a_set
from .own_frames import FAKE_POSE
from .phone import PATIENCE_MS
from .someone import Someone

FAKE_CAMERA = (Path(__file__).parent / "fake_camera.js").read_text(encoding="utf-8")
LOADS_MS = 6 * PATIENCE_MS  # Python for the page is ten megabytes
STEP_S = 1 / 15
UNDER_THE_LINE = """() => {
  const canvas = document.querySelector("[data-ghost] canvas");
  const line = document.querySelector("[data-line]");
  const {top, right, width, height} = canvas.getBoundingClientRect();
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  const brush = copy.getContext("2d", {willReadFrequently: true});
  brush.drawImage(canvas, 0, 0);
  const isPainted = (point) => {
    const {x, y} = point.matrixTransform(line.getScreenCTM());
    const [across, down] = [(right - x) / width, (y - top) / height]; // mirrored
    return brush.getImageData(across * canvas.width, down * canvas.height, 1, 1).data[3] > 0;
  };
  return line.points.length > 0 && [...line.points].every(isPainted);
}"""


class Coached:
    """The coach's page of `someone`, with a camera that shows what the test puts in."""

    def __init__(self, someone: Someone) -> None:
        self.someone = someone
        self.page = someone.phone.page
        self.t_s = 0.0
        self.frames = 0  # that came in so far
        for script in (FAKE_POSE, FAKE_CAMERA):
            someone.phone.context.add_init_script(script)

    def part(self, name: str) -> Locator:
        """A part of the page by the name that its script has for it."""
        return self.page.locator(f"[data-{name}]")

    def uses(self, by: str) -> None:
        """Taps who is to count."""
        self.someone.phone.tap(self.page.locator(f'button[data-by="{by}"]'))

    def is_in(self, state: str) -> None:
        """The page is at this part of the set."""
        root = self.page.locator('[data-module="coach"]')
        expect(root).to_have_attribute("data-state", state, timeout=LOADS_MS)

    def is_watched(self) -> None:
        """The camera is on, and our Python waits for what it sees."""
        self.uses("camera")
        self.is_in("set-up")

    def seen(self, frames: Sequence[Frame]) -> None:
        """These frames come in, after what came before."""
        first_s = frames[0].t_s
        moved = [replace(one, t_s=self.t_s + one.t_s - first_s) for one in frames]
        self.t_s = moved[-1].t_s + STEP_S
        self.frames += len(moved)
        packed = [base64.b64encode(pack(one)).decode() for one in moved]
        self.page.evaluate("(frames) => putFrames(frames)", packed)

    def is_laid_over(self) -> None:
        """Under every joint of the person's own line lies the figure."""
        expect(self.part("ghost")).to_have_attribute("data-over", "")
        self.page.wait_for_function(UNDER_THE_LINE)

    def stands_beside(self) -> None:
        """The figure has its own corner, and nothing is drawn over the person."""
        expect(self.part("ghost")).not_to_have_attribute("data-over", "")
        expect(self.part("outline")).not_to_have_attribute("data-on", "")

    def counts(self, number: int) -> None:
        """The large count shows it."""
        expect(self.part("count")).to_have_text(str(number))

    def says(self, words: str) -> None:
        """The cue shows it: large, and what is too long for that below it."""
        expect(self.part("told")).to_contain_text(words)


def bridges() -> tuple[Frame, ...]:
    """Five bridges, lying down first."""
    return a_set("bridge").frames


def lifted(frames: Sequence[Frame], *, by: float = 0.03) -> tuple[Frame, ...]:
    """The same with the hips raised on by so much of the picture's height, where they are up."""
    lowest = max(one.lm[HIPS[0]][1] for one in frames)
    return tuple(_lifted(one, by) if one.lm[HIPS[0]][1] < lowest - 0.05 else one for one in frames)


def smaller(frames: Sequence[Frame], share: float = 0.65) -> tuple[Frame, ...]:
    """The same with only this share of the way there."""
    rest = frames[0].lm
    return tuple(replace(one, lm=_between(rest, one.lm, share)) for one in frames)


def _between(
    rest: tuple[Landmark, ...], there: tuple[Landmark, ...], share: float
) -> tuple[Landmark, ...]:
    return tuple(
        (a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), b[2], b[3])
        for a, b in zip(rest, there, strict=True)
    )


def _lifted(frame: Frame, by: float) -> Frame:
    lm = list(frame.lm)
    for hip in HIPS:
        x, y, z, sure = lm[hip]
        lm[hip] = (x, y - by, z, sure)
    return replace(frame, lm=tuple(lm))

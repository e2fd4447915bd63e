"""The look: colours one can read in every theme, pages that weigh little, drawings that exist."""

import gzip
import json
import re
from pathlib import Path

import pytest
from django.conf import settings

from loosen.body.scene import PALETTE
from loosen.web.site.icons import SHAPES

ROOT = Path(__file__).resolve().parents[3]
STYLES = ROOT / "frontend" / "src"
TEMPLATES = [*(ROOT / "src" / "loosen" / "web").rglob("templates/**/*.html")]
HEX = r"#[0-9a-f]{3}(?:[0-9a-f]{3})?"
PAIR = re.compile(rf"--([\w-]+): (?:light-dark\(({HEX}), ({HEX})\)|({HEX}));")


def colours_in(sheet: str) -> dict[str, tuple[str, str]]:
    """Each colour of a style sheet, by light and by dark."""
    found = PAIR.findall((STYLES / sheet).read_text(encoding="utf-8"))
    return {name: (light or both, dark or both) for name, light, dark, both in found}


COLOURS = colours_in("base/tokens.css")
HIGH_CONTRAST = COLOURS | colours_in("contrast.css")
TEXT_ON_GROUND = [
    *(("ink", ground) for ground in ("ground", "surface", "surface-2", "pine-soft", "honey-soft")),
    *(("ink-2", ground) for ground in ("ground", "surface", "surface-2", "pine-soft")),
    *(("pine", ground) for ground in ("ground", "surface", "surface-2")),
    *(("on-pine", ground) for ground in ("pine", "pine-2")),
    *(("on-stop", ground) for ground in ("stop", "stop-2")),
    *(("on-honey", ground) for ground in ("honey", "honey-3")),
    *((f"on-{soft}", soft) for soft in ("pine-soft", "pine-deep", "honey-soft", "sky-soft")),
    *(
        ("on-pine-deep-2", "pine-deep"),
        ("on-urgent", "urgent"),
        ("on-urgent-press", "urgent-press"),
    ),
    *(("brick", ground) for ground in ("ground", "surface")),
    ("on-brick-soft", "brick-soft"),
]
SIGNS_ON_GROUND = [
    *(("line-strong", ground) for ground in ("ground", "surface")),
    *(("honey-2", ground) for ground in ("ground", "surface")),
    *(("focus", ground) for ground in ("ground", "surface")),
    ("stop", "ground"),
]
TEXT_LEAST, SIGN_LEAST = 4.5, 3.0
TEXT_LEAST_IN_HIGH_CONTRAST, SIGN_LEAST_IN_HIGH_CONTRAST = 7.0, 4.5


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    if len(colour) == len("#rgb"):
        colour = "#" + "".join(2 * digit for digit in colour[1:])
    red, green, blue = (
        share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4
        for share in (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_black_on_white_is_known_to_be_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_can_be_read_on_its_ground(text: str, ground: str, theme: int) -> None:
    assert contrast(COLOURS[text][theme], COLOURS[ground][theme]) >= TEXT_LEAST


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("sign", "ground"), SIGNS_ON_GROUND)
def test_a_border_a_ring_and_the_focus_can_be_seen(sign: str, ground: str, theme: int) -> None:
    assert contrast(COLOURS[sign][theme], COLOURS[ground][theme]) >= SIGN_LEAST


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_in_high_contrast_text_is_7_to_1(text: str, ground: str, theme: int) -> None:
    ratio = contrast(HIGH_CONTRAST[text][theme], HIGH_CONTRAST[ground][theme])
    assert ratio >= TEXT_LEAST_IN_HIGH_CONTRAST


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("sign", "ground"), SIGNS_ON_GROUND)
def test_in_high_contrast_signs_are_as_clear_as_text(sign: str, ground: str, theme: int) -> None:
    ratio = contrast(HIGH_CONTRAST[sign][theme], HIGH_CONTRAST[ground][theme])
    assert ratio >= SIGN_LEAST_IN_HIGH_CONTRAST


def test_high_contrast_names_no_colour_that_the_look_does_not_know() -> None:
    assert colours_in("contrast.css").keys() <= COLOURS.keys() | {"depth-1", "depth-2"}


# --- the drawn figure ------------------------------------------------------------------------

# What must stand out from every sheet that a figure lies on; far limbs and props may be faint.
FIGURE_LEAST = 1.6
OF_THE_BODY = ("skin", "shirt", "trousers", "hair", "arrow", "ghost")


def test_every_colour_of_the_figure_is_given_by_the_pages() -> None:
    sheet = (STYLES / "base" / "tokens.css").read_text(encoding="utf-8")
    assert set(re.findall(r"--figure-([\w-]+):", sheet)) == PALETTE.keys()


@pytest.mark.parametrize("part", OF_THE_BODY)
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["ground", "surface", "surface-2"])
def test_the_figure_stands_out_from_what_it_lies_on(part: str, ground: str, theme: int) -> None:
    for colours in (COLOURS, HIGH_CONTRAST):
        assert contrast(colours[f"figure-{part}"][theme], colours[ground][theme]) >= FIGURE_LEAST


# --- weight ----------------------------------------------------------------------------------


def built(*sources: str) -> int:
    """The bytes of these built files and of what they import, compressed."""
    manifest = json.loads(settings.ASSET_MANIFEST.read_text(encoding="utf-8"))
    wanted, seen = [f"src/{source}" for source in sources], set()
    while wanted:
        chunk = manifest[wanted.pop()]
        seen.add(chunk["file"])
        wanted += [one for one in chunk.get("imports", []) if manifest[one]["file"] not in seen]
    folder = settings.ASSET_MANIFEST.parent
    return sum(len(gzip.compress((folder / file).read_bytes(), 9)) for file in seen)


def test_the_first_page_loads_at_most_20_kb_of_style_and_30_kb_of_script() -> None:
    assert built("main.css", "contrast.css") <= 20_000
    assert built("main.ts") <= 30_000


def test_the_player_keeps_to_the_same_measure() -> None:
    assert built("main.css", "player.css", "contrast.css") <= 20_000
    assert built("main.ts", "player.ts") <= 30_000


# --- templates -------------------------------------------------------------------------------


def test_every_drawing_that_a_page_asks_for_exists() -> None:
    asked = {
        name
        for template in TEMPLATES
        for name in re.findall(r"\bicon(?:=| )\"([\w-]+)\"", template.read_text(encoding="utf-8"))
    }
    assert len(asked) > 10
    assert asked <= SHAPES.keys()


@pytest.mark.parametrize("refused", [r"\sstyle=", r"<style", r"\son[a-z]+=\"", "javascript:"])
def test_no_template_holds_what_the_policy_refuses(refused: str) -> None:
    found = [one.name for one in TEMPLATES if re.search(refused, one.read_text(encoding="utf-8"))]
    assert found == []


def test_the_readme_shows_every_component() -> None:
    tags = ROOT / "src" / "loosen" / "web" / "site" / "templatetags"
    defined = {
        name
        for module in ("components.py", "frames.py")
        for name in re.findall(
            r"^@(?:register\.\w+|component)\(?.*?\)?\ndef (\w+)\(",
            (tags / module).read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }
    readme = tags.parent / "templates" / "components" / "README.md"
    shown = set(re.findall(r"{% (\w+)", readme.read_text(encoding="utf-8")))
    assert len(defined) > 15
    assert defined - {"brand_mark"} <= shown

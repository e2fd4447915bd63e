"""What a phone needs to put Loosen on its home screen."""

import json
import re
import struct
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

FRONTEND = Path(__file__).resolve().parents[3] / "frontend" / "src"
MANIFEST = Path(settings.STATIC_FOLDER) / "loosen.webmanifest"


@pytest.fixture
def manifest() -> dict[str, Any]:
    return dict(json.loads(MANIFEST.read_text(encoding="utf-8")))


def size_of(png: bytes) -> str:
    """Width and height, from the picture itself."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return "{}x{}".format(*struct.unpack(">II", png[16:24]))


def test_the_manifest_is_served_as_one_before_the_door(stranger: Client) -> None:
    answer = stranger.get("/static/loosen.webmanifest")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/manifest+json")


def test_every_page_names_it(visitor: Client, stranger: Client) -> None:
    for page in (visitor.get("/"), visitor.get("/settings/")):
        assert b'<link rel="manifest" href="/static/loosen.webmanifest">' in page.content


def test_every_icon_is_there_in_the_size_it_claims(
    manifest: dict[str, Any], stranger: Client
) -> None:
    icons = [*manifest["icons"], *(one for cut in manifest["shortcuts"] for one in cut["icons"])]
    for icon in icons:
        answer = stranger.get(icon["src"])
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
        assert size_of(answer.content) == icon["sizes"]
    assert {(one["sizes"], one["purpose"]) for one in manifest["icons"]} == {
        (size, purpose) for size in ("192x192", "512x512") for purpose in ("any", "maskable")
    }
    assert size_of(stranger.get("/static/dist/icons/touch-180.png").content) == "180x180"


def test_its_addresses_are_pages_of_ours(manifest: dict[str, Any], visitor: Client) -> None:
    cuts = {cut["name"]: cut["url"] for cut in manifest["shortcuts"]}
    assert cuts["It has just seized"] == "/screen/?path=seized"
    for url in (manifest["start_url"], *cuts.values()):
        assert visitor.get(url, follow=True).status_code == 200
    assert (manifest["id"], manifest["scope"], manifest["display"]) == ("/", "/", "standalone")


GROUND = re.compile(r"--ground: light-dark\((#\w+), (#\w+)\)")
NAMED = re.compile(r'<meta name="theme-color"(?: media="[^"]*: (\w+)\)")? content="(#\w+)">')


def ground_of(style: str) -> tuple[str, ...]:
    """The ground of every page, light and dark, in six digits."""
    [both] = GROUND.findall((FRONTEND / style).read_text(encoding="utf-8"))
    return tuple(f"#{one[1] * 6}" if len(one) == 4 else one for one in both)


@pytest.mark.parametrize("theme", ["system", "light", "dark", "contrast"])
def test_the_bar_above_the_page_has_the_colour_of_the_chosen_theme(
    theme: str, visitor: Client
) -> None:
    chosen = {"theme": theme, "text_size": "normal", "voice": "on", "units": "metric"}
    assert visitor.post("/settings/", chosen).status_code == 302
    light, dark = ground_of("contrast.css" if theme == "contrast" else "base/tokens.css")
    expected = {"light": {"": light}, "dark": {"": dark}}.get(theme, {"light": light, "dark": dark})
    assert dict(NAMED.findall(visitor.get("/").content.decode())) == expected


def test_the_picture_while_it_starts_has_the_colour_of_the_first_page(
    manifest: dict[str, Any],
) -> None:
    assert manifest["background_color"] == ground_of("base/tokens.css")[0]

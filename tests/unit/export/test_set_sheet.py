"""A set on one page: everything that was judged is on it, and nothing outside it is asked for."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from loosen.export.set_sheet import (
    Found,
    KeyPicture,
    Overview,
    Row,
    Said,
    SetSheet,
    Stretch,
    overview_page,
    set_page,
    words,
)
from loosen.export.set_sheet.plot import POINTS, thinned
from loosen.library.reading import is_hard
from loosen.movement import CueKind, Standing, Unseen

LINE = tuple((t / 10, None if 20 <= t < 30 else float(t % 40)) for t in range(100))
SHEET = SetSheet(
    title="Bridge & <b>more</b>",
    made_from='my "clip".mp4',
    view="side",
    seconds=10.0,
    count=2,
    refused=None,
    signal="Hip rise",
    unit="lengths of the trunk",
    line=LINE,
    rows=(
        Row(number=1, start_s=0.2, peak_s=1.0, end_s=1.8, hold_s=0.6, amplitude=0.31),
        Row(number=2, start_s=6.2, peak_s=7.0, end_s=7.8, hold_s=0.6, amplitude=0.29),
        Row(number=None, start_s=4.2, peak_s=5.0, end_s=5.8, hold_s=0.0, amplitude=0.12),
    ),
    stretches=(Stretch(start_s=2.0, end_s=3.0, why=words.why("nobody")),),
    said=(Said(t_s=7.9, words="Stop at a straight line.", because="Hip line was 0.20."),),
    facts=(("How far", "0.3"),),
    pictures=(
        KeyPicture(
            t_s=1.0,
            caption="Number 1, farthest",
            jpeg=b"\xff\xd8jpeg",
            size_px=(640, 480),
            spots=tuple((0.3 + 0.01 * n, 0.5, 1.0 if n % 2 else 0.2) for n in range(33)),
        ),
    ),
    cannot_judge=("Whether your knees fall in.",),
    notes=("The file is damaged.",),
)
KINDS = (CueKind.PARTIAL, CueKind.TOO_FAST, CueKind.HOLD_SHORT, CueKind.GOOD)


def test_all_that_was_judged_is_on_the_page() -> None:
    page = set_page(SHEET)
    for told in (
        "2</span> counted", "1 too small to count", "Stop at a straight line.",
        "Hip line was 0.20.",
        "Nobody was seen.", "2.0 s to 3.0 s", "Whether your knees fall in.", "The file is damaged.",
        "Number 1, farthest", words.why("nobody"),
    ):  # fmt: skip
        assert told in page, told


def test_the_plot_marks_what_counted_what_did_not_and_what_was_not_seen() -> None:
    wide = set_page(SHEET).split('class="plot plot--wide"')[1].split("</svg>")[0]
    assert wide.count("band--counted") == wide.count("peak--counted") == 2
    assert wide.count("band--partial") == wide.count("peak--partial") == 1
    assert wide.count("band--unseen") == 1
    line = re.search(r'd="([^"]*)" class="signal"', wide)
    assert line is not None
    assert line[1].count("M") == 2  # broken where nothing was judged


def test_what_a_file_is_called_is_never_markup() -> None:
    page = set_page(SHEET)
    assert "<b>more</b>" not in page
    assert "Bridge &amp; &lt;b&gt;more&lt;/b&gt;" in page


def test_the_page_needs_nothing_and_runs_nothing() -> None:
    page = set_page(SHEET, font=b"letters")
    assert "<script" not in page
    assert not re.search(r'style="|\son\w+=|https?:|//\w', page)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; img-src data:; font-src data:; style-src 'sha256-{digest}'" in page


def test_a_refused_set_says_why_and_shows_no_count() -> None:
    page = set_page(replace(SHEET, refused=words.why("wrong-view"), count=0, rows=()))
    assert "Not judged.</b> The camera did not look from the side" in page
    assert 'class="count"' not in page
    assert "<table" not in page


def test_a_set_of_nothing_is_a_page_too() -> None:
    empty = replace(SHEET, line=(), rows=(), stretches=(), said=(), facts=(), pictures=(), count=0)
    assert "0</span> counted" in set_page(replace(empty, seconds=0.0))


def test_thinning_a_long_line_loses_neither_peak_nor_gap() -> None:
    long = tuple((t / 30, 9.0 if t == 7001 else float(t % 2)) for t in range(20_000))
    gap = tuple((t_s, None if 300 <= t_s < 310 else value) for t_s, value in long)
    kept = thinned(gap)
    assert len(kept) <= 2 * POINTS
    assert (7001 / 30, 9.0) in kept
    assert any(value is None and 300 <= t_s <= 310 for t_s, value in kept)
    assert kept == sorted(kept, key=lambda one: one[0])


def test_every_reason_and_every_cue_has_plain_words() -> None:
    ids = [*Unseen, *(one for one in Standing if one is not Standing.CANNOT_SEE)]
    silent = {Standing.READY, Standing.OUT}
    assert [one.value for one in ids if one not in silent and one.value not in words.WHY] == []
    assert [kind.value for kind in KINDS if kind.value not in words.SAY] == []
    assert [one for one in (*words.WHY.values(), *words.SAY.values()) if is_hard(one)] == []


@pytest.mark.parametrize(
    ("seconds", "told"), [(7.44, "7.4 s"), (59.94, "59.9 s"), (67.4, "1:07.4")]
)
def test_times_read_as_people_say_them(seconds: float, told: str) -> None:
    from loosen.export.set_sheet.markup import clock

    assert clock(seconds) == told


def test_a_picture_shows_the_person_and_nothing_beyond_its_edge() -> None:
    page = set_page(SHEET)
    shown = re.search(r'class="still" viewBox="(\S+) (\S+) (\S+) (\S+)"', page)
    assert shown is not None
    x, y, wide, high = (float(one) for one in shown.groups())
    assert wide < 400  # the person takes a third of the picture's width
    assert x <= 0.3 * 640
    assert x + wide >= 0.62 * 640
    assert y >= 0
    assert y + high <= 480


def test_a_part_of_a_video_has_its_own_times_and_the_way_back_to_the_whole() -> None:
    part = replace(SHEET, begins_s=4.0, back_to="index.html")
    page = set_page(part)
    assert '<a href="index.html">' in page
    assert "4.0 s to 10.0 s" in page
    wide = page.split('class="plot plot--wide"')[1].split("</svg>")[0]
    assert re.findall(r'class="mark">(\d+) s', wide)[0] == "4"


def test_a_video_shows_what_was_done_when_and_what_was_not_known() -> None:
    overview = Overview(
        made_from='my "clip".mp4',
        seconds=80.0,
        found=(
            Found(start_s=0.0, end_s=20.0, title=None),
            Found(start_s=20.0, end_s=80.0, title="A & B", count=5, page="set-1.html"),
        ),
    )
    page = overview_page(overview)
    for told in ("1 set found", '<a href="set-1.html">A &amp; B</a>', "5 counted",
                 "0.0 s to 20.0 s", "Nothing that is known"):  # fmt: skip
        assert told in page, told
    assert page.count("<rect") == 2
    assert "No exercise was known." in overview_page(replace(overview, found=overview.found[:1]))
    assert not is_hard(re.sub(r"<[^>]+>", " ", page.split("How sure this is")[1]))

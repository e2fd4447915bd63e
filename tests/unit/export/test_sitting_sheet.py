"""How somebody sat on one page: the line, the nudges, the changes, and how far to trust it."""

import re
from dataclasses import replace

import pytest

from loosen.export.set_sheet import Said, SittingSheet, Stretch, sitting_page, words
from loosen.library.reading import is_hard
from loosen.movement.quality import Unseen
from loosen.movement.sitting_record import NOT_SITTING, TOO_SHORT

SHEET = SittingSheet(
    made_from='my <b>"chair"</b>.npz',
    of="recording",
    seconds=300.0,
    sat_s=250.0,
    refused=None,
    bound_percent=4.0,
    line=tuple((float(t), None if t < 30 or 100 <= t < 150 else -t / 50) for t in range(300)),
    starts_s=(7.0, 155.0),
    changes=((210.0, -4.2),),
    nudges_s=(220.0,),
    stretches=(Stretch(start_s=100.0, end_s=150.0, why=words.why_not_sitting("nobody")),),
    said=(Said(t_s=210.0, words="You sit lower than at your start.", because="4 % below."),),
    facts=(("Seen to sit", "4.2 of 5.0 minutes"),),
    limits=("There is no single right posture.",),
    notes=("The file is damaged.",),
)


def wide(page: str) -> str:
    return page.split('class="plot plot--wide"')[1].split("</svg>", maxsplit=1)[0]


def test_all_that_was_seen_is_on_the_page() -> None:
    page = sitting_page(SHEET)
    for told in (
        "1</span> nudge<", "4:10.0 seen to sit", "You sit lower than at your start.", "4 % below.",
        "Nobody was seen.", "1:40.0 to 2:30.0", "4.2 of 5.0 minutes", "The file is damaged.",
        "There is no single right posture.", "from your own recording",
    ):  # fmt: skip
        assert told in page, told


def test_the_line_is_broken_where_nobody_was_seen_and_start_and_bound_are_drawn() -> None:
    drawn = wide(sitting_page(SHEET))
    line = re.search(r'd="([^"]*)" class="signal"', drawn)
    assert line is not None
    assert line[1].count("M") == 2
    own, bound = (
        float(re.search(rf'd="M52 ([\d.]+)H988" class="level level--{kind}"', drawn)[1])  # type: ignore[index]  # - a line that is not there is a fault of the test
        for kind in ("own", "bound")
    )
    assert own < bound, "lower is further down"
    begins = re.search(r'd="([^"]*)" class="level level--begins"', drawn)
    assert begins is not None
    assert begins[1].count("M") == 2
    assert drawn.count("peak--counted") == drawn.count("band--unseen") == 1


def test_who_does_not_see_the_drawing_is_told_the_lowest_and_the_nudges() -> None:
    assert (
        'aria-label="How high you sat against your start, over 5:00.0: at the lowest 6 percent '
        'below it. Nudged: 3:40.0."' in wide(sitting_page(SHEET))
    )


def test_without_a_start_there_is_no_count_and_no_line_but_the_reason() -> None:
    page = sitting_page(replace(SHEET, refused=words.why_not_sitting("too-short"), line=()))
    assert "Not judged.</b> It is too short to take a start from." in page
    assert "<svg" not in page
    assert 'class="count"' not in page


def test_a_part_that_begins_late_has_its_own_length_and_fills_the_drawing() -> None:
    late = tuple((3600 + t_s, value) for t_s, value in SHEET.line)
    page = sitting_page(replace(SHEET, line=late, begins_s=3600.0, seconds=3900.0, nudges_s=()))
    assert "5:00.0, seen from the side" in page
    assert "Nudged: never." in page
    assert re.findall(r'class="mark">(\d+:\d+)', wide(page))[0] == "60:00"


def test_what_a_recording_is_called_is_never_markup_and_nothing_runs() -> None:
    page = sitting_page(SHEET, font=b"letters")
    assert "<b>&quot;" not in page
    assert "my &lt;b&gt;" in page
    assert "<script" not in page
    assert not re.search(r'style="|\son\w+=|https?:', page)


@pytest.mark.parametrize("why", [*(one.value for one in Unseen), NOT_SITTING, TOO_SHORT])
def test_every_reason_why_it_is_not_told_has_plain_words(why: str) -> None:
    assert why in words.WHY_NOT_SITTING
    assert not is_hard(words.why_not_sitting(why))

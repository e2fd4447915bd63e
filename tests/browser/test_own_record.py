"""One's own record and settings: taken along, erased, brought back; the place, the colours."""

from pathlib import Path

import pytest

from . import people
from .someone import Someone

LOCKED = 403


@pytest.fixture
def after_a_week(someone: Someone) -> Someone:
    """Someone with a week of entries."""
    someone.given(lambda: people.a_week(someone.hands))
    someone.comes_in()
    return someone


def takes_it_along(someone: Someone, folder: Path) -> Path:
    """Saves the one file with everything."""
    someone.phone.go("/data/")
    with someone.phone.page.expect_download() as coming:
        someone.phone.tap(someone.phone.link("/data/export/"))
    file = folder / "taken.json"
    coming.value.save_as(file)
    return file


def brings_it_back(someone: Someone, file: Path) -> None:
    someone.phone.go("/data/import/")
    someone.phone.page.locator('[name="file"]').set_input_files(file)
    someone.phone.follow("Take it in")


def test_a_record_is_taken_along_erased_and_brought_back_and_opens_nothing(
    after_a_week: Someone, tmp_path: Path
) -> None:
    before = {entry.id for entry in after_a_week.entries()}
    file = takes_it_along(after_a_week, tmp_path)

    after_a_week.phone.go("/data/erase/")
    after_a_week.phone.tap(after_a_week.phone.page.locator("label.tick"))
    after_a_week.phone.follow("Erase all of it")
    after_a_week.phone.is_at("/data/erased/")
    assert after_a_week.entries() == ()

    brings_it_back(after_a_week, file)
    assert {entry.id for entry in after_a_week.entries()} >= before
    assert after_a_week.phone.go("/today/") == LOCKED, "no clearance comes out of a file"
    after_a_week.phone.go("/progress/")
    assert after_a_week.phone.page.locator("table").count() > 0


def test_a_damaged_file_is_refused_with_its_reasons_and_changes_nothing(
    after_a_week: Someone, tmp_path: Path
) -> None:
    file = takes_it_along(after_a_week, tmp_path)
    file.write_text(file.read_text("utf-8").replace('"heat"', '"haet"', 1), encoding="utf-8")
    before = after_a_week.entries()

    brings_it_back(after_a_week, file)

    after_a_week.phone.sees("Your record is as it was before")
    assert after_a_week.entries() == before


def test_the_place_chosen_sets_the_numbers_to_call(someone: Someone) -> None:
    someone.comes_in()
    calls = someone.phone.page.locator('.emergency-bar a[href^="tel:"]')
    assert calls.all_inner_texts() == ["112", "999", "911"]
    someone.phone.go("/settings/")
    someone.chooses("region", "us")
    someone.phone.follow("Save")
    someone.phone.go("/")
    assert calls.all_inner_texts() == ["911"]


def test_dark_colours_and_large_letters_are_kept(someone: Someone) -> None:
    someone.comes_in()

    def looks() -> list[str]:
        told: list[str] = someone.phone.page.evaluate(
            "() => [getComputedStyle(document.body).backgroundColor,"
            " getComputedStyle(document.body).fontSize]"
        )
        return told

    colour, size = looks()
    someone.phone.go("/settings/")
    someone.chooses("theme", "dark")
    someone.chooses("text_size", "largest")
    someone.phone.follow("Save")
    someone.phone.go("/")
    assert looks()[0] != colour
    assert float(looks()[1].removesuffix("px")) > float(size.removesuffix("px"))

"""Settings: kept for the person, on the server, and shown on every page."""

import pytest
from django.test import Client

from loosen.web.records.models import OwnerRecord
from loosen.web.records.preferences import (
    Buzz,
    DrawnAs,
    Preferences,
    TextSize,
    Theme,
    Units,
    Voice,
)

CHOSEN = {
    "region": "uk",
    "theme": "dark",
    "text_size": "large",
    "voice": "on",
    "buzz": "off",
    "units": "us",
    "figure": "large-woman",
}


def test_the_choices_are_kept(visitor: Client) -> None:
    answer = visitor.post("/settings/", CHOSEN)
    assert answer.status_code == 302
    assert OwnerRecord.objects.get().read_preferences() == Preferences(
        region="uk",
        theme=Theme.DARK,
        text_size=TextSize.LARGE,
        voice=Voice.ON,
        buzz=Buzz.OFF,
        units=Units.US,
        figure=DrawnAs.LARGE_WOMAN,
    )


def test_theme_and_size_stand_on_the_page_itself(visitor: Client) -> None:
    visitor.post("/settings/", CHOSEN)
    page = visitor.get("/settings/").content.decode()
    assert 'data-theme="dark"' in page
    assert 'data-text="large"' in page


def test_strong_contrast_is_a_sheet_that_is_otherwise_left_to_the_device(visitor: Client) -> None:
    assert 'media="(prefers-contrast: more)"' in visitor.get("/settings/").content.decode()
    visitor.post("/settings/", {**CHOSEN, "theme": "contrast"})
    page = visitor.get("/settings/").content.decode()
    assert 'media="all"' in page
    assert "prefers-contrast" not in page


def test_no_region_chosen_goes_by_the_clock(visitor: Client) -> None:
    visitor.post("/settings/", {**CHOSEN, "region": ""})
    page = visitor.get("/settings/").content.decode()
    assert "Go by this device" in page
    assert OwnerRecord.objects.get().read_preferences().region == ""


@pytest.mark.parametrize("name", ["region", "theme", "text_size", "voice", "buzz", "units"])
def test_a_value_that_does_not_exist_is_refused_and_the_rest_is_kept(
    visitor: Client, name: str
) -> None:
    answer = visitor.post("/settings/", {**CHOSEN, name: "no-such-thing"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("That is not one of the answers") == 1
    assert page.count("checked") == len(CHOSEN) - 1
    assert OwnerRecord.objects.get().read_preferences() == Preferences()


def test_a_missing_choice_is_asked_for(visitor: Client) -> None:
    answer = visitor.post("/settings/", {"region": "uk"})
    assert answer.content.decode().count("Please answer this.") == 4


def test_stored_nonsense_counts_as_not_chosen(visitor: Client, owner: OwnerRecord) -> None:
    owner.preferences = {"theme": 7, "region": ["x"], "voice": "loud", "surprise": True}
    owner.save()
    assert owner.read_preferences() == Preferences()
    assert visitor.get("/settings/").status_code == 200

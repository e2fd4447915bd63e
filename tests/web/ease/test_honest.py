"""What the pages say of heat, cold and both in turn: the article's S2 to S4, and how strongly."""

import pytest

from loosen.web.site.whys import strength_words

from .conftest import ready

SAID = {
    "cold": (
        "S2",
        "There is little research either way",
        "That has not been shown for a spasm.",
        "No good studies",
    ),
    "heat": (
        "S4",
        "It brings many people short relief. It does not speed healing.",
        "That is longer and cooler than a hot pad.",
        "Fair proof",
    ),
    "massage": ("S6", "", "", "Very weak proof"),
}


@pytest.mark.parametrize("kind", SAID)
def test_what_is_known_stands_on_the_page_before_it_is_begun(person, content, kind) -> None:
    ready(person, kind)
    row, *words = SAID[kind]
    [known] = [one for one in content.explanations.values() if row in one.answers]
    assert strength_words(known.certainty) == words[-1]
    assert all(said in person.text for said in words)
    assert f'href="/read/{known.id}/"' in person.text


@pytest.mark.parametrize("kind", ["heat", "cold"])
def test_taking_turns_is_never_led_into_and_is_said_to_be_untried(person, content, kind) -> None:
    ready(person, kind)
    turns = content.explanations["alternating-heat-and-cold"]
    assert turns.answers == ("S3",)
    assert all(line in person.text for line in turns.paragraphs)
    assert "We found no trial of that" in person.text
    assert 'name="in_turn"' not in person.text


def test_no_page_of_cold_claims_that_it_takes_down_swelling(content) -> None:
    cold = content.remedies["cold"]
    said = [cold.text, *(step.text for step in (*cold.before, *cold.steps, *cold.after))]
    assert not any("swell" in line or "inflam" in line for line in said)


def test_rubbing_is_stopped_and_not_taken_off(person) -> None:
    ready(person, "massage")
    assert "Stop when" in person.text
    assert "Take it off when" not in person.text
    assert "It is on - start the clock" not in person.text

"""The door for somebody who sits: frames in, events with their words out, and nothing kept."""

import json
from typing import Any

import pytest
from tests.movement.seated import Frames, hand_up, later, sits

from loosen.cohort.sitting import Manner
from loosen.library.current import load_content
from loosen.movement.live import pack
from loosen.movement.live_sitting import LiveSitting
from loosen.movement.quality import Unseen
from loosen.movement.sitting import Word
from loosen.vocabulary import MovementError
from loosen.web.eyes.rooms import bundle


@pytest.fixture(scope="module")
def told() -> str:
    return bundle(load_content())


def events(live: LiveSitting, frames: Frames) -> list[dict[str, Any]]:
    return [json.loads(text) for one in frames if (text := live.look(pack(one)))]


def test_what_is_said_comes_with_its_words_from_content(told: str) -> None:
    phrases = load_content().phrases
    seen = events(LiveSitting(told), sits())
    said = [(one["says"], one["words"]) for one in seen if one["says"]]
    assert said == [(word, phrases[f"coach-{word}"].text) for word, _ in said]
    assert [word for word, _ in said] == [Word.START, Word.KNOWN, Word.NUDGE]
    assert {one["words"] for one in seen if not one["says"]} == {None}


@pytest.mark.parametrize("word", [*Word, *Unseen])
def test_whatever_it_may_say_has_its_words(told: str, word: str) -> None:
    assert json.loads(told)["phrases"][f"coach-{word}"]


def test_in_a_pause_only_a_hand_is_looked_for_and_then_it_goes_on(told: str) -> None:
    live = LiveSitting(told)
    events(live, sits()[:40])
    live.pause(True)
    paused = events(live, later(sits(), 30))
    assert not any(one["says"] or one["hand_is_up"] for one in paused)
    assert events(live, hand_up(later(sits(), 90)[:12]))[-1]["hand_is_up"]
    live.pause(False)
    back = events(live, later(sits(Manner.UPRIGHT), 120))
    assert [one["says"] for one in back if one["says"]] == [Word.AWAY]


def test_a_new_start_is_wanted_and_what_is_no_frame_is_no_event(told: str) -> None:
    live = LiveSitting(told)
    assert events(live, sits())[-1]["start"] == "known"
    assert live.look(b"no frame") == ""
    live.want_start()
    assert events(live, later(sits(), 60))[0]["start"] == "wanted"


def test_an_event_is_small_and_says_nothing_of_who_it_is(told: str) -> None:
    texts = [LiveSitting(told).look(pack(one)) for one in sits()[:30]]
    assert max(map(len, texts)) < 600


def test_a_bundle_without_a_rule_that_can_be_is_refused(told: str) -> None:
    shelf = json.loads(told)
    shelf["slouch_rule"]["lasts_s"] = 2
    with pytest.raises(MovementError):
        LiveSitting(json.dumps(shelf))

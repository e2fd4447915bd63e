"""The words people read: easy enough, in one line, and promising nothing."""

import tomllib
from pathlib import Path

import pytest

from loosen.library.parts import parts
from loosen.library.reading import FEWEST_WORDS, GRADE_MOST, grade, is_hard, syllables
from loosen.library.wording import hard_texts, promises_in, texts_for_people
from loosen.vocabulary import Content

HERE = Path(__file__).resolve().parent
ALLOWED = tomllib.loads((HERE / "hard_texts.toml").read_text(encoding="utf-8"))


def test_every_text_is_easy_to_read_or_has_a_reason(content: Content) -> None:
    hard = {place: f"{grade:.1f}: {text}" for place, grade, text in hard_texts(content)}
    assert {place: hard[place] for place in hard.keys() - ALLOWED.keys()} == {}


def test_no_reason_is_kept_for_a_text_that_is_easy(content: Content) -> None:
    hard = {place for place, _, _ in hard_texts(content)}
    assert ALLOWED.keys() - hard == set()


def test_every_exception_gives_its_reason() -> None:
    assert [place for place, reason in ALLOWED.items() if len(reason.split()) < 4] == []


def test_nothing_that_is_no_sentence_is_measured(content: Content) -> None:
    texts = [text for _, text in texts_for_people(tuple(parts(content.rules["b3-chest-pain"])))]
    rule = content.rules["b3-chest-pain"]
    assert texts == [rule.because, rule.do, rule.say, rule.wait]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("ease", 1), ("moves", 1), ("stopped", 1), ("needed", 2), ("muscles", 2), ("table", 2),
        ("idea", 3), ("area", 3), ("patient", 2), ("serious", 3), ("easier", 3), ("seated", 2),
        ("emergency", 4), ("medicine", 3), ("clinician", 3), ("position", 3), ("pauses", 2),
        ("touches", 2), ("quiet", 2), ("lying", 2), ("doing", 2), ("friend", 1), ("you're", 1),
        ("situation", 4), ("pregnancy", 3), ("the", 1), ("rises", 2), ("rules", 1), ("once", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_that_of_the_formula() -> None:
    """Nine words of one syllable in one sentence: 0.39 x 9 + 11.8 - 15.59."""
    text = "The cat sat on the mat in the sun."
    assert grade(text) == pytest.approx(0.39 * 9 + 11.8 - 15.59)


def test_a_hard_text_is_found_and_a_plain_one_is_not() -> None:
    assert is_hard("Discontinue the exercise immediately if any neurological symptom deteriorates.")
    assert not is_hard("Stop at once if your leg feels weak or numb.")
    assert grade("Stop at once if your leg feels weak or numb.") <= GRADE_MOST


def test_a_few_words_are_not_measured() -> None:
    assert not is_hard("Physical therapist")
    assert FEWEST_WORDS > 2
    assert grade("") == 0


@pytest.mark.parametrize(
    "text",
    [
        "You are safe.",
        "You're safe to go on.",
        "Heat cures the pain.",
        "This is guaranteed to work.",
        "It is completely safe.",
        "There is no need to worry.",
        "Well done!",
        "Nothing is wrong with you.",
    ],
)
def test_a_promise_is_found(text: str) -> None:
    assert list(promises_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Nothing you told us needs urgent care now.",
        "Heat does not cure the pain. It can ease it.",
        "Stop if it does not feel safe.",
        "Use a safe chair.",
    ],
)
def test_an_honest_text_is_no_promise(text: str) -> None:
    assert list(promises_in(text)) == []

"""Function in our own words: what was skipped is left out, what was typed is never lost."""

import pytest

from loosen.vocabulary import FunctionMeasure, FunctionTold

from .told import told


def test_things_are_named_scored_and_stand_there_the_next_time(person) -> None:
    person.go("/diary/function/psfs/")
    person.tap(**{"name-0": "Put on socks", "score-0": "3", "name-1": "Sleep", "score-1": "5"})
    (one,) = told(FunctionTold)
    assert one.measure is FunctionMeasure.PSFS
    assert [(score.item, score.score) for score in one.scores] == [
        ("Put on socks", 3),
        ("Sleep", 5),
    ]
    person.go("/diary/function/psfs/")
    assert 'value="Put on socks"' in person.text


def test_a_score_without_a_name_is_asked_for_and_nothing_is_lost(person) -> None:
    person.go("/diary/function/psfs/")
    person.tap(**{"name-0": "Socks", "score-0": "3", "score-1": "5"})
    assert person.status == 422
    assert "name the thing" in person.text
    assert 'value="Socks"' in person.text
    assert told(FunctionTold) == []


@pytest.mark.parametrize(
    ("measure", "fields", "scores"),
    [
        ("peg", {"pain": "5", "activity": "2"}, {"pain": 5, "activity": 2}),
        ("confidence", {"confidence": "0"}, {"confidence": 0}),
        ("global-change", {"change": "6"}, {"change": 6}),
    ],
)
def test_a_measure_keeps_what_was_told_and_leaves_out_what_was_skipped(
    person, measure, fields, scores
) -> None:
    person.go(f"/diary/function/{measure}/")
    person.tap(**fields)
    (one,) = told(FunctionTold)
    assert {score.item: score.score for score in one.scores} == scores


@pytest.mark.parametrize("measure", ["peg", "confidence", "global-change", "psfs"])
def test_a_measure_with_nothing_told_is_not_kept(person, measure) -> None:
    person.go(f"/diary/function/{measure}/")
    person.tap()
    assert person.status == 422
    assert told(FunctionTold) == []

"""The person as the plan sees them: what was not answered is never taken as able or harmless."""

import pytest

from loosen.library.current import load_content
from loosen.plan import person_from
from loosen.vocabulary import (
    Ability,
    Answers,
    Bias,
    Content,
    Equipment,
    Person,
    PlanError,
    PositionTried,
    Preference,
)

from ...diary import START, Diary
from ...spec.triage.test_cases import answers_of

LYING = {Ability.LIE, Ability.ROLL}
UP = LYING | {Ability.SIT, Ability.STAND}
ON_ALL_FOURS = {Ability.ALL_FOURS}
TO_THE_FLOOR = {Ability.ALL_FOURS, Ability.FLOOR}


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content()


def person(
    content: Content,
    *,
    says: dict[str, str | int] | None = None,
    limits: tuple[str, ...] = (),
    diary: Diary | None = None,
) -> Person:
    entries = diary.entries if diary else []
    return person_from(answers_of(says or {}, content), content, limits, entries, START)


@pytest.mark.parametrize(
    ("can", "abilities"),
    [
        ("lie-only", LYING),
        ("sit", LYING | {Ability.SIT} | ON_ALL_FOURS),
        ("stand", UP | TO_THE_FLOOR),
        ("walk", UP | {Ability.WALK} | TO_THE_FLOOR),
        ("unanswered", LYING),
    ],
)
def test_abilities_are_what_was_told_and_no_more(
    content: Content, can: str, abilities: set[Ability]
) -> None:
    assert person(content, says={"can-do-now": can}).abilities == abilities


@pytest.mark.parametrize("said", ["yes", "not sure", "unanswered"])
def test_a_difficulty_that_was_not_plainly_denied_counts(content: Content, said: str) -> None:
    hard = {"cannot-all-fours": said, "cannot-get-to-floor": said, "cannot-take-heat-off": said}
    found = person(content, says={**hard})
    assert found.abilities.isdisjoint(TO_THE_FLOOR)
    assert not found.can_take_heat_off


def test_only_what_was_plainly_said_is_to_hand(content: Content) -> None:
    says: dict[str, str | int] = {
        "have-heat": "yes",
        "have-cold": "not sure",
        "have-bed": "unanswered",
    }
    assert person(content, says=says).at_hand == {Equipment.HEAT}


@pytest.mark.parametrize(
    ("said", "is_alone"), [("alone", True), ("someone-here", False), ("unanswered", True)]
)
def test_who_did_not_say_is_taken_to_be_alone(content: Content, said: str, is_alone: bool) -> None:
    assert person(content, says={"company": said}).is_alone is is_alone


@pytest.mark.parametrize(
    ("eases", "bias"),
    [
        ("bending-forward", Bias.FLEXION),
        ("arching-back", Bias.EXTENSION),
        ("neither", Bias.NEUTRAL),
        ("not-sure", Bias.NEUTRAL),
        ("unanswered", Bias.NEUTRAL),
    ],
)
def test_the_bias_is_the_way_that_eases(content: Content, eases: str, bias: Bias) -> None:
    assert person(content, says={"what-eases": eases}).bias is bias


def test_conditions_come_from_answers_and_from_rules_in_one_sorted_row(content: Content) -> None:
    says: dict[str, str | int] = {"wrist-problem": "yes", "knee-problem": "not sure"}
    found = person(content, says=says, limits=("lumbar-stenosis", "knee-problem"))
    assert found.conditions == ("knee-problem", "lumbar-stenosis", "wrist-problem")


@pytest.mark.parametrize(("pain", "is_severe"), [(7, False), (8, True), (10, True), (None, False)])
def test_pain_of_eight_or_more_is_a_condition_of_its_own(
    content: Content, pain: int | None, is_severe: bool
) -> None:
    diary = Diary()
    diary.pain(pain, -1)
    found = person(content, diary=diary)
    assert ("severe-spasm" in found.conditions) is is_severe
    assert found.pain_0_10 == pain


def test_bans_favourites_and_the_kept_position_come_from_the_record(content: Content) -> None:
    diary = Diary()
    diary.add(Preference(item_id="bridge", banned=True))
    diary.add(PositionTried(position_id="half-sitting", helped=True, kept=True))
    diary.add(Preference(item_id="clam", banned=False, favourite=True))
    found = person(content, diary=diary)
    assert found.banned == {"bridge"}
    assert found.favourites == {"clam"}
    assert found.kept_position == "half-sitting"


def test_without_an_age_nothing_is_planned(content: Content) -> None:
    with pytest.raises(PlanError, match="the age is not known"):
        person_from(Answers(by_question={}), content, (), [], START)

"""The facts about the person: all there, short to answer, and never read as danger signs."""

from itertools import groupby

from loosen.vocabulary import Content, NotSure, Question, QuestionKind

MOST_ON_A_CARD = 9
# Other files refer to these ids, and stored answers carry them: they stay for ever.
FACT_IDS = """
    sex company can-do-now what-eases weight-kg pregnant recent-birth ever-smoked blood-thinner
    alcohol-3-a-day long-term-steroids osteoporosis recent-vertebral-fracture cancer-history
    weak-immunity recent-spinal-surgery recent-abdominal-surgery hip-replacement knee-problem
    wrist-problem shoulder-problem heart-or-blood-pressure glaucoma-or-eye-surgery reflux
    lumbar-stenosis spondylolisthesis worse-bending-or-sitting worse-arching-or-standing
    dizzy-or-falls hip-arthritis cannot-get-to-floor cannot-all-fours reduced-feeling-back
    diabetes poor-circulation skin-trouble-back cancer-near-back fresh-swelling heat-intolerance
    implant heart-failure patch-or-cream thin-skin raynaud cold-allergy sickle-cell leg-clot
    infection-or-fever-skin adult-missing cannot-take-heat-off have-heat have-cold have-mat
    have-chair have-bed have-pillow have-ball
"""
FACTS = set(FACT_IDS.split())


def about(content: Content) -> list[Question]:
    return [one for one in content.questions.values() if one.group == "about"]


def test_every_fact_is_asked_once(content: Content) -> None:
    assert {one.id for one in about(content)} == FACTS


def test_no_card_is_longer_than_a_screen(content: Content) -> None:
    cards = sorted(one.card for one in about(content))
    lengths = {card: len(list(lines)) for card, lines in groupby(cards)}
    assert all(length <= MOST_ON_A_CARD for length in lengths.values()), lengths


def test_a_fact_is_no_danger_sign_and_not_sure_counts_as_yes(content: Content) -> None:
    for one in about(content):
        assert not one.is_sign, one.id
        if one.kind is QuestionKind.YES_NO:
            assert one.not_sure is NotSure.YES, one.id


def test_the_facts_are_asked_after_the_first_screen(content: Content) -> None:
    stages = {content.cards[one.card].stage for one in about(content)}
    assert stages == {one.stage for one in about(content)}
    assert {stage.value for stage in stages} == {"full"}


def test_a_fact_is_asked_only_on_what_an_earlier_card_has_told(content: Content) -> None:
    orders = {one.id: content.cards[one.card].order for one in about(content)}
    for one in about(content):
        for term in one.asked_when:
            for finding in term.of:
                if finding.question in orders:
                    assert orders[finding.question] < orders[one.id], one.id


def test_every_fact_that_a_condition_rests_on_is_a_question(content: Content) -> None:
    rested_on = {
        finding.question
        for condition in content.conditions.values()
        for term in condition.when
        for finding in term.of
    }
    assert rested_on <= set(content.questions)
    assert rested_on & FACTS

"""The exercise matrix of the evidence file, 3.4, and the lists for heat, cold and massage, 3.1-3.3.

Transcribed from the evidence file, not from the content, so that the two hold each other.
The first row of 3.4 (an unresolved U0-U2 flag blocks everything) is held by what a decision
permits, not by a condition; the tests of triage and plan guard it.
"""

import pytest

from loosen.plan.verdict import verdict
from loosen.vocabulary import Content, Effect, Item, Load, Mark

SIGNS = {
    "✓": Effect.ALLOW,
    "n": Effect.NOTE,
    "M": Effect.MODIFY,
    "A": Effect.ASK,
    "✗": Effect.BLOCK,
    "✗→M": Effect.SUBSTITUTE,
    "S": Effect.SUBSTITUTE,
}
COLUMNS = {
    "CC": "cat-cow",
    "PT": "pelvic-tilt",
    "BR": "bridge",
    "CP": "childs-pose",
    "ST": "seated-twist",
    "KC": "knee-to-chest",
    "KR": "knee-rolls",
    "PP": "prone-press-up",
    "BD": "bird-dog",
}
EXERCISES = """
    condition                     CC   PT    BR    CP   ST    KC   KR   PP   BD
    osteoporosis                  M    ✓     ✓     ✗    ✗     ✗    M    A    M
    recent-vertebral-fracture     ✗    A     ✗     ✗    ✗     ✗    ✗    ✗    ✗
    pregnant-under-16-weeks       ✓    ✓     ✓     M    M     M    ✓    ✗    ✓
    pregnant-16-weeks-or-more     ✓    ✗→M   ✗→M   M    M     ✗    ✗    ✗    ✓
    recent-spinal-surgery         ✗    A     A     ✗    ✗     ✗    ✗    ✗    A
    recent-abdominal-surgery      A    A     A     ✓    A     A    A    ✗    A
    hip-replacement               A    ✓     A     ✗    ✗     ✗    M    A    A
    knee-problem                  M    ✓     M     M    M     M    ✓    ✓    M
    wrist-problem                 M    ✓     ✓     ✓    ✓     ✓    ✓    M    M
    shoulder-problem              M    ✓     ✓     M    ✓     ✓    ✓    M    M
    heart-or-blood-pressure       ✓    ✓     M     M    ✓     ✓    ✓    M    ✓
    glaucoma-or-eye-surgery       ✓    ✓     M     M    ✓     ✓    ✓    ✓    ✓
    reflux                        ✓    ✓     M     M    ✓     ✓    ✓    ✓    ✓
    lumbar-stenosis               M    ✓     M     ✓    M     ✓    ✓    ✗    M
    spondylolisthesis             M    ✓     M     ✓    A     ✓    ✓    ✗    M
    worse-bending-or-sitting      M    ✓     ✓     ✗    ✗     ✗    M    ✓    ✓
    sciatica-one-leg              M    ✓     M     M    ✗     M    M    M    M
    leg-symptoms-spreading        ✗    M     ✗     ✗    ✗     ✗    ✗    ✗    ✗
    dizzy-or-falls                M    ✓     ✓     M    ✓     ✓    ✓    M    ✗
    cannot-get-to-floor           M    M     M     M    M     M    M    M    ✗
    hip-arthritis                 ✓    ✓     ✓     M    ✗→M   M    M    ✓    ✓
    severe-spasm                  M    M     ✗     M    ✗     M    M    ✗    ✗
"""
# Where the evidence leaves a range (BLOCK/MODIFY, ASK/BLOCK) the stricter end is taken.
# A dot: the lists say nothing, and so does this test.
REMEDIES = """
    condition                     heat   cold   self-massage
    reduced-feeling-back          ✗      ✗      M
    diabetes                      A      .      .
    diabetes-numb-feet            ✗      ✗      .
    poor-circulation              ✗      ✗      .
    skin-trouble-back             ✗      ✗      ✗
    infection-or-fever-skin       ✗      ✗      ✗
    cancer-near-back              ✗      .      ✗
    fresh-swelling                ✗      ✓      .
    blood-thinner                 ✗      .      A
    pregnant-under-16-weeks       M      .      M
    pregnant-16-weeks-or-more     M      .      M
    heat-intolerance              n      .      .
    implant                       n      .      .
    heart-failure                 A      .      .
    patch-or-cream                ✗      .      .
    thin-skin                     M      .      .
    cannot-take-heat-off          ✗      ✗      .
    raynaud                       .      ✗      .
    cold-allergy                  .      ✗      .
    heart-or-blood-pressure       .      n      .
    sickle-cell                   .      ✗      .
    osteoporosis                  .      .      ✗
    recent-vertebral-fracture     .      .      ✗
    leg-clot                      .      .      ✗
    recent-spinal-surgery         ✗      ✗      A
    sciatica-one-leg              .      .      M
"""
# Cells that the evidence file does not have, for the exercises beyond its nine columns: ours,
# the stricter reading. They stand here so that none of them changes unseen.
OUR_COLUMNS = {
    "DK": "double-knee-to-chest",
    "PL": "prone-lying",
    "PE": "prone-on-elbows",
    "SG": "side-glide-at-wall",
    "HS": "heel-slides",
    "HA": "hamstring-stretch",
    "F4": "figure-four",
    "DB": "dead-bug",
    "SP": "side-plank-on-knees",
    "CL": "clam",
    "HH": "hip-hinge",
    "WS": "wall-sit",
    "SU": "step-ups",
    "HF": "hip-flexor-stretch",
    "TT": "thoracic-turn-side-lying",
    "FT": "floor-twist",
    "cC": "chair-cat-cow",
    "cK": "chair-knee-to-chest",
    "bT": "bed-pelvic-tilt",
    "bR": "bed-knee-rolls",
}
OURS = """
    condition                   DK PL PE SG HS HA F4 DB SP CL HH WS SU HF TT FT cC cK bT bR
    osteoporosis                ✗  A  A  ✗  ✓  ✓  M  M  M  ✓  M  ✓  M  A  ✗  ✗  M  ✗  ✓  M
    recent-vertebral-fracture   ✗  ✗  ✗  ✗  A  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  A  ✗
    pregnant-under-16-weeks     M  ✗  ✗  M  ✓  ✓  M  ✓  ✓  ✓  ✓  ✓  ✓  M  M  S  M  M  ✓  M
    pregnant-16-weeks-or-more   ✗  ✗  ✗  M  ✗  ✗  ✗  S  S  M  M  M  M  M  M  S  M  A  S  ✗
    recent-spinal-surgery       ✗  ✗  ✗  ✗  A  ✗  ✗  A  A  A  A  A  A  ✗  ✗  ✗  ✗  ✗  A  ✗
    recent-abdominal-surgery    A  ✗  ✗  A  A  A  A  A  A  A  A  A  A  A  A  A  A  A  A  A
    hip-replacement             ✗  A  A  A  M  A  ✗  A  A  A  A  A  A  A  A  ✗  A  ✗  ✓  M
    knee-problem                M  ✓  ✓  ✓  ✓  ✓  M  ✓  M  ✓  ✓  M  M  M  ✓  S  ✓  M  ✓  ✓
    wrist-problem               ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓
    shoulder-problem            ✓  ✓  M  M  ✓  ✓  ✓  M  S  ✓  ✓  ✓  ✓  ✓  M  ✓  ✓  ✓  ✓  ✓
    heart-or-blood-pressure     ✓  M  M  n  ✓  ✓  ✓  M  M  M  M  S  M  n  ✓  ✓  ✓  ✓  ✓  ✓
    heart-failure               M  M  M  M  M  M  M  M  M  M  M  S  M  M  ✓  ✓  ✓  ✓  M  M
    glaucoma-or-eye-surgery     ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  M  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓
    reflux                      ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓
    lumbar-stenosis             ✓  ✗  ✗  M  ✓  ✓  ✓  M  ✓  ✓  M  M  M  ✗  M  M  M  ✓  ✓  M
    spondylolisthesis           ✓  ✗  ✗  A  ✓  ✓  ✓  M  ✓  ✓  ✓  ✓  ✓  ✗  A  A  M  ✓  ✓  M
    worse-bending-or-sitting    ✗  ✓  ✓  M  ✓  M  ✗  ✓  ✓  ✓  M  ✓  ✓  ✓  M  ✗  M  ✗  ✓  M
    worse-arching-or-standing   ✓  ✗  ✗  M  ✓  ✓  ✓  M  ✓  ✓  M  M  M  ✗  ✓  ✓  M  ✓  ✓  ✓
    sciatica-one-leg            S  M  M  M  M  ✗  M  M  M  M  M  M  M  M  ✗  ✗  M  M  ✓  M
    leg-symptoms-spreading      ✗  ✗  ✗  ✗  M  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  M  ✗
    dizzy-or-falls              ✓  M  M  M  ✓  ✓  ✓  ✓  M  ✓  M  M  ✗  M  ✓  S  ✓  ✓  ✓  ✓
    cannot-get-to-floor         M  M  M  ✓  M  M  M  M  S  M  ✓  ✓  ✓  ✓  M  S  ✓  ✓  ✓  ✓
    cannot-all-fours            ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  S  ✓  ✓  ✓  ✓  ✓  ✓  S  ✓  ✓  ✓  ✓
    hip-arthritis               M  ✓  ✓  M  ✓  ✓  M  ✓  ✓  M  ✓  M  M  M  M  S  ✓  M  ✓  M
    severe-spasm                S  ✗  ✗  ✗  M  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  ✗  M  M  M  M
    recent-birth                ✓  M  M  ✓  ✓  ✓  ✓  M  M  M  M  M  M  M  ✓  ✓  M  ✓  ✓  ✓
    long-term-steroids          M  ✓  ✓  M  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  ✓  M  M  M  M  ✓  M
    diabetes-numb-feet          ✓  ✓  ✓  M  ✓  ✓  ✓  ✓  ✓  ✓  M  M  M  M  ✓  ✓  ✓  ✓  ✓  ✓
"""
NOTHING_SAID = "."
CELLS_OF_3_4 = 22 * 9


def cells(table: str) -> list[tuple[str, str, str]]:
    """Condition, item and sign of every cell that says something."""
    head, *lines = (line.split() for line in table.strip().splitlines())
    items = [(COLUMNS | OUR_COLUMNS).get(name, name) for name in head[1:]]
    rows = [(line[0], line[1:]) for line in lines]
    return [
        (condition, item, sign)
        for condition, signs in rows
        for item, sign in zip(items, signs, strict=True)
        if sign != NOTHING_SAID
    ]


def item_of(content: Content, item_id: str) -> Item:
    item = content.item(item_id)
    assert item is not None, item_id
    return item


@pytest.mark.parametrize(("condition", "item", "sign"), cells(EXERCISES))
def test_every_cell_of_the_matrix_comes_out(
    content: Content, condition: str, item: str, sign: str
) -> None:
    assert verdict(item_of(content, item), [condition], content).effect is SIGNS[sign]


@pytest.mark.parametrize(("condition", "item", "sign"), cells(REMEDIES))
def test_heat_cold_and_massage_follow_their_lists(
    content: Content, condition: str, item: str, sign: str
) -> None:
    assert verdict(item_of(content, item), [condition], content).effect is SIGNS[sign]


@pytest.mark.parametrize(("condition", "item", "sign"), cells(OURS))
def test_our_own_cells_come_out_as_they_were_chosen(
    content: Content, condition: str, item: str, sign: str
) -> None:
    assert verdict(item_of(content, item), [condition], content).effect is SIGNS[sign]


def test_every_word_on_an_exercise_beyond_the_matrix_is_marked_as_ours(content: Content) -> None:
    rows = [
        row
        for condition in content.conditions.values()
        for row in condition.on_item
        if row.item in OUR_COLUMNS.values()
    ]
    assert rows
    assert {row.provenance.mark for row in rows} == {Mark.OURS}


def test_no_exercise_stands_outside_both_tables(content: Content) -> None:
    elsewhere = {"chair-pelvic-tilt", "sit-to-stand", "standing-back-bend", "walking"}
    named = {*COLUMNS.values(), *OUR_COLUMNS.values(), *elsewhere}
    assert set(content.exercises) == named


def test_the_matrix_has_all_its_cells() -> None:
    assert len(set(cells(EXERCISES))) == CELLS_OF_3_4


def test_the_columns_carry_their_codes(content: Content) -> None:
    codes = {one.code: one.id for one in content.exercises.values() if one.code}
    assert codes == COLUMNS


@pytest.mark.parametrize(("condition", "item", "sign"), cells(EXERCISES))
def test_what_is_not_simply_allowed_says_how_or_why(
    content: Content, condition: str, item: str, sign: str
) -> None:
    found = verdict(item_of(content, item), [condition], content)
    assert bool(found.hows) == bool(found.reasons) == (sign != "✓")


def test_a_substitute_is_itself_open(content: Content) -> None:
    named = {
        (condition.id, row.item): row.instead
        for condition in content.conditions.values()
        for row in condition.on_item
        if row.effect is Effect.SUBSTITUTE
    }
    offered = {
        pair: verdict(item_of(content, pair[1]), [pair[0]], content).instead for pair in named
    }
    assert offered == named
    assert ("pregnant-16-weeks-or-more", "pelvic-tilt") in named


BARRED_LOADS = {
    "pregnant-16-weeks-or-more": {Load.SUPINE, Load.PRONE},
    "pregnant-under-16-weeks": {Load.PRONE},
    "hip-replacement": {Load.HIP_BEYOND_90},
    "recent-vertebral-fracture": {Load.PRONE, Load.ROTATION, Load.FLEXION_END_RANGE},
    "recent-spinal-surgery": {Load.PRONE, Load.ROTATION, Load.EXTENSION_END_RANGE},
    "cannot-take-heat-off": {Load.LOCAL_HEAT, Load.LOCAL_COLD},
    "dizzy-or-falls": {Load.BALANCE},
}


@pytest.mark.parametrize("condition", BARRED_LOADS)
def test_a_load_that_a_condition_forbids_bars_every_item_that_has_it(
    content: Content, condition: str
) -> None:
    loaded = [
        item
        for shelf in (content.exercises, content.positions, content.transfers, content.remedies)
        for item in shelf.values()
        if BARRED_LOADS[condition] & set(item.loads)
    ]
    open_ = [item.id for item in loaded if not verdict(item, [condition], content).bars]
    assert loaded
    assert open_ == []


def test_every_condition_changes_something(content: Content) -> None:
    items: list[Item] = [
        *content.exercises.values(),
        *content.positions.values(),
        *content.transfers.values(),
        *content.remedies.values(),
    ]
    idle = [
        id_
        for id_ in content.conditions
        if all(verdict(item, [id_], content).effect is Effect.ALLOW for item in items)
    ]
    assert idle == []

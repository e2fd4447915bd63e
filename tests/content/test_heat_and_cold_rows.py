"""The evidence file's 3.1 and 3.2, row by row: effect, source, mark and how sure.

Transcribed from the evidence file, not from the content, so that the two hold each other. A row
with a range (BLOCK/MODIFY) takes the stricter end. `test_matrix` holds the same cells as a plan
sees them; this one holds where each comes from, and that no row is left out and none invented.
"""

from dataclasses import dataclass

import pytest

from loosen.vocabulary import Content, Effect, Load, Mark, OnLoad

HEAT, COLD = Load.LOCAL_HEAT, Load.LOCAL_COLD
EFFECTS = {"BLOCK": Effect.BLOCK, "ASK": Effect.ASK, "MODIFY": Effect.MODIFY, "NOTE": Effect.NOTE}

# Row of the evidence | condition | rule | source | mark
ROWS_3_1 = """
reduced skin feeling           | reduced-feeling-back      | BLOCK  | missouri-heat   | opened-2nd
diabetes                       | diabetes                  | ASK    | nadler-2002     | opened
diabetes with neuropathy       | diabetes-numb-feet        | BLOCK  | nadler-2002     | opened
poor circulation               | poor-circulation          | BLOCK  | deroyal         | opened-2nd
can't react                    | cannot-take-heat-off      | BLOCK  | deroyal         | opened-2nd
broken skin                    | skin-trouble-back         | BLOCK  | deroyal         | opened-2nd
infection                      | infection-or-fever-skin   | BLOCK  | deroyal         | opened-2nd
recent scar                    | recent-spinal-surgery     | BLOCK  | deroyal         | opened-2nd
cancer at or near the site     | cancer-near-back          | BLOCK  | deroyal         | opened-2nd
fresh injury                   | fresh-swelling            | BLOCK  | nadler-2002     | opened
bleeding tendency              | blood-thinner             | BLOCK  | nadler-2002     | opened
pregnancy                      | pregnant-under-16-weeks   | MODIFY | deroyal         | opened-2nd
pregnancy                      | pregnant-16-weeks-or-more | MODIFY | deroyal         | opened-2nd
multiple sclerosis             | heat-intolerance          | NOTE   | general-teaching| recalled
heart failure                  | heart-failure             | ASK    | movement-review | opened-2nd
patch or cream                 | patch-or-cream            | BLOCK  | fda-muscle-rubs | recalled
older, thin skin               | thin-skin                 | MODIFY | thin-skin-page  | opened-2nd
implants, pacemaker            | implant                   | NOTE   | general-teaching| recalled
"""
ROWS_3_2 = """
Raynaud's                      | raynaud                   | BLOCK  | deroyal         | opened-2nd
peripheral vascular disease    | poor-circulation          | BLOCK  | deroyal         | opened-2nd
cold urticaria and others      | cold-allergy              | BLOCK  | clinicalgate-42 | opened-2nd
reduced sensation              | reduced-feeling-back      | BLOCK  | deroyal         | opened-2nd
diabetes with neuropathy       | diabetes-numb-feet        | BLOCK  | deroyal         | opened-2nd
can't react                    | cannot-take-heat-off      | BLOCK  | clinicalgate-42 | opened-2nd
open wound, recent scar        | skin-trouble-back         | BLOCK  | deroyal         | opened-2nd
recent scar                    | recent-spinal-surgery     | BLOCK  | deroyal         | opened-2nd
infection                      | infection-or-fever-skin   | BLOCK  | deroyal         | opened-2nd
high blood pressure            | heart-or-blood-pressure   | NOTE   | movement-review | opened-2nd
sickle cell disease            | sickle-cell               | BLOCK  | general-teaching| recalled
"""
# Rows that no condition holds, because they are not about the person but about the moment, the
# place or what comes after: each with the test that holds it.
#   3.1, 3.2 drowsy, sedated, drunk     test_a_head_that_is_not_clear_keeps_positions_...
#   3.1 patch, cream, rub just now      test_anything_but_a_plain_no_of_the_skin_closes_...
#   3.2 over the kidneys                test_cold_stays_off_the_loin
#   3.2 strengthening straight after    test_no_exercise_after_cold_until_the_feeling_is_back
#   3.2 children                        nobody under 16 is led through anything


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of 3.1 or 3.2."""

    load: Load
    row: str
    condition: str
    effect: Effect
    source: str
    mark: Mark


def rows(load: Load, section: str, table: str) -> list[Row]:
    cells = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [
        Row(
            load=load,
            row=f"{section} {row}",
            condition=condition,
            effect=EFFECTS[rule],
            source=source,
            mark=Mark(mark),
        )
        for row, condition, rule, source, mark in cells
    ]


ROWS = [*rows(HEAT, "3.1", ROWS_3_1), *rows(COLD, "3.2", ROWS_3_2)]


def said(content: Content, load: Load, condition: str) -> OnLoad:
    [found] = [row for row in content.conditions[condition].on_load if row.load is load]
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.row} ({row.condition})")
def test_every_row_of_heat_and_cold_comes_out_with_its_source(content: Content, row: Row) -> None:
    found = said(content, row.load, row.condition)
    from_where = found.provenance
    assert found.effect is row.effect
    assert (from_where.row, from_where.source) == (row.row, row.source)
    assert from_where.mark is row.mark


def test_whatever_else_is_said_of_heat_and_cold_is_marked_as_ours(content: Content) -> None:
    known = {(row.load, row.condition) for row in ROWS}
    others = [
        row
        for condition in content.conditions.values()
        for row in condition.on_load
        if row.load in {HEAT, COLD} and (row.load, condition.id) not in known
    ]
    assert others
    assert {row.provenance.mark for row in others} == {Mark.OURS}


def test_what_a_row_wants_milder_is_said_in_its_words(content: Content) -> None:
    for condition in ("pregnant-under-16-weeks", "pregnant-16-weeks-or-more"):
        how = said(content, HEAT, condition).how
        assert "Low back only" in how
        assert "low and short" in how
        assert "Never on your tummy. No hot tub." in how
    thin = said(content, HEAT, "thin-skin").how
    assert "Lowest setting" in thin
    assert "short time" in thin
    assert "Look at the skin often" in thin


def test_what_the_rows_name_is_asked_in_so_many_words(content: Content) -> None:
    asked = {one.id: f"{one.text} {one.help}".lower() for one in content.questions.values()}
    named = {
        "reduced-feeling-back": ("numb", "nerve"),
        "skin-trouble-back": ("broken", "rash", "scar", "radiation"),
    }
    for question, words in named.items():
        assert all(word in asked[question] for word in words), question


def test_cold_stays_off_the_loin(content: Content) -> None:
    words = " ".join(step.text for step in content.remedies["cold"].steps)
    assert "Keep it off your sides, under the ribs." in words


# --- the session parameters ------------------------------------------------------------------


def test_the_wrap_has_the_trials_dose_and_no_more(content: Content) -> None:
    wrap = content.remedies["heat"].wrap
    assert wrap is not None
    assert (wrap.day_most_s, wrap.provenance.source) == (8 * 3600, "nadler-2002")
    assert (wrap.provenance.row, wrap.provenance.mark) == ("3.1 long-wear wraps", Mark.OPENED)
    words = " ".join(step.text for step in wrap.before)
    assert "only a wrap that you bought for this" in words
    assert "no longer than the label says" in words


@pytest.mark.parametrize(
    ("remedy", "signs"),
    [
        ("heat", ("blotchy", "blister", "brown net", "hurts")),
        ("cold", ("white", "blister", "numb")),
    ],
)
def test_the_stop_signs_are_those_of_the_evidence(
    content: Content, remedy: str, signs: tuple[str, ...]
) -> None:
    words = " ".join(content.remedies[remedy].stop_signs)
    assert [sign for sign in signs if sign not in words] == []


def test_the_pause_between_heat_and_cold_is_that_of_the_evidence(content: Content) -> None:
    pause = content.thresholds["skin-pause-min"]
    assert (pause.value, pause.provenance.row) == (20, "3.2 alternating")

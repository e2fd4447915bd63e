"""Simulated people live with the real rooms, and nothing that must never be happens to them."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice

import pytest

from loosen import ledger, triage
from loosen.cohort import doctors
from loosen.cohort.arms import Arm
from loosen.cohort.cautions import ASK_FIRST, NEVER
from loosen.cohort.clocks import MIN_PER_DAY
from loosen.cohort.life import SPREADING, Life, new_life
from loosen.cohort.living import days_of, live
from loosen.cohort.matrix import REMEDIES, ROWS
from loosen.cohort.people import Somebody, somebody
from loosen.cohort.pills import Begins
from loosen.cohort.session import plan_for
from loosen.cohort.signs import SIGNS, SignComing
from loosen.cohort.watch import Breach, Watch
from loosen.library.current import load_content
from loosen.plan.verdict import CLEAR
from loosen.vocabulary import AnswerValue, DatedNote, DoseAnswer, GentleMovement

CONTENT = load_content()
PEOPLE, DAYS = 20, 20
AT_TIMES = {Breach.MEDICINE, Breach.CAUTION, Breach.LOAD}
WANTED = {
    "NoteTaken", "MedicineWord", "LegsNoted", "SkinAsked", "Withdrawn", "IntakeTold", "twice",
    "corrected", "late",
}  # fmt: skip


def lived(arm: Arm, people: int = PEOPLE, days: int = DAYS, seed: int = 3) -> Counter[Breach]:
    """What was found in some lives."""
    found: Counter[Breach] = Counter()
    for number in range(people):
        life, _ = live(somebody(seed, number, days, CONTENT), arm, CONTENT, days)
        found.update(life.watch.found)
    return found


def test_nothing_that_must_not_be_is_found_and_everything_was_looked_at() -> None:
    checked: Counter[Breach] = Counter()
    found: Counter[Breach] = Counter()
    for number in range(PEOPLE):
        who = somebody(3, number, DAYS, CONTENT)
        life, _ = live(who, Arm.LOOSEN, CONTENT, DAYS)
        checked.update(life.watch.checked)
        found.update(life.watch.found)
    assert found == Counter()
    assert {breach for breach in Breach if checked[breach] > 0} == set(Breach)


def test_the_articles_recipe_breaks_limits_in_the_same_people() -> None:
    found = lived(Arm.ARTICLE, people=60, days=30)
    broken = {Breach.SKIN, Breach.SKIN_ASKED, Breach.CONTRAINDICATION, Breach.CLEARANCE}
    assert {one for one in broken | AT_TIMES if found[one]} == broken | AT_TIMES


# --- a rule broken on purpose is seen -----------------------------------------------------------


def _open_skin(patch: pytest.MonkeyPatch) -> None:
    real = ledger.thermal_gate

    def gate(*given: object) -> object:
        return replace(real(*given), allowed=True)  # type: ignore[arg-type]  # - as it was called

    patch.setattr(ledger, "thermal_gate", gate)


def _no_contraindications(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sys.modules["loosen.plan.offers"], "verdict", lambda *_: CLEAR)


def _no_rest_after_red(patch: pytest.MonkeyPatch) -> None:
    for room in ("build", "stages"):  # `loosen.plan.build` is the function of that name
        for name in ("dropped_until", "held_to"):
            patch.setattr(sys.modules[f"loosen.plan.{room}"], name, lambda *_: None)


def _always_yes(patch: pytest.MonkeyPatch) -> None:
    real = ledger.dose_verdict

    def verdict(*given: object, **named: object) -> object:
        said = real(*given, **named)  # type: ignore[arg-type]  # - as it was called
        return replace(said, answer=DoseAnswer.YES, next_allowed_at=None)

    patch.setattr(ledger, "dose_verdict", verdict)


def _deaf_to_signs(patch: pytest.MonkeyPatch) -> None:
    real, seen = triage.decide, dict[str, object]()

    def decide(answers: object, content: object, at: object) -> object:
        first = seen.setdefault("first", answers)
        return real(first, content, at)  # type: ignore[arg-type]  # - as it was called

    patch.setattr(triage, "decide", decide)


def _deaf_to_cautions(patch: pytest.MonkeyPatch) -> None:
    real = triage.medicine_screen

    def screen(*given: object) -> object:
        return replace(real(*given), cautions=())  # type: ignore[arg-type]  # - as it was called

    patch.setattr(triage, "medicine_screen", screen)


def _every_word_is_a_yes(patch: pytest.MonkeyPatch) -> None:
    real = triage.clearance

    def clearance(
        decisions: object, notes: list[DatedNote], *given: object, **named: object
    ) -> object:
        yes = GentleMovement.YES
        said = [replace(one, note=replace(one.note, gentle_movement_ok=yes)) for one in notes]
        return real(decisions, said, *given, **named)  # type: ignore[arg-type]  # - as it was called

    patch.setattr(triage, "clearance", clearance)


def _worse_voids_no_word(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(triage, "new_signs", lambda *_, **__: frozenset())


def _legs_ask_nothing(patch: pytest.MonkeyPatch) -> None:
    def just_now(log: ledger.Standing, _: object) -> object:
        return log[-1].happened_at

    patch.setattr(ledger, "short_set_asked_at", just_now)


def _no_word_counts(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sys.modules["loosen.ledger.dose_suits"], "_words", lambda *_: ())
    patch.setattr(doctors, "YES_TO", 0.0)  # nobody is told yes


def _skin_is_never_asked(patch: pytest.MonkeyPatch) -> None:
    open_ = ledger.SkinGate(is_asked=True, reasons=(), rubbed_on=())
    patch.setattr(ledger, "skin_gate", lambda *_: open_)


def anybody() -> Iterator[Somebody]:
    """The people of a seed."""
    yield from (somebody(3, number, DAYS, CONTENT) for number in range(40))


def with_a_sign() -> Iterator[Somebody]:
    """They have a sign that a clinician may speak about, and for half of them it gets worse."""
    fever = next(sign for sign in SIGNS if sign.question_id == "fever")
    for number, who in enumerate(anybody()):
        coming = SignComing(fever, 1, DAYS, 9 if number % 2 else DAYS)
        yield replace(who, sign=coming, habits=replace(who.habits, opens=1.0))


def with_pills() -> Iterator[Somebody]:
    """They take ibuprofen whenever they may, and something speaks against it from some day on,
    for half of them only until a word on it may still be running."""
    for number, who in enumerate(anybody()):
        first, gone = (1, 6) if number % 2 else (4, DAYS)
        begins = Begins("takes-steroids", first, gone)
        habits = replace(who.habits, opens=1.0, swallows=1.0)
        yield replace(
            who, begins=begins, habits=habits, region_id="uk", product_id="uk-ibuprofen-200"
        )


@pytest.mark.parametrize(
    ("break_it", "people", "breach"),
    [
        (_open_skin, anybody, Breach.SKIN),
        (_skin_is_never_asked, anybody, Breach.SKIN_ASKED),
        (_no_contraindications, anybody, Breach.CONTRAINDICATION),
        (_no_rest_after_red, anybody, Breach.LOAD),
        (_always_yes, anybody, Breach.MEDICINE),
        (_deaf_to_cautions, anybody, Breach.CAUTION),
        (_deaf_to_cautions, with_pills, Breach.CAUTION),
        (_no_word_counts, with_pills, Breach.CAUTION),
        (_deaf_to_signs, anybody, Breach.URGENT),
        (_deaf_to_signs, with_a_sign, Breach.CLEARANCE),
        (_every_word_is_a_yes, with_a_sign, Breach.CLEARANCE),
        (_worse_voids_no_word, with_a_sign, Breach.CLEARANCE),
        (_legs_ask_nothing, anybody, Breach.CLEARANCE),
    ],
)
def test_a_rule_broken_on_purpose_is_counted(
    break_it: Callable[[pytest.MonkeyPatch], None],
    people: Callable[[], Iterable[Somebody]],
    breach: Breach,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    break_it(monkeypatch)
    lives = (live(who, Arm.PLAIN, CONTENT, DAYS)[0] for who in people())
    assert any(life.watch.found[breach] for life in lives)


@pytest.mark.parametrize("people", [with_a_sign, with_pills])
def test_with_every_rule_in_its_place_the_same_people_meet_no_breach(
    people: Callable[[], Iterable[Somebody]],
) -> None:
    lives = [live(who, Arm.PLAIN, CONTENT, DAYS)[0] for who in islice(people(), 8)]
    assert all(life.watch.found == Counter() for life in lives)
    assert sum(life.watch.checked[Breach.CLEARANCE] for life in lives) > 200


# --- lives meet what they are to meet -----------------------------------------------------------


def test_records_hold_words_notes_legs_corrections_and_what_came_twice() -> None:
    met: Counter[str] = Counter()
    for who in (*islice(with_a_sign(), 5), *islice(with_pills(), 6)):
        life = new_life(who, Arm.PLAIN, CONTENT, DAYS, is_whole=True)
        list(days_of(life, DAYS))
        entries = life.record.entries
        met.update(type(entry.payload).__name__ for entry in entries)
        met["twice"] += len(entries) - len({entry.id for entry in entries})
        met["corrected"] += sum(entry.supersedes is not None for entry in entries)
        met["late"] += sum(entry.recorded_at > entry.happened_at for entry in entries)
    assert {name for name in WANTED if met[name] > 1} == WANTED


def test_every_row_of_the_matrix_and_every_caution_is_met_by_somebody() -> None:
    wanted = {question for question, _ in ROWS}
    wanted |= {question for rows in REMEDIES.values() for question, _ in rows}
    wanted |= {one for table in (NEVER, ASK_FIRST) for ids in table.values() for one in ids}
    met = {SPREADING}
    for who in (somebody(3, number, 90, CONTENT) for number in range(1000)):
        met.update(id_ for id_, one in who.answers.items() if one.value is AnswerValue.YES)
        met.update({who.begins.question_id} if who.begins else set())
    assert wanted <= met


def test_days_are_counted_from_telling_a_sign_to_urgent_advice() -> None:
    watch, sign = Watch(), SIGNS[0]
    for day, rank in ((3, 4), (5, 2), (6, 1), (7, 1)):
        watch.advised(sign, rank, day)
    assert watch.days_to_advice == 3
    assert watch.found[Breach.URGENT] == 2


def test_clocks_travel_change_to_summer_and_back_and_are_set_back_and_put_right() -> None:
    clocks = [somebody(3, number, 90, CONTENT).clock for number in range(400)]
    last = 90 * MIN_PER_DAY
    for span in ("away", "summer", "behind"):
        spans = [getattr(clock, span) for clock in clocks]
        assert any(start < last < end for start, end in spans)
        assert any(end < last for _, end in spans)
    for clock in clocks:
        offsets = [clock.offset(minute) for minute in (0, clock.away[0], clock.summer[0])]
        assert all(-14 * 60 <= offset <= 14 * 60 for offset in offsets)
        if clock.summer[1] < last:
            before, after = (clock.local(clock.summer[1] + minute) for minute in (-1, 0))
            assert before - after == timedelta(minutes=59)


# --- the window is as good as the whole record --------------------------------------------------


def plans_of(number: int, *, is_whole: bool, days: int, patch: pytest.MonkeyPatch) -> list[object]:
    made: list[object] = []

    def noted(life: Life, *given: object) -> object:
        plan = plan_for(life, *given)  # type: ignore[arg-type]  # - as it was called
        made.append(plan)
        return plan

    patch.setattr("loosen.cohort.session.plan_for", noted)
    who = somebody(4, number, days, CONTENT)
    list(days_of(new_life(who, Arm.PLAIN, CONTENT, days, is_whole=is_whole), days))
    return made


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_plan_on_the_window_is_that_on_the_whole_record(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = plans_of(number, is_whole=True, days=60, patch=monkeypatch)
    assert plans_of(number, is_whole=False, days=60, patch=monkeypatch) == whole
    assert len(whole) > 5


def test_a_decision_on_the_same_answers_differs_in_its_date_alone() -> None:
    for who in islice(with_a_sign(), 4):
        life = new_life(who, Arm.PLAIN, CONTENT, DAYS)
        for day in (0, 5, 12):
            told, at = life.answers_on(day), life.at(day * MIN_PER_DAY)
            anew = triage.decide(told.answers, CONTENT, at)
            assert replace(told.decision, decided_at=at) == anew

"""Who asks to come in: codes that end, tries that are counted."""

from datetime import UTC, datetime, timedelta

import pytest

from loosen.web.devices.knocks import (
    CODE_LASTS,
    MOST_WAITING,
    TRIES_OF_ALL,
    TRIES_OF_ONE,
    TRIES_WITHIN,
    Answer,
    Knocks,
)

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def knocks() -> Knocks:
    return Knocks()


def ask(knocks: Knocks, address: str = "192.168.1.20", at: datetime = NOON) -> tuple[str, str]:
    asked = knocks.ask("A phone", address, at)
    assert asked is not None
    return asked[0].code, asked[1]


def test_a_code_has_six_digits_and_the_secret_is_another_thing(knocks: Knocks) -> None:
    code, secret = ask(knocks)
    assert len(code) == 6
    assert code.isdigit()
    assert code not in secret
    [waiting] = knocks.waiting(NOON)
    assert (waiting.code, secret in repr(waiting)) == (code, False)


def test_no_two_who_wait_have_the_same_code(
    knocks: Knocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter([7, 7, 8])
    monkeypatch.setattr("loosen.web.devices.knocks.secrets.randbelow", lambda _: next(drawn))
    assert [ask(knocks, f"192.168.1.{n}")[0] for n in (1, 2)] == ["000007", "000008"]


def test_a_yes_lets_in_once(knocks: Knocks) -> None:
    code, secret = ask(knocks)
    assert knocks.take(secret, NOON) is None
    assert knocks.answer(code, Answer.YES, NOON) is not None
    assert knocks.take(secret, NOON) is not None
    assert knocks.take(secret, NOON) is None


def test_a_no_lets_nobody_in_and_is_final_for_this_code(knocks: Knocks) -> None:
    code, secret = ask(knocks)
    knocks.answer(code, Answer.NO, NOON)
    assert knocks.answer(code, Answer.YES, NOON) is None
    assert knocks.take(secret, NOON) is None


def test_another_secret_does_not_come_in_by_the_same_yes(knocks: Knocks) -> None:
    code, _ = ask(knocks, "192.168.1.20")
    _, other = ask(knocks, "192.168.1.21")
    knocks.answer(code, Answer.YES, NOON)
    assert knocks.take(other, NOON) is None


@pytest.mark.parametrize("late", [CODE_LASTS, timedelta(days=1), -SECOND])
def test_an_old_code_is_good_for_nothing_nor_one_of_a_clock_that_went_back(
    knocks: Knocks, late: timedelta
) -> None:
    code, secret = ask(knocks)
    assert knocks.waiting(NOON + late) == ()
    assert knocks.answer(code, Answer.YES, NOON + late) is None
    assert knocks.of(secret, NOON + late) is None


def test_a_yes_that_is_not_taken_in_time_ends_too(knocks: Knocks) -> None:
    code, secret = ask(knocks)
    knocks.answer(code, Answer.YES, NOON)
    assert knocks.take(secret, NOON + CODE_LASTS) is None


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "\u0660" * 6, "000000 "])
def test_a_code_that_nobody_has_is_answered_with_nothing(knocks: Knocks, code: str) -> None:
    assert knocks.answer(code, Answer.YES, NOON) is None


def test_whoever_asks_again_takes_its_own_place(knocks: Knocks) -> None:
    first, _ = ask(knocks)
    second, _ = ask(knocks)
    assert [one.code for one in knocks.waiting(NOON)] == [second]
    assert knocks.answer(first, Answer.YES, NOON) is None or first == second


def test_one_address_may_try_a_few_times_only(knocks: Knocks) -> None:
    for _ in range(TRIES_OF_ONE):
        ask(knocks)
    assert knocks.ask("A phone", "192.168.1.20", NOON) is None
    assert ask(knocks, "192.168.1.21"), "another device still may"
    assert ask(knocks, at=NOON + TRIES_WITHIN), "and the same one later"


def test_all_together_may_not_flood_the_list(knocks: Knocks) -> None:
    taken = [knocks.ask("A phone", f"192.168.1.{n}", NOON) for n in range(40)]
    assert sum(one is not None for one in taken) == MOST_WAITING
    later = [
        knocks.ask("A phone", f"192.168.1.{n % 40}", NOON + n * 20 * SECOND) for n in range(30)
    ]
    assert sum(one is not None for one in later) <= TRIES_OF_ALL

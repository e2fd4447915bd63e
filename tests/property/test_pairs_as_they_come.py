"""Pairs found entry by entry are those of the whole record, or it is said that they are not."""

from dataclasses import replace
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from loosen.ledger import Pairing, standing, tries
from loosen.vocabulary import (
    Amount,
    DoseTaken,
    Entry,
    MedicineForm,
    Payload,
    PositionTried,
    RemedyUsed,
    Skin,
    Walked,
)

from ..built_plans import CONTENT
from ..diary import Diary, minute

DOSE = DoseTaken(
    name="Ibuprofen",
    amounts=(Amount(ingredient_id="ibuprofen", ug=200_000),),
    units=1,
    form=MedicineForm.BY_MOUTH,
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["pain", "walk", "position", "heat", "dose", "take back"]),
        st.integers(-20, 90),
        st.integers(0, 10),
    ),
    max_size=40,
)
MANY = settings(max_examples=150)


def payload_of(what: str, at: float, number: int) -> Payload:
    match what:
        case "walk":
            return Walked(minutes=5)
        case "position":
            return PositionTried(position_id="half-sitting", helped=None, kept=False)
        case "heat":
            return RemedyUsed(
                remedy_id="heat",
                started_at=minute(at - 2 * number),
                ended_at=minute(at),
                skin=Skin.NORMAL,
                felt_better=None,
            )
        case _:
            return DOSE


def records(steps: list[tuple[str, int, int]]) -> list[list[Entry]]:
    """The record as it grew: some told late, some taken back."""
    diary, at, grown = Diary(), 0, []
    for what, later, number in steps:
        at += later
        if what == "pain":
            diary.pain(number, at)
        elif what == "take back" and diary.entries:
            old = diary.entries[number % len(diary.entries)]
            new = replace(old, id=UUID(int=50_000 + len(diary.entries)), supersedes=old.id)
            diary.entries.append(replace(new, seq=len(diary.entries) + 1))
        elif what != "take back":
            diary.add(payload_of(what, at, number), at)
        grown.append(list(diary.entries))
    return grown


@MANY
@given(STEPS)
def test_as_they_come_the_pairs_are_those_of_the_whole_record(
    steps: list[tuple[str, int, int]],
) -> None:
    pairing = Pairing(standing(()), CONTENT)
    found = list(pairing.pairs)
    for entries in records(steps):
        log = standing(entries)
        more = pairing.more(log)
        if more is None:
            pairing = Pairing(log, CONTENT)
            found = list(pairing.pairs)
        else:
            found += more
        assert tuple(found) == tries(log, CONTENT)


def test_what_is_told_in_order_is_never_walked_anew() -> None:
    diary = Diary()
    pairing = Pairing(standing(()), CONTENT)
    for hour in range(30):
        diary.pain(6, hour * 60)
        diary.add(Walked(minutes=5), hour * 60 + 5)
        diary.pain(5, hour * 60 + 15)
        more = pairing.more(standing(diary.entries))
        assert more is not None
        assert [(one.kind, one.at) for one in more][-1] == ("walk", minute(hour * 60))


def test_what_was_begun_before_the_last_score_has_all_walked_anew() -> None:
    diary = Diary()
    diary.pain(6, 0)
    diary.pain(6, 30)
    pairing = Pairing(standing(diary.entries), CONTENT)
    assert [one.kind for one in pairing.pairs] == [""]
    diary.add(payload_of("heat", 31, 10), 31)
    assert pairing.more(standing(diary.entries)) is None
    assert Pairing(standing(diary.entries), CONTENT).pairs == ()

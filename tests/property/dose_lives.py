"""Random people by a seed for the second reading: packs from elsewhere, own packs, rubs, words."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from loosen.ledger import dose_verdict
from loosen.library.current import load_content
from loosen.vocabulary import (
    Amount,
    AnswerValue,
    DoseAsk,
    DoseTaken,
    DoseVerdict,
    IntakeTold,
    MedicineForm,
    MedicineScreen,
    MedicineWord,
)

from ..diary import Diary
from .dose_histories import TIMES_MIN, Draws
from .second_reading import DAY, Patient, Reading, Swallow
from .second_tables import IBUPROFEN, PARACETAMOL, TINS, UK, US

MIDNIGHT = datetime(2028, 2, 26, tzinfo=UTC)  # a leap day lies ahead
Verdict = tuple[str, int | None]  # the answer, and the minute at which time alone opens it
OFFSETS_MIN = (0, 0, 60, -480, 345)
OWN = (("my pack", IBUPROFEN, 200), ("my pack", PARACETAMOL, 500), ("syrup", PARACETAMOL, 250))
RUBS = (("ibuprofen-gel", IBUPROFEN), ("diclofenac-gel", "diclofenac"))


def life(seed: int) -> tuple[list[Swallow], Patient, Swallow]:
    """What somebody took, who they are, and what they ask for."""
    draws = Draws(seed + 10**9)
    patient = _patient(draws)
    usual = [_pick(draws, patient.region) for _ in range(1 + draws.below(2))]
    minute, taken = 2 * DAY + draws.below(DAY), []
    is_daily = draws.below(5) == 0
    for _ in range(draws.below(11)):
        one = usual[draws.below(len(usual))] if draws.below(8) else _pick(draws, patient.region)
        taken.append(_at(one, minute, _units(draws)))
        minute += DAY - 45 + draws.below(90) if is_daily else _step(draws)
    ask = usual[0] if draws.below(4) else _pick(draws, patient.region)
    return taken, patient, _at(ask, minute, _units(draws))


def _patient(draws: Draws) -> Patient:
    name = (IBUPROFEN, PARACETAMOL)[draws.below(2)]
    has_most, has_gap = draws.below(8) == 0, draws.below(8) == 0
    return Patient(
        region=(UK, US, UK, US, "other")[draws.below(5)],
        age=(40, 40, 40, 70, 17, 11)[draws.below(6)],
        weight_kg=(80, 80, 80, 50, 46)[draws.below(5)],
        offset_min=OFFSETS_MIN[draws.below(len(OFFSETS_MIN))],
        most_mg={name: (800, 2000, 6000)[draws.below(3)]} if has_most else {},
        gap_h={name: (2, 6, 12)[draws.below(3)]} if has_gap else {},
    )


def _pick(draws: Draws, region: str) -> Swallow:
    kind = draws.below(20)
    if kind == 0:
        return Swallow(minute=0, name="a white pill", mg={})
    if kind == 1:
        product, ingredient = RUBS[draws.below(len(RUBS))]
        return Swallow(minute=0, name=product, pack=product, mg={ingredient: 0}, on_skin=True)
    if kind in {2, 3}:
        name, ingredient, mg = OWN[draws.below(len(OWN))]
        return Swallow(minute=0, name=name, mg={ingredient: mg})
    is_from_here = draws.below(6) > 0
    packs = [id_ for id_, tin in TINS.items() if (tin.region == region) is is_from_here]
    packs = packs or list(TINS)
    pack = packs[draws.below(len(packs))]
    return Swallow(minute=0, name=pack, pack=pack, mg=TINS[pack].mg)


def _at(one: Swallow, minute: int, units: int) -> Swallow:
    return Swallow(
        minute=minute,
        name=one.name,
        pack=one.pack,
        mg={name: mg * units for name, mg in one.mg.items()},
        units=units,
        on_skin=one.on_skin,
    )


def _units(draws: Draws) -> int:
    return (1, 2, 2, 1, 2, 1, 3, 4)[draws.below(8)]


def _step(draws: Draws) -> int:
    return TIMES_MIN[draws.below(len(TIMES_MIN))] if draws.below(3) else draws.below(DAY)


def by_reading(seed: int) -> Verdict:
    """What the file says, as it was read."""
    return Reading(*life(seed)).answer()


def by_ledger(seed: int) -> Verdict:
    """What the ledger says."""
    said = verdict(*life(seed))
    opens = said.next_allowed_at
    return said.answer.value, None if opens is None else _minute(opens)


def verdict(taken: list[Swallow], patient: Patient, ask: Swallow) -> DoseVerdict:
    """The ledger's whole verdict; every dose is told late, at the moment of asking."""
    diary, now = Diary(), _instant(ask.minute)
    for one in taken:
        diary.add(
            _dose(one),
            happened_at=_instant(one.minute),
            recorded_at=now,
            utc_offset_min=patient.offset_min,
        )
    told = [*_words(patient), IntakeTold(taken=AnswerValue.NO)]
    for payload in told:
        diary.add(payload, happened_at=now, recorded_at=now, utc_offset_min=patient.offset_min)
    one = _dose(ask)
    return dose_verdict(
        DoseAsk(
            name=one.name, amounts=one.amounts, product_id=one.product_id, units=one.units,
            form=one.form,
        ),
        MedicineScreen(
            cautions=(), is_complete=True, asked_on=date(2028, 2, 27), age_years=patient.age,
            weight_kg=patient.weight_kg,
        ),
        diary.entries, now, region_id=patient.region, utc_offset_min=patient.offset_min,
        content=load_content(),
    )  # fmt: skip


def _words(patient: Patient) -> list[MedicineWord]:
    return [
        MedicineWord(
            ingredient_id=name,
            may_take=AnswerValue.YES,
            said_on=date(2028, 1, 1),
            until=date(2029, 1, 1),
            most_24h_ug=patient.most_mg[name] * 1000 if name in patient.most_mg else None,
            least_gap_s=patient.gap_h[name] * 3600 if name in patient.gap_h else None,
        )
        for name in dict.fromkeys((*patient.most_mg, *patient.gap_h))
    ]


def _dose(one: Swallow) -> DoseTaken:
    amounts = tuple(Amount(ingredient_id=name, ug=mg * 1000) for name, mg in one.mg.items())
    return DoseTaken(
        name=one.name,
        amounts=amounts,
        product_id=one.pack,
        units=None if one.on_skin or not one.mg else one.units,
        form=MedicineForm.ON_SKIN if one.on_skin else MedicineForm.BY_MOUTH,
    )


def _instant(minute: int) -> datetime:
    return MIDNIGHT + timedelta(minutes=minute)


def _minute(at: datetime) -> int:
    return round((at - MIDNIGHT).total_seconds() / 60)


def disagreements(first: int, count: int) -> Iterator[tuple[int, Verdict, Verdict]]:
    """The seeds on which the two differ, with what the ledger and the second reading said."""
    for seed in range(first, first + count):
        mine, theirs = by_ledger(seed), by_reading(seed)
        if mine != theirs:
            yield seed, mine, theirs

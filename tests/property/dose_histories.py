"""Random histories of doses by a seed, and what the ledger and the reference say of them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from uuid import UUID

from loosen.ledger import dose_verdict
from loosen.library.current import load_content
from loosen.vocabulary import (
    Amount,
    AnswerValue,
    Content,
    DoseAsk,
    DoseTaken,
    DoseVerdict,
    Entry,
    EntryKind,
    Family,
    Got,
    IntakeTold,
    Limit,
    MedicineForm,
    MedicineScreen,
    Payload,
    Product,
)

from .reference_doses import DAY_MIN, Pack, PackRule, Person, Said, Took

MIDNIGHT = datetime(2028, 2, 27, tzinfo=UTC)  # the next days hold a leap day
NOBODY = UUID(int=7)
FITS = MedicineScreen(
    cautions=(), is_complete=True, asked_on=date(2028, 2, 27), age_years=40, weight_kg=80
)
TIMES_MIN = (1, 30, 119, 120, 239, 240, 241, 359, 360, 361, 480, 719, 720, 1080, 1440)


class Draws:
    """A stream of whole numbers from a seed, the same on every machine."""

    def __init__(self, seed: int) -> None:
        self._seed, self._count = seed, 0

    def below(self, end: int) -> int:
        """A number from 0 up to, not with, `end`."""
        self._count += 1
        text = f"{self._seed}/{self._count}".encode()
        return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big") % end


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What somebody took in which minute, and what they ask for at the end."""

    region: str
    took: tuple[Took, ...]
    pack: Pack
    units: int
    minute: int


@cache
def packs_of(region: str) -> tuple[Pack, ...]:
    """The packs of a region that have limits, as the content has them."""
    content = load_content()
    return tuple(
        _pack(product, region, content)
        for product in content.products.values()
        if region in product.regions
        and product.form is MedicineForm.BY_MOUTH
        and all(_limit(product, one.ingredient, region, content) for one in product.strengths)
    )


def _limit(product: Product, ingredient: str, region: str, content: Content) -> Limit | None:
    own = [content.limits[id_] for id_ in product.limits]
    default = [one for one in content.limits.values() if one.is_default and one.region == region]
    return next((one for one in [*own, *default] if one.ingredient == ingredient), None)


def _pack(product: Product, region: str, content: Content) -> Pack:
    rules = {}
    for strength in product.strengths:
        limit = _limit(product, strength.ingredient, region, content)
        assert limit is not None
        rules[strength.ingredient] = PackRule(
            most_mg=round(limit.most_24h_mg),
            once_mg=round(limit.most_dose_mg) or 10**6,
            gap_min=limit.least_gap_s // 60,
            doses=limit.most_doses_24h,
            see_from_day=limit.see_from_day,
        )
    return Pack(
        name=product.id,
        mg={one.ingredient: round(one.mg) for one in product.strengths},
        rules=rules,
        most_units=product.most_units_24h,
        once_units=product.most_units_once,
        gap_min=product.least_gap_s // 60,
        see_from_day=product.see_from_day,
    )


def history(seed: int) -> History:
    """A history: mostly sensible steps of time, sometimes many doses, sometimes many days."""
    draws = Draws(seed)
    region = ("uk", "us")[draws.below(2)]
    packs = packs_of(region)
    own = [packs[draws.below(len(packs))] for _ in range(1 + draws.below(3) // 2)]
    minute, took = 600 + draws.below(600), []
    is_daily = draws.below(6) == 0
    for _ in range(draws.below(12)):
        took.append(Took(minute=minute, pack=own[draws.below(len(own))], units=_units(draws)))
        minute += DAY_MIN - 60 + draws.below(120) if is_daily else _step(draws)
    pack = own[0] if draws.below(5) else packs[draws.below(len(packs))]
    return History(region=region, took=tuple(took), pack=pack, units=_units(draws), minute=minute)


def _units(draws: Draws) -> int:
    return (1, 2, 2, 1, 2, 1, 2, 3)[draws.below(8)]


def _step(draws: Draws) -> int:
    if draws.below(3) == 0:
        return draws.below(DAY_MIN)
    return TIMES_MIN[draws.below(len(TIMES_MIN))]


def by_reference(told: History) -> Said:
    """What the simulation says."""
    content = load_content()
    nsaids = [one.id for one in content.ingredients.values() if one.family is Family.NSAID]
    person = Person(told.took, frozenset(nsaids), "paracetamol")
    return person.may_take(told.pack, told.units, told.minute)


def verdict(told: History) -> DoseVerdict:
    """What the ledger says; its entries come in another order than the doses."""
    order = sorted(told.took, key=lambda took: hashlib.md5(repr(took).encode()).digest())
    entries = [_entry(seq, _taken(took), took.minute, told) for seq, took in enumerate(order)]
    entries.append(_entry(len(order), IntakeTold(taken=AnswerValue.NO), told.minute, told))
    one = _taken(Took(minute=told.minute, pack=told.pack, units=told.units))
    ask = DoseAsk(name=one.name, product_id=one.product_id, amounts=one.amounts, units=one.units)
    return dose_verdict(
        ask, FITS, entries, at(told.minute),
        region_id=told.region, utc_offset_min=0, content=load_content(),
    )  # fmt: skip


def by_ledger(told: History) -> Said:
    """The same in the words of the reference."""
    said = verdict(told)
    opens = said.next_allowed_at
    minute = None if opens is None else round((opens - MIDNIGHT).total_seconds() / 60)
    return Said(answer=said.answer.value, opens=minute)


def at(minute: int) -> datetime:
    """The instant of a minute."""
    return MIDNIGHT + timedelta(minutes=minute)


def _taken(took: Took) -> DoseTaken:
    amounts = tuple(
        Amount(ingredient_id=ingredient, ug=mg * 1000 * took.units)
        for ingredient, mg in took.pack.mg.items()
    )
    return DoseTaken(
        name=took.pack.name, product_id=took.pack.name, amounts=amounts, units=took.units
    )


def _entry(seq: int, payload: Payload, minute: int, told: History) -> Entry:
    is_dose = isinstance(payload, DoseTaken)
    return Entry(
        id=UUID(int=100 + seq),
        device_id=NOBODY,
        seq=seq,
        owner_id=NOBODY,
        kind=EntryKind.DOSE if is_dose else EntryKind.INTAKE,
        happened_at=at(minute),
        recorded_at=at(told.minute),  # all are told late, at the moment of asking
        utc_offset_min=0,
        zone="UTC",
        source=Got.SELF_REPORT,
        payload=payload,
        content_version="test",
    )


def disagreements(first: int, count: int) -> Iterator[tuple[int, Said, Said]]:
    """The seeds on which the two differ, with what the ledger and the reference said."""
    for seed in range(first, first + count):
        told = history(seed)
        mine, theirs = by_ledger(told), by_reference(told)
        if mine != theirs:
            yield seed, mine, theirs

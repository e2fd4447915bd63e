"""The dose tables of the evidence file as they stand there, each line with its row.

Written down from the text, for the second reading: no content and no code of the product is
read for them. mg, hours and days as in the file; 0 where the file says nothing.
"""

from dataclasses import dataclass

UK, US = "uk", "us"
PARACETAMOL, IBUPROFEN, NAPROXEN = "paracetamol", "ibuprofen", "naproxen"
NSAIDS = frozenset({IBUPROFEN, NAPROXEN, "aspirin", "diclofenac"})  # 4.3 duplicate-NSAID rule
KNOWN = NSAIDS | {PARACETAMOL, "codeine"}  # 4.3 brand to ingredient

WAIT_MIN = 24 * 60  # 4.6 row 1, 4.8 after an excess: from the entry that went over
EXTRA_MG = 2 * 500  # 4.6 row 1: more than two extra tablets
LIGHT_KG = 50  # 4.2 product rule for < 50 kg


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What may be taken of one ingredient: most in 24 h, most at once, hours between, doses."""

    row: str
    most_mg: int
    once_mg: int
    gap_h: int
    doses: int = 0
    see_from_day: int = 11  # 4.8 days in a row: others, from day 11
    least_age: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tin:
    """A pack: mg of each ingredient in one unit; `own`: the line printed on it."""

    row: str
    region: str
    mg: dict[str, int]
    own: Line | None = None
    most_units: int = 0
    once_units: int = 0
    gap_h: int = 0
    see_from_day: int = 0
    least_age: int = 0


# Where a pack prints nothing else (4.2, 4.8 unknown).
REGIONS = {
    (UK, PARACETAMOL): Line(
        row="4.1 UK paracetamol 500 mg; 4.8 number of doses, days in a row",
        most_mg=4000, once_mg=1000, gap_h=4, doses=4, see_from_day=4, least_age=16,
    ),
    (UK, IBUPROFEN): Line(
        row="4.1 UK ibuprofen; 4.8 UK ibuprofen gap",
        most_mg=1200, once_mg=400, gap_h=4, least_age=12,
    ),
    (US, IBUPROFEN): Line(
        row="4.1 US ibuprofen 200 mg", most_mg=1200, once_mg=400, gap_h=4, least_age=12
    ),
    (US, PARACETAMOL): Line(  # once: that of the 500 mg pack, whose other numbers these are
        row="4.2 US default when product unknown", most_mg=3000, once_mg=1000, gap_h=6
    ),
    (US, NAPROXEN): Line(  # the gap is ours: the file has none
        row="4.3 duplicate-NSAID rule", most_mg=660, once_mg=220, gap_h=8
    ),
}  # fmt: skip

TINS = {
    "uk-paracetamol-500": Tin(row="4.1 UK paracetamol 500 mg", region=UK, mg={PARACETAMOL: 500}),
    "uk-cold-sachet-500": Tin(row="4.7 V8", region=UK, mg={PARACETAMOL: 500}),
    "uk-ibuprofen-200": Tin(row="4.1 UK ibuprofen 200 mg", region=UK, mg={IBUPROFEN: 200}),
    "uk-aspirin-300": Tin(row="4.3 brand to ingredient", region=UK, mg={"aspirin": 300}),
    "uk-ibuprofen-paracetamol-200-500": Tin(
        row="4.3 UK Nuromol class; 4.8 UK 200/500 combination",
        region=UK, mg={IBUPROFEN: 200, PARACETAMOL: 500},
        most_units=6, gap_h=6, see_from_day=4, least_age=18,
    ),
    "us-ibuprofen-200": Tin(row="4.1 US ibuprofen 200 mg", region=US, mg={IBUPROFEN: 200}),
    "us-naproxen-220": Tin(row="4.3 duplicate-NSAID rule", region=US, mg={NAPROXEN: 220}),
    "us-acetaminophen-325": Tin(
        row="4.1 US acetaminophen 325 mg", region=US, mg={PARACETAMOL: 325},
        own=Line(row="4.1 325 mg", most_mg=3250, once_mg=650, gap_h=4),
    ),
    "us-acetaminophen-500-es": Tin(
        row="4.1 US acetaminophen 500 mg (Extra Strength brand)", region=US, mg={PARACETAMOL: 500},
        own=Line(row="4.1 500 mg brand", most_mg=3000, once_mg=1000, gap_h=6),
    ),
    "us-acetaminophen-500-older": Tin(
        row="4.1 US acetaminophen 500 mg, older or other packs", region=US, mg={PARACETAMOL: 500},
        own=Line(row="4.1 older packs", most_mg=4000, once_mg=1000, gap_h=4),
    ),
    "us-acetaminophen-650-er": Tin(
        row="4.1 US acetaminophen 650 mg ER", region=US, mg={PARACETAMOL: 650},
        own=Line(row="4.1 ER", most_mg=3900, once_mg=1300, gap_h=8, least_age=12),
    ),
    "us-ibuprofen-acetaminophen-125-250": Tin(
        row="4.3 US combination; 4.8 US 125/250 combination",
        region=US, mg={IBUPROFEN: 125, PARACETAMOL: 250}, most_units=6, once_units=2, gap_h=8,
        see_from_day=11,
    ),
}  # fmt: skip


def lines_of(pack: str, ingredient: str, region: str) -> list[Line]:
    """What holds for an ingredient of a pack, or of what is no pack that we know ("").

    The line printed on the pack comes before that of the region (4.2); a pack from elsewhere
    that prints none keeps its own region's line beside the one of here.
    """
    tin = TINS.get(pack)
    if tin is not None and tin.own is not None:
        return [tin.own]
    here = REGIONS.get((region, ingredient))
    if here is None or tin is None or tin.region == region:
        return [here] if here else []
    away = REGIONS.get((tin.region, ingredient))
    return [here, away] if away else [here]

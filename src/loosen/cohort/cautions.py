"""The cautions for medicines of the evidence file (4.4, 4.5), typed a second time.

Where a row says BLOCK or ASK the stricter is taken. Under 50 kg and the limits of packs are
watched elsewhere; nobody in here is under 18.
"""

from collections.abc import Mapping

from loosen.vocabulary import Answer

from .matrix import has

NEVER = {
    "ibuprofen": (
        "nsaid-allergy", "ulcer-or-gut-bleed", "organ-failure", "heart-operation",
        "takes-other-nsaid", "blood-thinner", "alcohol-3-a-day", "chickenpox-or-shingles",
        "takes-lithium-or-like",
    ),
    "paracetamol": ("paracetamol-allergy", "takes-other-paracetamol"),
}  # fmt: skip
# A clinician's or pharmacist's plain yes opens these, and nothing else does.
ASK_FIRST = {
    "ibuprofen": (
        "pregnant", "trying-for-a-baby", "takes-low-dose-aspirin", "takes-steroids",
        "long-term-steroids", "heart-or-blood-pressure", "heart-failure",
        "blood-pressure-or-stroke", "kidney-problem", "liver-problem", "dried-out",
        "asthma-or-allergies", "crohns-or-colitis", "bowel-inflammation", "lupus",
        "takes-antidepressant", "takes-blood-pressure-pill", "takes-quinolone", "takes-ginkgo",
        "breast-feeding",
    ),
    "paracetamol": (
        "liver-problem", "alcohol-3-a-day", "alcohol-14-units", "eats-little-or-long-ill",
        "kidney-problem", "takes-warfarin", "takes-epilepsy-or-tb-pill", "takes-flucloxacillin",
        "blood-infection", "organ-failure", "nsaid-allergy",
    ),
}  # fmt: skip
ASK_FIRST_FROM_YEARS = {"ibuprofen": 60}


def speaks_against(told: Mapping[str, Answer], ingredient_id: str, *, is_opened: bool) -> bool:
    """Whether what was told bars this medicine; `is_opened`: a clinician's yes is running."""
    if any(has(told, question, "") for question in NEVER[ingredient_id]):
        return True
    return not is_opened and _asks_first(told, ingredient_id)


def _asks_first(told: Mapping[str, Answer], ingredient_id: str) -> bool:
    from_years = ASK_FIRST_FROM_YEARS.get(ingredient_id, 999)
    is_old = (told["age-years"].number or 0) >= from_years
    return is_old or any(has(told, question, "") for question in ASK_FIRST[ingredient_id])

"""A second, independent reading of the evidence file's section 2, row by row.

Written from the evidence and the questions alone, by someone who had not read the rule table.
It knows no grammar: each function is a group of rows said in plain Python, and yields pairs of
row and urgency (0 to 4). The rows of 2.6 stand over those of 2.3 and 2.4 that they name.
"""

from collections.abc import Iterator

from loosen.vocabulary import Answers

from .reference_told import CAUDA_EQUINA, Told

Hit = tuple[str, int]
AXIAL_FEATURES = (
    "began-before-35",
    "wakes-second-half-of-night",
    "buttock-pain",
    "better-with-movement",
    "better-with-anti-inflammatory",
    "family-spondyloarthritis",
    "arthritis-ever",
    "heel-or-tendon-pain",
    "psoriasis",
)


def cauda_equina(told: Told) -> Iterator[Hit]:
    for question in CAUDA_EQUINA:
        if not told.has(question):
            continue
        walking_only = question == "both-legs" and not told.has(question, "any-time")
        if told.is_new(question):
            yield "A1-A7 new", 1
        elif walking_only:
            yield "H7", 3
        else:
            yield "A1-A7 older", 2
    if told.has("after-spinal-procedure", "bad-headache-upright"):
        yield "A8 headache", 1
    if told.has("after-spinal-procedure") and (told.any_cauda_equina or told.has("fever")):
        yield "A8", 1


def limbs(told: Told) -> Iterator[Hit]:
    if told.has("arm-weakness"):
        yield "2.6 arms", 2
        saddle = told.any_of("saddle-numbness", "bladder-change", "bowel-change")
        if saddle or told.is_new("leg-weakness") or told.has("arm-weakness", "unsteady-walking"):
            yield "2.6 arms with legs", 1
    if told.has("cold-leg"):
        yield "2.6 limb cold", 0
    if told.has("hot-calf"):
        yield "2.6 limb calf", 1
    if told.has("hot-calf", "breath-or-chest"):
        yield "2.6 limb calf with breath", 0


def vascular(told: Told) -> Iterator[Hit]:
    if told.any_of("sudden-severe-faint", "chest-pain", "tearing-pain", "severe-allergy"):
        yield "B1, B3, B4, B7", 0
    if told.has("known-aneurysm"):
        yield "B5", 0 if told.has("known-aneurysm", "faint-or-no-way-there") else 1
    if told.has("bleeding-gut", "and-faint"):
        yield "B6 faint", 0
    if told.has("bleeding-gut", "vomited-or-black"):
        yield "B6", 1
    if told.has("bleeding-gut"):
        yield "B6 piles", 3


def aneurysm(told: Told) -> Iterator[Hit]:
    if told.has("throbbing-lump"):
        severe_or_new = (
            told.has("throbbing-lump", "severe-or-new-pain")
            or told.has("new-pain")
            or told.has("sudden-pain", "very-bad")
            or told.has("deep-constant-pain", "new-and-severe")
        )
        yield "B2 lump", 1 if severe_or_new else 2
    if not told.has("deep-constant-pain"):
        return
    man = told.may_be("male")
    aged = told.age >= 65
    if (aged and (man or told.has("ever-smoked"))) or told.has("family-aneurysm"):
        yield "B2 deep pain", 2
    new_and_severe = told.has("deep-constant-pain", "new-and-severe")
    if man and aged and told.has("ever-smoked") and new_and_severe:
        yield "K11", 1


def fracture(told: Told) -> Iterator[Hit]:
    if told.has("serious-accident"):
        legs = told.any_of("leg-weakness", "both-legs", "leg-symptoms-one-side")
        yield "C1", 0 if legs or told.has("serious-accident", "cannot-move-or-legs") else 1
    if told.any_of("spine-bruise-or-step", "strain-fragile-bones"):
        yield "C2, C3", 1
    if told.has("minor-fall") and (told.fragile or told.age >= 65):
        yield "K3 fall", 1
    if told.has("minor-strain") and told.fragile:
        yield "K3 strain", 1
    if told.has("minor-strain") and told.age >= 65:
        yield "C3 strain by age", 2 if told.age >= 75 else 3


def quiet_fracture(told: Told) -> Iterator[Hit]:
    if told.has("sudden-pain") and told.fragile:
        yield "C4, C5, K5", 2
    if told.has("long-term-steroids"):
        yield "C5 alone", 3
    if told.has("height-loss"):
        yield "C6", 2
    if told.has("bending-back-after-training"):
        yield "C7", 3


def cancer(told: Told) -> Iterator[Hit]:
    if told.has("cancer-nerve-signs"):
        yield "D2", 1
    if told.has("night-pain", "constant"):
        yield "D4", 2
    if told.any_of("weight-loss", "band-pain", "mid-back-pain", "spine-lump"):
        yield "D3, D5, D6", 2
    if not told.has("cancer-history"):
        return
    if told.any_nerve_sign:
        yield "K6", 1
    growing = told.any_of("new-pain", "constant-worsening", "worse-on-coughing", "night-pain")
    if growing or told.age >= 50:
        yield "D1, K7", 2


def infection(told: Told) -> Iterator[Hit]:
    if told.has("confused-or-mottled"):
        yield "E5", 0
    if told.has("band-rash"):
        yield "E4", 2
    if told.weak_defence and told.has("constant-worsening"):
        yield "E3", 2
    if not told.has("fever"):
        return
    yield "E1", 2
    if told.weak_defence:
        yield "K8", 1
    if told.any_of(*(sign for sign in CAUDA_EQUINA if sign != "one-leg-to-both")):
        yield "K9", 1


def kidney_and_belly(told: Told) -> Iterator[Hit]:
    if told.has("flank-pain"):
        if told.any_of("fever", "vomiting", "burning-pee", "blood-in-pee", "no-pee-all-day"):
            yield "F1", 2
        dry = told.has("no-pee-all-day") or told.has("vomiting", "drinks-come-up")
        if told.has("fever") and dry:
            yield "K10", 1
    if told.has("side-to-groin-waves"):
        worse = told.has("fever") or told.has("side-to-groin-waves", "unbearable-or-one-kidney")
        yield "F2", 1 if worse else 2
    if told.has("blood-in-pee"):
        yield "F3", 2
    if told.has("upper-tummy-through-to-back"):
        yield "F4", 1
    if told.has("pelvic-pain-with-discharge"):
        yield "F8", 3


def pregnancy(told: Told) -> Iterator[Hit]:
    if told.has("pregnancy-danger"):
        yield "F6", 1
    if told.has("early-pregnancy-danger"):
        yield "F7", 0 if told.has("early-pregnancy-danger", "faint-or-no-way-there") else 1
    if told.has("pregnant"):
        yield "F5", 3
        if told.any_of("fever", "flank-pain", "burning-pee"):
            yield "F6, 2.6 F1", 1
        if told.any_cauda_equina or told.has("after-spinal-procedure"):
            yield "K14", 1


def inflammatory(told: Told) -> Iterator[Hit]:
    if told.has("red-painful-eye"):
        yield "G2 acute eye", 1
    if not told.has("pain-over-3-months"):
        return
    if told.has("began-before-45") and told.count(*AXIAL_FEATURES) >= 3:
        yield "G1", 3
    if told.any_of("eye-inflammation", "bowel-inflammation", "psoriasis"):
        yield "G2", 3


def general(told: Told) -> Iterator[Hit]:
    if told.age < 18:
        yield "H1, H2", 3
    if 16 <= told.age < 18 and told.has("adult-missing"):
        yield "H2 alone", 2
    if told.any_of(
        "severe-and-worsening",
        "no-better-after-2-weeks",
        "leg-symptoms-one-side",
        "worse-on-coughing",
    ):
        yield "H4, H5, H6, H9", 3
    if told.has("self-harm-thoughts"):
        yield "H10", 0 if told.has("self-harm-thoughts", "in-danger-now") else 1
    if told.has("worse-on-coughing") and told.has("leg-symptoms-spreading"):
        yield "H9 with growing nerve signs", 2
    if told.has("leg-symptoms-spreading"):
        yield "3.4, 5.6 moving down", 3
    if told.has("too-much-medicine"):
        emergency_now = told.has("too-much-medicine", "ill-or-on-purpose")
        yield "H11, 4.6", 0 if emergency_now else 1


def blood_thinner(told: Told) -> Iterator[Hit]:
    if not told.has("blood-thinner"):
        return
    if told.any_of("minor-fall", "serious-accident") or told.has("sudden-pain", "very-bad"):
        yield "H8", 1
    if told.any_of("both-legs", "leg-weakness"):
        yield "K15", 1


GROUPS = (
    cauda_equina,
    limbs,
    vascular,
    aneurysm,
    fracture,
    quiet_fracture,
    cancer,
    infection,
    kidney_and_belly,
    pregnancy,
    inflammatory,
    general,
    blood_thinner,
)


def hits(answers: Answers) -> tuple[Hit, ...]:
    """Every row that speaks, with its urgency."""
    told = Told(answers)
    return tuple(hit for group in GROUPS for hit in group(told))


def urgency_rank(answers: Answers) -> int:
    """The most urgent of them; 4 where no row speaks."""
    return min((rank for _, rank in hits(answers)), default=4)

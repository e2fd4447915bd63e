"""Simulated people: who they are, what they answer, and how they treat what they are told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from loosen.vocabulary import Answer, AnswerValue, Content, QuestionKind

from .chance import Chances, Stream, chances, generator
from .clocks import Clock, clock_of
from .courses import Course, course_of
from .effects import Effects, effects_of
from .pills import Begins, begins_midway, medicine_answers
from .signs import SignComing, sign_coming

YES = Answer(value=AnswerValue.YES)
NO = Answer(value=AnswerValue.NO)
# Ours, and higher than in life, so that each row of the matrix is met: question, form, share.
COMORBIDITIES = (
    ("osteoporosis", "", 0.05), ("recent-vertebral-fracture", "", 0.01),
    ("hip-replacement", "", 0.02),
    ("hip-arthritis", "", 0.05), ("knee-problem", "", 0.12), ("wrist-problem", "", 0.05),
    ("shoulder-problem", "", 0.06), ("lumbar-stenosis", "", 0.03), ("spondylolisthesis", "", 0.03),
    ("blood-thinner", "", 0.04), ("heart-or-blood-pressure", "", 0.06), ("heart-failure", "", 0.01),
    ("diabetes", "numb-feet", 0.02), ("diabetes", "feeling-normal", 0.05),
    ("recent-abdominal-surgery", "", 0.01), ("recent-spinal-surgery", "", 0.01),
    ("glaucoma-or-eye-surgery", "", 0.02), ("reflux", "", 0.10), ("dizzy-or-falls", "", 0.03),
    ("cannot-get-to-floor", "", 0.15), ("cannot-all-fours", "", 0.08), ("thin-skin", "", 0.03),
    ("worse-bending-or-sitting", "", 0.30), ("worse-arching-or-standing", "", 0.15),
    ("leg-symptoms-one-side", "", 0.12), ("reduced-feeling-back", "", 0.02), ("raynaud", "", 0.04),
    ("cold-allergy", "", 0.01), ("poor-circulation", "", 0.03), ("sickle-cell", "", 0.005),
    ("skin-trouble-back", "", 0.02), ("patch-or-cream", "", 0.03), ("implant", "", 0.02),
    ("heat-intolerance", "", 0.02), ("cannot-take-heat-off", "", 0.03),
    ("fresh-swelling", "", 0.01), ("infection-or-fever-skin", "", 0.01),
    ("cancer-near-back", "", 0.005), ("bowel-inflammation", "", 0.01),
    ("long-term-steroids", "", 0.01),
)  # fmt: skip
PREGNANT_SHARE, PREGNANT_MOST_YEARS = 0.06, 45
NUMBERS = {"age-years": (18.0, 82.0), "weight-kg": (45.0, 115.0)}
PACKS = (
    ("uk", "uk-ibuprofen-200"), ("uk", "uk-paracetamol-500"),
    ("us", "us-ibuprofen-200"), ("us", "us-acetaminophen-500-es"),
)  # fmt: skip
EASES = ("bending-forward", "arching-back", "neither")


@dataclass(frozen=True, slots=True)
class Habits:
    """How a person lives with the product; all ours.

    `opens`: chance of a day with it while pain is bad. `tells`: chance of a score that is asked
    for; it falls with pain. `hurries`: wants heat again too soon. `obeys`: a no is a no.
    `swallows`: chance of a dose on a bad day. `over_asks`: asks again at once. `elsewhere`:
    takes more from another pack; `owns_up`: tells of it.
    """

    opens: float
    tells: float
    hurries: float
    obeys: bool
    swallows: float
    over_asks: float
    elsewhere: float
    owns_up: float


@dataclass(frozen=True, slots=True)
class Somebody:
    """One simulated person; the same in every arm."""

    number: int
    answers: Mapping[str, Answer]
    habits: Habits
    effects: Effects
    course: Course
    chances: Chances
    clock: Clock
    sign: SignComing | None
    begins: Begins | None
    region_id: str
    product_id: str


def somebody(seed: int, number: int, days: int, content: Content) -> Somebody:
    """The person of that number."""
    source = generator(seed, number, Stream.WHO)
    pills = generator(seed, number, Stream.PILLS)
    pack = generator(seed, number, Stream.PACK).integers(len(PACKS))
    region_id, product_id = PACKS[int(pack)]
    return Somebody(
        number=number,
        answers=dict(_answers(source, pills, content)),
        habits=_habits(source),
        effects=effects_of(source),
        course=course_of(seed, number, days),
        chances=chances(seed, number, days + 2),
        clock=clock_of(generator(seed, number, Stream.CLOCK), days),
        sign=sign_coming(source, days),
        begins=begins_midway(pills, days),
        region_id=region_id,
        product_id=product_id,
    )


def _habits(source: np.random.Generator) -> Habits:
    is_elsewhere = source.random() < 0.15
    return Habits(
        opens=float(source.beta(5, 2)),
        tells=float(source.beta(6, 1.5)),
        hurries=float(source.beta(1, 5)),
        obeys=bool(source.random() < 0.85),
        swallows=float(source.beta(1.5, 2)),
        over_asks=float(source.beta(1, 6)),
        elsewhere=float(source.beta(1, 4)) if is_elsewhere else 0.0,
        owns_up=float(source.beta(4, 2)),
    )


def _answers(
    source: np.random.Generator, pills: np.random.Generator, content: Content
) -> Iterator[tuple[str, Answer]]:
    """Every question answered once; a yes only where the person has it."""
    told = _conditions(source)
    sex = "female" if source.random() < 0.5 else "male"
    age = float(round(source.uniform(*NUMBERS["age-years"])))
    if sex == "female" and age <= PREGNANT_MOST_YEARS and source.random() < PREGNANT_SHARE:
        form = "under-16-weeks" if source.random() < 0.4 else "16-weeks-or-more"
        told["pregnant"] = Answer(value=AnswerValue.YES, forms=(form,))
    told.update(medicine_answers(pills, told, sex, age))
    choices = {
        "sex": sex,
        "what-eases": EASES[int(source.integers(len(EASES)))],
    }
    weight = float(round(source.uniform(*NUMBERS["weight-kg"])))
    has = {id_: source.random() < 0.75 for id_ in content.questions if id_.startswith("have-")}
    for question in content.questions.values():
        match question.kind:
            case QuestionKind.NUMBER:
                yield question.id, Answer(number=age if question.id == "age-years" else weight)
            case QuestionKind.CHOICE:
                last = question.choices[-1].id
                yield question.id, Answer(choice=choices.get(question.id, last))
            case QuestionKind.YES_NO:
                yield question.id, told.get(question.id, YES if has.get(question.id) else NO)


def _conditions(source: np.random.Generator) -> dict[str, Answer]:
    told: dict[str, Answer] = {}
    for question_id, form, share in COMORBIDITIES:
        if source.random() < share and question_id not in told:
            forms = (form,) if form else ()
            told[question_id] = Answer(value=AnswerValue.YES, forms=forms)
    return told

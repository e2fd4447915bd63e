"""The contraindications of the evidence file (3.1, 3.2, 3.4), typed a second time.

`content` holds them as loads and items for the plan; here stands the printed matrix itself, so
that a mistake on the way from one to the other is seen. Cells that bar: X block, S the named
version is blocked and replaced, A ask a clinician. M and Y are allowed.
"""

from collections.abc import Iterable, Mapping

from loosen.vocabulary import Answer, AnswerValue

COLUMNS = (
    "cat-cow", "pelvic-tilt", "bridge", "childs-pose", "seated-twist", "knee-to-chest",
    "knee-rolls", "prone-press-up", "bird-dog",
)  # fmt: skip
BARRING = frozenset("XSA")
SEVERE_PAIN = 8
SEVERE = "MMXMXMMXX"
# Question (and form) -> the row's cells in the order of COLUMNS.
ROWS: Mapping[tuple[str, str], str] = {
    ("osteoporosis", ""): "MYYXXXMAM",
    ("recent-vertebral-fracture", ""): "XAXXXXXXX",
    ("pregnant", "under-16-weeks"): "YYYMMMYXY",
    ("pregnant", "16-weeks-or-more"): "YSSMMXXXY",
    ("recent-spinal-surgery", ""): "XAAXXXXXA",
    ("recent-abdominal-surgery", ""): "AAAYAAAXA",
    ("hip-replacement", ""): "AYAXXXMAA",
    ("knee-problem", ""): "MYMMMMYYM",
    ("lumbar-stenosis", ""): "MYMYMYYXM",
    ("spondylolisthesis", ""): "MYMYAYYXM",
    ("worse-bending-or-sitting", ""): "MYYXXXMYY",
    ("leg-symptoms-one-side", ""): "MYMMXMMMM",
    ("leg-symptoms-spreading", ""): "XMXXXXXXX",
    ("dizzy-or-falls", ""): "MYYMYYMMX",
    ("cannot-get-to-floor", ""): "MMMMMMMMX",
    ("hip-arthritis", ""): "YYYMSMMYY",
}
NUMB = ("diabetes", "numb-feet")
NO_HEAT = (
    ("reduced-feeling-back", ""), NUMB, ("poor-circulation", ""), ("skin-trouble-back", ""),
    ("infection-or-fever-skin", ""), ("cancer-near-back", ""), ("fresh-swelling", ""),
    ("patch-or-cream", ""), ("cannot-take-heat-off", ""),
)  # fmt: skip
NO_COLD = (
    ("raynaud", ""), ("cold-allergy", ""), ("reduced-feeling-back", ""), NUMB,
    ("poor-circulation", ""), ("sickle-cell", ""), ("skin-trouble-back", ""),
)  # fmt: skip
NO_MASSAGE = (("recent-vertebral-fracture", ""), ("infection-or-fever-skin", ""))
REMEDIES = {"heat": NO_HEAT, "cold": NO_COLD, "self-massage": NO_MASSAGE}


def has(answers: Mapping[str, Answer], question_id: str, form: str) -> bool:
    """Whether a yes was told, in this form or in none that was named."""
    answer = answers.get(question_id)
    if answer is None or answer.value is not AnswerValue.YES:
        return False
    return not form or not answer.forms or form in answer.forms


def barred(answers: Mapping[str, Answer], pain_0_10: int | None) -> frozenset[str]:
    """The ids of what the matrix bars for what was told."""
    rows = [cells for (question, form), cells in ROWS.items() if has(answers, question, form)]
    if pain_0_10 is not None and pain_0_10 >= SEVERE_PAIN:
        rows.append(SEVERE)
    exercises = (
        item for cells in rows for item, cell in zip(COLUMNS, cells, strict=True) if cell in BARRING
    )
    return frozenset({*exercises, *_remedies(answers)})


def _remedies(answers: Mapping[str, Answer]) -> Iterable[str]:
    return (
        item
        for item, rows in REMEDIES.items()
        if any(has(answers, question, form) for question, form in rows)
    )

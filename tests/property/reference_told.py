"""The answers as the rows of the evidence read them; for `reference_screen` alone."""

from dataclasses import dataclass

from loosen.vocabulary import Answers, AnswerValue, Onset

CAUDA_EQUINA = (
    "saddle-numbness",
    "bladder-change",
    "bowel-change",
    "sexual-change",
    "both-legs",
    "leg-weakness",
    "one-leg-to-both",
)


@dataclass(frozen=True)
class Told:
    """The answers, as the rows read them."""

    answers: Answers

    def has(self, question: str, *forms: str) -> bool:
        """Yes (or not sure); with forms: one of them, or none was named."""
        answer = self.answers.get(question)
        if answer is None or answer.value not in {AnswerValue.YES, AnswerValue.NOT_SURE}:
            return False
        return not forms or not answer.forms or bool(set(forms) & set(answer.forms))

    def any_of(self, *questions: str) -> bool:
        return any(self.has(question) for question in questions)

    def count(self, *questions: str) -> int:
        return sum(self.has(question) for question in questions)

    def is_new(self, question: str) -> bool:
        """Within 14 days, or onset not known."""
        answer = self.answers.get(question)
        onset = answer.onset if answer else None
        return self.has(question) and onset in {None, Onset.NEW, Onset.UNKNOWN}

    @property
    def age(self) -> float:
        answer = self.answers.get("age-years")
        assert answer is not None
        assert answer.number is not None
        return answer.number

    def may_be(self, sex: str) -> bool:
        answer = self.answers.get("sex")
        return answer is None or answer.choice in {sex, "not-said"}

    @property
    def any_cauda_equina(self) -> bool:
        """Any A item, in any form and however old: the combinations name no onset."""
        return self.any_of(*CAUDA_EQUINA)

    @property
    def fragile(self) -> bool:
        """C3, C4: osteoporosis or an earlier fragility fracture, long-term steroids."""
        return self.any_of("osteoporosis", "recent-vertebral-fracture", "long-term-steroids")

    @property
    def any_nerve_sign(self) -> bool:
        """K6: pain shooting along a limb or round the trunk, weakness, numbness, bladder, bowel."""
        return self.any_cauda_equina or self.any_of(
            "leg-symptoms-one-side", "leg-symptoms-spreading", "band-pain", "arm-weakness"
        )

    @property
    def weak_defence(self) -> bool:
        """E2: weakened immunity, steroid tablets, a spinal procedure."""
        return self.any_of(
            "weak-immunity",
            "long-term-steroids",
            "after-spinal-procedure",
            "recent-spinal-surgery",
        )

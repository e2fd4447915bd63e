"""What is believed of each term before a person tried anything (evidence file, 7.3)."""

from loosen.vocabulary import Content

from .design import ABOVE, ASKED, DAY_COS, DAY_SIN, HELP, HOUR, MEDICINE

Belief = tuple[float, float]
"""Mean and standard deviation."""
SPREAD_OF = {
    ASKED: "response-asked-sd",
    HOUR: "response-hour-sd",
    DAY_COS: "response-day-sd",
    DAY_SIN: "response-day-sd",
    MEDICINE: "response-medicine-sd",
    HELP: "response-shared-sd",
}
WALKS = frozenset({"walk", "walking"})


def family_of(kind: str, content: Content) -> str:
    """The family of a kind of help; what nobody knows is `other`, and does no harm."""
    if kind in WALKS:
        return "walk"
    if kind == "session":
        return "session"
    if kind in content.remedies:
        return content.remedies[kind].kind.value
    if kind in content.exercises:
        return "exercise"
    return "position" if kind in content.positions else "other"


def belief(term: str, content: Content) -> Belief:
    """What is believed of a term at first."""
    if term == ABOVE:
        return -content.threshold("response-pull-mean"), content.threshold("response-pull-sd")
    if term in SPREAD_OF:
        return 0.0, content.threshold(SPREAD_OF[term])
    family = family_of(term, content)
    mean = content.threshold(f"response-{family}-mean")
    return mean, content.threshold(f"response-{family}-sd")

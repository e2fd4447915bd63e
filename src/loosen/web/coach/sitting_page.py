"""What the page about sitting shows, with and without script."""

import json
from dataclasses import dataclass

from loosen.movement import Unseen, slouch_rule_of
from loosen.vocabulary import Content, Provenance
from loosen.web.eyes.files import coach_files_json
from loosen.web.site.locked import Way
from loosen.web.site.visit import Visit

from .pages import PHRASES, phrases_of
from .words import SPOKEN_SITTING

SIT = "sit-"
UNSEEN = frozenset(Unseen)
NO_NORM = f"{SIT}no-norm"
# In the order in which it happens; the numbers are those of the engine's own rule.
HOW = (
    "It tells you when it can see you. It takes how you sit then as your start.",
    "Then it is quiet. It looks a few times a second, and says nothing.",
    "Have you sat lower than at your start for {lasts_s} seconds? Then it says so, once. "
    "For {again_min} minutes it does not say it again.",
    "Raise a hand, and it rests. Raise it again, and it goes on. "
    "A new start you can take at any time.",
)
TO_KNOW = tuple(f"{SIT}{name}" for name in ("not-kept", "in-sight", "desk", "not-tried"))
TEXTS = ("posture", "sitting")


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingPage:
    """The page. `lead_json` is what the script works with: words, and no rule."""

    no_norm: str
    provenance: Provenance
    place_words: str
    how: tuple[str, ...]
    picture: str
    to_know: tuple[str, ...]
    without: str
    texts: tuple[Way, ...]
    aloud: str
    lead_json: str
    files_json: str


def sitting_page(visit: Visit) -> SittingPage:
    """The same for everybody: nothing of the person is in it."""
    phrases, content = phrases_of(visit), visit.content
    to_know = tuple(phrases[one] for one in TO_KNOW)
    how = _how(content)
    said = {id_: text for id_, text in phrases.items() if id_.startswith(SIT) or id_ in UNSEEN}
    lead = {"words": SPOKEN_SITTING, "phrases": said}
    return SittingPage(
        no_norm=phrases[NO_NORM],
        provenance=content.phrases[PHRASES + NO_NORM].provenance,
        place_words=phrases["sit-place"],
        how=how,
        picture=phrases["picture"],
        to_know=to_know,
        without=phrases["sit-without"],
        texts=tuple(
            Way(title=content.explanations[one].title, url=f"/read/{one}/", icon="book")
            for one in TEXTS
        ),
        aloud=" ".join(
            (phrases[NO_NORM], phrases["sit-place"], *how, phrases["picture"], *to_know)
        ),
        lead_json=json.dumps(lead),
        files_json=coach_files_json(content),
    )


def _how(content: Content) -> tuple[str, ...]:
    rule = slouch_rule_of(content)
    lasts_s, again_min = f"{rule.lasts_s:g}", f"{rule.again_s / 60:g}"
    return tuple(line.format(lasts_s=lasts_s, again_min=again_min) for line in HOW)

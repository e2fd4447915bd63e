"""What is asked just before heat, cold and massage: the moment, and the skin of heat and cold."""

from loosen import ledger
from loosen.ledger import SkinGate
from loosen.vocabulary import Remedy, RemedyKind
from loosen.web.site.visit import Visit
from loosen.web.start.pages import Link

from .pages import WaitPage
from .position_views import TODAY
from .thermal import SKIN_KINDS, clock_words, is_moment_missing


def skin_of(visit: Visit) -> SkinGate:
    """The ledger's word on the skin as it was asked."""
    return ledger.skin_gate(visit.entries, visit.now, visit.content)


def asked_first(visit: Visit, kind: RemedyKind, then: str = "") -> str | None:
    """Where that is asked which is still missing; None where all was asked just now."""
    if is_moment_missing(visit):
        return f"/session/start/moment/?then=/{kind.value}/"
    if kind in SKIN_KINDS and not skin_of(visit).is_asked:
        return f"/{kind.value}/skin/{then}"
    return None


def rubbed_on(visit: Visit) -> tuple[str, ...]:
    """What the record knows to be on the back, each with when."""
    return tuple(f"{dose.name}, {clock_words(at, visit)}" for dose, at in skin_of(visit).rubbed_on)


def skin_wait_page(remedy: Remedy, gate: SkinGate, visit: Visit) -> WaitPage:
    """Not on this skin; asked anew as soon as the person says that it is different."""
    return WaitPage(
        title=remedy.title,
        reasons=gate.reasons,
        next_at="",
        look_url=f"/{remedy.kind.value}/skin/",
        look_text="Only when the skin is whole, feels normal and has nothing on it.",
        look_label="Ask me again",
        ways=(Link(title="Find a position that eases it", url="/positions/", icon="lie"), TODAY),
    )

"""The pages of heat, cold and self-massage, from where they stand."""

from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from django.forms import Form

from loosen.ledger import ThermalGate
from loosen.vocabulary import Permit, Remedy, RemedyUsed
from loosen.web.site.forms import OnceForm
from loosen.web.site.visit import Visit
from loosen.web.start.pages import Link

from .choosing import verdict_on
from .forms import EndForm, FeelingForm, SkinEndForm, SkinForm
from .pages import AfterPage, ReadyPage, RunningPage, WaitPage
from .position_views import TODAY
from .thermal import SKIN_KINDS, WRONG_SKIN, Use, clock_words, gate_of

ALTERNATING = "alternating"
REST = Link(title="Find a position that eases it", url="/positions/", icon="lie")


def ready_page(remedy: Remedy, visit: Visit) -> ReadyPage:
    """What to look at first; a changed way stands above the usual one."""
    verdict = verdict_on(remedy, visit)
    explained = [one for one in visit.content.explanations if ALTERNATING in one]
    return ReadyPage(
        remedy=remedy,
        minutes=remedy.duration_s // 60,
        minutes_most=0 if verdict.hows else remedy.duration_most_s // 60,
        form=OnceForm(),
        hows=verdict.hows,
        reasons=verdict.reasons,
        alternate=f"/read/{explained[0]}/" if explained and remedy.kind in SKIN_KINDS else "",
        aloud=" ".join(step.text for step in remedy.before),
    )


def wait_page(remedy: Remedy, gate: ThermalGate, visit: Visit) -> WaitPage:
    """Not yet: when again, or what has to be looked at first."""
    look = visit.entries.stands_for(gate.look_at_skin) if gate.look_at_skin else None
    return WaitPage(
        remedy=remedy,
        reasons=gate.reasons,
        next_at=clock_words(gate.next_allowed_at, visit) if gate.next_allowed_at else "",
        look_url=_look_url(look, visit) if look else "",
        ways=_ways(visit),
    )


def _look_url(entry_id: UUID, visit: Visit) -> str:
    """Where the last heat or cold asks for its skin."""
    for entry, used in visit.entries.of(RemedyUsed):
        if entry.id == entry_id:
            kind = visit.content.remedies[used.remedy_id].kind
            return f"/{kind.value}/after/{entry_id}/"
    return ""


def running_page(
    use: Use, visit: Visit, *, looked: bool, most: bool, form: Form | None
) -> RunningPage:
    """The time by the wall clock, and what is to be done now."""
    remedy, started = use.remedy, use.used.started_at
    is_longest = most and not verdict_on(remedy, visit).hows
    longest_s = remedy.duration_most_s if is_longest else remedy.duration_s
    ends_at = started + timedelta(seconds=longest_s)
    check_at = started + timedelta(seconds=remedy.checks_s[0]) if remedy.checks_s else None
    is_open = remedy.permit in visit.permits
    is_over = visit.now >= ends_at or not is_open
    is_check_due = check_at is not None and visit.now >= check_at and not looked and not is_over
    is_check_ahead = not looked and not is_check_due
    has_skin = remedy.kind in SKIN_KINDS
    return RunningPage(
        remedy=remedy,
        on_title=f"{remedy.title} is on" if has_skin else remedy.title,
        over_title="Take it off now" if has_skin else "That is enough for now",
        over_lead=OVER if is_open else CLOSED_MEANWHILE,
        off_label="It is off" if has_skin else "I have ended it",
        seconds_left=_seconds_to(ends_at, visit),
        ends=clock_words(ends_at, visit),
        seconds_to_check=_seconds_to(check_at, visit) if check_at and is_check_ahead else None,
        check=clock_words(check_at, visit) if check_at and is_check_ahead else "",
        is_check_due=is_check_due,
        is_over=is_over,
        asks_skin=has_skin,
        form=form or _form(visit, has_skin=has_skin, is_check_due=is_check_due),
    )


def _seconds_to(at: datetime, visit: Visit) -> int:
    """How long until then, by the clock of the server alone; rounded up."""
    return max(0, ceil((at - visit.now).total_seconds()))


def _form(visit: Visit, *, has_skin: bool, is_check_due: bool) -> OnceForm:
    if not has_skin:
        return EndForm()
    form = SkinForm if is_check_due else SkinEndForm
    return form(content=visit.content)


OVER = "The time is up."
CLOSED_MEANWHILE = "Your answers have changed or run out, so this ends here."


def after_page(use: Use, visit: Visit, form: FeelingForm) -> AfterPage:
    """Wrong skin first of all; then, where it is wanted, whether the skin is as before."""
    gate = gate_of(use.remedy, visit)
    waits = gate.look_at_skin == use.entry.id
    return AfterPage(
        remedy=use.remedy,
        is_skin_wrong=waits and use.used.skin in WRONG_SKIN,
        wrong_skin=tuple(visit.content.phrases[one].text for one in WRONG_SKIN_PHRASES),
        waits_for_feeling=waits,
        form=form if waits else None,
        ways=_ways(visit),
    )


WRONG_SKIN_PHRASES = ("skin-wrong-off", "skin-wrong-wait", "skin-wrong-clinician")


def _ways(visit: Visit) -> tuple[Link, ...]:
    return (TODAY, REST) if Permit.EXERCISE in visit.permits else (REST,)

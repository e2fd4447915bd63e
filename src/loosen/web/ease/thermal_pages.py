"""The pages of heat, cold and self-massage, from where they stand."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from django.forms import Form
from django.http import QueryDict

from loosen import ledger, plan
from loosen.ledger import ThermalGate
from loosen.vocabulary import (
    Instruction,
    PainWhen,
    Permit,
    Remedy,
    RemedyKind,
    RemedyUsed,
)
from loosen.web.site.forms import OnceForm
from loosen.web.site.visit import Visit
from loosen.web.site.whys import strength_words
from loosen.web.start.pages import Link

from .choosing import is_changed, verdict_on
from .forms import (
    EndForm,
    FeelingForm,
    PainAfterForm,
    SkinEndForm,
    SkinForm,
    StartForm,
    start_form,
)
from .helped import occasions_told
from .pages import AfterPage, Known, ReadyPage, RunningPage, WaitPage
from .position_views import TODAY
from .thermal import SKIN_KINDS, WRONG_SKIN, Use, clock_words, gate_of, other_side

ALTERNATING = "alternating-heat-and-cold"
ARTICLE_ROW = {RemedyKind.COLD: "S2", RemedyKind.HEAT: "S4", RemedyKind.MASSAGE: "S6"}
KNOWN_PARAGRAPHS = 2
PACK_IS_ON = "It is on - start the clock"
CLOCK_SLIPS = timedelta(minutes=1)  # a clock that is set right by a little is no clock gone back
REST = Link(title="Find a position that eases it", url="/positions/", icon="lie")


def ready_page(remedy: Remedy, visit: Visit, form: StartForm | None) -> ReadyPage:
    """What to look at first; a changed way stands above the usual one."""
    verdict = verdict_on(remedy, visit)
    in_turn = other_side(remedy, visit) is not None
    turns = visit.content.explanations.get(ALTERNATING) if remedy.kind in SKIN_KINDS else None
    return ReadyPage(
        remedy=remedy,
        stop_title=_stop_title(remedy),
        start_label="It is on - start the clock"
        if remedy.kind in SKIN_KINDS
        else "Start the clock",
        minutes=remedy.duration_s // 60,
        minutes_most=0 if is_changed(remedy, visit) else remedy.duration_most_s // 60,
        form=form or begin_form(remedy, visit),
        hows=verdict.hows,
        reasons=verdict.reasons,
        aloud=" ".join(step.text for step in remedy.before),
        asked_on=_about_told_on(remedy, visit),
        known=next(_known(remedy, visit), None),
        turns=None if in_turn else turns,
        in_turn=turns if in_turn else None,
        wrap_url="/heat/wrap/" if remedy.wrap is not None else "",
    )


def begin_form(remedy: Remedy, visit: Visit, said: QueryDict | None = None) -> StartForm:
    """The form that begins it, blank or as it was sent."""
    return start_form(
        remedy.kind,
        said,
        in_turn=other_side(remedy, visit) is not None,
        lowest=is_changed(remedy, visit),
    )


def _known(remedy: Remedy, visit: Visit) -> Iterator[Known]:
    """What is honestly known of it, from the article's own row."""
    row = ARTICLE_ROW.get(remedy.kind)
    for one in visit.content.explanations.values():
        if row in one.answers:
            yield Known(
                title=one.title,
                paragraphs=one.paragraphs[:KNOWN_PARAGRAPHS],
                strength=strength_words(one.certainty),
                url=f"/read/{one.id}/",
            )


def _stop_title(remedy: Remedy) -> str:
    return "Take it off when" if remedy.kind in SKIN_KINDS else "Stop when"


def _about_told_on(remedy: Remedy, visit: Visit) -> str:
    """The day on which the person last told, or said again, all that this does not go well with.

    What a file says was told elsewhere is not told here.
    """
    told = ledger.answers_told(visit.entries)
    days = [told[one].on for one in plan.asked_for(remedy, visit.content) if one in told]
    return f"{min(days).day} {min(days):%B %Y}" if days else ""


def wait_page(title: str, gate: ThermalGate, visit: Visit, ways: tuple[Link, ...] = ()) -> WaitPage:
    """Not yet: when again, or what has to be looked at first; `ways` come before the usual ones."""
    look = visit.entries.stands_for(gate.look_at_skin) if gate.look_at_skin else None
    return WaitPage(
        title=title,
        reasons=gate.reasons,
        next_at=clock_words(gate.next_allowed_at, visit) if gate.next_allowed_at else "",
        look_url=_look_url(look, visit) if look else "",
        ways=(*ways, *_ways(visit)),
    )


def _look_url(entry_id: UUID, visit: Visit) -> str:
    """Where the last heat or cold asks for its skin."""
    for entry, used in visit.entries.of(RemedyUsed):
        if entry.id == entry_id:
            kind = visit.content.remedies[used.remedy_id].kind
            return f"/{kind.value}/after/{entry_id}/"
    return ""


def running_page(use: Use, visit: Visit, *, looked_s: int, form: Form | None) -> RunningPage:
    """The time by the wall clock, and what is to be done now."""
    remedy, started = use.remedy, use.used.started_at
    ends_at = started + timedelta(seconds=use.lasts_s)
    check_at = _next_look(use, looked_s)
    ends_because = _ends_because(use, visit)
    is_over = bool(ends_because)
    is_check_due = check_at is not None and visit.now >= check_at and not is_over
    is_check_ahead = not is_check_due
    has_skin = remedy.kind in SKIN_KINDS
    return RunningPage(
        remedy=remedy,
        stop_title=_stop_title(remedy),
        on_title=_on_title(use) if has_skin else remedy.title,
        on_lead=_on_lead(use),
        steps=_steps(use),
        over_title="Take it off now" if has_skin else "That is enough for now",
        over_lead=ends_because,
        off_label="It is off" if has_skin else "I have ended it",
        seconds_left=min(_seconds_to(ends_at, visit), use.lasts_s),
        ends=clock_words(ends_at, visit),
        seconds_to_check=_seconds_to(check_at, visit) if check_at and is_check_ahead else None,
        check=clock_words(check_at, visit) if check_at and is_check_ahead else "",
        is_check_due=is_check_due,
        is_over=is_over,
        asks_skin=has_skin,
        keeps_awake=not use.used.long_wear,
        form=form or _form(visit, has_skin=has_skin, is_check_due=is_check_due),
    )


def _ends_because(use: Use, visit: Visit) -> str:
    """Why it is over; empty while it goes on. A clock that went back cannot tell: then it is."""
    if visit.now < use.used.started_at - CLOCK_SLIPS:
        return CLOCK_WENT_BACK
    if use.remedy.permit not in visit.permits:
        return CLOSED_MEANWHILE
    return OVER if visit.now >= use.used.started_at + timedelta(seconds=use.lasts_s) else ""


def _on_title(use: Use) -> str:
    return "Your heat wrap is on" if use.used.long_wear else f"{use.remedy.title} is on"


def _steps(use: Use) -> tuple[Instruction, ...]:
    """A wrap goes by its label, not by the steps of a pad."""
    wrap = use.remedy.wrap
    return wrap.before if use.used.long_wear and wrap is not None else use.remedy.steps


def _on_lead(use: Use) -> str:
    """Awake with a pack; a wrap may be slept in only where its own label says so."""
    if use.remedy.kind not in SKIN_KINDS:
        return ANY_TIME
    if use.used.label_for_sleep:
        return f"Its label says you may sleep in it. {ANY_TIME}"
    return f"Take it off to sleep. {ANY_TIME}" if use.used.long_wear else f"Stay awake. {ANY_TIME}"


def _next_look(use: Use, looked_s: int) -> datetime | None:
    """When the skin is looked at next; a look that was told counts for the time it was told."""
    looks = list(use.remedy.checks_s)
    if use.used.long_wear and use.remedy.wrap is not None:
        looks += range(use.remedy.wrap.check_every_s, use.lasts_s, use.remedy.wrap.check_every_s)
    ahead = [look for look in looks if looked_s < look < use.lasts_s]
    return use.used.started_at + timedelta(seconds=ahead[0]) if ahead else None


def _seconds_to(at: datetime, visit: Visit) -> int:
    """How long until then, by the clock of the server alone; rounded up."""
    return max(0, ceil((at - visit.now).total_seconds()))


def _form(visit: Visit, *, has_skin: bool, is_check_due: bool) -> OnceForm:
    if not has_skin:
        return EndForm()
    form = SkinForm if is_check_due else SkinEndForm
    return form(content=visit.content)


ANY_TIME = "You can end at any time."
OVER = "The time is up."
CLOCK_WENT_BACK = "The clock of this computer went back, so the time cannot be told."
CLOSED_MEANWHILE = "Your answers have changed or run out, so this ends here."


def after_page(use: Use, visit: Visit, form: FeelingForm) -> AfterPage:
    """Wrong skin first of all; then, where it is wanted, whether the skin is as before."""
    gate = gate_of(use.remedy, visit)
    waits = gate.look_at_skin == use.entry.id
    is_told = PainWhen.AFTER_REMEDY in occasions_told(use.entry.id, visit)
    return AfterPage(
        remedy=use.remedy,
        is_skin_wrong=waits and use.used.skin in WRONG_SKIN,
        wrong_skin=tuple(visit.content.phrases[one].text for one in WRONG_SKIN_PHRASES),
        waits_for_feeling=waits,
        form=form if waits else None,
        pain_form=None if waits or is_told else PainAfterForm(),
        ways=_ways(visit),
    )


WRONG_SKIN_PHRASES = ("skin-wrong-off", "skin-wrong-wait", "skin-wrong-clinician")


def _ways(visit: Visit) -> tuple[Link, ...]:
    return (TODAY, REST) if Permit.EXERCISE in visit.permits else (REST,)

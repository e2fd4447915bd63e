"""Today as a page, from the plan of this moment."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from loosen import ledger, plan
from loosen.vocabulary import (
    Checkpoint,
    CheckpointKind,
    Clearance,
    Item,
    Permit,
    Plan,
    Reason,
    Refusal,
    Step,
    StepKind,
)
from loosen.web.ease.choosing import item_url
from loosen.web.ease.helped import due_later, later_url
from loosen.web.figures.drawn import card_url_for
from loosen.web.helped.forms import OrderForm
from loosen.web.session.beginning import plan_now
from loosen.web.session.due import checks_due
from loosen.web.session.pages import Due
from loosen.web.session.words import ICONS, dose_words
from loosen.web.site.visit import Visit
from loosen.web.start.pages import Link

from .forms import PainNowForm
from .pages import LaterRow, NotToday, OrderBox, Row, TodayPage
from .papers import papers_of

NAMES_SHOWN = 3
LATER_ICONS: dict[CheckpointKind, str] = {
    CheckpointKind.WALK: "walk",
    CheckpointKind.SESSION: "play",
    CheckpointKind.NIGHT: "moon",
    CheckpointKind.MORNING: "sun",
    CheckpointKind.REVIEW: "calendar",
}
MOVED = frozenset(
    f"own-record-{word}" for word in ("seems-to-help", "helps", "does-not-seem-to", "to-find-out")
)
ALSO = (
    (Permit.POSITION, Link(title="Note something", url="/diary/note/", icon="edit")),
    (Permit.POSITION, Link(title="Diary", url="/diary/", icon="calendar")),
    (Permit.HEAT, Link(title="Heat", url="/heat/", icon="heat")),
    (Permit.COLD, Link(title="Cold", url="/cold/", icon="cold")),
    (Permit.MASSAGE, Link(title="Self-massage", url="/massage/", icon="hand")),
    (Permit.POSITION, Link(title="Positions of ease", url="/positions/", icon="lie")),
    (Permit.TRANSFER, Link(title="Get up, turn, sit down", url="/transfers/", icon="move")),
    (Permit.TRANSFER, Link(title="How you sit", url="/sitting/", icon="chair")),
    (Permit.EXERCISE, Link(title="I had a walk", url="/today/walk/", icon="walk")),
    (Permit.POSITION, Link(title="My legs", url="/today/legs/", icon="legs")),
    (Permit.POSITION, Link(title="Pain now", url="/today/pain/", icon="pain")),
    (Permit.POSITION, Link(title="Medicines", url="/medicines/", icon="check")),
)


def today_page(visit: Visit) -> TodayPage:
    """The page; a clearance holds."""
    made = plan_now(visit)
    pain = visit.person.pain_0_10
    moves = ledger.movement_gate(visit.entries, visit.content)
    return TodayPage(
        day=_day(visit),
        stage=made.because[0].text,
        pain="" if pain is None else str(pain),
        pain_form=PainNowForm() if pain is None else None,
        minutes=max(1, round(sum(step.seconds for step in made.steps) / 60)),
        due=(*checks_due(visit), *_remedies_due(visit), *_reviews_due(made, visit)),
        notes=(*plan.day_after(visit.entries, visit.content, visit.now).reasons, *moves.reasons),
        nothing_safe=made.because if made.nothing_safe else (),
        because=made.because,
        order=_order(visit, made),
        start=_start(visit, made),
        steps=tuple(_row(step, visit) for step in made.steps),
        papers=tuple(papers_of(made, visit)),
        later=tuple(_later_rows(made.checkpoints, visit)),
        not_today=tuple(_not_today(made.refusals, visit)),
        also=tuple(link for permit, link in ALSO if permit in visit.permits),
    )


def _is_due(point: Checkpoint, visit: Visit) -> bool:
    """A look back whose day has come stands first on the page, not among what comes later."""
    return point.kind is CheckpointKind.REVIEW and point.due_at <= visit.now


def _reviews_due(made: Plan, visit: Visit) -> tuple[Due, ...]:
    points = [point for point in made.checkpoints if _is_due(point, visit)]
    return tuple(
        Due(title=point.because[0].text, when="", url=f"/today/review/{point.id}/")
        for point in points
    )


def _remedies_due(visit: Visit) -> Iterator[Due]:
    """Half an hour after heat, cold, massage or breathing: how is it now?"""
    for entry, used in due_later(visit):
        title = visit.content.remedies[used.remedy_id].title
        yield Due(
            title=f"How is it now, after {title.lower()}?",
            when="",
            url=later_url(entry, used, visit),
        )


def _day(visit: Visit) -> str:
    local = visit.now + timedelta(minutes=visit.utc_offset_min)
    return f"{local:%A} {local.day} {local:%B}"


def _start(visit: Visit, made: Plan) -> Link | None:
    """The one large action: the session that waits, the skin that is to be felt, or a start."""
    for session in reversed(ledger.sessions(visit.entries)):
        if ledger.may_resume(session, visit.now, visit.content):
            return Link(title="Go on with your session", url=f"/session/{session.session_id}/")
    waiting_for = ledger.movement_gate(visit.entries, visit.content).waiting_for
    if waiting_for is not None:
        return Link(title="Is the feeling back in my skin?", url=f"/cold/after/{waiting_for}/")
    if not made.steps:
        return None
    return Link(title="Start", url="/session/start/", icon="play")


def _order(visit: Visit, made: Plan) -> OrderBox | None:
    """Shown where the record moved something, or would if the person let it."""
    goes_by_record = ledger.goes_by_own_record(visit.entries)
    moved = any(one.id in MOVED for step in made.steps for one in step.because)
    if not moved and (goes_by_record or not visit.estimates.by_kind):
        return None
    because = (visit.content.reason("own-record-order"),)
    return OrderBox(goes_by_record=goes_by_record, because=because, form=OrderForm())


def _row(step: Step, visit: Visit) -> Row:
    item = visit.content.item(step.item_id) if step.item_id else None
    return Row(
        title=step.title,
        icon=ICONS[step.kind],
        when=_minutes(step.at_min),
        dose=dose_words(step),
        text=" ".join((*step.how, *(one.text for one in step.because if one.id in MOVED))),
        url=_own_page(step, item),
        card=card_url_for(item, visit) if step.kind.permit in visit.permits else "",
        because=step.because,
    )


def _minutes(at_min: int) -> str:
    return "first" if at_min == 0 else f"after {at_min} min"


def _own_page(step: Step, item: Item | None) -> str:
    """Heat and cold have a clock of their own, outside the session too."""
    return item_url(item) if item and step.kind in {StepKind.HEAT, StepKind.COLD} else ""


def _later_rows(points: Sequence[Checkpoint], visit: Visit) -> Iterator[LaterRow]:
    """In order; what comes again and again, as a walk each hour does, stands once."""
    waiting = (point for point in points if not _is_due(point, visit))
    for _, group in groupby(waiting, key=lambda one: (one.kind, one.title, one.because)):
        first, *again = group
        item = visit.content.item(first.item_id) if first.item_id else None
        times = [clock_words(one, visit) for one in (first, *again)]
        all_times = [f"{', '.join(times)}."] if again else []
        because = (one.text for one in first.because)
        yield LaterRow(
            title=first.title,
            text=" ".join((*all_times, *_named(first, item), *because)),
            icon=LATER_ICONS[first.kind],
            when=f"{len(times)} times" if again else times[0],
            url=_later_url(first, item),
        )


def _named(point: Checkpoint, item: Item | None) -> Iterator[str]:
    """Which position it is; that a walk is walking needs no saying."""
    if item is not None and point.kind is not CheckpointKind.WALK:
        yield f"{item.title}."


def _later_url(point: Checkpoint, item: Item | None) -> str:
    match point.kind:
        case CheckpointKind.WALK:
            return "/today/walk/"
        case CheckpointKind.NIGHT:
            return item_url(item) if item else "/positions/"
        case CheckpointKind.REVIEW:
            return f"/today/review/{point.id}/"
        case CheckpointKind.SESSION | CheckpointKind.MORNING:
            return ""


def clock_words(point: Checkpoint, visit: Visit) -> str:
    """now, 15:40, tomorrow 07:00, or a day further off."""
    offset = timedelta(minutes=visit.utc_offset_min)
    local, today = point.due_at + offset, (visit.now + offset).date()
    days = (local.date() - today).days
    if point.due_at <= visit.now:
        return "now"
    if days > 1:
        return f"{local.day} {local:%B}"
    return f"{local:%H:%M}" if days == 0 else f"tomorrow {local:%H:%M}"


def _not_today(refusals: Sequence[Refusal], visit: Visit) -> Iterator[NotToday]:
    """Thirty movements wait for the same few reasons: each reason once, with all their names."""
    alike: dict[tuple[tuple[Reason, ...], str], list[Refusal]] = {}
    for refusal in refusals:
        alike.setdefault((refusal.because, refusal.opens), []).append(refusal)
    for (because, opens), group in alike.items():
        yield NotToday(
            title=_first_names([one.title for one in group]),
            names=", ".join(one.title for one in group) if len(group) > NAMES_SHOWN else "",
            because=because,
            opens=opens,
            instead=_instead(group, visit),
        )


def _first_names(names: Sequence[str]) -> str:
    more = len(names) - NAMES_SHOWN
    shown = ", ".join(names[:NAMES_SHOWN])
    return f"{shown} and {more} more" if more > 0 else shown


def _instead(group: Sequence[Refusal], visit: Visit) -> tuple[Link, ...]:
    """What may be done in place of any of them, each once."""
    items = (visit.content.item(one.instead) for one in group if one.instead)
    found = {item.id: Link(title=item.title, url=item_url(item)) for item in items if item}
    return tuple(found.values())


def is_cleared(visit: Visit) -> bool:
    """Whether a plan may be built at all."""
    return isinstance(visit.standing, Clearance)


def reasons_of(text_id: str, visit: Visit) -> tuple[Reason, ...]:
    """The phrase or threshold of that id, if there is one."""
    known = {**visit.content.phrases, **visit.content.thresholds}
    return (visit.content.reason(text_id),) if text_id in known else ()

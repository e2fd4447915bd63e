"""The first page of medicines, and the same for somebody who looks after the person."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from loosen import ledger
from loosen.vocabulary import AfterDose, Call, DoseTaken, Entry, MedicineForm
from loosen.web.records.zones import on_wall
from loosen.web.site.forms import OnceForm
from loosen.web.site.locked import locked_page
from loosen.web.site.visit import Visit
from loosen.web.start.pages import Link

from . import judged
from .bars import DAY, day_bar
from .history_page import row_of, taken_lately
from .pages import CarerPage, CarerRow, HomePage, Next, Usual
from .told import last_taken, query_of
from .wall import time_words, wait_words, zone_of
from .words import dose_words

USUAL_SHOWN = 3
ALSO = (
    Link(title="Add a medicine", url="/medicines/add/", icon="edit"),
    Link(title="Everything I took", url="/medicines/history/", icon="calendar"),
    Link(title="For whoever looks after me", url="/medicines/carer/", icon="people"),
    Link(title="Does it suit me?", url="/medicines/questions/", icon="help"),
    Link(title="What a doctor or pharmacist said", url="/medicines/word/", icon="person"),
    Link(title="What medicine can do for a back", url="/read/medicine/", icon="book"),
)
DONE = {"undone": "Taken back. It no longer counts.", "told": "Thank you. It is noted."}


def home_page(visit: Visit, done: str) -> HomePage:
    """What this person takes, the last one first."""
    taken = last_taken(visit)
    is_open = judged.may_judge(visit)
    rows = tuple(_usual(entry, dose, visit) for entry, dose in taken)
    return HomePage(
        usual=rows[:USUAL_SHOWN],
        earlier=rows[USUAL_SHOWN:],
        bars=tuple(day_bar(day, visit) for day in judged.days_of(visit)),
        other=tuple(_not_measured(visit)),
        is_open=is_open,
        closed=() if is_open else locked_page(visit).why,
        also=ALSO,
        done=DONE.get(done, ""),
    )


def next_of(at: datetime | None, visit: Visit) -> Next | None:
    """The time as the page shows it."""
    if at is None:
        return None
    span = at - visit.now
    seconds = max(0, round(span.total_seconds()))
    return Next(at=time_words(at, visit), wait=wait_words(span), seconds=seconds)


def _usual(entry: Entry, dose: DoseTaken, visit: Visit) -> Usual:
    told = judged.after(entry.id, visit)
    return Usual(
        name=dose.name,
        amount=dose_words(dose, visit),
        last=time_words(entry.happened_at, visit),
        last_url=f"/medicines/logged/{entry.id}/",
        may_url=f"/medicines/may/?{query_of(dose, entry.id)}",
        fields=(("again", str(entry.id)),),
        form=OnceForm(auto_id=False),
        next=next_of(judged.next_at(told, visit), visit),
        is_too_much=_is_too_much(told, entry, visit),
        asks_way=dose.form is MedicineForm.BY_MOUTH,
    )


def _is_too_much(told: AfterDose, entry: Entry, visit: Visit) -> bool:
    """What is more than a day old stays in the history; the page of the dose still says it."""
    return told.too_much_at is not None and visit.now - entry.happened_at < DAY


def _not_measured(visit: Visit) -> Iterator[str]:
    """What the bars cannot show: rubs, and what nobody knows the amount of."""
    for entry, dose in ledger.doses_taken(visit.entries):
        is_recent = timedelta(0) <= visit.now - entry.happened_at < DAY
        if is_recent and not any(one.ug for one in dose.amounts):
            at = time_words(entry.happened_at, visit)
            yield f"{dose.name}, {dose_words(dose, visit)}, at {at}"


# --- for somebody else -----------------------------------------------------------------------


def carer_page(visit: Visit) -> CarerPage:
    """By the clock alone: whether it may be taken is asked on the other page."""
    local = on_wall(visit.now, zone_of(visit))
    return CarerPage(
        now=f"{local:%H:%M} on {local:%A} {local.day} {local:%B}",
        rows=tuple(_carer_row(entry, dose, visit) for entry, dose in last_taken(visit)),
        doses=tuple(row_of(entry, dose, visit) for entry, dose in taken_lately(visit)),
        is_open=judged.may_judge(visit),
        calls=(visit.region.whom(Call.EMERGENCY), visit.region.whom(Call.POISON_LINE)),
    )


def _carer_row(entry: Entry, dose: DoseTaken, visit: Visit) -> CarerRow:
    told = judged.after(entry.id, visit)
    return CarerRow(
        name=dose.name,
        amount=dose_words(dose, visit),
        last=time_words(entry.happened_at, visit),
        next=next_of(judged.next_at(told, visit), visit),
        is_open=told.next_allowed_at is not None,
    )

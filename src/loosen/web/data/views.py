"""Your data: see it, correct it, take it out, bring it in, erase it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from loosen.export import CsvMeant, is_csv, write_csv, write_sets
from loosen.vocabulary import Entry, ForeignDataError, PainFelt, Withdrawn
from loosen.web.ease.thermal import to_end_url
from loosen.web.records import store
from loosen.web.records.store import Draft
from loosen.web.site.visit import VisitRequest

from . import transfer
from .correcting import correct_url
from .csv_in import check_fits, read_table, take_table
from .csv_page import table_page
from .forms import CorrectPainForm, EraseForm, ImportForm, TableForm, WithdrawForm
from .intake import ask_intake_again
from .pages import (
    WITHDRAWABLE,
    EntryPage,
    data_page,
    entry_page,
    refused_page,
)

DONE = {
    "corrected": "Corrected. What you said before stays in the list, marked.",
    "withdrawn": "Taken back. It no longer counts.",
    "imported": "The file was taken in.",
}
TABLES = (".csv", ".tsv", ".txt")
form_methods = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def everything(request: VisitRequest) -> HttpResponse:
    """All that is stored, newest first."""
    visit = request.visit
    page = data_page(visit.history, visit.content, request.GET.get("page"))
    done = DONE.get(request.GET.get("done", ""), "")
    return render(request, "data/everything.html", {"page": page, "done": done, "tab": "settings"})


@require_safe
def entry(request: VisitRequest, entry_id: UUID) -> HttpResponse:
    """One entry, and what may be done with it."""
    page = _entry_page(request, _own_entry(request, entry_id))
    return render(request, "data/entry.html", {"page": page, "tab": "settings"})


@form_methods
def correct(request: VisitRequest, entry_id: UUID) -> HttpResponse:
    """Records a score that stands in the place of this one; other kinds have their own form."""
    wrong = _own_entry(request, entry_id)
    page = _entry_page(request, wrong)
    if (own_form := correct_url(wrong)) != request.path:
        if not own_form:
            raise Http404
        return HttpResponseRedirect(own_form)
    assert isinstance(wrong.payload, PainFelt)
    posted = request.method == "POST"
    form = CorrectPainForm(
        request.POST if posted else None, initial={"value": wrong.payload.pain_0_10}
    )
    if posted and not page.correct_url:
        return HttpResponseRedirect(f"/data/entry/{entry_id}/")
    if posted and form.is_valid():
        _put_right(request, wrong, replace(wrong.payload, pain_0_10=form.cleaned_data["value"]))
        return HttpResponseRedirect("/data/?done=corrected")
    return _form_page(request, "data/correct.html", {"page": page, "form": form})


def _put_right(request: VisitRequest, wrong: Entry, said: PainFelt) -> None:
    request.visit.record(
        Draft(
            payload=said,
            id=store.successor_id(wrong.id),
            happened_at=wrong.happened_at,
            supersedes=wrong.id,
        )
    )


@form_methods
def withdraw(request: VisitRequest, entry_id: UUID) -> HttpResponse:
    """Takes an entry back."""
    wrong = _own_entry(request, entry_id)
    page = _entry_page(request, wrong)
    if wrong.kind not in WITHDRAWABLE:
        raise Http404
    posted = request.method == "POST"
    form = WithdrawForm(request.POST if posted else None)
    if not page.can_withdraw:
        return HttpResponseRedirect(f"/data/entry/{entry_id}/")
    if posted and form.is_valid():
        said = Withdrawn(why=form.cleaned_data["why"])
        request.visit.record(
            Draft(payload=said, id=store.successor_id(wrong.id), supersedes=wrong.id)
        )
        return HttpResponseRedirect("/data/?done=withdrawn")
    return _form_page(request, "data/withdraw.html", {"page": page, "form": form})


def _entry_page(request: VisitRequest, entry: Entry) -> EntryPage:
    visit = request.visit
    return entry_page(entry, visit.history, visit.content, to_end_url(entry, visit))


def _form_page(request: VisitRequest, template: str, shown: dict[str, Any]) -> HttpResponse:
    """A form's page; 422 where what was sent could not be taken."""
    status = 422 if shown["form"].is_bound else 200
    return render(request, template, {**shown, "tab": "settings"}, status=status)


def _own_entry(request: VisitRequest, entry_id: UUID) -> Entry:
    for one in request.visit.history:
        if one.id == entry_id:
            return one
    raise Http404


@require_safe
def export(request: VisitRequest) -> HttpResponse:
    """The whole record as a file."""
    visit = request.visit
    data = transfer.write_record(visit.now, visit.content.version)
    name = f"loosen-{visit.now:%Y-%m-%d}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type="application/json", headers=headers)


@require_safe
def export_csv(request: VisitRequest) -> HttpResponse:
    """The diary as a table, for other programs."""
    return _table("diary", write_csv(request.visit.entries), request)


@require_safe
def export_sets(request: VisitRequest) -> HttpResponse:
    """What was counted and measured as a table: a row a set."""
    return _table("sets", write_sets(request.visit.entries), request)


def _table(of: str, data: bytes, request: VisitRequest) -> HttpResponse:
    name = f"loosen-{of}-{request.visit.now:%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type="text/csv; charset=utf-8", headers=headers)


@form_methods
def import_(request: VisitRequest) -> HttpResponse:
    """Takes a record in, whole or not at all; a table is shown first."""
    posted = request.method == "POST"
    form = ImportForm(request.POST, request.FILES) if posted else ImportForm()
    refused = None
    if posted and form.is_valid():
        data = form.cleaned_data["file"].read()
        try:
            if is_csv(data) and form.cleaned_data["file"].name.lower().endswith(TABLES):
                check_fits(data)
                return _shown_table(request, data, CsvMeant())
            transfer.take_in(data, request.visit.now)
        except ForeignDataError as error:
            refused = refused_page(error)
        else:
            ask_intake_again(request.visit)
            return HttpResponseRedirect("/data/?done=imported")
    return _form_page(request, "data/import.html", {"form": form, "refused": refused})


@require_POST
def import_csv(request: VisitRequest) -> HttpResponse:
    """The table that was shown: read again with the order of days, or taken in."""
    form = TableForm(request.POST)
    if not form.is_valid():
        return HttpResponseRedirect("/data/import/")
    data, meant = form.cleaned_data["table"].encode(), form.meant
    try:
        if not form.cleaned_data["take"]:
            return _shown_table(request, data, meant)
        take_table(read_table(data, request.visit, meant), request.visit)
    except ForeignDataError as error:
        shown = {"form": ImportForm(), "refused": refused_page(error)}
        return render(request, "data/import.html", {**shown, "tab": "settings"}, status=422)
    return HttpResponseRedirect("/data/?done=imported")


def _shown_table(request: VisitRequest, data: bytes, meant: CsvMeant) -> HttpResponse:
    """What would be taken in and what would not; nothing is recorded yet."""
    table = read_table(data, request.visit, meant)
    page = table_page(table, data, meant)
    return render(request, "data/table.html", {"page": page, "tab": "settings"})


@form_methods
def erase(request: VisitRequest) -> HttpResponse:
    """Wipes the store whole."""
    form = EraseForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        store.erase()
        return HttpResponseRedirect("/data/erased/")
    return _form_page(request, "data/erase.html", {"form": form})


@require_safe
def erased(request: VisitRequest) -> HttpResponse:
    """Nothing is left; what scripts kept in this browser goes as well."""
    answer = render(request, "data/erased.html", {"tab": "settings"})
    answer["Clear-Site-Data"] = '"storage"'
    return answer

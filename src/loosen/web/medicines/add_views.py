"""Adding a medicine: a pack found by name, or what the pack in hand says; putting a dose right."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from loosen.vocabulary import Amount, DoseTaken, Entry, MedicineForm
from loosen.web.records import store
from loosen.web.records.store import Draft
from loosen.web.records.zones import on_wall
from loosen.web.site.forms import is_uuid
from loosen.web.site.visit import Visit, VisitRequest

from .forms import NOT_LISTED, OwnForm, PackForm, SureForm
from .shelf_page import pack_page, shelf_page
from .told import LONGEST_NAME, YES, of_own, of_product, query_of, right_query
from .views import UNREADABLE, found_dose, log_dose
from .wall import zone_of
from .words import dose_words

LONGEST_QUERY = 80


@require_GET
def add(request: VisitRequest) -> HttpResponse:
    """The packs that we know, by region and name."""
    query = request.GET.get("q", "")[:LONGEST_QUERY]
    page = shelf_page(request.visit, query, _wrong_id(request))
    return render(request, "medicines/add.html", {"page": page, "tab": "today"})


@require_http_methods(["GET", "POST"])
def pack(request: VisitRequest, product_id: str) -> HttpResponse:
    """One pack, to compare with the one in hand."""
    product = request.visit.content.products.get(product_id)
    if product is None:
        raise Http404
    form = PackForm(
        request.POST or None, visit=request.visit, is_rub=product.form is MedicineForm.ON_SKIN
    )
    if request.method == "POST" and form.is_valid():
        on_back = form.cleaned_data.get("back") == YES
        dose = of_product(product, form.cleaned_data.get("units"), on_back=on_back)
        return _go_on(request, dose, form)
    page = pack_page(product, form, request.visit, _wrong_id(request))
    status = UNREADABLE if form.errors else 200
    return render(request, "medicines/pack.html", {"page": page, "tab": "today"}, status=status)


@require_http_methods(["GET", "POST"])
def own(request: VisitRequest) -> HttpResponse:
    """A pack that is not on the list; what nobody can say is recorded as not known."""
    form = OwnForm(request.POST or None, visit=request.visit, initial=_named(request))
    if request.method == "POST" and form.is_valid():
        return _go_on(request, _own_dose(form), form)
    shown = {"form": form, "right": right_query(_wrong_id(request)), "tab": "today"}
    status = UNREADABLE if form.errors else 200
    return render(request, "medicines/own.html", shown, status=status)


def _named(request: VisitRequest) -> dict[str, str]:
    """A brand that was found by its name: what is in it is known, how much the pack says."""
    named = {key: request.GET.get(key, "") for key in ("name", "ingredient")}
    return {key: one[:LONGEST_NAME] for key, one in named.items() if one}


def _own_dose(form: OwnForm) -> DoseTaken:
    said, strength = form.cleaned_data, form.cleaned_data.get("strength")
    return of_own(
        said["name"],
        "" if said["ingredient"] == NOT_LISTED else said["ingredient"],
        strength.ug if strength else None,
        said.get("units"),
        on_skin=form.on_skin,
        on_back=said.get("back") == YES,
    )


def _go_on(request: VisitRequest, dose: DoseTaken, form: SureForm) -> HttpResponse:
    """It stands for the dose that is put right; or to the verdict, if asked; else it is logged."""
    if wrong_id := _wrong_id(request):
        wrong, _ = found_dose(request, wrong_id)
        return _put_right(request, wrong_id, dose, form.taken_at or wrong.happened_at)
    if request.POST.get("do") == "may":
        return HttpResponseRedirect(f"/medicines/may/?{query_of(dose)}")
    return log_dose(request, dose, form, form.taken_at)


# --- putting a dose right --------------------------------------------------------------------


def _wrong_id(request: VisitRequest) -> UUID | None:
    """The dose that a pack is chosen for in the place of another one."""
    wrong = request.GET.get("right")
    return UUID(wrong) if is_uuid(wrong) else None


@require_http_methods(["GET", "POST"])
def dose(request: VisitRequest, entry_id: UUID) -> HttpResponse:
    """One dose: another time, number or medicine, or taken back. The first word stays, marked."""
    entry, taken = found_dose(request, entry_id)
    form = PackForm(
        request.POST or None,
        visit=request.visit,
        is_rub=taken.form is MedicineForm.ON_SKIN,
        is_counted=taken.units is not None,
    )
    if request.method == "POST" and form.is_valid():
        at = form.taken_at or entry.happened_at
        return _put_right(request, entry_id, _with(taken, form), at)
    if not form.is_bound:
        form.initial = _as_told(entry, taken, request.visit)
    shown = {
        "form": form,
        "name": taken.name,
        "amount": dose_words(taken, request.visit),
        "undo_url": f"/medicines/undo/{entry.id}/",
        "other_url": f"/medicines/add/{right_query(entry.id)}",
        "tab": "today",
    }
    status = UNREADABLE if form.errors else 200
    return render(request, "medicines/dose.html", shown, status=status)


def _as_told(entry: Entry, taken: DoseTaken, visit: Visit) -> dict[str, object]:
    local = on_wall(entry.happened_at, zone_of(visit))
    return {
        "day": local.date(),
        "clock": f"{local:%H:%M}",
        "units": f"{taken.units:g}" if taken.units else "",
        "back": YES if taken.on_back else "no",
    }


def _put_right(
    request: VisitRequest, entry_id: UUID, right: DoseTaken, at: datetime
) -> HttpResponse:
    """A correction that stands in the place of the dose; what says the same is none."""
    entry, taken = found_dose(request, entry_id)
    if (right, at) == (taken, entry.happened_at):
        return HttpResponseRedirect("/medicines/history/")
    draft = Draft(
        payload=right, id=store.successor_id(entry.id), happened_at=at, supersedes=entry.id
    )
    request.visit.record(draft)
    return HttpResponseRedirect(f"/medicines/logged/{entry.id}/")


def _with(taken: DoseTaken, form: PackForm) -> DoseTaken:
    """The dose with other units: what one unit holds stays as it was."""
    if form.is_rub:
        return replace(taken, on_back=form.cleaned_data["back"] == YES)
    if not form.is_counted or not taken.units:
        return taken
    units = form.cleaned_data["units"]
    amounts = tuple(
        Amount(ingredient_id=one.ingredient_id, ug=round(one.ug * units / taken.units))
        for one in taken.amounts
    )
    return replace(taken, units=units, amounts=amounts)

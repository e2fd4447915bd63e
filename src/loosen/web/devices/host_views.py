"""The settings page on the computer: who asks, who is in, and the way in for a phone."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_safe

from loosen.web.lan.network import here
from loosen.web.records.admitted import AdmittedDevice
from loosen.web.site.door import device_of
from loosen.web.site.visit import Visit, VisitRequest

from .forms import NameForm
from .knocks import Answer, knocks
from .pages import DevicePage, DevicesPage, row_of

URL = "/settings/devices/"
ANSWERS = {"approve": Answer.YES, "refuse": Answer.NO}
GONE = "That device does not ask any more. Its code is too old, or it asked again."
DONE = {
    "approve": "It may come in now.",
    "refuse": "It was refused.",
    "named": "The name is kept.",
    "out": "It was put out. What it kept is wiped the next time it calls.",
}


@require_http_methods(["GET", "HEAD", "POST"])
def devices(request: VisitRequest) -> HttpResponse:
    """On the computer: everything. On a phone: that phone alone."""
    if request.is_secure():
        return _own_device(request)
    if request.method == "POST":
        return _answered(request)
    done = DONE.get(request.GET.get("done", ""), "")
    return _show(request, done=done)


@require_safe
def waiting(request: VisitRequest) -> HttpResponse:
    """Which codes wait, for the script that looks again by itself."""
    if request.is_secure():
        raise Http404
    return HttpResponse(_seen(request.visit), content_type="text/plain")


@require_http_methods(["GET", "HEAD", "POST"])
def device(request: VisitRequest, device_id: UUID) -> HttpResponse:
    """One device: renamed or put out. A phone may do so with itself alone."""
    row = AdmittedDevice.objects.filter(pk=device_id, put_out_at=None).first()
    own = device_of(request) if request.is_secure() else None
    if row is None or (request.is_secure() and (own is None or own.pk != row.pk)):
        raise Http404
    if request.POST.get("do") == "put-out":
        row.put_out(request.visit.now)
        return HttpResponseRedirect(f"{URL}?done=out")
    form = NameForm(request.POST if request.method == "POST" else None, initial={"name": row.name})
    if form.is_valid():
        row.rename(form.cleaned_data["name"])
        return HttpResponseRedirect(f"{URL}?done=named")
    page = DevicePage(row=row_of(row, request.visit), is_here=own is not None)
    shown = {"page": page, "form": form, "tab": "settings"}
    return render(request, "devices/device.html", shown, status=422 if form.is_bound else 200)


def _answered(request: VisitRequest) -> HttpResponse:
    """Approve or refuse, by the code that both sides see."""
    said = request.POST.get("do", "")
    code = request.POST.get("code", "")
    if said not in ANSWERS:
        return HttpResponseRedirect(URL)
    if knocks.answer(code, ANSWERS[said], request.visit.now) is None:
        return _show(request, problem=GONE, status=409)
    return HttpResponseRedirect(f"{URL}?done={said}")


def _show(
    request: VisitRequest, *, done: str = "", problem: str = "", status: int = 200
) -> HttpResponse:
    network, visit = here.network, request.visit
    inside = AdmittedDevice.objects.filter(put_out_at=None).order_by("admitted_at")
    page = DevicesPage(
        urls=network.urls if network else (),
        picture=_picture()(network.urls[0]) if network else SafeString(),
        fingerprint=network.fingerprint if network else "",
        waiting=knocks.waiting(visit.now),
        devices=tuple(row_of(one, visit) for one in inside),
        seen=_seen(visit),
    )
    shown = {"page": page, "done": done, "problem": problem, "tab": "settings"}
    return render(request, "devices/devices.html", shown, status=status)


def _picture() -> Callable[[str], SafeString]:
    """Loaded only where there is something to draw."""
    from loosen.web.lan.qr import as_svg

    return as_svg


def _own_device(request: VisitRequest) -> HttpResponse:
    own = device_of(request)
    return HttpResponseRedirect(f"{URL}{own.pk}/" if own else "/settings/")


def _seen(visit: Visit) -> str:
    return " ".join(one.code for one in knocks.waiting(visit.now)) or "nobody"

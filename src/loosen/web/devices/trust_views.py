"""How a phone or computer learns to trust this one: the steps, and our authority's certificate."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from loosen.web.lan.network import here

from .systems import in_order


@require_safe
def trust(request: HttpRequest) -> HttpResponse:
    """The steps for each system, that of this device first."""
    request.__dict__.pop("visit", None)
    shown = {
        "network": here.network,
        "systems": in_order(request.headers.get("User-Agent", "")),
        "tab": "settings",
    }
    return render(request, "devices/trust.html", shown)


@require_safe
def certificate(request: HttpRequest) -> HttpResponse:
    """The certificate to trust; its key never leaves the data folder."""
    if here.network is None:
        raise Http404
    return HttpResponse(here.network.authority, content_type="application/x-x509-ca-cert")

"""Settings of the person."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from loosen.web.site.places import region_of
from loosen.web.site.visit import VisitRequest

from .forms import PreferencesForm


@require_http_methods(["GET", "HEAD", "POST"])
def preferences(request: VisitRequest) -> HttpResponse:
    """Shows and keeps the choices."""
    visit = request.visit
    posted = request.method == "POST"
    form = PreferencesForm(
        request.POST if posted else None,
        initial=visit.preferences.to_plain(),
        content=visit.content,
        suggested=region_of("", visit.zone, visit.content),
    )
    if posted and form.is_valid():
        visit.owner.keep_preferences(form.chosen())
        return HttpResponseRedirect("/settings/?done=saved")
    shown = {"form": form, "done": "done" in request.GET, "tab": "settings"}
    return render(request, "preferences/preferences.html", shown, status=422 if posted else 200)

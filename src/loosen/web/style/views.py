"""The living page: every component as its README writes it, in the theme that is asked for."""

from dataclasses import replace

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.views.decorators.http import require_GET

from loosen.web.records.preferences import Theme
from loosen.web.site.visit import VisitRequest

from .examples import Example, colours, examples
from .sample import sample


@require_GET
def style(request: VisitRequest) -> HttpResponse:
    """All components, all colours, all sizes; nowhere to be found in ordinary use."""
    if not settings.SHOWS_STYLE:
        raise Http404
    asked = request.GET.get("theme", "")
    preferences = request.visit.preferences
    if asked in list(Theme):
        preferences = replace(preferences, theme=Theme(asked))
    shown = {
        "preferences": preferences,
        "themes": [(theme.value, theme.value.capitalize()) for theme in Theme],
        "examples": [(one, drawn(one, request)) for one in examples()],
        "colours": colours(),
        "tab": "settings",
    }
    return render(request, "style/style.html", shown)


def drawn(example: Example, request: VisitRequest) -> str:
    """The example as a page would show it."""
    return engines["django"].from_string(example.source).render(sample(request.visit), request)

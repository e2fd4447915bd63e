"""How pain went and what was done."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from loosen.vocabulary import Permit
from loosen.web.site.guards import needs
from loosen.web.site.visit import VisitRequest

from .progress_page import progress_page


@needs(Permit.EMERGENCY_CARD)
@require_GET
def progress(request: VisitRequest) -> HttpResponse:
    """The person's own record; it advises nothing, so it stays open."""
    page = progress_page(request.visit)
    return render(request, "progress/progress.html", {"page": page, "tab": "progress"})

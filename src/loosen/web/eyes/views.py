"""Our own Python, for the page that asks for it."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from loosen.web.site.visit import VisitRequest

from .rooms import archive
from .rooms import version as version_of

# The address names what is in it, so the same address is the same archive.
FOR_GOOD = "private, max-age=31536000, immutable"


@require_safe
def rooms(request: VisitRequest, version: str) -> HttpResponse:
    """The archive; an address of another version leads nowhere, for the page is older than we."""
    if version != version_of(request.visit.content):
        raise Http404
    response = HttpResponse(archive(request.visit.content), content_type="application/zip")
    response["Cache-Control"] = FOR_GOOD
    return response

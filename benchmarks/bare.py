"""A bare Django page to measure against: the same middleware and the same queries, no work.

    python -m benchmarks.bare PORT DATA

It reads the owner and asks for newer entries, as every page of ours does, and renders one line.
"""

import os
import sys
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from loosen.web import serve

PAGE = "<!doctype html><title>bare</title><p>{{ seen }} rows for {{ owner }}</p>"


def page(request: HttpRequest) -> HttpResponse:
    """One owner, the newer rows of the record, one line."""
    from loosen.web.records.models import EntryRecord, OwnerRecord

    owner = OwnerRecord.objects.first()
    seen = list(EntryRecord.objects.filter(owner=owner, pk__gt=2**40))
    template = engines["django"].from_string(PAGE)
    return HttpResponse(template.render({"owner": owner, "seen": len(seen)}))


urlpatterns = [path("", page)]

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.bare_settings"
    serve.run(port=int(sys.argv[1]), data=Path(sys.argv[2]), open_browser=False)

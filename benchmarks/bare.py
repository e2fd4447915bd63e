"""A bare Django page to measure against: the same middleware and the same queries, no work.

    python -m benchmarks.bare PORT DATA

It reads the owner and the record as every page of ours does, and renders one line.
"""

import os
import sys
from functools import lru_cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.template import Template, engines
from django.urls import path

from loosen.web import serve

PAGE = "<!doctype html><title>bare</title><p>{{ seen }} rows for {{ owner }}</p>"


@lru_cache
def template() -> Template:
    """The one line, compiled once."""
    return engines["django"].from_string(PAGE)


def page(request: HttpRequest) -> HttpResponse:
    """The owner and whatever is new in the record, by the same queries as every page of ours."""
    from loosen.web.records import store

    owner = store.owner_here(request.visit.now)  # type: ignore[attr-defined]  # set by the visit
    seen = len(store.entries_of(owner))
    return HttpResponse(template().render({"owner": owner.pk, "seen": seen}))


urlpatterns = [path("", page)]

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.bare_settings"
    serve.run(port=int(sys.argv[1]), data=Path(sys.argv[2]), open_browser=False)

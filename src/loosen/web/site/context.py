"""What every template may use besides its own page."""

from typing import Any

from django.http import HttpRequest

from loosen.web.records.preferences import Preferences

PLAIN_PREFERENCES = Preferences()


def site(request: HttpRequest) -> dict[str, Any]:
    """`visit`, `preferences`, `path`; before the door and on a failure page there is no visit."""
    visit = getattr(request, "visit", None)
    if visit is None:
        return {"visit": None, "preferences": PLAIN_PREFERENCES, "path": request.path}
    return {"visit": visit, "preferences": visit.preferences, "path": request.path}

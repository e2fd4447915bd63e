"""What every template may use besides its own page."""

from typing import Any

from django.http import HttpRequest

from loosen.web.records.preferences import Preferences

PLAIN_PREFERENCES = Preferences()


def site(request: HttpRequest) -> dict[str, Any]:
    """`visit`, `preferences`, `path`; before the door and on a failure page there is no visit.

    `is_phone`: it came from the home network, so the record lies elsewhere.
    """
    visit = getattr(request, "visit", None)
    chosen = PLAIN_PREFERENCES if visit is None else visit.preferences
    return {
        "visit": visit,
        "preferences": chosen,
        "path": request.path,
        "is_phone": request.is_secure(),
    }

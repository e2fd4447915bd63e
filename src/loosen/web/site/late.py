"""What a device entered without the computer, and sends when it is back.

It says how long ago by its own clock, at both ends; so it does not matter what that clock shows.
The answer is a receipt instead of a page: how many entries it led to, those known before included.
"""

import re
from datetime import timedelta

from django.http import HttpRequest, HttpResponse

AGE_HEADER = "Loosen-Age-S"
RECORDED_HEADER = "Loosen-Recorded"
LONGEST = timedelta(days=7)


def late_by(request: HttpRequest) -> timedelta | None:
    """How long ago it was entered; None for whatever is sent as it is entered."""
    said = request.headers.get(AGE_HEADER)
    if request.method != "POST" or said is None:
        return None
    seconds = int(said) if re.fullmatch(r"[0-9]{1,9}", said) else 0
    return min(timedelta(seconds=seconds), LONGEST)


def receipt(response: HttpResponse, recorded: int) -> HttpResponse:
    """Where it would have led on, a receipt; anything else says itself why it was not taken."""
    if response.status_code not in {301, 302, 303}:
        return response
    told = HttpResponse(status=204)
    told[RECORDED_HEADER] = str(recorded)
    told.cookies = response.cookies
    return told

"""The headers every answer carries: own origin only, nothing inline, nothing kept in a cache."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from .visit import VisitRequest

P = ParamSpec("P")
View = Callable[Concatenate[VisitRequest, P], HttpResponse]
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "worker-src 'self'",
        "connect-src 'self'",
        "font-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
NEVER = ("geolocation", "microphone", "payment", "usb")
SENSORS = ("camera", "accelerometer", "gyroscope")
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # no-referrer would hide the origin of our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{one}=()" for one in (*NEVER, *SENSORS)),
}
MAY_COMPILE = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
# On the coach's pages alone; their workers compile, and an older browser lets them no more than it.
WATCHES = {
    "Content-Security-Policy": MAY_COMPILE,
    "Permissions-Policy": ", ".join(
        (*(f"{one}=()" for one in NEVER), *(f"{one}=(self)" for one in SENSORS))
    ),
}
WORKER = re.compile(rf"{settings.STATIC_URL}dist/assets/\w+\.worker-[\w-]+\.js")


def watches(view: View[P]) -> View[P]:
    """The page that this view shows may use the camera and the sensors, and run the coach."""

    @wraps(view)
    def watching(request: VisitRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        for name, value in WATCHES.items():
            response.headers[name] = value
        return response

    return watching


class HeadersMiddleware:
    """Outermost, so that static files and error pages carry them too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Adds what is missing; pages may never be stored, files with a hash in the name may."""
        response = self.get_response(request)
        if WORKER.fullmatch(request.path):
            response.headers["Content-Security-Policy"] = MAY_COMPILE
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        if request.is_secure():  # only the home network is; on this computer there is no TLS
            for cookie in response.cookies.values():
                cookie["secure"] = True
        if not response.streaming:  # with its length known an answer goes out in one piece
            response.headers.setdefault("Content-Length", str(len(response.content)))
        return response

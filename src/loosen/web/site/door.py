"""The door: only who opened the printed address comes in.

The address carries a token that opens once and becomes a cookie; so neither another user of
this computer nor a page from elsewhere gets in. The cookie outlives a restart of the server,
so that a session can be taken up after a crash.
"""

import secrets
from collections.abc import Callable

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

COOKIE = "loosen-key"
COOKIE_DAYS = 60
PREFIX = "/open/"
OUR_HOSTS = frozenset({"127.0.0.1", "localhost"})


class Keys:
    """The tokens of this process that nobody has used yet."""

    def __init__(self) -> None:
        self._unused: set[str] = set()
        self.ask_for_new: Callable[[], object] = lambda: None

    def make(self) -> str:
        """A new token, good for one visit."""
        token = secrets.token_urlsafe(24)
        self._unused.add(token)
        return token

    def spend(self, token: str) -> bool:
        """True the first time."""
        known = token in self._unused
        self._unused.discard(token)
        return known

    @property
    def are_spent(self) -> bool:
        """True when no printed address would open any more."""
        return not self._unused


keys = Keys()


class DoorMiddleware:
    """Refuses foreign hosts, foreign origins and whoever has no cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """In order: is it for us, does it come from us, may this visitor come in."""
        if not is_for_us(request) or not is_from_us(request):
            return render(request, "site/door-foreign.html", status=403)
        if request.path.startswith(PREFIX):
            return _enter(request)
        if not is_known(request):
            return _refuse(request)
        return self.get_response(request)


def is_for_us(request: HttpRequest) -> bool:
    """The host is this computer by its own name, and the port is the one that was opened."""
    host, _, port = request.META.get("HTTP_HOST", "").partition(":")
    return host in OUR_HOSTS and (port or "80") == str(request.META["SERVER_PORT"])


def is_from_us(request: HttpRequest) -> bool:
    """No page of another origin asked for it."""
    origin = request.headers.get("Origin")
    same = origin is None or origin == f"http://{request.META['HTTP_HOST']}"
    cross = request.headers.get("Sec-Fetch-Site") == "cross-site"
    return same and not (cross and request.method != "GET")


def is_known(request: HttpRequest) -> bool:
    """The visitor holds a cookie that we signed."""
    try:
        _signer().unsign(request.COOKIES.get(COOKIE, ""))
    except BadSignature:
        return False
    return True


def give_cookie(response: HttpResponse) -> None:
    """Lets this visitor in from now on."""
    response.set_cookie(
        COOKIE,
        _signer().sign(secrets.token_urlsafe(12)),
        max_age=COOKIE_DAYS * 24 * 3600,
        httponly=True,
        samesite="Strict",
    )


def _signer() -> Signer:
    return Signer(salt="loosen.door")


def _enter(request: HttpRequest) -> HttpResponse:
    token = request.path.removeprefix(PREFIX).strip("/")
    # A program that only looks at the address (HEAD) must not use it up.
    if request.method == "GET" and keys.spend(token):
        response = HttpResponseRedirect("/")
        give_cookie(response)
        return response
    return HttpResponseRedirect("/") if is_known(request) else _refuse(request)


def _refuse(request: HttpRequest) -> HttpResponse:
    if keys.are_spent:
        keys.ask_for_new()
    return render(request, "site/door-closed.html", status=403)

"""The door: on this computer, only who opened the printed address comes in.

The address carries a token that opens once and becomes a cookie; so neither another user of
this computer nor a page from elsewhere gets in. The cookie outlives a restart of the server,
so that a session can be taken up after a crash.

From the home network there is another way in, over TLS alone: a device that was approved here
holds a token of its own (see `devices`). Neither key opens the other way.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress

from django.core.signing import BadSignature, Signer
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from loosen.web.lan.network import here
from loosen.web.records.admitted import AdmittedDevice

from . import clock, failures

COOKIE = "loosen-key"
# The prefix makes browsers refuse it unless it came over TLS from this very host.
DEVICE_COOKIE = "__Host-loosen-device"
COOKIE_DAYS = 60
DEVICE_COOKIE_DAYS = 400  # the longest that browsers keep one
PREFIX = "/open/"
# What a device at home sees before it is let in, and nothing of the person is on it.
BEFORE_THE_DOOR = ("/knock/", "/trust/", "/worker.js")
# A device that was put out forgets what it kept.
FORGET = '"cache", "storage"'
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
        if request.is_secure():
            return self._from_home(request)
        if request.path.startswith(PREFIX):
            return _enter(request)
        if not is_known(request):
            return _refuse(request)
        return self.get_response(request)

    def _from_home(self, request: HttpRequest) -> HttpResponse:
        """An approved device goes on; any other may ask to come in."""
        if request.path.startswith(BEFORE_THE_DOOR):
            return self.get_response(request)
        try:
            device = device_of(request)
        except (DatabaseError, InterfaceError) as error:
            return failures.show(request, failures.store_failure(error), 503)
        if device is None or not device.is_in:
            return _refuse_device(request)
        return self.get_response(request)


def is_for_us(request: HttpRequest) -> bool:
    """The host is one that was opened, by its very name and port: here, or over TLS at home."""
    if request.is_secure():
        return here.network is not None and request.META.get("HTTP_HOST", "") in here.network.hosts
    host, _, port = request.META.get("HTTP_HOST", "").partition(":")
    return host in OUR_HOSTS and (port or "80") == str(request.META["SERVER_PORT"])


def is_from_us(request: HttpRequest) -> bool:
    """No page of another origin asked for it."""
    origin = request.headers.get("Origin")
    same = origin is None or origin == f"{request.scheme}://{request.META['HTTP_HOST']}"
    cross = request.headers.get("Sec-Fetch-Site") == "cross-site"
    return same and not (cross and request.method != "GET")


def is_known(request: HttpRequest) -> bool:
    """The visitor holds a cookie that we signed."""
    try:
        _signer().unsign(request.COOKIES.get(COOKIE, ""))
    except BadSignature:
        return False
    return True


def device_of(request: HttpRequest) -> AdmittedDevice | None:
    """The device that asks, put out or not; None where it was never let in."""
    device = AdmittedDevice.of_token(request.COOKIES.get(DEVICE_COOKIE, ""))
    if device is not None and device.is_in:
        with suppress(DatabaseError):  # a full disk must not take the emergency page along
            device.seen(clock.now())
    return device


def give_device_cookie(response: HttpResponse, token: str) -> None:
    """Lets this device in from now on; until it is put out, or nobody comes for long."""
    response.set_cookie(
        DEVICE_COOKIE,
        token,
        max_age=DEVICE_COOKIE_DAYS * 24 * 3600,
        secure=True,
        httponly=True,
        samesite="Strict",
    )


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


def _refuse_device(request: HttpRequest) -> HttpResponse:
    """A device that had a key once is told so, and forgets; any other may ask for one."""
    had_key = DEVICE_COOKIE in request.COOKIES
    response = render(request, "site/door-at-home.html", {"had_key": had_key}, status=403)
    if had_key:
        response["Clear-Site-Data"] = FORGET
    return response

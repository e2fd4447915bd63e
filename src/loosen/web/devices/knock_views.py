"""What a device at home sees before it is let in. Nothing of the person stands on these pages."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from loosen.web.records import store
from loosen.web.records.admitted import AdmittedDevice
from loosen.web.site import clock
from loosen.web.site.door import device_of, give_device_cookie

from .forms import NameForm, usual_name
from .knocks import Answer, Knock, knocks

KNOCK_COOKIE = "__Host-loosen-knock"
URL = "/knock/"
View = Callable[[HttpRequest], HttpResponse]


def before_the_door(view: View) -> View:
    """Over TLS alone, and without a look at anybody's record, be it for the colours."""

    @wraps(view)
    def outside(request: HttpRequest) -> HttpResponse:
        if not request.is_secure():
            raise Http404
        request.__dict__.pop("visit", None)
        return view(request)

    return outside


@require_http_methods(["GET", "HEAD", "POST"])
@before_the_door
def knock(request: HttpRequest) -> HttpResponse:
    """Asks to come in, shows the code, and comes in once it was approved."""
    device = device_of(request)
    if device is not None and device.is_in:
        return HttpResponseRedirect("/")
    if request.method == "POST":
        return _ask(request)
    asked = _knock_of(request)
    if asked is None:
        return _form(request, is_too_old=KNOCK_COOKIE in request.COOKIES)
    match asked.answer:
        case Answer.YES:
            return _come_in(request)
        case Answer.NO:
            return render(request, "devices/refused.html", status=403)
        case Answer.NONE:
            return render(request, "devices/code.html", {"knock": asked})


@require_safe
@before_the_door
def state(request: HttpRequest) -> HttpResponse:
    """How it stands with the knock, for the script that looks again by itself."""
    asked = _knock_of(request)
    said = "gone" if asked is None else asked.answer.value
    return HttpResponse(said, content_type="text/plain")


def _knock_of(request: HttpRequest) -> Knock | None:
    return knocks.of(request.COOKIES.get(KNOCK_COOKIE, ""), clock.now())


def _form(request: HttpRequest, form: NameForm | None = None, **said: bool) -> HttpResponse:
    suggested = usual_name(request.headers.get("User-Agent", ""))
    shown = {"form": form or NameForm(initial={"name": suggested}), **said}
    return render(request, "devices/knock.html", shown, status=422 if form is not None else 200)


def _ask(request: HttpRequest) -> HttpResponse:
    form = NameForm(request.POST)
    if not form.is_valid():
        return _form(request, form)
    asked = knocks.ask(form.cleaned_data["name"], request.META["REMOTE_ADDR"], clock.now())
    if asked is None:
        return render(request, "devices/too_often.html", status=429)
    _, secret = asked
    response = HttpResponseRedirect(URL)
    response.set_cookie(KNOCK_COOKIE, secret, secure=True, httponly=True, samesite="Strict")
    return response


def _come_in(request: HttpRequest) -> HttpResponse:
    now = clock.now()
    taken = knocks.take(request.COOKIES.get(KNOCK_COOKIE, ""), now)
    if taken is None:
        return _form(request, is_too_old=True)
    _, token = AdmittedDevice.admit(store.owner_here(now), taken.name, now)
    response = HttpResponseRedirect("/")
    give_device_cookie(response, token)
    response.delete_cookie(KNOCK_COOKIE)
    return response

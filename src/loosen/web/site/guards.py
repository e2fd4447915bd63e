"""The lock on a page: `@needs(Permit.EXERCISE)`. Locked, it says why and what opens it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpResponse
from django.shortcuts import render

from loosen.vocabulary import Permit

from .locked import locked_page
from .visit import VisitRequest

P = ParamSpec("P")
View = Callable[Concatenate[VisitRequest, P], HttpResponse]


def needs(*permits: Permit) -> Callable[[View[P]], View[P]]:
    """The view runs only when every one of the permits holds now."""

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: VisitRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not request.visit.permits >= frozenset(permits):
                return locked(request)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def locked(request: VisitRequest) -> HttpResponse:
    """The locked page, for views that find the lock only on the way."""
    page = locked_page(request.visit)
    return render(request, "site/locked.html", {"page": page}, status=403)

"""Every address the product has, read from its own table of addresses."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, resolve

# Addresses that never answer with a page of their own, and why.
NO_PAGE = {
    "screen/": "leads on to the next card",
    "data/export/": "answers with a file",
    "settings/devices/waiting/": "answers a script with a line",
    "knock/": "stands before the door at home; see `at_home`",
    "knock/state/": "answers a script with a line",
    "trust/loosen-home.crt": "answers with a file",
    "style/": "only while one works on the look; see `test_style_page`",
    "worker.js": "answers with a script",
    "figures/card/<slug:item_id>/": "answers with a drawing",
    "figures/poses/<slug:item_id>/": "answers with a drawing",
    "figures/track/<slug:item_id>/": "answers a script with a movement",
    "figures/body/": "answers a script with a body",
    "coach/rooms-<slug:version>.zip": "answers a script with our Python",
    "keep/": "answers a script with a list",
    "progress/helped/order/": "takes a form and leads on",
    "compare/end/": "takes a form and leads on",
    "data/export/csv/": "answers with a file",
    "data/export/sets/": "answers with a file",
    "data/import/csv/": "takes a form and leads on",
    "diary/undo/<uuid:entry_id>/": "takes a form and leads on",
    "diary/again/<slug:note_kind>/": "takes a form and leads on",
    "medicines/undo/<uuid:entry_id>/": "takes a form and leads on",
    "medicines/took/": "takes a form and leads on",
    "medicines/may/": "takes a form and leads on",
    "session/<uuid:session_id>/ahead/": "is kept by phones alone, and leads to the session",
    **{f"{kind}/start/": "takes a form and leads on" for kind in ("heat", "cold", "massage")},
}


def all_routes() -> frozenset[str]:
    """The route of every address, such as `positions/<slug:position_id>/`."""
    return frozenset(_routes(get_resolver().url_patterns, ""))


def _routes(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _routes(one.url_patterns, route)
        else:
            yield route


def route_of(path: str) -> str:
    """The route that a path belongs to."""
    return resolve(path.partition("?")[0]).route

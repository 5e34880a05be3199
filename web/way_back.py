"""The way back from a refusal: to the page that asked, or else to the nearest page above what was asked."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from flask import current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from accounts.policy.guard import may, rule_of
from foundation.web.redirects import our_own_path

MAY_NOT_BE_THERE = frozenset({403, 404})


def way_back(status: int) -> str | None:
    """Give the address to go back to; None when only the start is left."""
    places = [_asked_from()]
    if status not in MAY_NOT_BE_THERE:
        places += _above(request.path)
    return next((place for place in places if place and _can_be_opened(place)), None)


def _asked_from() -> str | None:
    """Browsers tell us, and nobody else, on which page of ours somebody pressed."""
    asked, ours = request.referrer or "", request.host_url
    return our_own_path("/" + asked.removeprefix(ours)) if asked.startswith(ours) else None


def _above(path: str) -> Iterator[str]:
    """Give the address itself and those above it; the start is no way back to anything."""
    parts = path.strip("/").split("/")
    for length in range(len(parts), 0, -1):
        yield "/" + "/".join(parts[:length])


def _can_be_opened(place: str) -> bool:
    """Tell whether this is a page for this reader; not the start, and not the one that refuses."""
    path = unquote(place.partition("?")[0])
    if path == "/" or (request.method == "GET" and path == request.path):
        return False
    adapter = current_app.create_url_adapter(request)
    try:
        endpoint, _values = adapter.match(path, method="GET") if adapter else ("", {})
    except (HTTPException, RequestRedirect):
        return False
    rule = rule_of(current_app.view_functions.get(endpoint))
    return rule is not None and (rule.permission is None or may(rule.permission))

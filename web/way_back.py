"""The way back from a refusal: to the page that asked, or else to the nearest page above what was asked."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from flask import current_app, request
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from accounts.policy.guard import Rule, may, rule_of
from foundation.web.referrer import page_that_asked

MAY_NOT_BE_THERE = frozenset({403, 404})


def way_back(status: int) -> str | None:
    """Give the address to go back to; None when only the start is left."""
    asked = page_that_asked()
    if asked and _rule_at(asked):
        return asked
    above = () if status in MAY_NOT_BE_THERE else _above(request.path)
    return next((place for place in above if _is_for_this_reader(_rule_at(place))), None)


def _above(path: str) -> Iterator[str]:
    """Give the address itself and those above it; the start is no way back to anything."""
    parts = path.strip("/").split("/")
    for length in range(len(parts), 0, -1):
        yield "/" + "/".join(parts[:length])


def _rule_at(place: str) -> Rule | None:
    """Give the rule of a page; none for what is no page, for the start, and for the page that refuses."""
    path = unquote(place.partition("?")[0])
    if path == "/" or (request.method == "GET" and path == request.path):
        return None
    adapter = current_app.create_url_adapter(request)
    try:
        endpoint, _values = adapter.match(path, method="GET") if adapter else ("", {})
    except (HTTPException, RequestRedirect):
        return None
    return rule_of(current_app.view_functions.get(endpoint))


def _is_for_this_reader(rule: Rule | None) -> bool:
    return rule is not None and (rule.permission is None or may(rule.permission))

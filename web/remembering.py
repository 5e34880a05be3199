"""What Flask and Jinja work out anew for every link and every part of a page, though it never changes."""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import lru_cache
from typing import Any

from flask import has_request_context, request
from flask.templating import Environment

from foundation.transaction import TransactionalFlask

# Names of the course. Ids, tokens and what people type are not kept.
REMEMBERED = frozenset({"slug", "keuzedeel"})
MOST_ADDRESSES = 2048


class Templates(Environment):
    """Jinja merges the globals of a template with ours at every import; no template has any of its own."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give the globals of a template."""
        return {**self.globals, **d} if d else self.globals


class House(TransactionalFlask):
    """A Flask that remembers its addresses; a page that shows every lesson has more than a hundred."""

    jinja_environment = Templates

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._remembered = lru_cache(MOST_ADDRESSES)(self._built)

    def url_for(self, /, endpoint: str, **values: Any) -> str:
        """Give the address of a page. Code asks through Flask, which adds options without a value."""
        values = {name: value for name, value in values.items() if value is not None}
        if endpoint[0] != "." and values.keys() <= REMEMBERED and has_request_context():
            return self._remembered(request.script_root, endpoint, **values)
        return super().url_for(endpoint, **values)

    def _built(self, _root: str, endpoint: str, **values: Any) -> str:
        return super().url_for(endpoint, **values)

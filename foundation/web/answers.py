"""How a handler answers a save: JSON for the page that saves by itself, a redirect for everyone else."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, flash, jsonify, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import format_time
from flask_babel import gettext as _

from foundation.clock import now


def wants_json() -> bool:
    """Tell whether the page's own script asks."""
    return request.accept_mimetypes.best == "application/json"


def saved(
    *, back_to: str, version: int, fragments: Mapping[str, str] | None = None, also: str = ""
) -> ResponseReturnValue:
    """Answer that it was saved, with the new version and the parts of the page that changed.

    `also` is a sentence on what else the save brought about.
    """
    message = f"{saved_message()}. {also}" if also else saved_message()
    if wants_json():
        return jsonify(version=version, saved=message, fragments=dict(fragments or {}))
    flash(message, "ok")
    return redirect(back_to, 303)


def done(message: str, *, back_to: str) -> ResponseReturnValue:
    """Answer an act with one sentence on the next page."""
    flash(message, "ok")
    return redirect(back_to, 303)


def download(content: bytes, *, name: str, kind: str) -> Response:
    """Answer with a file to keep."""
    answer = Response(content, mimetype=kind)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def saved_message() -> str:
    """Say that it was saved, and when."""
    return str(_("Opgeslagen om %(time)s", time=format_time(now(), "HH:mm")))

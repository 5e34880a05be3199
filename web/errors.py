"""Error pages that help: what happened, what is kept, what to do next."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from flask import Flask, current_app, jsonify, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from accounts.policy.guard import note_refusal
from foundation.errors import ChangedMeanwhile, Invalid, NotNow, NotYours, Refused, TooLarge, Unknown
from foundation.web.answers import wants_json
from foundation.web.typed import typed_texts
from web.way_back import way_back

log = logging.getLogger(__name__)


def init_errors(app: Flask) -> None:
    """Answer every "no" and every mishap with a page, or with JSON for the page's own script."""
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(StaleDataError, lambda error: _refused(ChangedMeanwhile(version=0)))
    app.register_error_handler(IntegrityError, _conflict)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _mishap)


def _refused(error: Refused) -> ResponseReturnValue:
    note_refusal(error)
    if wants_json():
        return jsonify(_as_json(error)), error.status
    fields = error.errors if isinstance(error, Invalid) else {}
    changed = isinstance(error, ChangedMeanwhile)
    theirs = error.theirs if isinstance(error, ChangedMeanwhile) else {}
    return _page(error.status, error.text, fields=fields, theirs=theirs, changed=changed), error.status


def _as_json(error: Refused) -> dict[str, Any]:
    answer: dict[str, Any] = {"message": error.text}
    if isinstance(error, Invalid):
        answer["errors"] = error.errors
    if isinstance(error, ChangedMeanwhile):
        answer |= {"version": error.version, "theirs": error.theirs}
    return answer


def _conflict(error: IntegrityError) -> ResponseReturnValue:
    log.warning("a constraint refused a change: %s", type(error.orig).__name__)
    return _refused(
        NotNow(_("Dit is net al gedaan, misschien in een ander venster. Laad de pagina opnieuw."))
    )


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is not None and error.code < 400:
        return error
    if isinstance(error, RequestEntityTooLarge):
        return _refused(TooLarge(megabytes=_most_megabytes()))
    known = {403: NotYours, 404: Unknown}.get(error.code or 500)
    if known:
        return _refused(known())
    message = _why_unread(error)
    if wants_json():
        return jsonify(message=message), error.code or 500
    return _page(error.code or 500, message, unsent=isinstance(error, CSRFError)), error.code or 500


def _why_unread(error: HTTPException) -> str:
    if isinstance(error, CSRFError):
        return str(
            _(
                "Er is niets veranderd. Je bent in- of uitgelogd, misschien in een ander venster. "
                "Open de pagina opnieuw en probeer het nog eens."
            )
        )
    return str(
        _("Deze aanvraag kunnen wij niet lezen. Ga terug, laad de pagina opnieuw en probeer het nog eens.")
    )


def _mishap(error: Exception) -> ResponseReturnValue:
    reference = secrets.token_hex(4)
    log.exception("mishap %s", reference)
    message = _("Er ging iets mis bij ons. Je tekst staat nog hier. Probeer het over een minuut opnieuw.")
    if wants_json():
        return jsonify(message=message, reference=reference), 500
    return _page(500, message, reference=reference), 500


def _page(status: int, message: str, **more: Any) -> str:
    back = way_back(status)
    return render_template(
        "errors/page.html", status=status, message=message, typed=typed_texts(), back=back, **more
    )


def _most_megabytes() -> int:
    return int(current_app.extensions["settings"].upload_megabytes)

"""A test client with the manners of a browser: CSRF on, a fresh context per request, every page checked."""

from __future__ import annotations

from contextvars import copy_context
from typing import Any

from flask.globals import _cv_app, _cv_request
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from accounts.login.models import LoginSession
from accounts.schools.models import Membership
from foundation.database import db
from tests.factories.people import a_login
from tests.manners import check_manners

RAW_CSRF = "c" * 40


class Client(FlaskClient):
    """Sign in as a member, get and post; `csrf=False` leaves the token out."""

    def sign_in(self, member: Membership, *, second_factor: bool = True) -> LoginSession:
        row, token = a_login(member, second_factor=second_factor)
        db.session.commit()
        with self.session_transaction() as session:
            session.clear()
            session["_user_id"] = token
            session["_fresh"] = True
        return row

    def sign_out(self) -> None:
        with self.session_transaction() as session:
            session.clear()

    def open(self, *args: Any, csrf: bool = True, manners: bool = True, **kwargs: Any) -> TestResponse:
        method = kwargs.get("method", "GET")
        if csrf and method not in {"GET", "HEAD"}:
            self._add_token(kwargs)
        db.session.commit()
        response: TestResponse = copy_context().run(self._open_fresh, args, kwargs)
        db.session.expire_all()
        if manners and response.mimetype == "text/html" and not 300 <= response.status_code < 400:
            check_manners(response.text)
        return response

    def save(self, path: str, **data: Any) -> TestResponse:
        """Post as the page's own script does, and ask for JSON."""
        return self.post(path, data=data, headers={"Accept": "application/json"})

    def _open_fresh(self, args: Any, kwargs: Any) -> TestResponse:
        _cv_app.set(None)  # type: ignore[arg-type]
        if _cv_request is not _cv_app:
            _cv_request.set(None)  # type: ignore[arg-type]
        return super().open(*args, **kwargs)

    def _add_token(self, kwargs: dict[str, Any]) -> None:
        with self.session_transaction() as session:
            session["csrf_token"] = RAW_CSRF
        signer = URLSafeTimedSerializer(self.application.secret_key, salt="wtf-csrf-token")
        token = signer.dumps(RAW_CSRF)
        if kwargs.get("json") is not None:
            kwargs["headers"] = {**dict(kwargs.get("headers") or {}), "X-CSRFToken": token}
        else:
            kwargs["data"] = {**(kwargs.get("data") or {}), "csrf_token": token}

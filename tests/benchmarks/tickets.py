"""A signed-in browser without the browser: its cookie and the token of its forms."""

from __future__ import annotations

import secrets

from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from itsdangerous import URLSafeTimedSerializer

from accounts.schools.models import Membership
from foundation.database import db
from tests.factories.people import a_login

Ticket = tuple[str, str]


def ticket_for(app: Flask, member: Membership) -> Ticket:
    """Sign a member in, and give the cookie header and the CSRF token."""
    csrf = secrets.token_hex(20)
    _row, token = a_login(member)
    db.session.commit()
    signer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert signer is not None
    cookie = signer.dumps({"_user_id": token, "_fresh": True, "csrf_token": csrf})
    form_token = URLSafeTimedSerializer(app.secret_key, salt="wtf-csrf-token").dumps(csrf)
    return f"{app.config['SESSION_COOKIE_NAME']}={cookie}", str(form_token)

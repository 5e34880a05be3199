"""The two doors that routes hang on."""

from __future__ import annotations

from flask import Blueprint

login = Blueprint("login", __name__)
account = Blueprint("account", __name__)
demo_login = Blueprint("demo_login", __name__)

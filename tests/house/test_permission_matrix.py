"""The written permission matrix is the map in the code."""

from __future__ import annotations

from accounts.schools.models import Role
from tests.house.routes import APP, POLICY, ROUTES
from web.matrix import DOCUMENT, matrix_text


def test_the_document_is_up_to_date():
    with APP.app_context():
        assert DOCUMENT.read_text("utf-8") == matrix_text(), "Run `flask --app wsgi policy matrix`."


def test_the_command_checks():
    assert APP.test_cli_runner().invoke(args=["policy", "matrix", "--check"]).exit_code == 0


def test_every_permission_stands_in_it_and_is_asked_for_by_a_route_or_a_handler():
    with APP.app_context():
        text = matrix_text()
    for permission in POLICY.grants:
        assert f"| `{permission.name}` |" in text
    assert {route.rule.permission for route in ROUTES if route.rule.permission} <= set(POLICY.grants)
    assert all(role.value in text.splitlines()[5] for role in Role)

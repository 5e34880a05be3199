"""The first law: every route has exactly one declared rule, and a route without one never opens."""

from __future__ import annotations

import pytest
from flask import Flask

from accounts.policy.guard import refuse_unguarded, rule_of
from foundation.settings import Mode, Settings
from web import create_app

KINDS = {"public", "half", "signed_in", "permission"}


@pytest.fixture(scope="module")
def bare_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return create_app(Settings(mode=Mode.TEST, data_dir=tmp_path_factory.mktemp("bare")))


def test_every_route_declares_one_rule_that_is_on_the_map(bare_app: Flask) -> None:
    grants = bare_app.extensions["policy"].grants
    for endpoint, view in bare_app.view_functions.items():
        rule = rule_of(view)
        assert rule is not None, endpoint
        assert rule.kind in KINDS, endpoint
        assert rule.permission is None or rule.permission in grants, endpoint


def test_a_planted_route_without_a_rule_stops_the_start(bare_app: Flask) -> None:
    bare_app.view_functions["planted"] = lambda: "open by accident"
    try:
        with pytest.raises(RuntimeError, match="planted"):
            refuse_unguarded(bare_app)
    finally:
        del bare_app.view_functions["planted"]


def test_every_permission_is_asked_for_somewhere_and_held_by_somebody(bare_app: Flask) -> None:
    for permission, grants in bare_app.extensions["policy"].grants.items():
        assert grants, f"nobody holds {permission.name}"
        assert str(permission.sentence), permission.name


def test_in_production_unsafe_settings_are_refused(tmp_path) -> None:
    from foundation.settings import UnsafeSettings, from_environment

    with pytest.raises(UnsafeSettings, match="SECRET_KEY"):
        from_environment({"WIJKWIJS_DATA_DIR": str(tmp_path)})
    with pytest.raises(UnsafeSettings, match="PUBLIC_URL"):
        from_environment({"WIJKWIJS_SECRET_KEY": "x" * 40, "WIJKWIJS_PUBLIC_URL": "http://school.example"})
    safe = {"WIJKWIJS_SECRET_KEY": "x" * 40, "WIJKWIJS_PUBLIC_URL": "https://school.example"}
    assert from_environment(safe).is_production

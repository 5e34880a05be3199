"""Every route there is, as a list to make tests from. A new route is in it by itself."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from accounts.policy.guard import Rule, rule_of
from accounts.policy.permissions import Policy
from accounts.schools.models import Role
from foundation.settings import Mode, Settings
from web import create_app

FOR_ALL_OF_A_SCHOOL = frozenset({"pictures.show"})  # what its lessons show


@dataclass(frozen=True)
class Route:
    """One endpoint with its methods, its arguments and its declared rule."""

    endpoint: str
    path: str
    methods: frozenset[str]
    arguments: frozenset[str]
    rule: Rule

    def roles(self) -> set[Role]:
        """Give the roles that may come in at all."""
        if self.rule.permission is None:
            return set(Role)
        return {grant.role for grant in POLICY.grants[self.rule.permission]}

    def sees_whole_school(self, role: Role) -> bool:
        """Tell whether a role may have everything of its school here (perhaps but for what is its own)."""
        if self.endpoint in FOR_ALL_OF_A_SCHOOL:
            return True
        grants = POLICY.grants[self.rule.permission] if self.rule.permission else ()
        return any(
            grant.role is role and all(each.__name__.startswith("is_not_") for each in grant.when)
            for grant in grants
        )


def _application() -> Flask:
    with tempfile.TemporaryDirectory() as folder:
        return create_app(Settings(mode=Mode.TEST, data_dir=Path(folder)))


def _routes(app: Flask) -> list[Route]:
    found: dict[str, Route] = {}
    for rule in app.url_map.iter_rules():
        access = rule_of(app.view_functions[rule.endpoint])
        assert access is not None, f"{rule.endpoint} declares no rule"
        methods = frozenset(rule.methods or ()) - {"OPTIONS"}
        before = found.get(rule.endpoint)
        found[rule.endpoint] = Route(
            rule.endpoint,
            rule.rule,
            methods | (before.methods if before else frozenset()),
            frozenset(rule.arguments),
            access,
        )
    return [found[name] for name in sorted(found)]


APP = _application()
POLICY: Policy = APP.extensions["policy"]
ROUTES = _routes(APP)
BY_ENDPOINT = {route.endpoint: route for route in ROUTES}
GETS = [route for route in ROUTES if "GET" in route.methods]
POSTS = [route for route in ROUTES if "POST" in route.methods]

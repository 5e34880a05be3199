"""Nothing changes without the token of the own browser, and the token never stands in an address."""

from __future__ import annotations

import pytest
from itsdangerous import URLSafeTimedSerializer

from tests.house.conftest import only_sqlite
from tests.house.forms import one_form
from tests.house.house import JSON
from tests.house.routes import GETS, POSTS


def _name(route):
    return route.endpoint


def _token_of_somebody_else(house):
    return URLSafeTimedSerializer(house.app.secret_key, salt="wtf-csrf-token").dumps("d" * 40)


@only_sqlite
@pytest.mark.parametrize("route", POSTS, ids=_name)
def test_a_form_without_the_own_token_is_refused(house, route):
    form = one_form(house, route)
    foreign = _token_of_somebody_else(house)
    for token in ({}, {"csrf_token": foreign}, {"csrf_token": ""}, {"csrf_token": "x"}):
        for headers in ({}, JSON, {"X-CSRFToken": foreign}):
            sent = house.ask(
                form.visitor, form.action, "POST", data=form.filled() | token, csrf=False, headers=headers
            )
            assert sent.status_code == 400, f"{form.action} with {token} and {headers}"


@only_sqlite
@pytest.mark.parametrize("route", POSTS, ids=_name)
def test_a_body_of_json_without_the_own_token_is_refused(house, route):
    form = one_form(house, route)
    for headers in (JSON, JSON | {"X-CSRFToken": _token_of_somebody_else(house)}):
        sent = house.ask(form.visitor, form.action, "POST", json={}, csrf=False, headers=headers)
        assert sent.status_code == 400, form.action


@only_sqlite
def test_the_own_token_opens(house):
    form = one_form(house, next(route for route in POSTS if route.endpoint == "account.save_preferences"))
    with house.undone():
        assert house.ask(form.visitor, form.action, "POST", data=form.filled()).status_code == 303


@only_sqlite
@pytest.mark.parametrize("route", GETS, ids=_name)
def test_the_token_never_stands_in_an_address(house, route):
    for page in house.visit(route):
        assert "csrf_token" not in page.headers.get("Location", "")
        if page.is_html:
            addresses = [tag.get("href") or tag.get("action") or "" for tag in page.parsed.select("a, form")]
            assert not [address for address in addresses if "csrf_token" in address]
            asking = page.parsed.select("form:not([method=post]) [name=csrf_token]")
            assert not asking, f"{page}: a form that asks puts the token in the address"

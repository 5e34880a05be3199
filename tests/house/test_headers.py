"""Every answer carries the header policy: pages, errors, redirects, downloads."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from accounts.policy.guard import public
from foundation.web.headers import FIXED, POLICY
from tests.house.conftest import only_sqlite
from tests.house.routes import GETS

NONCE = re.compile(re.escape(POLICY).replace(r"\{nonce\}", r"[\w-]{20,}"))
# A file of people is a box with nothing in it, even when a browser shows it.
OF_FILES = "sandbox; default-src 'none'; frame-ancestors 'none'"
LOADED = "[src], iframe, embed, object, link[href], use[href], image[href]"
# What may be shown in the browser on our own address; a picture in a lesson only in the box of a file.
SHOWN = ("text/html", "application/json")
LESSONS = "/programma/plaatjes/"
PICTURES = ("image/svg+xml", "image/jpeg", "image/png", "image/webp")
# The address of a picture is the hash of its content.
FOR_EVER = "private, max-age=31536000, immutable"


def check(headers, where):
    for name, value in FIXED.items():
        assert headers.get(name) == value, f"{where}: {name}"
    policy = headers.get("Content-Security-Policy", "")
    assert policy == OF_FILES or NONCE.fullmatch(policy), f"{where}: Content-Security-Policy"
    is_picture = _is_picture(headers, where)
    assert policy == OF_FILES or not is_picture, f"{where}: Content-Security-Policy"
    kept = FOR_EVER if is_picture else "no-store"
    assert headers.get("Cache-Control") == kept, f"{where}: Cache-Control"
    for cookie in headers.get_all("Set-Cookie"):
        assert "HttpOnly" in cookie, where
        assert "SameSite=Lax" in cookie, where


def _is_picture(headers, where):
    """A photo is shown in a lesson only; the same photo as evidence is a download."""
    return str(where).startswith(LESSONS) and headers.get("Content-Type", "").startswith(PICTURES)


def test_the_policy_allows_no_inline_script_and_no_other_host():
    assert not re.search(r"unsafe|https?:|\*", POLICY)
    for needed in ("object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"):
        assert needed in POLICY


@only_sqlite
@pytest.mark.parametrize("route", GETS, ids=lambda route: route.endpoint)
def test_every_answer_has_the_headers(house, route):
    for page in house.visit(route):
        check(page.headers, page)
        if not page.headers["Content-Type"].startswith(SHOWN) and not _is_picture(page.headers, page):
            assert page.headers["Content-Disposition"].startswith("attachment"), page


@only_sqlite
@pytest.mark.parametrize("route", GETS, ids=lambda route: route.endpoint)
def test_a_page_loads_nothing_from_elsewhere(house, route):
    for page in house.visit(route):
        for tag in page.parsed.select(LOADED) if page.is_html else ():
            address = tag.get("src") or tag.get("href") or tag.get("data") or ""
            is_ours = re.match(r"(/(?!/)|data:|#)", address)
            assert is_ours, f"{page}: {str(tag)[:120]}"


@only_sqlite
@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/bestaat-niet", 404),
        ("GET", "/uitloggen", 404),
        ("GET", "/groepen", 403),
        ("POST", "/account/voorkeuren", 400),
    ],
)
def test_refusals_have_the_headers(house, method, address, status):
    student = house.ours.mine[0]
    for headers in ({}, {"Accept": "application/json"}):
        sent = house.ask(student, address, method, csrf=False, headers=headers)
        assert sent.status_code == status
        check(sent.headers, f"{method} {address}")


@only_sqlite
def test_the_way_to_the_door_and_a_large_request_have_the_headers(house):
    check(house.ask(None, "/account").headers, "redirect")
    large = {"description": "x" * (house.app.config["MAX_FORM_MEMORY_SIZE"] + 1)}
    sent = house.ask(house.ours.mine[0], "/uren", "POST", data=large)
    assert sent.status_code == 413
    check(sent.headers, "413")


@only_sqlite
def test_a_mishap_has_the_headers_and_tells_nothing(house):
    app: Flask = house.app

    @public
    def broken():
        raise RuntimeError("secret-detail")

    whole, app.view_functions["health.healthz"] = app.view_functions["health.healthz"], broken
    try:
        sent = house.ask(None, "/healthz")
    finally:
        app.view_functions["health.healthz"] = whole
    assert sent.status_code == 500
    assert "secret-detail" not in sent.text
    assert "Traceback" not in sent.text
    check(sent.headers, "500")

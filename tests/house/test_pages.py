"""Every page of everyone is good HTML with good manners, and every link on it opens for who sees it."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import html5lib
import pytest
from werkzeug.exceptions import HTTPException

from tests.house.conftest import only_sqlite
from tests.house.routes import BY_ENDPOINT, GETS
from tests.manners import check_manners

# How many pages of one route are read in full, per role; the others differ in their data only.
READ = 3
OPEN = {200, 302, 303}


def _name(route):
    return route.endpoint


def _one_of_each_role(pages):
    seen = {}
    for page in pages:
        key = (page.visitor and page.visitor.role, page.status)
        if page.is_html and seen.setdefault(key, 0) < READ:
            seen[key] += 1
            yield page


@only_sqlite
@pytest.mark.parametrize("route", GETS, ids=_name)
def test_a_page_is_valid_and_has_manners(house, route):
    for page in _one_of_each_role(house.visit(route)):
        if page.status in {301, 302, 303}:
            continue
        _is_valid(page.text, page)
        try:
            check_manners(page.text)
        except AssertionError as fault:
            raise AssertionError(f"{page}: {fault}") from fault


@only_sqlite
@pytest.mark.parametrize("route", GETS, ids=_name)
def test_every_link_opens_for_who_sees_it(house, route):
    for page in _one_of_each_role(house.visit(route)):
        if page.status != 200:
            continue
        here = {tag["id"] for tag in page.parsed.select("[id]")}
        for link in page.parsed.select("a[href]"):
            target = urlsplit(urljoin(page.address, link["href"]))
            if link["href"].startswith("#"):
                assert link["href"] in {"#", "#top"} or target.fragment in here, (
                    f"{page}: {link['href']} leads nowhere"
                )
            elif not target.netloc and not target.scheme:
                status = _opens(house, page, target)
                assert status in OPEN, (
                    f"{page}: {link['href']} ({link.get_text(' ', strip=True)}) gives {status}"
                )


@only_sqlite
@pytest.mark.parametrize("route", GETS, ids=_name)
def test_every_form_leads_where_who_sees_it_may_post(house, route):
    for page in house.visit(route):
        for form in (
            page.parsed.select("form[action]:not([method=dialog])") if page.is_html and page.visitor else ()
        ):
            method = form.get("method", "get").upper()
            target = _route(house, urljoin(page.address, form["action"]), method)
            assert target, f"{page}: no {method} at {form['action']}"
            assert page.visitor.role in target.roles(), f"{page}: may not {method} {form['action']}"


@only_sqlite
@pytest.mark.parametrize(("address", "status"), [("/bestaat-niet", 404), ("/groepen", 403)])
def test_a_page_that_says_no_is_valid_too(house, address, status):
    answers = [(each.role, house.ask(each, address, manners=True)) for each in house.one_of_each_role()]
    refused = [(role, sent) for role, sent in answers if sent.status_code == status]
    assert refused
    for role, sent in refused:
        _is_valid(sent.text, f"{address} as {role}")


def _is_valid(text, where):
    parser = html5lib.HTMLParser()
    parser.parse(text)
    lines = text.splitlines()
    faults = [f"{code} {lines[place[0] - 1].strip()[:120]}" for place, code, _data in parser.errors]
    assert not faults, f"{where}: {faults[:5]}"


def _opens(house, page, target):
    """Open a link once for each kind of link that a role sees."""
    tried = vars(house).setdefault("tried", {})
    address = target.path + (f"?{target.query}" if target.query else "")
    key = (page.visitor and page.visitor.membership_id, _kind(house, page, target))
    if key not in tried:
        tried[key] = house.ask(page.visitor, address).status_code
    return tried[key]


def _route(house, address, method):
    """Give the route that an address leads to, if there is one."""
    try:
        endpoint, _values = house.app.url_map.bind("localhost").match(urlsplit(address).path, method)
    except HTTPException:
        return None
    return BY_ENDPOINT[endpoint]


def _kind(house, page, target):
    """A link to another thing of the same kind, from the same page, is the same kind of link."""
    try:
        endpoint, values = house.app.url_map.bind("localhost").match(target.path, "GET")
    except HTTPException:
        return target.path
    asked = tuple(sorted(pair.split("=")[0] for pair in target.query.split("&")))
    return page.route.endpoint, endpoint, tuple(sorted(values)), asked

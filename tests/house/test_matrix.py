"""Role x route x (own, same school, other school, nobody) x (GET, HEAD, POST, JSON).

What the guard decides is tried on one database; what a query decides on both.
"""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from enrolment.models import Enrolment
from enrolment.workflow import EnrolmentState
from tests.house.arguments import arguments, made_up, owned, swapped
from tests.house.conftest import only_sqlite
from tests.house.house import JSON
from tests.house.routes import BY_ENDPOINT, GETS, POSTS, ROUTES

GUARDED = [route for route in ROUTES if route.rule.kind not in {"public", "half"}]
WITH_OWNER = [route for route in GUARDED if owned(route)]
# Where somebody comes in, and not everybody who may come in sees the whole school.
WITH_MINE = [route for route in WITH_OWNER if not all(map(route.sees_whole_school, route.roles()))]
SEES_ALL = [role for role in Role if any(route.sees_whole_school(role) for route in WITH_OWNER)]
SOME_MAY_NOT = [route for route in GUARDED if route.roles() != set(Role)]
OPENED = {200, 302, 303}


def _name(route):
    return route.endpoint


def _methods(route):
    return [method for method in ("GET", "HEAD", "POST") if method in route.methods]


def _example(house, route):
    for visitor in (visitor for visitor in house.ours.mine if visitor.role in route.roles()):
        if found := arguments(route, visitor, house.ours):
            return found[0]
    raise AssertionError(f"nobody has arguments for {route.path}")


@only_sqlite
@pytest.mark.parametrize("route", GUARDED, ids=_name)
def test_nobody_is_sent_to_the_door(house, route):
    address = house.address(route, _example(house, route))
    for method in _methods(route):
        with house.undone():
            sent = house.ask(None, address, method)
            asked = house.ask(None, address, method, headers=JSON)
        # Who was writing gets the text back on a page that leads to the door.
        assert sent.status_code == (401 if method == "POST" else 303), f"{method} {address}"
        assert "/inloggen" in (sent.location or sent.text)
        assert asked.status_code == 401, f"{method} {address} as JSON"
        assert house.ours.canary.word not in sent.text + asked.text


@only_sqlite
@pytest.mark.parametrize("route", SOME_MAY_NOT, ids=_name)
def test_a_role_without_the_permission_is_refused(house, route):
    address = house.address(route, _example(house, route))
    outsiders = [visitor for visitor in house.one_of_each_role() if visitor.role not in route.roles()]
    assert {visitor.role for visitor in outsiders} == set(Role) - route.roles()
    for visitor in outsiders:
        for method in _methods(route):
            with house.undone():
                assert house.ask(visitor, address, method).status_code == 403, f"{method} as {visitor.role}"
                assert house.ask(visitor, address, method, headers=JSON).status_code == 403


@pytest.mark.parametrize("route", GETS, ids=_name)
def test_the_own_things_open_and_nothing_ever_breaks(house, route):
    pages = house.visit(route)
    assert not [str(page) for page in pages if page.status >= 500]
    assert any(page.status in OPENED for page in pages), [str(page) for page in pages]
    if route.rule.permission is None:
        return
    for role in route.roles():
        found = [page for page in pages if page.visitor is not None and page.visitor.role is role]
        assert not found or any(page.status in OPENED for page in found), [str(page) for page in found]


@only_sqlite
@pytest.mark.parametrize("route", GETS, ids=_name)
def test_head_answers_like_get(house, route):
    pages = house.visit(route)[:3]
    assert pages
    for page in pages:
        head = house.ask(page.visitor, page.address, "HEAD")
        assert (head.status_code, head.data) == (page.status, b"")


@only_sqlite
@pytest.mark.parametrize("route", POSTS, ids=_name)
def test_an_empty_form_never_breaks(house, route):
    answered = 0
    for visitor in house.some(route):
        for scene in arguments(route, visitor, house.ours)[:2]:
            for headers in ({}, JSON):
                with house.undone():
                    answer = house.ask(visitor, house.address(route, scene), "POST", headers=headers)
                assert answer.status_code < 500, f"{route.path} {scene} as {visitor.role}"
                answered += 1
    assert answered


@pytest.mark.parametrize("route", WITH_OWNER, ids=_name)
def test_the_other_school_does_not_exist(house, route):
    tried = 0
    for visitor in _with_things(house, route):
        if own := arguments(route, visitor, house.ours):
            stranger = house.other.like(visitor)
            for name, scene in swapped(route, own[0], arguments(route, stranger, house.other)):
                _is_unknown(house, visitor, route, scene, made_up(own[0], name))
                tried += 1
    assert tried


@pytest.mark.parametrize("route", WITH_MINE, ids=_name)
def test_what_is_not_mine_does_not_exist(house, route):
    tried = 0
    for visitor in _with_things(house, route):
        if route.sees_whole_school(visitor.role):
            continue
        if own := arguments(route, visitor, house.ours):
            stranger = house.ours.like(visitor)
            for name, scene in swapped(route, own[0], arguments(route, stranger, house.ours)):
                _is_unknown(house, visitor, route, scene, made_up(own[0], name))
                tried += 1
    assert tried


@only_sqlite
@pytest.mark.parametrize("role", SEES_ALL)
def test_who_sees_the_whole_school_sees_all_of_it(house, role):
    opened = []
    for route in WITH_OWNER:
        if route.sees_whole_school(role) and "GET" in route.methods:
            for scene in arguments(route, house.ours.like(house.ours.visitors(role)[0]), house.ours)[:3]:
                status = house.ask(house.ours.visitors(role)[0], house.address(route, scene)).status_code
                assert status in OPENED | {404, 409}, f"{route.path} as {role}: {status}"
                opened += [route.path] if status in OPENED else []
    assert opened


def test_the_routes_have_owners_at_all():
    assert len(WITH_OWNER) > 20
    assert len(WITH_MINE) > 10
    assert len(SEES_ALL) > 1
    assert "home.start" in BY_ENDPOINT


def _with_things(house, route):
    """Give some visitors, and of a role of which none of them has anything here, the first who has."""
    some = house.some(route)
    for role in route.roles():
        having = [one for one in house.ours.visitors(role) if arguments(route, one, house.ours)]
        some += [] if any(one in having for one in some) else having[:1]
    return some


def _is_unknown(house, visitor, route, scene, never):
    """The answer is 404, the same as for what never was, and says nothing of the other.

    Who may do nothing at all now (a paused enrolment) is told so, whatever the address names.
    """
    for method in _methods(route):
        for headers in ({}, JSON):
            with house.undone():
                there = house.ask(visitor, house.address(route, scene), method, headers=headers)
                missing = house.ask(visitor, house.address(route, never), method, headers=headers)
            where = f"{method} {house.address(route, scene)} as {visitor.role} {headers}: {there.status_code}"
            assert there.status_code == missing.status_code, where
            assert there.status_code == 404 or (there.status_code == 409 and _is_closed(house, visitor)), (
                where
            )
            assert len(there.data) == len(missing.data), where
            assert house.other.canary.word not in there.text, where


def _is_closed(house, visitor):
    """Tell whether the enrolment of a student is not active."""
    state = sa.select(Enrolment.state).where(Enrolment.student_id == visitor.membership_id)
    return house.connection.execute(state).scalar() not in {None, EnrolmentState.ACTIVE}

"""One click in, and readable mails: in the demo, and nowhere else."""

from __future__ import annotations

import pytest

from accounts.login.actions import invite
from accounts.schools.models import Role
from foundation.database import db
from foundation.jobs.actions import run_due
from tests.factories.people import a_member, a_school

DOORS = ["/demo/inloggen/coach@voorbeeld.test", "/postbus", "/postbus/01a20313-ba64-7e6a-b4ee-3d93af4e08a6"]


@pytest.fixture
def coach(app):
    return a_member(a_school(), Role.COACH, name="Coach Karin", email="coach@voorbeeld.test")


@pytest.fixture
def with_people(demo, coach):
    row = ("Begeleider", "Karin", "coach@voorbeeld.test", "Begeleidt zes studenten")
    demo.application.extensions["demo_people"] = lambda: [row]
    return demo


@pytest.mark.parametrize("path", DOORS)
def test_elsewhere_these_pages_do_not_exist(client, coach, path):
    assert client.post(path).status_code == 404
    assert client.get(path).status_code == 404
    client.application.extensions["demo_people"] = lambda: [("a", "b", "coach@voorbeeld.test", "")]
    assert "demo" not in client.get("/inloggen").text.casefold()
    del client.application.extensions["demo_people"]


def test_each_role_is_one_click_away(with_people):
    page = with_people.get("/inloggen").text
    assert "Log in als Karin" in page
    answer = with_people.post("/demo/inloggen/coach@voorbeeld.test")
    assert (answer.status_code, answer.location) == (303, "/")
    assert "Coach Karin" in with_people.get("/account").text


def test_only_the_people_of_the_demo_are_one_click_away(with_people):
    a_member(a_school(), Role.SCHOOL_ADMIN, email="echt@voorbeeld.test")
    assert with_people.post("/demo/inloggen/echt@voorbeeld.test").status_code == 404
    assert with_people.post("/demo/inloggen/niemand@voorbeeld.test").status_code == 404


def test_a_click_from_another_page_does_not_work(with_people):
    assert with_people.post("/demo/inloggen/coach@voorbeeld.test", csrf=False).status_code == 400


def test_the_outbox_shows_letters_with_their_links(demo, coach):
    assert "Hier staat nog niets" in demo.get("/postbus").text
    invite(coach, actor_id=None)
    db.session.commit()
    assert "coach@voorbeeld.test" in demo.get("/postbus").text
    run_due()
    db.session.commit()
    page = demo.get("/postbus").text
    path = page.split('href="/postbus/')[1].split('"')[0]
    letter = demo.get(f"/postbus/{path}").text
    link = letter.split('href="/uitnodiging/')[1].split('"')[0]
    assert demo.get(f"/uitnodiging/{link}").status_code == 200


def test_the_outbox_is_paged_by_key(demo, coach, counting):
    for _n in range(35):
        invite(coach, actor_id=None)
    db.session.commit()
    first = demo.get("/postbus").text
    older = first.split('rel="next" href="')[1].split('"')[0]
    assert first.count("coach@voorbeeld.test") == 30
    assert demo.get(older).text.count("coach@voorbeeld.test") == 5
    assert demo.get("/postbus?voor=onzin").status_code == 404

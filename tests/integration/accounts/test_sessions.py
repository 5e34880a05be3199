"""Sessions live on the server: what ends them ends them for every copy of the cookie (P20, P21)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from accounts.login import blocking, signing
from accounts.login.models import LoginSession, TokenPurpose
from accounts.login.rules import STAFF_TERM, STUDENT_TERM
from accounts.login.sessions import BACKGROUND
from accounts.login.tokens import make_token
from accounts.schools import actions
from accounts.schools.models import Role
from foundation.clock import standing_at
from foundation.database import db
from tests.factories.people import PASSWORD, a_member, a_school, with_password

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def member(app):
    school = a_school()
    a_member(school, Role.SCHOOL_ADMIN)
    return with_password(a_member(school, Role.ASSESSOR, Role.COACH))


def log_out(client, member):
    client.post("/uitloggen")


def reset_password(client, member):
    token = make_token(TokenPurpose.RESET, member.person_id)
    client.post(f"/wachtwoord/{token}", data={"password": "vijf andere losse woorden"})


def accept_invitation(client, member):
    token = make_token(TokenPurpose.INVITATION, member.person_id, membership_id=member.id)
    client.post(f"/uitnodiging/{token}", data={"password": "vijf andere losse woorden"})


def lose_role(client, member):
    actions.revoke_role(member, Role.ASSESSOR, actor_id=None)


def leave_school(client, member):
    actions.end_membership(member, actor_id=None)


def block(client, member):
    blocking.disable(member.person_id, actor_id=None)


def end_all(client, member):
    signing.end_own_sessions(member.person_id)


@pytest.mark.parametrize(
    "event", [log_out, reset_password, accept_invitation, lose_role, leave_school, block, end_all]
)
def test_the_old_cookie_no_longer_works(client, another_browser, member, event):
    client.sign_in(member)
    thief = another_browser()
    thief.set_cookie("wijkwijs", client.get_cookie("wijkwijs").value)
    assert thief.get("/account").status_code == 200
    event(client, member)
    db.session.commit()
    assert thief.get("/account").status_code == 303
    assert thief.save("/sessie/verlengen").status_code == 401


def test_a_new_password_ends_the_sessions_elsewhere_and_renews_this_one(client, another_browser, member):
    client.sign_in(member)
    copied, elsewhere = another_browser(), another_browser()
    copied.set_cookie("wijkwijs", client.get_cookie("wijkwijs").value)
    elsewhere.sign_in(member)
    data = {"old_password": PASSWORD, "password": "vijf andere losse woorden"}
    assert client.post("/account/wachtwoord", data=data).status_code == 303
    assert client.get("/account").status_code == 200
    assert copied.get("/account").status_code == 303
    assert elsewhere.get("/account").status_code == 303


def test_a_request_in_flight_does_not_bring_an_ended_session_back(client, member, monkeypatch):
    row = client.sign_in(member).id
    beginning = signing.this_browser

    def ended_meanwhile():
        found = beginning()
        signing.end_sessions(member.person_id)
        return found

    monkeypatch.setattr("accounts.login.session_routes.this_browser", ended_meanwhile)
    client.save("/sessie/verlengen")
    assert db.session.get(LoginSession, row).ended_at
    assert client.get("/account").status_code == 303


@pytest.mark.parametrize(("roles", "term"), [((Role.STUDENT,), STUDENT_TERM), ((Role.COACH,), STAFF_TERM)])
def test_doing_nothing_ends_a_session(client, app, roles, term):
    with standing_at(START):
        client.sign_in(a_member(a_school(), *roles))
    with standing_at(START + term.idle - timedelta(seconds=1)):
        assert client.get("/account").status_code == 200
    with standing_at(START + 2 * term.idle - timedelta(seconds=2)):
        assert client.get("/account").status_code == 200
    with standing_at(START + 3 * term.idle):
        assert client.get("/account").status_code == 303


@pytest.mark.parametrize(("roles", "term"), [((Role.STUDENT,), STUDENT_TERM), ((Role.COACH,), STAFF_TERM)])
def test_no_session_outlives_its_absolute_limit(client, app, roles, term):
    step = term.idle * 0.9
    with standing_at(START):
        client.sign_in(a_member(a_school(), *roles))
    moment = START
    while moment + step < START + term.absolute:
        moment += step
        with standing_at(moment):
            assert client.save("/sessie/verlengen").status_code == 200
    with standing_at(START + term.absolute):
        assert client.get("/account").status_code == 303


def test_polling_does_not_prolong(client, member):
    with standing_at(START):
        client.sign_in(member)
    for minutes in range(10, 60, 10):
        with standing_at(START + timedelta(minutes=minutes)):
            assert client.get("/account", headers={BACKGROUND: "1"}).status_code == 200
    with standing_at(START + STAFF_TERM.idle):
        assert client.get("/account").status_code == 303


def test_prolonging_answers_when_the_session_ends(client, member):
    with standing_at(START):
        client.sign_in(member)
    later = START + timedelta(minutes=50)
    with standing_at(later):
        answer = client.save("/sessie/verlengen")
    assert answer.json == {"session_ends": int((later + STAFF_TERM.idle).timestamp())}


def test_own_sessions_are_listed_and_endable(client, another_browser, member):
    here = client.sign_in(member)
    there = another_browser()
    there.sign_in(member)
    other = db.session.query(LoginSession).filter(LoginSession.id != here.id).one()
    other.browser = "Firefox/Linux"
    page = client.get("/account").text
    assert "Firefox op Linux" in page
    assert "Dit apparaat" in page
    assert client.post(f"/account/sessies/{other.id}/beeindigen").status_code == 303
    assert there.get("/account").status_code == 303
    assert client.get("/account").status_code == 200
    assert "Firefox op Linux" not in client.get("/account").text


@pytest.mark.parametrize("limit", ["idle", "absolute"])
@pytest.mark.parametrize(("role", "term"), [(Role.STUDENT, STUDENT_TERM), (Role.COACH, STAFF_TERM)])
def test_a_session_that_ended_by_itself_is_not_listed(client, another_browser, role, term, limit):
    """The session at a school where somebody is staff ends sooner than that at another."""
    person, end = a_member(a_school(), role), START + getattr(term, limit)
    elsewhere = a_member(a_school(), Role.COACH if role is Role.STUDENT else Role.STUDENT)
    elsewhere.person_id = person.person_id
    with standing_at(START):
        another_browser().sign_in(person)
    other = db.session.query(LoginSession).filter_by(membership_id=person.id).one()
    other.browser = "Firefox/Linux"
    for moment, is_listed in [(end - timedelta(seconds=1), True), (end, False)]:
        with standing_at(moment):
            other.last_seen_at = START if limit == "idle" else moment
            client.sign_in(elsewhere)
            assert ("Firefox op Linux" in client.get("/account").text) is is_listed


def test_all_other_sessions_at_once(client, another_browser, member):
    client.sign_in(member)
    others = [another_browser(), another_browser()]
    for other in others:
        other.sign_in(member)
    assert client.post("/account/sessies/andere-beeindigen").status_code == 303
    assert [other.get("/account").status_code for other in others] == [303, 303]
    assert client.get("/account").status_code == 200


def test_nobody_ends_the_session_of_another(client, another_browser, member):
    other = another_browser()
    row = other.sign_in(a_member(a_school(), Role.STUDENT))
    client.sign_in(member)
    assert client.post(f"/account/sessies/{row.id}/beeindigen").status_code == 404
    assert other.get("/account").status_code == 200


def test_who_wrote_while_signed_out_gets_the_text_back(client, member):
    """Without script nothing is lost on the way to the sign-in page."""
    text = "Een lange reflectie die niemand opnieuw wil typen."
    data = {"reflection": text, "old_password": "geheim geheim geheim geheim"}
    answer = client.post("/account/voorkeuren", data=data, headers={"Referer": "http://localhost/account"})
    assert answer.status_code == 401
    assert text in answer.text
    assert "geheim geheim" not in answer.text
    assert "/inloggen?next=/account" in answer.text


def test_a_script_hears_where_to_sign_in(client, member):
    answer = client.save("/account/voorkeuren")
    assert answer.status_code == 401
    assert answer.json["login"].startswith("/inloggen")


@pytest.mark.parametrize(
    "referer", ["http://evil.test/account", "//evil.test", "http://localhost//evil.test"]
)
def test_a_strange_referer_leads_nowhere(client, referer):
    answer = client.save("/account/voorkeuren", **{})
    answer = client.post(
        "/account/voorkeuren", data={}, headers={"Accept": "application/json", "Referer": referer}
    )
    assert answer.json["login"] == "/inloggen"

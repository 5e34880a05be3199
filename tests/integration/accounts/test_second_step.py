"""Staff gives a second factor; before that the session can only finish signing in (P22)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup
from werkzeug.routing import AnyConverter

from accounts.login.models import LoginSession, RecoveryCode, SecondFactor
from accounts.policy.guard import rule_of
from accounts.schools.models import Role
from foundation.clock import now, standing_at
from foundation.database import db, new_id
from tests.factories.people import PASSWORD, a_member, a_school, with_password, with_second_factor

STAFF = [role for role in Role if role is not Role.STUDENT]
START = datetime(2026, 11, 2, 9, 0, 10, tzinfo=UTC)
OPEN_TO_HALF = {"public", "half"}


@pytest.fixture
def coach(app):
    return with_password(a_member(a_school(), Role.COACH, email="bo@voorbeeld.test"))


def sign_in(client):
    return client.post("/inloggen", data={"email": "bo@voorbeeld.test", "password": PASSWORD})


def set_up(client):
    """Set the second step up as a person does; give the app and the recovery codes."""
    page = BeautifulSoup(client.get("/tweede-stap/instellen").text, "html5lib")
    app = pyotp.TOTP(page.select_one(".ww-code").text.replace(" ", ""))
    answer = client.post("/tweede-stap/instellen", data={"code": code_of(app)})
    assert answer.status_code == 200
    codes = [each.text for each in BeautifulSoup(answer.text, "html5lib").select(".ww-codes li")]
    return app, codes


def code_of(app, steps=0):
    return app.at(int(now().timestamp()), counter_offset=steps)


@pytest.mark.parametrize("role", STAFF)
def test_half_a_session_opens_no_door(client, app, role):
    """Every route of the house, from its own list."""
    member = a_member(a_school(), role)
    client.sign_in(member, second_factor=False)
    adapter, closed = app.url_map.bind("localhost"), 0
    for rule in app.url_map.iter_rules():
        guard = rule_of(app.view_functions[rule.endpoint])
        if guard.kind in OPEN_TO_HALF:
            continue
        path = adapter.build(rule.endpoint, {name: dummy(rule, name) for name in rule.arguments})
        for method in rule.methods & {"GET", "POST", "PUT", "PATCH", "DELETE"}:
            answer = client.open(path, method=method, manners=False)
            if method == "GET":
                assert answer.status_code == 303, (rule, answer.status_code)
                assert answer.location.startswith("/tweede-stap"), rule
            else:
                assert answer.status_code == 401, (rule, answer.status_code)
            closed += 1
    assert closed > 10


def dummy(rule, name):
    converter = rule._converters[name]
    if isinstance(converter, AnyConverter):
        return min(converter.items)
    return {"UUIDConverter": new_id(), "IntegerConverter": 1}.get(type(converter).__name__, "x")


def test_half_a_session_shows_no_menu_and_no_name(client, coach):
    client.sign_in(coach, second_factor=False)
    page = client.get("/tweede-stap/instellen").text
    assert coach.name not in page
    assert "data-person" not in page


def test_setting_up_opens_the_door_under_a_new_token(client, another_browser, coach):
    sign_in(client)
    assert client.get("/account").location.startswith("/tweede-stap")
    copied = another_browser()
    copied.set_cookie("wijkwijs", client.get_cookie("wijkwijs").value)
    _app, codes = set_up(client)
    assert len(set(codes)) == 10
    assert client.get("/account").status_code == 200
    assert copied.get("/account").status_code == 303


def test_the_next_time_a_code_is_asked(client, coach):
    with standing_at(START):
        sign_in(client)
        app, _codes = set_up(client)
        client.post("/uitloggen")
    with standing_at(START + timedelta(minutes=2)):
        sign_in(client)
        assert client.get("/account").location == "/tweede-stap?next=/account"
        answer = client.post("/tweede-stap", data={"code": code_of(app), "next": "/account"})
        assert answer.location == "/account"
        assert client.get("/account").status_code == 200


def test_a_code_works_once(client, coach):
    app = with_second_factor(coach)
    with standing_at(START):
        code = code_of(app)
        client.sign_in(coach, second_factor=False)
        assert client.post("/tweede-stap", data={"code": code}).status_code == 303
        client.sign_in(coach, second_factor=False)
        assert client.post("/tweede-stap", data={"code": code}).status_code == 422
        assert client.post("/tweede-stap", data={"code": code_of(app, -1)}).status_code == 422
        assert client.get("/account").status_code == 303
        assert client.post("/tweede-stap", data={"code": code_of(app, 1)}).status_code == 303


@pytest.mark.parametrize("steps", [-3, -2, 2, 3])
def test_a_code_of_another_moment_is_refused(client, coach, steps):
    app = with_second_factor(coach)
    with standing_at(START):
        client.sign_in(coach, second_factor=False)
        assert client.post("/tweede-stap", data={"code": code_of(app, steps)}).status_code == 422


def test_a_recovery_code_works_once_however_it_is_typed(client, coach):
    sign_in(client)
    _app, codes = set_up(client)
    client.sign_in(coach, second_factor=False)
    typed = codes[3].upper().replace("-", " ")
    assert client.post("/tweede-stap", data={"code": typed}).status_code == 303
    assert "nog 9 herstelcodes" in client.get("/account").text
    client.sign_in(coach, second_factor=False)
    assert client.post("/tweede-stap", data={"code": codes[3]}).status_code == 422


def test_a_code_of_somebody_else_does_not_fit(client, coach):
    sign_in(client)
    app, codes = set_up(client)
    other = a_member(a_school(), Role.COACH)
    with_second_factor(other)
    client.sign_in(other, second_factor=False)
    for code in (codes[0], code_of(app)):
        assert client.post("/tweede-stap", data={"code": code}).status_code == 422


def test_with_half_a_session_the_factor_cannot_be_replaced(client, coach):
    with_second_factor(coach)
    before = db.session.scalar(sa.select(SecondFactor.secret))
    client.sign_in(coach, second_factor=False)
    for answer in (
        client.get("/tweede-stap/instellen"),
        client.post("/tweede-stap/instellen", data={"code": "123456"}),
    ):
        assert answer.location.startswith("/tweede-stap")
        assert "instellen" not in answer.location
    assert db.session.scalar(sa.select(SecondFactor.secret)) == before


def test_a_wrong_code_sets_nothing_up(client, coach):
    sign_in(client)
    client.get("/tweede-stap/instellen")
    assert client.post("/tweede-stap/instellen", data={"code": "000000"}).status_code == 422
    assert db.session.scalar(sa.select(sa.func.count()).select_from(SecondFactor)) == 0


def test_the_database_holds_no_secret_and_no_code(client, coach):
    sign_in(client)
    app, codes = set_up(client)
    row = db.session.scalars(sa.select(SecondFactor)).one()
    assert app.secret not in row.secret
    kept = db.session.scalars(sa.select(RecoveryCode.code_hash)).all()
    assert not {code.replace("-", "") for code in codes} & set(kept)
    assert all(re.fullmatch("[0-9a-f]{64}", each) for each in kept)


def test_codes_are_limited(client, coach):
    app = with_second_factor(coach)
    with standing_at(START):
        client.sign_in(coach, second_factor=False)
        tries = [client.post("/tweede-stap", data={"code": "000000"}).status_code for _n in range(11)]
        assert tries == [422] * 10 + [429]
        assert client.post("/tweede-stap", data={"code": code_of(app)}).status_code == 429


def test_a_student_chooses_and_is_then_asked(client, app):
    student = with_password(a_member(a_school(), Role.STUDENT, email="bo@voorbeeld.test"))
    with standing_at(START):
        sign_in(client)
        page = BeautifulSoup(client.get("/account/tweede-stap").text, "html5lib")
        phone = pyotp.TOTP(page.select_one(".ww-code").text.replace(" ", ""))
        wrong = {"code": code_of(phone), "password": "niet mijn wachtwoord"}
        assert client.post("/account/tweede-stap", data=wrong).status_code == 422
        answer = client.post("/account/tweede-stap", data={"code": code_of(phone), "password": PASSWORD})
        assert "Bewaar je herstelcodes" in answer.text
        client.sign_in(student, second_factor=False)
        assert client.get("/account").location.startswith("/tweede-stap")
        assert client.post("/tweede-stap", data={"code": code_of(phone, 1)}).status_code == 303
        assert client.post("/account/tweede-stap/uitzetten", data={"password": PASSWORD}).status_code == 303
        client.sign_in(student, second_factor=False)
        assert client.get("/account").status_code == 200


def test_staff_cannot_turn_it_off(client, coach):
    with_second_factor(coach)
    client.sign_in(coach)
    assert client.get("/account/tweede-stap/uitzetten").status_code == 409
    assert client.post("/account/tweede-stap/uitzetten", data={"password": PASSWORD}).status_code == 409
    assert db.session.scalar(sa.select(sa.func.count()).select_from(SecondFactor)) == 1


def test_replacing_the_phone_ends_the_old_app_and_codes(client, coach):
    with standing_at(START):
        sign_in(client)
        old, codes = set_up(client)
        page = BeautifulSoup(client.get("/account/tweede-stap").text, "html5lib")
        phone = pyotp.TOTP(page.select_one(".ww-code").text.replace(" ", ""))
        client.post("/account/tweede-stap", data={"code": code_of(phone), "password": PASSWORD})
        client.sign_in(coach, second_factor=False)
        for code in (code_of(old, 1), codes[0]):
            assert client.post("/tweede-stap", data={"code": code}).status_code == 422
        assert client.post("/tweede-stap", data={"code": code_of(phone, 1)}).status_code == 303


def test_who_stops_halfway_is_signed_out(client, coach):
    row = client.sign_in(coach, second_factor=False).id
    assert client.post("/uitloggen").status_code == 303
    assert db.session.get(LoginSession, row).ended_at

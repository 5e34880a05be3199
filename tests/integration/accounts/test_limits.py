"""Limits are counted in the database: per account, over all workers, without shutting a school out (P23)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from accounts.login import limits
from accounts.login.limits import PER_ACCOUNT
from accounts.schools.models import Role
from foundation.clock import standing_at
from foundation.database import db
from foundation.web.limits import LimitCount
from tests.client import Client
from tests.factories.people import PASSWORD, a_member, a_school, with_password
from web import create_app

START = datetime(2026, 11, 2, 9, 1, tzinfo=UTC)


@pytest.fixture
def school(app):
    with standing_at(START):
        yield a_school()


@pytest.fixture
def student(school):
    return with_password(a_member(school, Role.STUDENT, email="noor@voorbeeld.test"))


@pytest.fixture
def twelve_per_source(monkeypatch):
    """The limit per source itself is too wide to count to in a test."""
    monkeypatch.setattr(limits, "PER_SOURCE", 12)


def sign_in(client, email="noor@voorbeeld.test", password=PASSWORD, **options):
    return client.post("/inloggen", data={"email": email, "password": password}, **options).status_code


def test_an_account_is_tried_ten_times(client, student):
    tries = [sign_in(client, password=f"fout wachtwoord {n}") for n in range(PER_ACCOUNT + 1)]
    assert tries == [422] * PER_ACCOUNT + [429]
    assert sign_in(client) == 429
    with standing_at(START + timedelta(minutes=15)):
        assert sign_in(client) == 303


def test_other_spellings_are_the_same_account(client, student):
    spellings = ["noor@voorbeeld.test", "NOOR@voorbeeld.test", " noor@Voorbeeld.test", "ｎoor@voorbeeld.test"]
    tries = [sign_in(client, email=spellings[n % 4], password="fout wachtwoord") for n in range(PER_ACCOUNT)]
    assert set(tries) == {422}
    assert sign_in(client) == 429


def test_an_unknown_address_is_limited_alike(client, student):
    tries = [sign_in(client, email="niemand@voorbeeld.test") for _n in range(PER_ACCOUNT + 1)]
    assert tries == [422] * PER_ACCOUNT + [429]


def test_coming_in_begins_anew(client, student):
    for _n in range(2):
        for _m in range(PER_ACCOUNT - 1):
            sign_in(client, password="fout wachtwoord")
        assert sign_in(client) == 303


def test_two_workers_count_together(client, app, student):
    other = create_app(app.extensions["settings"])
    other.test_client_class = Client
    for _n in range(PER_ACCOUNT // 2):
        assert sign_in(client, password="fout wachtwoord") == 422
    with other.app_context():
        db.engine.dispose()
        db._app_engines[other][None] = db._app_engines[app][None]
        for _n in range(PER_ACCOUNT // 2):
            assert sign_in(other.test_client(), password="fout wachtwoord") == 422
        assert sign_in(other.test_client()) == 429
        db.session.remove()
    assert sign_in(client) == 429


def test_a_class_behind_one_address_is_not_shut_out(client, school):
    a_class = [with_password(a_member(school, Role.STUDENT, email=f"s{n}@voorbeeld.test")) for n in range(13)]
    for _n in range(PER_ACCOUNT + 1):
        sign_in(client, email="s0@voorbeeld.test", password="fout wachtwoord")
    assert limits.PER_SOURCE >= 200
    others = [sign_in(client, email=f"s{n}@voorbeeld.test") for n in range(1, len(a_class))]
    assert set(others) == {303}


def test_one_source_cannot_try_all_accounts(client, student, twelve_per_source):
    for n in range(12):
        sign_in(client, email=f"gok{n}@voorbeeld.test")
    assert sign_in(client) == 429
    assert sign_in(client, environ_base={"REMOTE_ADDR": "192.0.2.7"}) == 303


def test_a_header_does_not_change_the_source(client, student, twelve_per_source):
    """P24."""
    for n in range(12):
        sign_in(client, email=f"gok{n}@voorbeeld.test", headers={"X-Forwarded-For": f"192.0.2.{n}"})
    assert sign_in(client, headers={"X-Forwarded-For": "198.51.100.1"}) == 429


def test_letters_are_limited_per_account(client, student):
    tries = [
        client.post("/wachtwoord-vergeten", data={"email": "noor@voorbeeld.test"}).status_code
        for _n in range(6)
    ]
    assert tries == [200] * 5 + [429]


def test_links_are_limited_per_source(client, student, twelve_per_source):
    tries = {client.post(f"/wachtwoord/{n}", data={"password": "x"}).status_code for n in range(12)}
    assert tries == {410}
    assert client.post("/wachtwoord/x", data={"password": "x"}).status_code == 429


def test_the_old_password_is_limited(client, student):
    client.sign_in(student)
    data = {"old_password": "fout wachtwoord", "password": "vijf andere losse woorden"}
    tries = [client.post("/account/wachtwoord", data=data).status_code for _n in range(PER_ACCOUNT + 1)]
    assert tries == [422] * PER_ACCOUNT + [429]


def test_no_address_is_kept_readable(client, student):
    sign_in(client)
    sign_in(client, password="fout wachtwoord")
    kept = " ".join(db.session.scalars(sa.select(LimitCount.key)))
    assert kept
    assert "noor" not in kept
    assert "127.0.0.1" not in kept

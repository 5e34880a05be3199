"""Signing in: one answer to whatever is wrong, a new session when all is right."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa

from accounts.login import passwords
from accounts.login.models import LoginSession
from accounts.schools.models import Role
from foundation.audit.models import AuditEntry
from foundation.audit.queries import page_of_school
from foundation.clock import now
from foundation.database import db
from tests.factories.people import PASSWORD, a_member, a_school, also_at, person_of, with_password


@pytest.fixture
def student(app):
    return with_password(a_member(a_school(), Role.STUDENT, email="noor@voorbeeld.test"))


def sign_in(client, email="noor@voorbeeld.test", password=PASSWORD, **more):
    return client.post("/inloggen", data={"email": email, "password": password, **more})


def test_address_and_password_open_the_door(client, student):
    answer = sign_in(client)
    assert (answer.status_code, answer.location) == (303, "/")
    assert client.get("/account").status_code == 200


@pytest.mark.parametrize(
    "spelling",
    ["Noor@Voorbeeld.TEST", " noor@voorbeeld.test ", "ｎoor@voorbeeld.test", "NOOR@VOORBEELD.TEST"],
)
def test_an_address_may_be_spelled_in_other_ways(client, student, spelling):
    assert sign_in(client, email=spelling).status_code == 303


@pytest.mark.parametrize("look_alike", ["nооr@voorbeeld.test", "noor@vооrbeeld.test", "nòor@voorbeeld.test"])
def test_a_look_alike_is_somebody_else(client, student, look_alike):
    assert sign_in(client, email=look_alike).status_code == 422


def no_account(student):
    person_of(student).email = "heel@anders.test"


def blocked(student):
    person_of(student).disabled_at = now()


def left(student):
    student.ended_at = now()


def no_password_yet(student):
    person_of(student).password_hash = ""


def known_and_wrong(student):
    with_password(student, "een heel ander wachtwoord")


@pytest.mark.parametrize("reason", [no_account, blocked, left, no_password_yet, known_and_wrong])
def test_the_refusal_does_not_tell_why(client, student, reason, monkeypatch, counting):
    """P26: text, status, work for the hash and number of statements are those of an unknown address."""
    hashed = []
    verify = passwords._hasher.verify
    monkeypatch.setattr(
        passwords, "_hasher", Spy(passwords._hasher, lambda *args: hashed.append(args) or verify(*args))
    )
    stranger = sign_in(client, email="niemand@voorbeeld.test")
    reason(student)
    refused = sign_in(client)
    assert refused.status_code == stranger.status_code == 422
    assert plain(refused.text) == plain(stranger.text.replace("niemand@", "noor@"))
    assert len(hashed) == 2
    assert client.get("/account").status_code == 303


class Spy:
    def __init__(self, hasher, verify):
        self.hasher, self.verify = hasher, verify

    def __getattr__(self, name):
        return getattr(self.hasher, name)


def plain(html):
    return re.sub(r'name="csrf_token"[^>]*value="[^"]*"', "", html)


def test_what_was_typed_stays_except_the_password(client, student):
    page = sign_in(client, password="een fout wachtwoord").text
    assert "noor@voorbeeld.test" in page
    assert "een fout wachtwoord" not in page


@pytest.mark.parametrize(
    ("target", "goes_to"),
    [
        ("/account?x=1", "/account?x=1"),
        ("//evil.test", "/"),
        ("https://evil.test/", "/"),
        ("/\\evil.test", "/"),
        ("/\t/evil.test", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_after_signing_in_one_stays_on_our_host(client, student, target, goes_to):
    assert sign_in(client, next=target).location == goes_to


@pytest.mark.parametrize("target", ["//evil.test", "https://evil.test/", "/\\evil.test"])
def test_who_is_signed_in_already_stays_on_our_host(client, student, target):
    client.sign_in(student)
    assert client.get("/inloggen", query_string={"next": target}).location == "/"


def test_a_new_session_begins_and_the_one_before_ends(client, student):
    """P21: nobody can plant a session that somebody else then signs in."""
    before = client.sign_in(student).id
    cookie = client.get_cookie("wijkwijs").value
    sign_in(client)
    assert db.session.get(LoginSession, before).ended_at
    client.set_cookie("wijkwijs", cookie)
    assert client.get("/account").status_code == 303


def test_several_schools_ask_for_which_one_comes(client, student):
    there = also_at(a_school("ROC Zuid"), person_of(student), Role.STUDENT, name="Noor van Zuid")
    answer = sign_in(client, next="/account")
    assert answer.location.startswith("/school-kiezen")
    assert "ROC Zuid" in client.get(answer.location).text
    chosen = client.post("/school-kiezen", data={"membership": str(there.id), "next": "/account"})
    assert chosen.location == "/account"
    page = client.get("/account").text
    assert "Noor van Zuid" in page
    assert "Wissel van school" in page
    assert "login.signed_in" in {entry.act for entry in page_of_school(there.school_id)}


@pytest.mark.parametrize("which", ["of somebody else", "ended", "nonsense"])
def test_no_other_membership_can_be_chosen(client, student, which):
    other = a_member(a_school(), Role.SCHOOL_ADMIN)
    if which == "ended":
        other = also_at(a_school(), person_of(student), Role.STUDENT)
        other.ended_at = now()
    client.sign_in(student)
    value = "x" if which == "nonsense" else str(other.id)
    assert client.post("/school-kiezen", data={"membership": value}).status_code == 404


def test_an_old_hash_is_made_anew(client, student):
    from argon2 import PasswordHasher

    person_of(student).password_hash = PasswordHasher(time_cost=1, memory_cost=64).hash(PASSWORD)
    assert sign_in(client).status_code == 303
    assert not passwords.is_outdated(person_of(student).password_hash)
    assert "m=19456,t=2,p=1" in person_of(student).password_hash
    assert sign_in(client).status_code == 303


def test_the_log_tells_who_came_in_and_what_failed(client, student):
    sign_in(client, password="fout wachtwoord")
    sign_in(client, email="niemand@voorbeeld.test")
    sign_in(client)
    entries = db.session.scalars(sa.select(AuditEntry).order_by(AuditEntry.at)).all()
    told = [(entry.act, entry.subject_id) for entry in entries]
    assert told == [
        ("login.failed", student.person_id),
        ("login.failed", None),
        ("login.signed_in", student.person_id),
    ]


def test_the_form_takes_no_other_field(client, student):
    assert sign_in(client, roles="school_admin").status_code == 422


def test_without_a_token_nobody_comes_in(client, student):
    data = {"email": "noor@voorbeeld.test", "password": PASSWORD}
    assert client.post("/inloggen", data=data, csrf=False).status_code == 400


def test_the_page_asks_the_database_at_most_once(client, counting):
    with counting() as statements:
        client.get("/inloggen")
    assert len(statements) <= 1


def test_a_password_that_no_database_keeps_is_refused(client, student):
    assert sign_in(client, password="a\x00b" * 5).status_code == 422
    assert sign_in(client, password="x" * 5000).status_code == 422

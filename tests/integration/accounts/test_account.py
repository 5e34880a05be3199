"""The own account."""

from __future__ import annotations

import pytest

from accounts.login.models import LoginSession
from accounts.schools.models import Role
from foundation.clock import now
from foundation.database import db
from tests.factories.people import PASSWORD, a_member, a_school, person_of, with_password


@pytest.fixture
def student(client):
    member = with_password(
        a_member(a_school("ROC Noord"), Role.STUDENT, name="Noor", email="noor@voorbeeld.test")
    )
    client.sign_in(member)
    return member


def test_it_tells_who_i_am_and_how_long_a_session_lasts(client, student):
    page = client.get("/account").text
    for text in ("Noor", "ROC Noord", "student", "noor@voorbeeld.test", "12 uur", "1 week"):
        assert text in page


def test_it_asks_the_database_four_times_whatever_there_is(client, student, counting):
    for _n in range(40):
        row = LoginSession(
            token_hash=f"{_n:064d}", person_id=student.person_id, membership_id=student.id,
            created_at=now(), last_seen_at=now(),
        )  # fmt: skip
        db.session.add(row)
    db.session.commit()
    with counting() as statements:
        client.get("/account")
    assert len(statements) <= 4, statements


def test_language_and_colours_are_kept(client, student):
    answer = client.post("/account/voorkeuren", data={"language": "en", "theme": "donker"})
    assert answer.status_code == 303
    page = client.get("/account").text
    assert 'lang="en"' in page
    assert 'data-thema="donker"' in page


@pytest.mark.parametrize(
    "data", [{"language": "xx", "theme": "licht"}, {"language": "nl", "theme": "roze"}, {}]
)
def test_other_choices_are_refused(client, student, data):
    assert client.post("/account/voorkeuren", data=data).status_code == 422
    assert (person_of(student).language, person_of(student).theme) == ("nl", "licht")


def test_the_school_knows_the_name_and_nobody_changes_it_here(client, student):
    data = {"language": "nl", "theme": "licht", "name": "Prof. Noor"}
    assert client.post("/account/voorkeuren", data=data).status_code == 422


def test_the_old_password_is_asked(client, student):
    data = {"old_password": "niet mijn wachtwoord", "password": "vijf andere losse woorden"}
    page = client.post("/account/wachtwoord", data=data)
    assert page.status_code == 422
    assert "niet je wachtwoord" in page.text
    assert client.post("/account/wachtwoord", data={**data, "old_password": PASSWORD}).status_code == 303
    sign_in = {"email": "noor@voorbeeld.test", "password": "vijf andere losse woorden"}
    assert client.post("/inloggen", data=sign_in).status_code == 303


def test_the_owner_is_told_of_a_new_password(client, student, letters):
    data = {"old_password": PASSWORD, "password": "vijf andere losse woorden"}
    client.post("/account/wachtwoord", data=data)
    assert letters.all()[-1]["To"] == "noor@voorbeeld.test"
    assert "veranderd" in letters.last()


@pytest.mark.parametrize("email", ["geen adres", "x", "@", "a@b"])
def test_an_address_that_is_none_is_refused(client, student, email):
    assert client.post("/account/e-mail", data={"email": email, "password": PASSWORD}).status_code == 422


def test_letters_speak_the_language_of_the_reader(client, student, letters):
    client.post("/account/voorkeuren", data={"language": "en", "theme": "licht"})
    client.post("/wachtwoord-vergeten", data={"email": "noor@voorbeeld.test"})
    assert "/wachtwoord/" in letters.last()

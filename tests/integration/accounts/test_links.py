"""Links in mails: once, briefly, for one purpose, and never readable in the database (P26, P27, P28)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from accounts.login import actions
from accounts.login.models import OneTimeToken, TokenPurpose
from accounts.login.tokens import LASTS, find_token, make_token
from accounts.people.models import Person
from accounts.schools.models import Role
from foundation.clock import now, standing_at
from foundation.database import Base, db
from foundation.mail.models import MailMessage
from tests.factories.people import PASSWORD, a_member, a_school, also_at, person_of, with_password

NEW = "vijf andere losse woorden"
START = datetime(2026, 11, 2, 9, tzinfo=UTC)


@pytest.fixture
def student(app):
    return with_password(a_member(a_school("ROC Noord"), Role.STUDENT, email="noor@voorbeeld.test"))


@pytest.fixture
def invited(app):
    return a_member(a_school("ROC Noord"), Role.STUDENT, name="Ali Kaya", email="ali@voorbeeld.test")


def ask(client, email="noor@voorbeeld.test"):
    return client.post("/wachtwoord-vergeten", data={"email": email})


def sign_in(client, password, email="noor@voorbeeld.test"):
    return client.post("/inloggen", data={"email": email, "password": password}).status_code


def test_a_forgotten_password_is_chosen_anew(client, student, letters):
    assert ask(client).status_code == 200
    link = letters.link()
    assert "noor@voorbeeld.test" in client.get(link).text
    assert client.post(link, data={"password": NEW}).status_code == 303
    assert (sign_in(client, PASSWORD), sign_in(client, NEW)) == (422, 303)


def test_the_link_goes_to_the_known_address_on_our_host(client, student, letters):
    client.post(
        "/wachtwoord-vergeten",
        data={"email": "NOOR@Voorbeeld.test"},
        headers={"X-Forwarded-Host": "evil.test", "Forwarded": "host=evil.test"},
    )
    message = letters.all()[-1]
    assert message["To"] == "noor@voorbeeld.test"
    assert "evil.test" not in message.get_content()
    assert "http://127.0.0.1:8000/wachtwoord/" in message.get_content()


@pytest.mark.parametrize("email", ["niemand@voorbeeld.test", "nооr@voorbeeld.test", "weg@voorbeeld.test"])
def test_the_answer_does_not_tell_whether_there_is_an_account(client, student, letters, counting, email):
    gone = a_member(a_school(), Role.STUDENT, email="weg@voorbeeld.test")
    person_of(gone).disabled_at = now()
    db.session.commit()
    with counting() as for_known:
        known = ask(client)
    with counting() as for_stranger:
        stranger = ask(client, email)
    assert known.status_code == stranger.status_code == 200
    assert plain(known.text) == plain(stranger.text.replace(email, "noor@voorbeeld.test"))
    assert len(for_known) == len(for_stranger)
    assert [message["To"] for message in letters.all()] == ["noor@voorbeeld.test"]


def plain(html):
    return re.sub(r'name="csrf_token"[^>]*value="[^"]*"', "", html)


@pytest.mark.parametrize("purpose", TokenPurpose)
def test_a_link_works_for_its_own_purpose_only(app, student, purpose):
    token = make_token(purpose, student.person_id)
    assert [other for other in TokenPurpose if find_token(other, token)] == [purpose]


@pytest.mark.parametrize("purpose", TokenPurpose)
def test_a_link_works_briefly(app, student, purpose):
    with standing_at(START):
        token = make_token(purpose, student.person_id)
    with standing_at(START + LASTS[purpose] - timedelta(seconds=1)):
        assert find_token(purpose, token)
    with standing_at(START + LASTS[purpose]):
        assert find_token(purpose, token) is None


def test_a_link_works_once(client, student, letters):
    ask(client)
    link = letters.link()
    assert client.post(link, data={"password": NEW}).status_code == 303
    assert client.get(link).status_code == 410
    assert client.post(link, data={"password": "nog weer andere woorden"}).status_code == 410
    assert sign_in(client, NEW) == 303


def test_looking_does_not_use_a_link_up(client, student, letters):
    ask(client)
    link = letters.link()
    assert [client.get(link).status_code for _n in range(3)] == [200] * 3
    assert client.post(link, data={"password": "kort"}).status_code == 422
    assert client.post(link, data={"password": NEW}).status_code == 303


def test_a_newer_link_ends_the_older_one(client, student, letters):
    ask(client)
    older = letters.link()
    ask(client)
    newer = letters.link()
    assert (client.get(older).status_code, client.get(newer).status_code) == (410, 200)


def test_a_new_password_ends_every_link(client, student, letters):
    email = make_token(TokenPurpose.NEW_EMAIL, student.person_id, email="x@voorbeeld.test")
    ask(client)
    client.post(letters.link(), data={"password": NEW})
    assert client.get(f"/e-mail-bevestigen/{email}").status_code == 410


def test_a_link_of_the_wrong_kind_opens_nothing(client, invited):
    token = make_token(TokenPurpose.INVITATION, invited.person_id, membership_id=invited.id)
    for path in (f"/wachtwoord/{token}", f"/e-mail-bevestigen/{token}"):
        assert client.get(path).status_code == 410
        assert client.post(path, data={"password": NEW}).status_code == 410
    assert person_of(invited).password_hash == ""


def test_the_database_holds_no_usable_link(client, student, invited, letters):
    ask(client)
    reset = letters.link().rsplit("/", 1)[1]
    actions.invite(invited, actor_id=None)
    invitation = letters.link().rsplit("/", 1)[1]
    everything = dump()
    assert len(everything) > 1000
    for token in (reset, invitation):
        assert find_token(TokenPurpose.RESET, token) or find_token(TokenPurpose.INVITATION, token)
        assert token not in everything
        assert token[:16] not in everything
    assert db.session.scalars(sa.select(MailMessage.body)).all() == ["", ""]


def dump():
    return "".join(str(db.session.execute(sa.select(table)).all()) for table in Base.metadata.sorted_tables)


def test_an_invitation_leads_to_a_password_and_the_first_page(client, invited, letters):
    actions.invite(invited, actor_id=None)
    link = letters.link()
    assert "Ali Kaya" in letters.last()
    assert "ROC Noord" in client.get(link).text
    answer = client.post(link, data={"password": NEW})
    assert answer.location == "/welkom"
    assert "Naar mijn startpagina" in client.get("/welkom").text
    assert client.get("/account").status_code == 200
    assert client.get(link).status_code == 410


def test_invited_staff_sets_up_the_second_step_first(client, letters):
    coach = a_member(a_school(), Role.COACH)
    actions.invite(coach, actor_id=None)
    client.post(letters.link(), data={"password": NEW})
    assert "Stel de tweede stap in" in client.get("/welkom").text
    assert client.get("/account").location.startswith("/tweede-stap")


def test_an_old_invitation_asks_for_a_new_mail(client, invited, letters):
    with standing_at(START):
        token = make_token(TokenPurpose.INVITATION, invited.person_id, membership_id=invited.id)
        db.session.commit()
    page = client.get(f"/uitnodiging/{token}")
    assert page.status_code == 410
    assert "Stuur mij een nieuwe mail" in page.text
    assert client.post(f"/uitnodiging/{token}/opnieuw").status_code == 303
    assert client.get(letters.link()).status_code == 200


def test_who_has_a_password_is_told_of_the_new_school_without_a_link_to_choose_one(client, student, letters):
    there = also_at(a_school("ROC Zuid"), person_of(student), Role.COACH)
    actions.invite(there, actor_id=None)
    letter = letters.last()
    assert "ROC Zuid" in letter
    assert "/uitnodiging/" not in letter
    assert db.session.scalar(sa.select(sa.func.count()).select_from(OneTimeToken)) == 0


def test_inviting_many_sends_each_one_letter(app, letters):
    school = a_school()
    people = [a_member(school, Role.STUDENT) for _n in range(12)]
    actions.invite_many(people, actor_id=None)
    to = [message["To"] for message in letters.all()]
    assert sorted(to) == sorted(person_of(member).email for member in people)


def test_who_left_gets_no_new_invitation(client, invited, letters):
    with standing_at(START):
        token = make_token(TokenPurpose.INVITATION, invited.person_id, membership_id=invited.id)
    invited.ended_at = now()
    client.post(f"/uitnodiging/{token}/opnieuw")
    assert letters.all() == []


@pytest.mark.parametrize("path", ["/uitnodiging", "/wachtwoord", "/e-mail-bevestigen"])
@pytest.mark.parametrize("token", ["x", "a" * 43, "%00", "..%2f"])
def test_what_is_no_link_of_ours_says_so(client, path, token):
    assert client.get(f"{path}/{token}").status_code in {404, 410}


@pytest.mark.parametrize(
    "weak", ["kort", "wachtwoord1", "noor@voorbeeld.test", "noor@voorbeeld", "noor123456789"]
)
def test_a_weak_password_is_refused_with_a_reason(client, student, letters, weak):
    ask(client)
    link = letters.link()
    answer = client.post(link, data={"password": weak})
    expected = 422 if weak != "noor@voorbeeld" else 303
    assert answer.status_code == expected


def test_a_new_address_is_confirmed_by_its_owner(client, student, letters):
    client.sign_in(student)
    data = {"email": "Noor.Nieuw@Voorbeeld.test", "password": PASSWORD}
    assert client.post("/account/e-mail", data=data).status_code == 303
    assert person_of(student).email == "noor@voorbeeld.test"
    assert letters.all()[-1]["To"] == "noor.nieuw@voorbeeld.test"
    link = letters.link()
    assert client.get(link).status_code == 200
    assert person_of(student).email == "noor@voorbeeld.test"
    assert client.post(link).status_code == 303
    assert person_of(student).email == "noor.nieuw@voorbeeld.test"
    assert letters.all()[-1]["To"] == "noor@voorbeeld.test"


def test_an_address_of_somebody_else_is_not_taken_and_not_told(client, student, letters):
    a_member(a_school(), Role.STUDENT, email="bezet@voorbeeld.test")
    client.sign_in(student)
    free = client.post("/account/e-mail", data={"email": "vrij@voorbeeld.test", "password": PASSWORD})
    taken = client.post("/account/e-mail", data={"email": "bezet@voorbeeld.test", "password": PASSWORD})
    assert (free.status_code, free.location) == (taken.status_code, taken.location)
    assert "/e-mail-bevestigen/" not in letters.last()


def test_an_address_that_was_taken_meanwhile_is_refused(client, student):
    token = make_token(TokenPurpose.NEW_EMAIL, student.person_id, email="bezet@voorbeeld.test")
    a_member(a_school(), Role.STUDENT, email="bezet@voorbeeld.test")
    assert client.post(f"/e-mail-bevestigen/{token}").status_code == 409
    assert db.session.get(Person, student.person_id).email == "noor@voorbeeld.test"

"""Anyone can check a certificate; nobody can enumerate them, and no more is shown than stands on it."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from accounts.schools.models import Membership, Role, School
from assessment.certificates import actions
from assessment.certificates.check_routes import MOST_PER_NUMBER, MOST_PER_SOURCE
from assessment.certificates.models import Certificate
from assessment.certificates.numbers import new_code, new_token
from assessment.certificates.rules import shown_code
from assessment.determination import actions as board_actions
from assessment.determination.models import Determination
from foundation.clock import now, standing_at
from foundation.database import db
from foundation.web.limits import LimitCount
from tests.factories.assessments import acting
from tests.factories.decisions import a_board_member, a_finished_dossier, issued
from tests.factories.people import a_member, a_school

TERMS = [
    "Naam", "Certificaat", "Nummer", "Studielast", "Resultaat", "School", "Vastgesteld op",
]  # fmt: skip


@pytest.fixture
def within_one_window(app):
    """Guesses are counted per quarter of an hour: a test that runs over the end of one would count anew."""
    with standing_at(now()):
        yield


@pytest.fixture
def board(app):
    return a_board_member(a_school())


@pytest.fixture
def certificate(board):
    school = db.session.get_one(School, board.school_id)
    student = a_member(school, Role.STUDENT, name="Samira Haddou", email="geheim@voorbeeld.test")
    student.birth_date, student.birth_place = date(1991, 5, 14), "Lindermeer-Geboorteplaats"
    student.student_number = "GEHEIM-NUMMER"
    return issued(a_finished_dossier(school, student=student), board, a_member(school, Role.SCHOOL_ADMIN))


def typed(client, number, code, **more):
    return client.post("/controleer", data={"number": number, "code": code}, **more)


def test_a_link_shows_exactly_what_stands_on_the_certificate(client, certificate):
    answer = client.get(f"/controleer/{certificate.token}")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    page = BeautifulSoup(answer.text, "html5lib")
    assert page.h1.text == "Dit certificaat is geldig"
    assert [term.text for term in page.select("dl.ww-data dt")] == TERMS
    shown = [value.text for value in page.select("dl.ww-data dd")]
    assert shown[0] == "Samira Haddou"
    assert shown[4] == "Voldoende"
    assert len(page.select(".ww-proven li")) == 3
    student = db.session.scalars(sa.select(Membership).where(Membership.name == "Samira Haddou")).one()
    for private in ("1991", "Geboorteplaats", "GEHEIM-NUMMER", "geheim@", certificate.code, str(student.id)):
        assert private not in answer.text, private


def test_number_and_code_together_open_it_however_they_are_typed(client, certificate):
    for number, code in (
        (certificate.number, shown_code(certificate.code)),
        (f" {certificate.number.lower()} ", certificate.code.lower()),
    ):
        answer = typed(client, number, code)
        assert answer.status_code == 200
        assert "Dit certificaat is geldig" in answer.text
    assert typed(client, certificate.number, new_code()).status_code == 404
    assert typed(client, "ROC-2026-999999", certificate.code).status_code == 404
    assert typed(client, certificate.number, "kort").status_code == 422
    assert typed(client, "", "").status_code == 422


def test_a_code_alone_in_the_address_shows_nothing_and_asks_for_the_number(client, certificate):
    for code in (shown_code(certificate.code), shown_code(new_code())):
        answer = client.get(f"/controleer/{code}")
        assert answer.status_code == 200
        assert "Vul ook het nummer in" in answer.text
        assert "Samira" not in answer.text


@pytest.mark.parametrize("token", ["0" * 32, "onzin", "A" * 32, "%00", "../..", "x" * 3000])
def test_what_is_not_there_is_not_found(client, certificate, token):
    answer = client.get(f"/controleer/{token}")
    assert answer.status_code == 404


def test_unknown_has_a_page_that_helps(client, certificate):
    answer = client.get(f"/controleer/{new_token()}")
    assert answer.status_code == 404
    assert "Wij kennen deze code niet" in answer.text
    assert "Zo controleer je het" in answer.text


def test_one_changed_byte_shows(client, certificate):
    certificate.content = {**certificate.content, "result": "Goed"}
    db.session.commit()
    answer = client.get(f"/controleer/{certificate.token}")
    assert "Dit certificaat klopt niet meer" in answer.text
    assert "Samira" not in answer.text


def test_content_of_another_holder_does_not_fit_even_with_its_own_hash(client, certificate, board):
    school_id = certificate.school_id
    admin = db.session.get_one(Membership, certificate.issued_by_id)
    school = db.session.get_one(School, school_id)
    other = issued(a_finished_dossier(school), board, admin)
    certificate.content, certificate.sha256 = other.content, other.sha256
    db.session.commit()
    assert "klopt niet meer" in client.get(f"/controleer/{certificate.token}").text
    assert "is geldig" in client.get(f"/controleer/{other.token}").text


def test_an_annulled_decision_shows(client, certificate, board):
    row = certificate.determination_id
    seen = db.session.get_one(Determination, row).version
    board_actions.annul(row, reason="Fout", seen=seen, actor=acting(board))
    db.session.commit()
    assert "Dit certificaat klopt niet meer" in client.get(f"/controleer/{certificate.token}").text


def test_a_changed_decision_shows(client, certificate, is_postgresql):
    if is_postgresql:
        db.session.execute(sa.text("ALTER TABLE decision DISABLE TRIGGER ALL"))
    else:
        db.session.execute(sa.text("DROP TRIGGER decision_no_update"))
    db.session.execute(sa.text("UPDATE decision SET result = 'G'"))
    db.session.commit()
    assert "Dit certificaat klopt niet meer" in client.get(f"/controleer/{certificate.token}").text


def test_revoked_tells_the_day_and_not_the_reason(client, certificate):
    fresh = db.session.scalars(sa.select(Certificate)).one()
    actions.revoke(fresh, reason="Geheime reden", actor_id=fresh.issued_by_id)
    db.session.commit()
    for answer in (
        client.get(f"/controleer/{fresh.token}"),
        typed(client, fresh.number, fresh.code),
    ):
        assert "Dit certificaat is ingetrokken" in answer.text
        assert "De school trok het in op" in answer.text
        assert "Geheime reden" not in answer.text


@pytest.mark.usefixtures("within_one_window")
def test_who_guesses_codes_of_one_number_is_stopped_from_everywhere(client, certificate):
    for guess in range(MOST_PER_NUMBER):
        source = {"REMOTE_ADDR": f"192.0.2.{guess}"}
        assert typed(client, certificate.number, new_code(), environ_base=source).status_code == 404
    source = {"REMOTE_ADDR": "192.0.2.200"}
    answer = typed(client, certificate.number, certificate.code, environ_base=source)
    assert answer.status_code == 429
    assert "Samira" not in answer.text
    assert client.get(f"/controleer/{certificate.token}").status_code == 200


@pytest.mark.usefixtures("within_one_window")
def test_who_guesses_numbers_is_stopped_and_a_school_behind_one_address_is_not(client, certificate):
    for _ in range(MOST_PER_NUMBER * 3):
        assert typed(client, certificate.number, certificate.code).status_code == 200
    for guess in range(MOST_PER_SOURCE):
        answer = typed(client, f"ROC-2026-{guess:06d}", new_code(), environ_base={"REMOTE_ADDR": "192.0.2.1"})
        assert answer.status_code == 404
    answer = typed(client, "ROC-2026-900000", new_code(), environ_base={"REMOTE_ADDR": "192.0.2.1"})
    assert answer.status_code == 429
    answer = typed(client, certificate.number, certificate.code, environ_base={"REMOTE_ADDR": "192.0.2.2"})
    assert answer.status_code == 200


def test_who_checks_is_not_kept(client, certificate):
    typed(client, certificate.number, certificate.code, environ_base={"REMOTE_ADDR": "192.0.2.77"})
    assert "192.0.2.77" not in str(
        [(row.scope, row.key) for row in db.session.scalars(sa.select(LimitCount))]
    )


def test_the_page_costs_one_statement(client, certificate, counting):
    path = f"/controleer/{certificate.token}"
    client.get(path)
    with counting() as statements:
        client.get(path)
    assert len(statements) == 1, list(statements)


def test_it_stands_in_the_footer_of_every_page(client):
    assert 'href="/controleer"' in client.get("/controleer").text

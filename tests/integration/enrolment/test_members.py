"""People of the school: found, given roles, invited again, let go; and the log that tells it."""

from __future__ import annotations

import sqlalchemy as sa
from bs4 import BeautifulSoup

from accounts.schools.models import Role, RoleGrant
from foundation.clock import now
from foundation.database import db
from foundation.mail.models import MailMessage, MailState
from tests.factories.people import a_member, a_school


def words(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html5lib").main.get_text(" ").split())


def names_in(html: str) -> list[str]:
    return [cell.get_text(strip=True) for cell in BeautifulSoup(html, "html5lib").select("tbody th")]


def test_people_are_found_by_name_number_address_and_role(desk, school) -> None:
    noor = a_member(school, Role.STUDENT, name="Noor", email="noor@school.example")
    a_member(school, Role.ASSESSOR, name="Piet")
    a_member(a_school("Ander College"), Role.STUDENT, name="Noor elders")
    assert names_in(desk.get("/mensen").text) == ["Noor", "Piet", "Wilma Koster"]
    assert names_in(desk.get("/mensen?zoek=NOO").text) == ["Noor"]
    assert names_in(desk.get("/mensen?zoek=noor@sch").text) == ["Noor"]
    assert names_in(desk.get(f"/mensen?zoek={noor.student_number}").text) == ["Noor"]
    assert names_in(desk.get("/mensen?rol=assessor").text) == ["Piet"]
    assert "Niemand gevonden met ‘_’" in desk.get("/mensen?zoek=_").text


def test_a_colleague_joins_and_is_invited_again(desk) -> None:
    new = {"name": "Marja", "email": "Marja@School.example", "roles": ["coach", "assessor"]}
    page = desk.post("/mensen/nieuw", data=new).location
    assert "Onderweg" in words(desk.get(page).text)
    letter = db.session.scalars(sa.select(MailMessage)).one()
    letter.state, letter.sent_at = MailState.SENT, now()
    db.session.commit()
    assert "Verstuurd op" in words(desk.get(page).text)
    assert desk.post(f"{page}/uitnodiging").status_code == 303
    assert db.session.scalar(sa.select(sa.func.count()).select_from(MailMessage)) == 2
    wrong = desk.post("/mensen/nieuw", data={"name": "", "email": "marja@", "roles": []})
    assert wrong.status_code == 422
    assert "Dit e-mailadres is niet compleet" in wrong.text
    assert "Kies ten minste één rol" in wrong.text


def test_who_signed_in_here_accepted(desk, client, school, admin) -> None:
    member = a_member(school, Role.COACH, name="Marja")
    assert "Niet uitgenodigd" in words(desk.get(f"/mensen/{member.id}").text)
    client.sign_in(member)
    client.sign_in(admin)
    assert "Ingelogd geweest" in words(desk.get(f"/mensen/{member.id}").text)


def test_roles_are_given_and_taken_with_their_limits(desk, school, admin) -> None:
    member = a_member(school, Role.COACH)
    page = f"/mensen/{member.id}"
    assert desk.post(f"{page}/rollen", data={"role": "assessor"}).status_code == 303
    assert desk.post(f"{page}/rollen", data={"role": "koning"}).status_code == 422
    assert desk.post(f"{page}/rollen/coach/afnemen").status_code == 303
    assert desk.post(f"{page}/rollen/coach/afnemen").status_code == 409
    roles = db.session.scalars(sa.select(RoleGrant.role).where(RoleGrant.membership_id == member.id))
    assert list(roles) == [Role.ASSESSOR]
    own = f"/mensen/{admin.id}"
    assert desk.post(f"{own}/rollen", data={"role": "board_member"}).status_code == 403
    assert desk.post(f"{own}/rollen/school_admin/afnemen").status_code == 409
    assert desk.post(f"{own}/einde").status_code == 409


def test_who_leaves_is_out_at_once_and_stays_in_the_list(app, desk, school) -> None:
    member = a_member(school, Role.COACH, name="Marja")
    other_browser = app.test_client()
    other_browser.sign_in(member)
    assert other_browser.get("/account").status_code == 200
    assert desk.post(f"/mensen/{member.id}/einde").status_code == 303
    assert other_browser.get("/account").location.startswith("/inloggen")
    assert "Weg sinds" in words(desk.get("/mensen").text)
    assert desk.post(f"/mensen/{member.id}/uitnodiging").status_code == 409


def test_people_of_another_school_do_not_exist(desk) -> None:
    stranger = a_member(a_school("Ander College"), Role.COACH)
    assert desk.get(f"/mensen/{stranger.id}").status_code == 404
    for path in ("rollen", "rollen/coach/afnemen", "uitnodiging", "einde"):
        assert desk.post(f"/mensen/{stranger.id}/{path}").status_code == 404


def test_the_list_costs_the_same_with_many_people(desk, school, counting) -> None:
    def cost() -> int:
        with counting() as statements:
            assert desk.get("/mensen").status_code == 200
        return len(statements)

    for _ in range(10):
        a_member(school, Role.COACH)
    few = cost()
    for _ in range(300):
        a_member(school, Role.COACH, Role.ASSESSOR)
    assert cost() == few <= 9


def test_the_log_tells_newest_first_by_page_and_by_subject(desk, school, counting) -> None:
    first = desk.post("/groepen/nieuw", data=_cohort("Eerste")).location
    for number in range(60):
        desk.post("/groepen/nieuw", data=_cohort(f"Groep {number}"))
    with counting() as statements:
        page = desk.get("/logboek")
    assert len(statements) <= 5
    lines = BeautifulSoup(page.text, "html5lib").select("main ol > li")
    assert len(lines) == 50
    assert "Wilma Koster maakte een groep" in words(page.text)
    older = BeautifulSoup(page.text, "html5lib").find("a", rel="next")["href"]
    assert len(BeautifulSoup(desk.get(older).text, "html5lib").select("main ol > li")) == 11
    about = desk.get(f"/logboek?over={first.rsplit('/', 1)[1]}")
    assert len(BeautifulSoup(about.text, "html5lib").select("main ol > li")) == 1
    assert "Hier staat nog niets" in desk.get(f"/logboek?over={school.id}").text
    assert desk.get("/logboek?voor=99999999999999999999&over=x").status_code == 200


def test_the_log_of_another_school_stays_there(desk, client) -> None:
    desk.post("/groepen/nieuw", data=_cohort("Geheim"))
    entry_subject = desk.get("/groepen").text.split("/groepen/")[-1][:36]
    client.sign_in(a_member(a_school("Ander College"), Role.SCHOOL_ADMIN))
    assert "maakte een groep" not in client.get("/logboek").text
    assert "maakte een groep" not in client.get(f"/logboek?over={entry_subject}").text


def _cohort(name: str) -> dict[str, str]:
    dates = {"starts_on": "2026-09-14", "ends_on": "2027-03-21"}
    return {"name": name, "keuzedeel": "d1-wijkgericht-werken", "track": "diploma", **dates}

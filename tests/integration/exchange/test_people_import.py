"""One file with people: looked at, confirmed, all or nothing, the same file twice changes nothing."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from accounts.people.models import Person
from accounts.schools.models import Membership, Role
from enrolment.models import Coaching, Enrolment, Route
from enrolment.workflow import EnrolmentState
from exchange.people_import.models import ImportState, PeopleImport
from foundation.audit.models import AuditEntry
from foundation.audit.queries import verify
from foundation.database import db
from foundation.jobs.actions import run_due
from foundation.mail.models import MailMessage
from foundation.storage.actions import give
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member, a_school

HEADER = ["naam", "e-mail", "studentnummer", "rol", "route", "geboortedatum", "geboorteplaats", "begeleider"]


def a_file(rows: Iterable[list[str]], header: list[str] = HEADER) -> bytes:
    return "\r\n".join(";".join(row) for row in [header, *rows]).encode("utf-8-sig")


def students(number: int) -> list[list[str]]:
    return [
        [f"Student {n}", f"s{n}@school.example", f"{n:07d}", "student", "", "", "", ""] for n in range(number)
    ]


def bring(desk, cohort, content: bytes, name: str = "studenten.csv"):
    return desk.post(f"/groepen/{cohort.id}/import", data={"file": (io.BytesIO(content), name)})


def confirm(desk, page: str):
    return desk.post(page)


def counted() -> dict[str, int]:
    tables = (Person, Membership, Enrolment, Coaching, MailMessage)
    return {
        table.__tablename__: db.session.scalar(sa.select(sa.func.count()).select_from(table))
        for table in tables
    }


def words(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html5lib").main.get_text(" ").split())


@pytest.fixture
def cohort(school):
    return a_cohort(school)


def test_people_come_in_after_a_look(desk, school, cohort) -> None:
    rows = [
        *students(2),
        ["Marja van Vliet", "marja@school.example", "", "begeleider", "", "", "", ""],
        [
            "Zoë Čapek",
            "zoe@school.example",
            "0099",
            "student",
            "zij-instromer",
            "31-12-1994",
            "Gouda",
            "marja@school.example",
        ],
    ]
    before = counted()
    page = bring(desk, cohort, a_file(rows)).location
    assert counted() == before
    shown = words(desk.get(page).text)
    assert "3 nieuwe studenten" in shown
    assert "1 nieuwe medewerker" in shown
    assert confirm(desk, page).status_code == 303
    assert "4 nieuw, 0 aangevuld, 0 waren er al." in words(desk.get(page).text)
    zoe = db.session.scalars(sa.select(Membership).where(Membership.name == "Zoë Čapek")).one()
    enrolment = db.session.scalars(sa.select(Enrolment).where(Enrolment.student_id == zoe.id)).one()
    assert (zoe.student_number, enrolment.number, enrolment.route) == ("0099", "0099", Route.ZIJ_INSTROMER)
    assert (zoe.birth_date.isoformat(), zoe.birth_place) == ("1994-12-31", "Gouda")
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Coaching)) == 1
    run_due()
    assert db.session.scalar(sa.select(sa.func.count()).where(MailMessage.kind == "invitation")) == 4
    assert verify() == []


def test_the_same_file_twice_changes_nothing(desk, cohort) -> None:
    content = a_file([*students(24), ["Marja", "m@school.example", "", "begeleider", "", "", "", ""]])
    confirm(desk, bring(desk, cohort, content).location)
    after = counted()
    page = bring(desk, cohort, content).location
    assert "0 nieuw, 25 waren er al" in words(desk.get(page).text)
    confirm(desk, page)
    assert counted() == after


def test_confirming_twice_is_one_import(desk, cohort) -> None:
    page = bring(desk, cohort, a_file(students(3))).location
    confirm(desk, page)
    after = counted()
    assert confirm(desk, page).status_code == 303
    assert counted() == after
    acts = sa.select(sa.func.count()).where(AuditEntry.act == "people_import.confirmed")
    assert db.session.scalar(acts) == 1


def test_one_fault_stops_all_and_is_named(desk, cohort) -> None:
    rows = students(30)
    rows[5][1] = "t.hofman@"
    rows[10][5] = "31-02-1994"
    rows[17][2] = rows[2][2]
    rows[20][0] = '=HYPERLINK("x")'
    before = counted()
    page = bring(desk, cohort, a_file(rows)).location
    shown = words(desk.get(page).text)
    assert "4 rijen kloppen nog niet" in shown
    assert "7 e-mail t.hofman@ Het adres is niet compleet. Vul het hele adres in." in shown
    assert "12 geboortedatum 31-02-1994 Deze datum bestaat niet." in shown
    assert "19 studentnummer 0000002 Dit nummer staat ook in rij 4." in shown
    assert "22 naam" in shown
    confirm(desk, page)
    assert counted() == before
    faulty = desk.get(f"{page}/fouten.csv")
    lines = faulty.data.decode("utf-8-sig").splitlines()
    assert len(lines) == 5
    assert lines[4].startswith("\"'=HYPERLINK")
    assert "attachment" in faulty.headers["Content-Disposition"]


def test_a_mended_file_of_only_the_faulty_rows_comes_in(desk, cohort) -> None:
    rows = students(3)
    rows[1][1] = "t.hofman@"
    page = bring(desk, cohort, a_file(rows)).location
    mended = desk.get(f"{page}/fouten.csv").data.replace(b"t.hofman@", b"t.hofman@school.example")
    again = bring(desk, cohort, mended).location
    assert "1 nieuwe student" in words(desk.get(again).text)


def test_a_file_that_is_no_table_is_told_at_the_field(desk, cohort) -> None:
    for content, message in (
        (b"", "Dit bestand is leeg."),
        (b"%PDF-1.7", "Dit is geen CSV- of Excel-bestand."),
        (b"naam;e-mail;rol\nx;y;z", "Er mist een kolom: studentnummer."),
        (b"x" * 5_000_001, "Het mag hooguit 5 MB zijn."),
    ):
        answer = bring(desk, cohort, content)
        assert answer.status_code == 422
        assert message in answer.text
    assert desk.post(f"/groepen/{cohort.id}/import").status_code == 422
    assert db.session.scalar(sa.select(sa.func.count()).select_from(PeopleImport)) == 0


def test_ten_thousand_rows_with_a_fault_far_down(desk, cohort, counting) -> None:
    rows = students(10_000)
    rows[7310][1] = "geen adres"
    rows[7310][0] = ""
    with counting() as statements:
        page = bring(desk, cohort, a_file(rows)).location
    assert len(statements) <= 100
    shown = words(desk.get(page).text)
    assert "1 rij klopt nog niet" in shown
    assert "7312 e-mail geen adres" in shown
    assert "7312 naam leeg" in shown


def test_a_thousand_rows_take_few_statements(desk, cohort, counting) -> None:
    page = bring(desk, cohort, a_file(students(1000))).location
    with counting() as statements:
        assert confirm(desk, page).status_code == 303
    assert len(statements) <= 40
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Enrolment)) == 1000
    assert verify() == []


def test_an_import_answers_the_same_whether_an_account_existed_elsewhere(desk, cohort) -> None:
    a_member(a_school("Ander College"), Role.STUDENT, email="s0@school.example", name="Geheim")
    page = bring(desk, cohort, a_file(students(2))).location
    text = desk.get(page).text
    assert "2 nieuwe studenten" in words(text)
    assert "Geheim" not in text
    confirm(desk, page)
    assert db.session.scalar(sa.select(sa.func.count()).where(Person.email == "s0@school.example")) == 1


def test_a_number_of_somebody_else_is_a_conflict(desk, school, cohort) -> None:
    member = a_member(school, Role.STUDENT, email="ander@school.example")
    row = ["Noor", "noor@school.example", member.student_number, "student", "", "", "", ""]
    page = bring(desk, cohort, a_file([row])).location
    assert "Dit nummer hoort bij iemand met een ander e-mailadres." in words(desk.get(page).text)


def test_nobody_gives_himself_a_role_by_file(desk, admin, cohort) -> None:
    email = db.session.get(Person, admin.person_id).email
    page = bring(desk, cohort, a_file([["Wilma", email, "", "examencommissie", "", "", "", ""]])).location
    assert "Je kunt jezelf geen rol geven." in words(desk.get(page).text)
    confirm(desk, page)
    db.session.refresh(admin, ["grants"])
    assert admin.roles == {Role.SCHOOL_ADMIN}


def test_what_changed_between_the_look_and_the_yes_stops_the_import(desk, school, cohort) -> None:
    page = bring(desk, cohort, a_file(students(2))).location
    other = a_member(school, Role.STUDENT)
    other.student_number = "0000001"
    db.session.commit()
    assert "Er is niemand toegevoegd" in desk.get(confirm(desk, page).location).text
    row = db.session.scalars(sa.select(PeopleImport)).one()
    assert row.state is ImportState.FAULTY
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Enrolment)) == 0


def test_a_student_of_another_cohort_is_not_enrolled_twice(desk, school, cohort) -> None:
    elsewhere = an_enrolment(a_cohort(school, name="WW-25B"), school)
    person = db.session.get(Person, elsewhere.student.person_id)
    row = ["Noor", person.email, elsewhere.student.student_number, "student", "", "", "", ""]
    page = bring(desk, cohort, a_file([row])).location
    assert "Deze student doet dit keuzedeel al in groep WW-25B." in words(desk.get(page).text)
    elsewhere.state = EnrolmentState.WITHDRAWN
    db.session.commit()
    again = bring(desk, cohort, a_file([row])).location
    assert "1 persoon hoort al bij de school en krijgt er iets bij." in words(desk.get(again).text)


def test_an_import_belongs_to_its_school_and_cohort(desk, client, school, cohort) -> None:
    page = bring(desk, cohort, a_file(students(1))).location
    moved = page.replace(str(cohort.id), str(a_cohort(school).id))
    assert desk.get(moved).status_code == 404
    other = a_school("Ander College")
    client.sign_in(a_member(other, Role.SCHOOL_ADMIN))
    for path in (page, f"{page}/fouten.csv", f"/groepen/{cohort.id}/import"):
        assert client.get(path).status_code == 404
    assert client.post(page).status_code == 404
    assert client.post(f"/groepen/{cohort.id}/studenten.csv").status_code == 404


def test_the_example_comes_in_as_it_is(desk, cohort) -> None:
    example = desk.get("/groepen/import/voorbeeld.csv").data
    page = bring(desk, cohort, example, "voorbeeld.csv").location
    assert "Het bestand klopt" in desk.get(page).text
    confirm(desk, page)
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Enrolment)) == 2


def test_a_list_of_a_school_system_comes_in_as_it_is(desk, cohort) -> None:
    header = ["Stamnummer", "Roepnaam", "Tussenvoegsel", "Achternaam", "Klas", "E-mailadres"]
    rows = [
        ["0412345", "Zoë", "de", "Wit", "WW3A", "zoe@school.example"],
        ["0412346", "Tarik", "", "Çelik", "WW3A", "tarik@school.example"],
    ]
    content = "\r\n".join(";".join(row) for row in [header, *rows]).encode("windows-1252")
    page = bring(desk, cohort, content, "Leerlingen.csv").location
    looked = words(desk.get(page).text)
    assert "Zoë de Wit zoe@school.example 0412345 student" in looked
    assert "In het bestand staat geen kolom rol. Daarom wordt iedereen student." in looked
    assert "Deze kolommen gebruiken wij niet: Klas." in looked
    confirm(desk, page)
    found = db.session.scalars(sa.select(Membership.name).where(Membership.student_number.is_not(None)))
    assert sorted(found) == ["Tarik Çelik", "Zoë de Wit"]


def test_a_row_without_a_last_name_is_named_with_its_column(desk, cohort) -> None:
    header = ["studentnummer", "roepnaam", "voorvoegsel", "achternaam", "e-mail"]
    page = bring(desk, cohort, a_file([["1", "Noor", "de", "", "n@school.example"]], header)).location
    assert "2 achternaam leeg Hier staat niets. Vul deze kolom in." in words(desk.get(page).text)


def test_what_we_do_not_use_is_not_kept(desk, cohort) -> None:
    header = ["", "BSN", "e-mail", "Klas", "achternaam", "roepnaam", "nummer", "adres"]
    rows = [
        ["x", "123456782", "n@school.example", "3A", "Wit", "Noor", "0412345", "Markt 1"],
        ["", "", "", "", "", "", "", ""],
        ["x", "987654321", "fout", "3A", "Smit", "'s-Jan", "0412346", "Markt 2"],
    ]
    page = bring(desk, cohort, a_file(rows, header)).location
    row = db.session.scalars(sa.select(PeopleImport)).one()
    kept = give(row.file_hash).decode("utf-8-sig")
    assert not {word for word in ("BSN", "123456782", "987654321", "3A", "Markt") if word in kept}
    told = words(desk.get(page).text)
    assert "4 e-mail fout Het adres is niet compleet." in told
    faulty = desk.get(f"{page}/fouten.csv").data.decode("utf-8-sig")
    assert "'s-Jan" in faulty
    assert "Noor" not in faulty


def test_after_the_yes_it_still_says_what_was_not_used(desk, cohort) -> None:
    rows = [[*each, "3A"] for each in students(2)]
    page = bring(desk, cohort, a_file(rows, [*HEADER, "Klas"])).location
    confirm(desk, page)
    told = words(desk.get(page).text)
    assert "2 nieuw" in told
    assert "Deze kolommen gebruiken wij niet: Klas." in told

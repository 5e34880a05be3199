"""The administration shapes the course in a draft, and publishes it in editions."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from accounts.schools.models import Role
from course.offering.models import Draft, Edition
from foundation.audit.models import AuditEntry
from foundation.database import db
from tests.client import Client
from tests.factories.assessments import the_keuzedeel
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.learning import a_lesson_read
from tests.factories.offering import a_plan, an_edition
from tests.factories.people import a_member, a_school

COURSE = f"/cursus/{D1}"


@pytest.fixture
def student(school):
    return a_member(school, Role.STUDENT)


@pytest.fixture
def enrolment(school, student):
    return an_enrolment(a_cohort(school), school, student=student)


def version(client: Client, path: str = COURSE) -> str:
    return re.search(r'name="version"[^>]* value="(\d+)"', client.get(path).text)[1]


def step(client: Client, act: str, what: str):
    return client.post(COURSE, data={"version": version(client), "step": f"{act}:{what}"})


def publish(client: Client):
    return client.post(f"{COURSE}/publiceer", data={"version": version(client)})


def editions() -> list[Edition]:
    return list(db.session.scalars(sa.select(Edition).order_by(Edition.number)))


def acts() -> list[str]:
    return list(db.session.scalars(sa.select(AuditEntry.act).where(AuditEntry.act.like("course.%"))))


def test_reading_makes_nothing(client: Client, admin) -> None:
    page = client.get(COURSE).text
    assert "Dit zien studenten nu." in page
    assert "Publiceer deze cursus" not in page
    assert db.session.scalars(sa.select(Draft)).all() == []
    assert "Dit zien studenten nu" not in client.get(f"{COURSE}/edities").text


def test_a_lesson_that_goes_off_disappears_when_it_is_published(
    client: Client, admin, student, enrolment
) -> None:
    assert step(client, "uit", "meldcode").headers["Location"].endswith("#meldcode")
    assert "‘De meldcode: vijf stappen’ staat uit." in client.get(COURSE).text
    client.sign_in(student)
    assert "/programma/lessen/meldcode" in client.get("/programma").text
    client.sign_in(admin)
    assert publish(client).status_code == 303
    page = client.get(f"{COURSE}/edities").text
    for text in (
        "Editie 1",
        "Marijke de Wit",
        "‘De meldcode: vijf stappen’ staat uit.",
        "Dit zien studenten nu",
    ):
        assert text in page
    client.sign_in(student)
    assert "/programma/lessen/meldcode" not in client.get("/programma").text
    assert client.get("/programma/lessen/meldcode").status_code == 404
    assert acts() == ["course.edition_published"]


def test_who_had_begun_a_lesson_can_go_on_reading_it(client: Client, school, student, enrolment) -> None:
    a_lesson_read(enrolment, "meldcode", done=False)
    an_edition(school, a_plan(the_keuzedeel(), off=("meldcode",)))
    client.sign_in(student)
    page = client.get("/programma/lessen/meldcode")
    assert page.status_code == 200
    assert "hoort niet meer bij je programma" in page.text


def test_hours_that_were_booked_stay(client: Client, school, student, enrolment) -> None:
    client.sign_in(student)
    client.post("/programma/lessen/meldcode/klaar")
    an_edition(school, a_plan(the_keuzedeel(), off=("meldcode",)))
    assert "Les: De meldcode: vijf stappen" in client.get("/uren").text


def test_the_order_of_the_school_is_what_students_see(client: Client, admin, student, enrolment) -> None:
    first, second = the_keuzedeel().programme.modules[0].lessons[:2]
    step(client, "omlaag", first)
    publish(client)
    client.sign_in(student)
    page = client.get("/programma").text.partition('id="M0"')[2]
    assert page.index(f"/lessen/{second}") < page.index(f"/lessen/{first}")


def test_two_tabs_do_not_overwrite_each_other(client: Client, admin) -> None:
    seen = version(client)
    assert step(client, "uit", "meldcode").status_code == 303
    again = client.post(COURSE, data={"version": seen, "step": "uit:welkom"})
    assert again.status_code == 409
    assert client.post(f"{COURSE}/publiceer", data={"version": seen}).status_code == 409
    assert editions() == []


@pytest.mark.parametrize("path", [COURSE, f"{COURSE}/publiceer", f"{COURSE}/weg"])
def test_a_button_of_an_older_page_shows_the_course_as_it_is_now(client: Client, admin, path) -> None:
    seen = version(client)
    step(client, "uit", "meldcode")
    pressed = {"version": seen} | ({"step": "uit:welkom"} if path == COURSE else {})
    page = client.post(path, data=pressed).text
    assert "De cursus is intussen veranderd" in page
    assert "‘De meldcode: vijf stappen’ staat uit." in page
    assert "uit:welkom</textarea>" not in page
    now = re.search(r'name="version"[^>]* value="(\d+)"', page)[1]
    assert client.post(COURSE, data={"version": now, "step": "uit:welkom"}).status_code == 303


def test_hours_of_an_older_page_stand_beside_those_of_another(client: Client, admin) -> None:
    path, seen = f"{COURSE}/uren", version(client)
    mine = hours_on(client)
    theirs = mine | {"h_M0_student_guided": "11", "h_M1_student_guided": "16"}
    assert client.post(path, data=theirs | {"version": seen}).status_code == 303
    mine |= {"h_M0_student_guided": "10", "h_M2_student_guided": "14"}
    late = client.post(path, data=mine | {"version": seen})
    assert late.status_code == 409
    fields = {each["name"]: each for each in BeautifulSoup(late.text, "html.parser").select("input[name]")}
    assert fields["h_M0_student_guided"]["value"] == "10"
    assert "In het concept staat nu: 11" in late.text
    assert fields["version"]["value"] != seen
    again = client.post(path, data=mine | {"version": fields["version"]["value"]})
    assert again.status_code == 303
    assert hours_on(client)["h_M0_student_guided"] == "10"


def test_goals_of_an_older_page_are_not_lost(client: Client, admin) -> None:
    path, seen = f"{COURSE}/modules/M0", version(client)
    typed = {"version": seen, "title": "Welkom", "goals": "Ik kan groeten.", "block_0": "A", "block_1": "B"}
    step(client, "uit", "meldcode")
    late = client.post(path, data=typed)
    assert late.status_code == 409
    assert "Ik kan groeten.</textarea>" in late.text
    assert "In het concept staat nu: Welkom in de wijk" in late.text


def hours_on(client: Client) -> dict[str, str]:
    page = BeautifulSoup(client.get(f"{COURSE}/uren").text, "html.parser")
    return {each["name"]: each["value"] for each in page.select("input[name^=h_]")}


@pytest.mark.parametrize("step", ["", "weg:meldcode", "uit:bestaat-niet", "omhoog:", ":", "uit"])
def test_a_step_that_is_no_step_changes_nothing(client: Client, admin, step: str) -> None:
    assert client.post(COURSE, data={"version": "0", "step": step}).status_code == 422
    assert db.session.scalars(sa.select(Draft)).all() == []


def test_title_and_goals_of_a_module(client: Client, admin, student, enrolment) -> None:
    path = f"{COURSE}/modules/M0"
    data = {"version": "0", "title": "Welkom bij ons", "goals": "Ik kan groeten.\n\n Ik kan  luisteren. ",
            "block_0": "Begin", "block_1": "Veilig"}  # fmt: skip
    assert client.post(path, data=data).status_code == 303
    publish(client)
    client.sign_in(student)
    page = client.get("/programma").text
    assert "Welkom bij ons" in page
    assert "<li>Ik kan luisteren.</li>" in page


def test_what_was_typed_comes_back_with_its_message(client: Client, admin) -> None:
    long = "x" * 301
    data = {"version": "0", "title": "", "goals": f"Ik kan.\n{long}", "block_0": "Begin", "block_1": "Veilig"}
    answer = client.post(f"{COURSE}/modules/M0", data=data)
    assert answer.status_code == 422
    assert "Een doel is hooguit 300 tekens lang." in answer.text
    assert "Vul dit in." in answer.text
    assert long in answer.text


def hours(client: Client) -> dict[str, str]:
    page = client.get(f"{COURSE}/uren").text
    return dict(re.findall(r'<input[^>]* name="(h_[^"]+|version)"[^>]* value="(\d+)"', page))


def test_hours_must_add_up_and_say_how_much_they_differ(client: Client, admin) -> None:
    filled = hours(client)
    name = "h_M0_student_guided"
    less = str(int(filled[name]) - 4)
    answer = client.post(f"{COURSE}/uren", data=filled | {name: less})
    assert answer.status_code == 422
    assert "Student: samen is dit 236 uur. Er moet nog 4 uur bij, tot 240." in answer.text
    assert "Zij-instromer: samen" not in answer.text
    more = client.post(f"{COURSE}/uren", data=filled | {name: str(int(filled[name]) + 1)})
    assert "Er moet 1 uur af, tot 240." in more.text
    other = str(int(filled["h_M1_student_guided"]) + 4)
    good = client.post(f"{COURSE}/uren", data=filled | {name: less, "h_M1_student_guided": other})
    assert good.status_code == 303
    assert "anders verdeeld" in client.get(COURSE).text


@pytest.mark.parametrize("typed", ["", "vier", "-1", "1000", "1,5", "٣"])
def test_hours_are_whole_numbers(client: Client, admin, typed: str) -> None:
    answer = client.post(f"{COURSE}/uren", data=hours(client) | {"h_M0_student_guided": typed})
    assert answer.status_code == 422
    page = BeautifulSoup(answer.text, "html.parser")
    errors = [each.get_text(strip=True) for each in page.select(".ww-field__error")]
    assert errors == ["Vul een heel getal in, van 0 tot en met 999."]
    assert "samen is dit" not in answer.text


def test_the_sum_is_told_at_its_route(client: Client, admin) -> None:
    answer = client.post(f"{COURSE}/uren", data=hours(client) | {"h_M0_student_guided": "99"})
    page = BeautifulSoup(answer.text, "html.parser")
    assert "samen is dit" in page.select_one("#route-student-error").text
    assert page.select("[aria-invalid]") == []


def test_a_module_that_is_off_asks_for_its_hours_first(client: Client, admin, student, enrolment) -> None:
    step(client, "uit", "M4")
    page = client.get(COURSE).text
    assert "De uren kloppen nog niet" in page
    assert "Publiceer deze cursus" not in page
    assert publish(client).status_code == 409
    filled = hours(client)
    for route in ("student", "zij_instromer"):
        filled[f"h_M1_{route}_practice"] = str(int(filled[f"h_M1_{route}_practice"]) + 23)
    assert client.post(f"{COURSE}/uren", data=filled).status_code == 303
    assert publish(client).status_code == 303
    client.sign_in(student)
    assert 'id="M4"' not in client.get("/programma").text


def test_nothing_changed_is_nothing_to_publish(client: Client, admin) -> None:
    assert publish(client).status_code == 409
    step(client, "uit", "meldcode")
    publish(client)
    assert publish(client).status_code == 409
    assert [each.number for each in editions()] == [1]


def test_the_draft_can_be_thrown_away(client: Client, admin) -> None:
    step(client, "uit", "meldcode")
    assert client.post(f"{COURSE}/weg", data={"version": version(client)}).status_code == 303
    assert "Dit zien studenten nu." in client.get(COURSE).text
    assert acts() == ["course.draft_dropped"]


def test_an_earlier_edition_is_published_anew(client: Client, admin, student, enrolment) -> None:
    for what in ("meldcode", "welkom"):
        step(client, "uit", what)
        publish(client)
    first = editions()[0]
    assert client.post(f"{COURSE}/edities/{first.id}/opnieuw").status_code == 303
    assert client.post(f"{COURSE}/edities/{first.id}/opnieuw").status_code == 409
    assert [each.number for each in editions()] == [1, 2, 3]
    assert "Publiceer deze cursus" not in client.get(COURSE).text
    client.sign_in(student)
    page = client.get("/programma").text
    assert "/programma/lessen/welkom" in page
    assert "/programma/lessen/meldcode" not in page


def test_the_edition_of_another_school_cannot_be_published(client: Client, admin) -> None:
    other = an_edition(a_school(), a_plan(the_keuzedeel(), off=("meldcode",)))
    assert client.post(f"{COURSE}/edities/{other.id}/opnieuw").status_code == 404
    assert "Editie 1" not in client.get(f"{COURSE}/edities").text


def test_the_preview_shows_the_draft_as_a_student_sees_it(client: Client, admin) -> None:
    step(client, "uit", "meldcode")
    for route, hours in (("student", "33 uur"), ("zij_instromer", "23 uur")):
        page = client.get(f"{COURSE}/voorbeeld?route={route}").text
        assert '/voorbeeld/meldcode"' not in page
        assert hours in page
    assert "De lege koelkast" in client.get(f"{COURSE}/voorbeeld/meldcode").text
    assert client.get(f"{COURSE}/voorbeeld/bestaat-niet").status_code == 404
    assert client.get("/cursus/bestaat-niet").status_code == 404


@pytest.mark.parametrize(("path", "most"), [("", 6), ("/edities", 6), ("/voorbeeld", 6), ("/uren", 6)])
def test_the_pages_cost_the_same_whatever_there_is(
    client: Client, school, admin, counting, path: str, most: int
) -> None:
    an_edition(school, a_plan(the_keuzedeel()), admin=admin)
    with counting() as few:
        client.get(COURSE + path)
    for number in range(15):
        an_edition(school, a_plan(the_keuzedeel(), off=("meldcode",) if number % 2 else ()), admin=admin)
    with counting() as many:
        client.get(COURSE + path)
    assert len(many) == len(few) <= most


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SCHOOL_ADMIN])
def test_only_the_administration_shapes_the_course(client: Client, school, role: Role) -> None:
    client.sign_in(a_member(school, role))
    assert client.get(COURSE).status_code == 403


@pytest.mark.parametrize(
    ("act", "what", "told"),
    [
        ("omlaag", "welkom", "‘Welkom in Het Klaverveld’ staat nu lager."),
        ("omhoog", "M0", "staat al bovenaan."),
        ("omlaag", "M0", "staat nu lager."),
        ("uit", "meldcode", "‘De meldcode: vijf stappen’ staat uit."),
    ],
)
def test_a_step_is_told_and_leads_to_its_row(client: Client, admin, act: str, what: str, told: str) -> None:
    answer = step(client, act, what)
    assert answer.headers["Location"].endswith(f"#{what}")
    page = BeautifulSoup(client.get(COURSE).text, "html.parser")
    assert told in page.select_one(".ww-flash [role=status]").text
    assert page.find(id=what)["tabindex"] == "-1"

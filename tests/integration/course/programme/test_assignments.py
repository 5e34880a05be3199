"""A practice assignment leads to its place in the work, is ticked off there and proposes its hours."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from content import KEUZEDELEN
from content.catalogue import load_catalogue
from content.work_form import WorkSection
from course.hours.models import HourEntry
from course.hours.workflow import HourState
from course.progress.assignments import tick_assignment
from course.progress.models import AssignmentDone
from enrolment.catalogue import keuzedeel
from enrolment.workflow import EnrolmentState
from foundation.database import db
from tests.client import Client
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.people import a_school
from tests.factories.work import an_item

PATH = "/programma/opdrachten/bouw-een-relatie"
READY = "staat wat de opdracht vraagt"
TO_WORK = "opdracht=bouw-een-relatie"
CONTACT = {
    "wie": "de beheerder",
    "sinds": "2026-03-02",
    "aanpak": "Ik kwam elke dinsdag even langs.",
    "verandering": "Hij belt mij nu ook zelf.",
}
LATER = "Ik kwam elke week langs, ook in de regen."


def contacts(enrolment, number: int) -> None:
    for position in range(number):
        an_item(enrolment, "verbinden", "contacten", position=position, **CONTACT)


def hours(enrolment) -> list[HourEntry]:
    return list(db.session.scalars(sa.select(HourEntry).where(HourEntry.enrolment_id == enrolment.id)))


ALL = [each.slug for each in load_catalogue((KEUZEDELEN,)).keuzedeel(D1).assignments]


@pytest.mark.parametrize("slug", ALL)
def test_each_opens_the_right_place_and_is_ticked_off_by_the_work_it_asks(
    client: Client, enrolment, slug: str
) -> None:
    course = keuzedeel(D1)
    assignment = course.assignment(slug)
    piece, section = course.place_of(assignment)
    page = client.get(f"/programma/opdrachten/{slug}").text
    assert f"Doe dit nu in ‘{piece.title}’" in page
    way = f"/werk/{piece.key}/{section.key}?opdracht={slug}"
    assert f'href="{way}"' in page
    assert client.get(way).status_code == 200
    filled = filled_in(section) | tied_to_a_source(section, enrolment)
    if section.kind == "single":
        answer = client.save(way, version=0, **filled)
        assert f"De opdracht ‘{assignment.title}’ is klaar." in answer.json["saved"]
    else:
        for number in range(1, assignment.header.least + 1):
            assert ticked() == 0
            added = client.post(
                f"/werk/{piece.key}/{section.key}/erbij?opdracht={slug}", data={"name": "Een naam"}
            )
            answer = client.save(added.location.split("#")[0], version=1, **filled)
            said = f"De opdracht ‘{assignment.title}’ is klaar." in answer.json["saved"]
            assert said is (number == assignment.header.least), (number, answer.json)
    proposed = hours(enrolment)
    assert sum(each.minutes for each in proposed) == assignment.minutes
    assert {each.state for each in proposed} == {HourState.PROPOSED}
    assert ticked() == 1


def filled_in(section: WorkSection) -> dict[str, str]:
    """Answer every question that is not about other records."""
    answers = {"line": "Een antwoord", "date": "2026-03-02"}
    long = "Dit is een antwoord van genoeg woorden."
    return {
        f"f_{field.key}": field.options[0].value if field.options else answers.get(field.type, long)
        for field in section.fields
        if field.type != "links"
    }


def tied_to_a_source(section: WorkSection, enrolment) -> dict[str, str]:
    """Say on which source it rests, where that is asked."""
    asked = [field for field in section.fields if field.type == "links" and field.required]
    sources = {field.key: an_item(enrolment, "wijkanalyse", field.to.rpartition("/")[2]) for field in asked}
    return {f"l_{key}_{source.id.hex}": "weten" for key, source in sources.items()}


def test_what_stands_in_the_work_offers_the_tick(client: Client, enrolment) -> None:
    contacts(enrolment, 2)
    page = client.get(PATH).text
    assert "Helemaal ingevuld: 2.</p>" in page
    assert "<p>Begin je met deze knop?" in page
    assert READY not in client.get(PATH).text
    contacts(enrolment, 1)
    assert READY in client.get(PATH).text


def test_the_tick_proposes_practice_and_writing_once(client: Client, enrolment) -> None:
    for _press in range(2):
        assert client.post(f"{PATH}/klaar").status_code == 303
    assert db.session.scalar(sa.select(sa.func.count(AssignmentDone.id))) == 1
    found = hours(enrolment)
    assert sum(each.minutes for each in found) == 11 * 60
    assert {each.state for each in found} == {HourState.PROPOSED}
    assert {each.work_process for each in found} == {"D1-K1-W2"}
    assert all(each.minutes <= 4 * 60 for each in found)
    page = client.get(PATH).text
    assert "Deze opdracht is afgevinkt." in page
    assert "Deze opdracht is klaar</button>" not in page


def test_the_state_stands_in_the_programme_and_on_the_home(client: Client, enrolment) -> None:
    assert "Je hebt 0 van de 18 opdrachten klaar." in client.get("/").text
    client.post("/programma/opdrachten/veiligheidskaart/klaar")
    home = client.get("/").text
    assert "Je hebt 1 van de 18 opdrachten klaar." in home
    assert "/programma/opdrachten/meelopen" in home
    line = client.get("/programma").text.split("/programma/opdrachten/veiligheidskaart")[1].split("</li>")[0]
    assert "Klaar" in line


def test_ticking_an_assignment_leaves_the_lessons_alone(client: Client, enrolment) -> None:
    client.post(f"{PATH}/klaar")
    assert "Begin hier" in client.get("/programma").text


def test_who_is_paused_ticks_nothing(client: Client, enrolment) -> None:
    enrolment.state = EnrolmentState.PAUSED
    assert client.post(f"{PATH}/klaar").status_code == 409
    assert hours(enrolment) == []


def test_an_assignment_without_a_place_can_be_ticked_off(client: Client) -> None:
    school = a_school()
    client.sign_in(an_enrolment(a_cohort(school, keuzedeel="t9-buurtsport"), school).student)
    page = client.get("/programma/opdrachten/eerste-training").text
    assert "Hier hoort het in je werk" not in page
    assert client.post("/programma/opdrachten/eerste-training/klaar").status_code == 303


@pytest.mark.parametrize("slug", ["bestaat-niet", "meldcode", "%00"])
def test_what_is_not_there_is_not_found(client: Client, enrolment, slug: str) -> None:
    assert client.post(f"/programma/opdrachten/{slug}/klaar").status_code == 404


def test_a_field_that_was_not_declared_is_refused(client: Client, enrolment) -> None:
    assert client.post(f"{PATH}/klaar", data={"minutes": "600"}).status_code == 422


def test_its_place_in_the_work_says_what_it_asks_and_leads_back(client: Client, enrolment) -> None:
    contacts(enrolment, 2)
    way = f"/werk/verbinden/contacten?{TO_WORK}"
    assert f'href="{way}"' in client.get(PATH).text
    page = client.get(way).text
    assert "vraagt er minstens 3. Helemaal ingevuld: 2." in page
    assert f'href="{PATH}"' in page
    added = client.post(f"/werk/verbinden/contacten/erbij?{TO_WORK}", data={"name": "Ali"})
    assert "Helemaal ingevuld: 2." in client.get(added.headers["Location"]).text


def a_new_contact(client: Client, query: str = TO_WORK) -> str:
    added = client.post(f"/werk/verbinden/contacten/erbij?{query}", data={"name": "Ali"})
    return added.headers["Location"].split("#")[0]


def answers(**changes: str) -> dict[str, str]:
    return {f"f_{key}": value for key, value in (CONTACT | changes).items()}


def ticked() -> int:
    return db.session.scalar(sa.select(sa.func.count(AssignmentDone.id)))


def test_the_work_done_there_ticks_it_off_and_proposes_the_hours(client: Client, enrolment) -> None:
    contacts(enrolment, 2)
    way = a_new_contact(client)
    half = client.save(way, version=1, **answers(verandering="Hij")).json
    assert "is klaar" not in half["saved"]
    assert "Helemaal ingevuld: 2." in half["fragments"]["#gevraagd"]
    whole = client.save(way, version=half["version"], **answers()).json
    assert "De opdracht ‘Bouw aan drie relaties’ is klaar." in whole["saved"]
    assert "is klaar. De tijd ervoor vind je bij" in whole["fragments"]["#gevraagd"]
    assert sum(each.minutes for each in hours(enrolment)) == 11 * 60
    again = client.save(way, version=whole["version"], **answers(aanpak=LATER))
    assert "is klaar" not in again.json["saved"]
    assert ticked() == 1


def test_what_was_made_for_another_assignment_does_not_count_again(client: Client, enrolment) -> None:
    contacts(enrolment, 3)
    tick_assignment(enrolment, assignment="meelopen")
    page = client.get(PATH).text
    assert "Helemaal ingevuld: 2." in page
    assert "telt hier niet nog eens mee" in page
    way = a_new_contact(client)
    assert "is klaar" in client.save(way, version=1, **answers()).json["saved"]


def test_without_script_the_next_page_says_so(client: Client, enrolment) -> None:
    contacts(enrolment, 2)
    way = a_new_contact(client)
    page = client.get(client.post(way, data={"version": 1, **answers()}).headers["Location"]).text
    assert "De opdracht ‘Bouw aan drie relaties’ is klaar." in page
    assert "is klaar. De tijd ervoor vind je bij" in page


@pytest.mark.parametrize("query", ["", "opdracht=meelopen", "opdracht=windscherm"])
def test_work_for_something_else_ticks_nothing_off(client: Client, enrolment, query: str) -> None:
    contacts(enrolment, 2)
    client.save(a_new_contact(client, query), version=1, **answers())
    assert ticked() == 0
    assert hours(enrolment) == []


def test_who_takes_the_tick_back_decides_alone_from_then_on(client: Client, enrolment) -> None:
    contacts(enrolment, 2)
    way = a_new_contact(client)
    version = client.save(way, version=1, **answers()).json["version"]
    taken_over = hours(enrolment)[0]
    taken_over.state = HourState.LOGGED
    assert client.post(f"{PATH}/nog-niet").status_code == 303
    assert hours(enrolment) == [taken_over]
    assert READY in client.get(PATH).text
    client.save(way, version=version, **answers(aanpak=LATER))
    assert ticked() == 0
    client.post(f"{PATH}/klaar")
    assert sum(each.minutes for each in hours(enrolment)) == 11 * 60


def test_a_tick_that_is_not_there_can_be_taken_back(client: Client, enrolment) -> None:
    assert client.post(f"{PATH}/nog-niet").status_code == 303
    assert client.post("/programma/opdrachten/bestaat-niet/nog-niet").status_code == 404


@pytest.mark.parametrize("slug", ["", "bestaat-niet", "windscherm", "%00"])
def test_another_assignment_says_nothing_there(client: Client, enrolment, slug: str) -> None:
    answer = client.get(f"/werk/verbinden/contacten?opdracht={slug}")
    assert answer.status_code == 200
    assert 'id="gevraagd"' not in answer.text

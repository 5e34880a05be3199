"""A student follows the programme."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup
from markupsafe import escape

from accounts.schools.models import Role
from course.hours.models import HourEntry
from course.hours.workflow import HourState
from course.progress.models import LessonProgress
from course.progress.places import headings
from enrolment.catalogue import keuzedeel
from enrolment.models import Route
from enrolment.workflow import EnrolmentState
from foundation.database import db
from tests.client import Client
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.learning import a_lesson_read, some_hours
from tests.factories.people import a_member, a_school

LESSON = "/programma/lessen/meldcode"


def proposals(enrolment) -> list[HourEntry]:
    return list(db.session.scalars(sa.select(HourEntry).where(HourEntry.enrolment_id == enrolment.id)))


def test_the_hours_of_both_routes_add_up_to_240(client: Client) -> None:
    school = a_school()
    for route, split in (
        (Route.STUDENT, "33 uur: 12 met de groep"),
        (Route.ZIJ_INSTROMER, "23 uur: 6 met de groep"),
    ):
        client.sign_in(an_enrolment(a_cohort(school), school, route=route).student)
        page = client.get("/programma").text
        assert "Samen is het 240 uur" in page
        assert split in page


def test_shows_goals_lessons_and_assignments(client: Client, enrolment) -> None:
    page = client.get("/programma").text
    for text in (
        "Ik kan een bezoek veilig voorbereiden.",
        "De meldcode: vijf stappen",
        "Rondje door de wijk",
        "Begin hier",
    ):
        assert text in page


def test_a_lesson_shows_its_text_and_what_it_serves(client: Client, enrolment) -> None:
    page = client.get(LESSON).text
    for text in (
        "De lege koelkast",
        "Test jezelf",
        "Heeft brede kennis van de meldcode",
        "Begin met deze les",
    ):
        assert text in page


def test_an_assignment_names_what_comes_first(client: Client, enrolment) -> None:
    page = client.get("/programma/opdrachten/windscherm").text
    assert "Rondje door de wijk" in page
    assert "4 uur in de wijk, 2 uur schrijven" in page


def test_a_lesson_that_was_begun_stands_at_the_front(client: Client, enrolment) -> None:
    assert client.post("/programma/lessen/sociale-kaart/begin").status_code == 303
    page = client.get("/programma").text
    assert "Verder waar je was" in page
    assert "Bezig" in page
    assert page.index("/programma/lessen/sociale-kaart") < page.index('id="M0"')


def test_a_lesson_that_somebody_reads_on_in_is_begun_without_a_word(client: Client, enrolment) -> None:
    answer = client.save("/programma/lessen/sociale-kaart/begin")
    assert answer.status_code == 200
    page = client.get("/programma").text
    assert page.index("/programma/lessen/sociale-kaart") < page.index('id="M0"')
    assert "Deze les staat nu bij" not in page


def summaries(client: Client) -> dict[str, tuple[bool, str]]:
    """Give per module whether it stands open, and what its folded line says."""
    page = BeautifulSoup(client.get("/programma").text, "lxml")
    modules = {each.select_one(".ww-module__body")["id"]: each for each in page.select("details.ww-module")}
    return {
        code: (each.has_attr("open"), each.summary.get_text(" ", strip=True))
        for code, each in modules.items()
    }


def test_only_the_module_where_the_student_is_stands_open(client: Client, enrolment) -> None:
    assert [code for code, (is_open, _) in summaries(client).items() if is_open] == ["M0"]
    client.post("/programma/lessen/sociale-kaart/begin")
    assert [code for code, (is_open, _) in summaries(client).items() if is_open] == ["M1"]


def test_a_folded_module_says_how_far_the_student_is(client: Client, enrolment) -> None:
    module = keuzedeel(D1).programme.modules[0]
    for slug in module.lessons:
        client.post(f"/programma/lessen/{slug}/klaar")
    client.post(f"/programma/opdrachten/{module.assignments[0]}/klaar")
    is_open, text = summaries(client)["M0"]
    assert not is_open
    assert f"{len(module.lessons)} van {len(module.lessons)} lessen klaar" in text
    assert f"1 van {len(module.assignments)} opdrachten klaar" in text


def reach(client: Client, section: str, lesson: str = "sociale-kaart"):
    return client.save(f"/programma/lessen/{lesson}/begin", section=section)


def row_of(enrolment, lesson: str = "sociale-kaart") -> LessonProgress:
    found = sa.select(LessonProgress).where(
        LessonProgress.enrolment_id == enrolment.id, LessonProgress.lesson == lesson
    )
    return db.session.scalars(found.execution_options(populate_existing=True)).one()


@pytest.fixture
def headings_of_lesson(app) -> list[str]:
    return list(headings(keuzedeel(D1).lesson("sociale-kaart")))


def test_verder_leads_to_the_heading_that_was_reached(
    client: Client, enrolment, headings_of_lesson: list[str]
) -> None:
    place = headings_of_lesson[3]
    assert reach(client, place).status_code == 200
    title = headings(keuzedeel(D1).lesson("sociale-kaart"))[place]
    page = client.get("/programma").text
    assert f'href="/programma/lessen/sociale-kaart#{place}"' in page
    assert f"Je was bij ‘{escape(title)}’." in page
    lesson = client.get("/programma/lessen/sociale-kaart").text
    assert f'<a href="#{place}">' in lesson
    assert f'id="{place}"' in lesson


def test_the_home_leads_there_as_well(client: Client, enrolment, headings_of_lesson: list[str]) -> None:
    reach(client, headings_of_lesson[2])
    assert f'href="/programma/lessen/sociale-kaart#{headings_of_lesson[2]}"' in client.get("/").text


def test_looking_something_up_further_back_does_not_lose_the_place(
    client: Client, enrolment, headings_of_lesson: list[str]
) -> None:
    for place in (3, 1):
        assert reach(client, headings_of_lesson[place]).status_code == 200
    assert row_of(enrolment).section == headings_of_lesson[3]


def test_the_same_heading_again_writes_nothing(
    client: Client, enrolment, headings_of_lesson: list[str], counting
) -> None:
    reach(client, headings_of_lesson[2])
    with counting() as statements:
        reach(client, headings_of_lesson[2])
    assert [each for each in statements if each.lstrip().upper().startswith(("INSERT", "UPDATE"))] == []


def test_the_lesson_that_was_read_in_last_stands_at_the_front(
    client: Client, enrolment, headings_of_lesson: list[str]
) -> None:
    client.post("/programma/lessen/sociale-kaart/begin")
    client.post("/programma/lessen/meldcode/begin")
    reach(client, headings_of_lesson[2])
    assert "sociale-kaart" in next_card(client)


def test_a_lesson_that_was_ticked_off_has_no_place(
    client: Client, enrolment, headings_of_lesson: list[str]
) -> None:
    reach(client, headings_of_lesson[2])
    client.post("/programma/lessen/sociale-kaart/klaar")
    assert reach(client, headings_of_lesson[4]).status_code == 200
    assert row_of(enrolment).section == headings_of_lesson[2]
    assert "Lees verder bij" not in client.get("/programma/lessen/sociale-kaart").text


def test_a_heading_that_is_gone_leads_to_the_lesson(client: Client, enrolment) -> None:
    client.post("/programma/lessen/sociale-kaart/begin")
    row_of(enrolment).section = "een-kop-van-vroeger"
    db.session.flush()
    assert 'href="/programma/lessen/sociale-kaart"' in next_card(client)
    assert client.get("/programma/lessen/sociale-kaart").status_code == 200


@pytest.mark.parametrize("section", ["er-niet", "woorden", "x" * 300, "<script>"])
def test_what_is_no_heading_to_be_at_is_refused(client: Client, enrolment, section: str) -> None:
    assert reach(client, section).status_code == 422
    assert db.session.scalar(sa.select(sa.func.count(LessonProgress.id))) == 0


def test_who_is_paused_is_not_followed(client: Client, enrolment, headings_of_lesson: list[str]) -> None:
    reach(client, headings_of_lesson[2])
    enrolment.state = EnrolmentState.PAUSED
    db.session.flush()
    assert "/begin" not in client.get("/programma/lessen/sociale-kaart").text
    assert reach(client, headings_of_lesson[3]).status_code == 409


def next_card(client: Client) -> str:
    return client.get("/programma").text.partition('class="ww-card ww-next"')[2].partition("</section>")[0]


def test_ticking_off_proposes_its_time_once(client: Client, enrolment) -> None:
    assert client.post(f"{LESSON}/klaar").status_code == 303
    assert client.post(f"{LESSON}/klaar").status_code == 303
    [entry] = proposals(enrolment)
    assert (entry.minutes, entry.work_process, entry.state) == (50, "D1-K1", HourState.PROPOSED)
    assert entry.source_key == "lesson:meldcode"
    assert "Je hebt deze les afgevinkt." in client.get(LESSON).text


def test_a_proposal_that_was_thrown_away_does_not_come_back(client: Client, enrolment) -> None:
    client.post(f"{LESSON}/klaar")
    [entry] = proposals(enrolment)
    client.post(f"/uren/{entry.id}/weg", data={"version": entry.version})
    client.post(f"{LESSON}/klaar")
    assert proposals(enrolment) == []


def test_reading_changes_nothing(client: Client, enrolment) -> None:
    for path in ("/programma", LESSON, "/programma/opdrachten/windscherm", "/programma/kader"):
        client.get(path)
    assert db.session.scalar(sa.select(sa.func.count(LessonProgress.id))) == 0
    assert proposals(enrolment) == []


def test_who_is_paused_reads_and_changes_nothing(client: Client, enrolment) -> None:
    enrolment.state = EnrolmentState.PAUSED
    assert client.get(LESSON).status_code == 200
    assert client.post(f"{LESSON}/klaar").status_code == 409
    assert proposals(enrolment) == []


def test_who_is_not_enrolled_reads_what_to_do(client: Client) -> None:
    client.sign_in(a_member(a_school(), Role.STUDENT))
    answer = client.get("/programma")
    assert answer.status_code == 404
    assert "Je bent nog niet ingeschreven" in answer.text


@pytest.mark.parametrize(
    "path", ["lessen/bestaat-niet", "opdrachten/bestaat-niet", "lessen/windscherm", "lessen/%00"]
)
def test_what_is_not_there_is_not_found(client: Client, enrolment, path: str) -> None:
    assert client.get(f"/programma/{path}").status_code == 404
    assert client.post(f"/programma/{path}/klaar", data={}).status_code in {404, 405}


def test_a_field_that_was_not_declared_is_refused(client: Client, enrolment) -> None:
    assert client.post(f"{LESSON}/klaar", data={"minutes": "600"}).status_code == 422
    assert proposals(enrolment) == []


@pytest.mark.parametrize("role", list(Role))
def test_every_role_reads_the_official_text(client: Client, role: Role) -> None:
    school = a_school()
    a_cohort(school)
    client.sign_in(a_member(school, role))
    page = client.get("/programma/kader").text
    for text in (
        "Gebruikt zorgvuldig bestaande bronnen en gegevens",
        "Kan informatie uit verschillende bronnen vergelijken",
        "Samenwerken en overleggen",
        "Dit is een voorbeeld",
        "Je haalt W1 als hoogstens 1 criterium onvoldoende is.",
    ):
        assert text in page


def test_another_keuzedeel_reads_as_well(client: Client) -> None:
    school = a_school()
    client.sign_in(an_enrolment(a_cohort(school, keuzedeel="t9-buurtsport"), school).student)
    assert client.get("/programma").status_code == 200
    assert client.get("/programma/lessen/vraag-het-de-groep").status_code == 200
    assert client.get("/programma/kader").status_code == 200
    assert client.get("/programma/lessen/meldcode").status_code == 404


@pytest.mark.parametrize("others", [10, 300])
def test_the_number_of_statements_has_a_ceiling(client: Client, enrolment, counting, others: int) -> None:
    school = a_school()
    neighbour = an_enrolment(a_cohort(school), school)
    for number in range(others):
        a_lesson_read(neighbour, f"les-{number}")
        some_hours(neighbour)
    a_lesson_read(enrolment, "sociale-kaart")
    for path, most in (
        ("/programma", 5),
        (LESSON, 5),
        ("/programma/opdrachten/windscherm", 4),
        ("/programma/kader", 2),
    ):
        with counting() as statements:
            client.get(path)
        assert len(statements) <= most, path


def test_a_finished_lesson_leads_to_the_hours_it_proposes(client: Client, enrolment) -> None:
    page = client.get(client.post(f"{LESSON}/klaar").location).text
    assert 'Deze les is klaar. Bij <a href="/uren">Uren</a> staat een voorstel van' in page

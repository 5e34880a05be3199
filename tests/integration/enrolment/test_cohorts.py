"""Cohorts: made, listed, searched, paged; at the same number of statements however many students."""

from __future__ import annotations

from bs4 import BeautifulSoup

from accounts.schools.models import Role
from enrolment.models import Cohort
from enrolment.workflow import EnrolmentState
from foundation.clock import now
from foundation.database import db
from tests.factories.enrolments import D1, a_cohort, an_enrolment, coaches, is_allocated
from tests.factories.people import a_member, a_school

NEW = {
    "name": "WW-26A",
    "keuzedeel": D1,
    "track": "derde_leerweg",
    "starts_on": "2026-09-14",
    "ends_on": "2027-03-21",
}


def names_in(page: str) -> list[str]:
    table = BeautifulSoup(page, "html5lib").find("tbody")
    return [cell.a.get_text(strip=True) for cell in table.find_all("th")] if table else []


def figures_in(page: str) -> dict[str, str]:
    figures = BeautifulSoup(page, "html5lib").find("dl", class_="ww-keyfigures").find_all("div")
    return {each.dt.get_text(strip=True): each.dd.get_text(strip=True) for each in figures}


def link(page: str, rel: str) -> str | None:
    found = BeautifulSoup(page, "html5lib").find("a", rel=rel)
    return found["href"] if found else None


def test_a_cohort_is_made_and_found_back(desk) -> None:
    assert desk.get("/groepen").status_code == 200
    made = desk.post("/groepen/nieuw", data=NEW)
    assert made.status_code == 303
    assert "WW-26A" in desk.get(made.location).text
    assert names_in(desk.get("/groepen").text) == ["WW-26A"]


def test_wrong_input_is_told_at_the_field_and_kept(desk) -> None:
    answer = desk.post("/groepen/nieuw", data={**NEW, "ends_on": "2026-02-30", "name": "x" * 101})
    assert answer.status_code == 422
    assert "Deze datum bestaat niet" in answer.text
    assert "hooguit 100 tekens" in answer.text
    assert "x" * 101 in answer.text
    late = desk.post("/groepen/nieuw", data={**NEW, "ends_on": "2026-09-14"})
    assert "De laatste dag ligt na de eerste dag" in late.text


def test_a_name_is_used_once_in_a_school(desk, school) -> None:
    a_cohort(school, name="WW-26A")
    assert "Er is al een groep met deze naam" in desk.post("/groepen/nieuw", data=NEW).text
    other = a_school("Ander College")
    a_cohort(other, name="WW-99")
    assert desk.post("/groepen/nieuw", data={**NEW, "name": "WW-99"}).status_code == 303


def test_a_change_on_an_old_page_is_refused(desk, school) -> None:
    cohort = a_cohort(school)
    change = {key: NEW[key] for key in ("name", "track", "starts_on", "ends_on")}
    path = f"/groepen/{cohort.id}/gegevens"
    assert desk.post(path, data={**change, "version": 1}).status_code == 303
    assert desk.post(path, data={**change, "name": "Later", "version": 1}).status_code == 409
    assert db.session.get(Cohort, cohort.id).name == "WW-26A"


def test_students_are_searched_filtered_and_paged(desk, school) -> None:
    cohort = a_cohort(school)
    people = [
        an_enrolment(cohort, school, student=a_member(school, Role.STUDENT, name=f"Student {n:02d}"))
        for n in range(60)
    ]
    coach = a_member(school, Role.COACH, name="Marja van Vliet")
    coaches(coach, people[3])
    people[4].state = EnrolmentState.PAUSED
    base = f"/groepen/{cohort.id}"
    first = desk.get(base).text
    assert names_in(first) == [f"Student {n:02d}" for n in range(25)]
    second = desk.get(link(first, "next")).text
    assert names_in(second) == [f"Student {n:02d}" for n in range(25, 50)]
    third = desk.get(link(second, "next")).text
    assert names_in(third) == [f"Student {n:02d}" for n in range(50, 60)]
    assert link(third, "next") is None
    assert names_in(desk.get(link(third, "prev")).text) == [f"Student {n:02d}" for n in range(25, 50)]
    assert names_in(desk.get(f"{base}?zoek=student+07").text) == ["Student 07"]
    assert names_in(desk.get(f"{base}?zoek={people[8].number}").text) == ["Student 08"]
    assert names_in(desk.get(f"{base}?begeleider={coach.id}").text) == ["Student 03"]
    assert names_in(desk.get(f"{base}?toestand=paused").text) == ["Student 04"]
    assert "Geen student gevonden met ‘%’" in desk.get(f"{base}?zoek=%25").text
    assert desk.get(f"{base}?zoek=%00%0a&na=niets&begeleider=x&toestand=y").status_code == 200


def test_the_figures_above_a_group_are_of_that_group_and_of_who_is_at_work(desk, school) -> None:
    cohort, other = a_cohort(school), a_cohort(school)
    coach, *two = (a_member(school, role) for role in (Role.COACH, Role.ASSESSOR, Role.ASSESSOR))
    students = [an_enrolment(cohort, school) for _ in range(5)]
    for served in (students[0], students[4], an_enrolment(other, school), an_enrolment(other, school)):
        coaches(coach, served)
        for seat, assessor in enumerate(two, start=1):
            is_allocated(assessor, served, seat=seat)
    coaches(a_member(school, Role.COACH), students[0])
    coaches(coach, students[1]).ended_at = now()
    is_allocated(two[0], students[1], seat=1)
    students[2].state = EnrolmentState.PAUSED
    students[3].state = EnrolmentState.COMPLETED
    students[4].state = EnrolmentState.WITHDRAWN
    assert figures_in(desk.get(f"/groepen/{cohort.id}").text) == {
        "studenten": "4",
        "uur gemiddeld": "0",
        "zonder begeleider": "2",
        "zonder twee beoordelaars": "2",
    }
    assert figures_in(desk.get(f"/groepen/{other.id}").text) == {
        "studenten": "2",
        "uur gemiddeld": "0",
        "zonder begeleider": "0",
        "zonder twee beoordelaars": "0",
    }


def test_the_pages_cost_the_same_with_many_students(desk, school, admin, counting) -> None:
    def cost(students: int) -> dict[str, int]:
        cohort = a_cohort(school)
        coach, first, second = (a_member(school, role) for role in (Role.COACH, Role.ASSESSOR, Role.ASSESSOR))
        for _ in range(students):
            enrolment = an_enrolment(cohort, school)
            coaches(coach, enrolment)
            is_allocated(first, enrolment, seat=1)
            is_allocated(second, enrolment, seat=2)
        db.session.commit()
        spent = {}
        for path in (
            "",
            "/beoordelaars?alle=ja",
            "/verdeling?alle=ja",
            "/begeleiders?alle=ja",
            "/uitstel?alle=ja",
        ):
            with counting() as statements:
                assert desk.get(f"/groepen/{cohort.id}{path}").status_code == 200
            spent[path] = len(statements)
        with counting() as statements:
            assert desk.get("/groepen").status_code == 200
        return {**spent, "groepen": len(statements)}

    few, many = cost(10), cost(300)
    assert few == many
    assert max(many.values()) <= 16


def test_another_school_s_cohorts_do_not_exist(desk) -> None:
    other = a_school("Ander College")
    cohort = a_cohort(other)
    enrolment = an_enrolment(cohort, other)
    for path in ("", "/gegevens", "/planning", "/uitstel", "/beoordelaars", "/verdeling", "/begeleiders"):
        assert desk.get(f"/groepen/{cohort.id}{path}").status_code == 404
    assert desk.get(f"/inschrijvingen/{enrolment.id}").status_code == 404
    for path in ("stap", "groep", "begeleiders", "beoordelaars", "beoordelaars/1", "uitstel"):
        assert desk.post(f"/inschrijvingen/{enrolment.id}/{path}").status_code == 404


def test_ids_of_another_school_are_unknown_in_a_choice(desk, school) -> None:
    cohort, own = a_cohort(school), None
    own = an_enrolment(cohort, school)
    other = a_school("Ander College")
    foreign = an_enrolment(a_cohort(other), other)
    for path in ("uitstel", "beoordelaars", "verdeling", "begeleiders"):
        mixed = f"/groepen/{cohort.id}/{path}?student={own.id}&student={foreign.id}"
        assert desk.get(mixed).status_code == 404
        assert desk.get(f"/groepen/{cohort.id}/{path}?student=niets").status_code == 404
        assert "nog niemand gekozen" in desk.get(f"/groepen/{cohort.id}/{path}").text
        assert desk.get(f"/groepen/{cohort.id}/{path}?student={own.id}").status_code == 200


def test_only_the_administration_comes_in(client, school) -> None:
    cohort = a_cohort(school)
    for role in set(Role) - {Role.SCHOOL_ADMIN}:
        client.sign_in(a_member(school, role))
        for path in ("/groepen", f"/groepen/{cohort.id}", "/mensen", "/logboek"):
            assert client.get(path).status_code == 403

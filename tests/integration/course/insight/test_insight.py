"""A school sees what a group reads and which questions go wrong; never who answered what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from accounts.schools.models import Role
from content.nodes import Choice
from enrolment.workflow import EnrolmentState
from foundation.clock import now, today
from tests.client import Client
from tests.factories.answers import an_answer, questions_of
from tests.factories.enrolments import a_cohort, an_enrolment, coaches
from tests.factories.learning import a_lesson_read
from tests.factories.people import a_member, a_school


class Town:
    """A group of six: the coach has two of them."""

    def __init__(self) -> None:
        self.school = a_school()
        self.cohort = a_cohort(self.school)
        self.coach = a_member(self.school, Role.COACH)
        self.admin = a_member(self.school, Role.SCHOOL_ADMIN)
        names = ("Anna", "Bo", "Cas", "Dina", "Emre", "Fien")
        students = [a_member(self.school, Role.STUDENT, name=f"{name} Proef") for name in names]
        self.enrolments = [an_enrolment(self.cohort, self.school, student=each) for each in students]
        for each in self.enrolments[:2]:
            coaches(self.coach, each)

    @property
    def path(self) -> str:
        return f"/groepen/{self.cohort.id}/lessen"


@pytest.fixture
def town(app) -> Town:
    return Town()


def a_choice():
    return next(each for each in questions_of() if isinstance(each, Choice))


def row_of(page: str, text: str) -> list[str]:
    rows = BeautifulSoup(page, "lxml").select("tr")
    found = next(row for row in rows if text in row.get_text())
    return [cell.get_text() for cell in found.select("td")]


def test_a_lesson_counts_who_opened_and_finished(client: Client, town: Town) -> None:
    a_lesson_read(town.enrolments[0])
    a_lesson_read(town.enrolments[1], done=False)
    client.sign_in(town.admin)
    page = client.get(town.path).text
    assert row_of(page, "De meldcode: vijf stappen")[:2] == ["2", "1"]
    assert "Er zijn 6 studenten aan het werk." in page


def test_who_left_does_not_count(client: Client, town: Town) -> None:
    a_lesson_read(town.enrolments[5])
    town.enrolments[5].state = EnrolmentState.WITHDRAWN
    client.sign_in(town.admin)
    page = client.get(town.path).text
    assert row_of(page, "De meldcode: vijf stappen")[:2] == ["0", "0"]
    assert "Fien Proef" not in client.get(f"{town.path}/meldcode").text


def test_the_administrator_reads_all_names_and_a_coach_only_the_own(client: Client, town: Town) -> None:
    a_lesson_read(town.enrolments[0], done=False)
    client.sign_in(town.admin)
    page = client.get(f"{town.path}/meldcode").text
    assert all(f"{name} Proef" in page for name in ("Anna", "Bo", "Cas", "Fien"))
    client.sign_in(town.coach)
    page = client.get(f"{town.path}/meldcode").text
    assert "Anna Proef" in page
    assert "Bo Proef" in page
    assert "Cas Proef" not in page
    assert "En 4 studenten die je niet begeleidt." in page


@pytest.mark.parametrize(("answers", "told"), [(4, "te weinig antwoorden"), (6, "5 van 6")])
def test_a_question_tells_the_first_answers_of_at_least_five(
    client: Client, town: Town, answers, told
) -> None:
    for number, each in enumerate(town.enrolments[:answers]):
        an_answer(each, a_choice(), right=number == 0, at=now() - timedelta(days=9))
        an_answer(each, a_choice(), right=True, at=now() - timedelta(days=5))
    client.sign_in(town.coach)
    assert told in row_of(client.get(f"{town.path}/meldcode").text, a_choice().prompt[:30])[1]
    assert ("5 van 6" in client.get(town.path).text) is (answers == 6)


def steps(page: str) -> str:
    return " ".join(
        BeautifulSoup(page, "lxml").select_one("section[aria-labelledby=next]").get_text(" ").split()
    )


def test_what_stands_out_says_what_to_do(client: Client, town: Town) -> None:
    client.sign_in(town.coach)
    assert "Er is nog niets dat opvalt." in steps(client.get(town.path).text)
    for each in town.enrolments:
        an_answer(each, a_choice(), right=False)
    told = steps(client.get(town.path).text)
    assert "Bespreek met de groep" in told
    assert "‘De meldcode: vijf stappen’" in told
    assert "bij 6 van 6 studenten de eerste keer fout." in told
    assert "Maak tijd" not in told


def test_lessons_of_these_weeks_that_few_finished_are_named(client: Client, town: Town) -> None:
    for each in town.enrolments[:3]:
        a_lesson_read(each, "welkom")
    day = today().isoformat()
    town.cohort.periods = {"M0": [day, day], "M1": ["2020-01-01", "2020-02-01"]}
    client.sign_in(town.admin)
    told = steps(client.get(town.path).text)
    assert "Maak tijd voor deze lessen" in told
    assert "Waarom werken we in de wijk? 0 van 6 studenten vinkten deze les af." in told
    assert "Welkom in Het Klaverveld" not in told
    assert "Begin met een vraag" not in told


def test_the_self_test_of_a_block_has_questions_and_no_readers(client: Client, town: Town) -> None:
    client.sign_in(town.admin)
    page = client.get(f"{town.path}/zelftest-m0-a").text
    assert "Eerste poging fout" in page
    assert "Nog niet begonnen" not in page


def test_a_coach_of_nobody_here_finds_nothing(client: Client, town: Town) -> None:
    former = a_member(town.school, Role.COACH)
    coaches(former, town.enrolments[2]).ended_at = now()
    client.sign_in(former)
    assert client.get(town.path).status_code == 404
    assert client.get(f"{town.path}/meldcode").status_code == 404


def test_another_school_finds_nothing(client: Client, town: Town) -> None:
    client.sign_in(a_member(a_school(), Role.SCHOOL_ADMIN))
    assert client.get(town.path).status_code == 404


def test_what_is_not_there_is_not_found(client: Client, town: Town) -> None:
    client.sign_in(town.admin)
    assert client.get(f"{town.path}/bestaat-niet").status_code == 404


def test_an_empty_group_says_so(client: Client, town: Town) -> None:
    client.sign_in(town.admin)
    page = client.get(f"/groepen/{a_cohort(town.school).id}/lessen").text
    assert "In deze groep is nu niemand aan het werk." in page


def test_coach_and_administrator_find_the_way(client: Client, town: Town) -> None:
    client.sign_in(town.coach)
    assert town.path in client.get("/begeleiden").text
    client.sign_in(town.admin)
    assert town.path in client.get(f"/groepen/{town.cohort.id}").text


@pytest.mark.parametrize("students", [2, 30])
def test_the_number_of_statements_is_fixed(client: Client, town: Town, counting, students: int) -> None:
    for _number in range(students):
        each = an_enrolment(town.cohort, town.school)
        coaches(town.coach, each)
        a_lesson_read(each)
        an_answer(each, a_choice(), right=False)
    client.sign_in(town.coach)
    for path in (town.path, f"{town.path}/meldcode"):
        with counting() as statements:
            client.get(path)
        assert len(statements) <= 6, path

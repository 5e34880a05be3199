"""The self-test of a block: before the lessons and after, per question, and never a grade."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from content.nodes import Choice, DilemmaChoice
from enrolment.catalogue import keuzedeel
from enrolment.models import Route
from tests.client import Client
from tests.factories.answers import an_answer, fill_in
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.people import a_school

BLOCK = "/programma/zelftest/m0-a"
SLUG = "zelftest-m0-a"


def the_test():
    return keuzedeel(D1).selftest("M0-A")


def a_choice():
    return next(each for each in the_test().questions if isinstance(each, Choice))


def test_all_questions_stand_on_one_page_with_the_lessons(client: Client, enrolment) -> None:
    page = BeautifulSoup(client.get(BLOCK).text, "lxml")
    assert len(page.select("form[data-answer]")) == len(the_test().questions)
    assert page.select_one("a[href='/programma/lessen/welkom']")


def test_an_answer_comes_back_here_with_where_to_read_it_again(client: Client, enrolment) -> None:
    question = a_choice()
    path = f"/programma/vragen/{SLUG}/{question.id}"
    answer = client.post(path, data={"back": "hier", **fill_in(question, right=False)})
    assert answer.location.endswith(f"{BLOCK}#vraag-{SLUG}-{question.id}")
    part = BeautifulSoup(client.get(BLOCK).text, "lxml").select_one(f"#vraag-{SLUG}-{question.id}")
    assert "Lees dit nog eens:" in part.get_text()


def test_the_result_names_lessons_and_no_grade(client: Client, enrolment) -> None:
    result = f"{BLOCK}/uitslag"
    empty = client.get(result).text
    assert "Je hebt nog geen vraag beantwoord." in empty
    assert "Begin de test" in empty
    assert "Lees dit nog eens" not in empty
    question = a_choice()
    an_answer(enrolment, question, document=SLUG, right=False)
    page = client.get(result).text
    assert "Je beantwoordde 1 van de 14 vragen. Dit is geen cijfer." in page
    assert "1 antwoord klopt nog niet." in page
    [lesson] = the_test().lessons[question.id]
    assert keuzedeel(D1).lesson(lesson).title in page
    an_answer(enrolment, question, document=SLUG)
    assert "Je had niets fout." in client.get(result).text


def test_the_result_tells_what_was_weighed(client: Client, enrolment) -> None:
    dilemma = next(each for each in the_test().questions if isinstance(each, DilemmaChoice))
    an_answer(enrolment, dilemma, document=SLUG)
    page = client.get(f"{BLOCK}/uitslag").text
    assert "Een dilemma telt niet mee als goed of fout: je weegt af. D" in page


@pytest.mark.parametrize(("route", "first"), [(Route.STUDENT, False), (Route.ZIJ_INSTROMER, True)])
def test_who_works_already_begins_with_the_test(client: Client, route: Route, first: bool) -> None:
    school = a_school()
    client.sign_in(an_enrolment(a_cohort(school), school, route=route).student)
    page = client.get("/programma").text
    assert ("Wat weet je al?" in page) is first
    module = page[page.index('id="M0"') :]
    assert (module.index(BLOCK) < module.index("/programma/lessen/")) is first
    assert ("Wat weet je al?" in client.get(BLOCK).text) is first


@pytest.mark.parametrize("block", ["m9-z", "M0-A", "%00"])
def test_what_is_not_there_is_not_found(client: Client, enrolment, block: str) -> None:
    assert client.get(f"/programma/zelftest/{block}").status_code == 404
    assert client.get(f"/programma/zelftest/{block}/uitslag").status_code == 404


@pytest.mark.parametrize("answers", [0, 14])
def test_the_number_of_statements_has_a_ceiling(client: Client, enrolment, counting, answers: int) -> None:
    for question in the_test().questions[:answers]:
        an_answer(enrolment, question, document=SLUG, right=False)
    for path in (BLOCK, f"{BLOCK}/uitslag"):
        with counting() as statements:
            client.get(path)
        assert len(statements) <= 3

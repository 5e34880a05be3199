"""Who teaches or judges reads the course as students do, without an enrolment."""

from __future__ import annotations

import pytest

from accounts.schools.models import Role
from content.markup import render_line, render_prose
from content.nodes import Choice, DilemmaChoice, Match, Question, Short
from course.selftest.view import lines_of
from tests.client import Client
from tests.factories.assessments import the_keuzedeel
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.offering import a_plan, an_edition
from tests.factories.people import a_member, a_school

COURSE = "/lessen/d1-wijkgericht-werken"


@pytest.fixture
def school(client: Client):
    school = a_school()
    a_cohort(school)
    return school


@pytest.fixture(params=[Role.COACH, Role.ASSESSOR, Role.BOARD_MEMBER, Role.SCHOOL_ADMIN])
def reader(client: Client, school, request: pytest.FixtureRequest):
    member = a_member(school, request.param)
    client.sign_in(member)
    return member


def test_goes_from_the_menu_to_a_lesson_with_its_questions_and_feedback(client: Client, reader) -> None:
    assert client.get("/lessen").location.endswith(COURSE)
    assert "De meldcode: vijf stappen" in client.get(COURSE).text
    page = client.get(f"{COURSE}/meldcode").text
    assert "Test jezelf" in page
    assert "/klaar" not in page


def test_reads_every_answer_of_a_lesson_with_its_feedback(client: Client, reader) -> None:
    page = client.get(f"{COURSE}/meldcode").text
    says_all_of(page, the_keuzedeel().lesson("meldcode").questions)
    assert "<details" not in page.partition("Test jezelf</h2>")[2].partition("</section>")[0]
    assert "worden bewaard" not in page


def test_reads_the_self_test_of_a_block_in_the_list_at_its_block(client: Client, reader) -> None:
    listed = client.get(COURSE).text
    block = listed.partition("Wat is wijkgericht werken?</h3>")[2].partition("</ul>")[0]
    assert f'{COURSE}/zelftest-m0-a"' in block
    assert block.index("/leefwereld") < block.index("/zelftest-m0-a")
    assert listed.count("/zelftest-") == 12


def test_reads_every_self_test_with_all_answers_and_what_is_said_of_them(client: Client, reader) -> None:
    for selftest in the_keuzedeel().selftests:
        page = client.get(f"{COURSE}/{selftest.slug}").text
        says_all_of(page, selftest.questions)
        assert "<form" not in page.partition("<main")[2].partition("</main>")[0]
        assert all(f"{COURSE}/{slug}" in page for slug in selftest.all_lessons())


def test_a_self_test_of_a_block_that_the_school_left_out_is_not_there(client: Client, school, reader) -> None:
    an_edition(school, a_plan(the_keuzedeel(), off=("M1",)))
    assert "zelftest-m1-a" not in client.get(COURSE).text
    assert client.get(f"{COURSE}/zelftest-m1-a").status_code == 404
    assert client.get(f"{COURSE}/zelftest-m0-a").status_code == 200


def test_reads_an_assignment_and_the_words(client: Client, reader) -> None:
    assert "Rondje door de wijk" in client.get(f"{COURSE}/windscherm").text
    words = client.get("/programma/woorden").text
    assert f"{COURSE}/meldcode#woorden" in words


def test_what_is_not_there_is_not_found(client: Client, reader) -> None:
    for path in ("/lessen/er-niet", f"{COURSE}/er-niet", "/lessen/er-niet/meldcode"):
        assert client.get(path).status_code == 404


def test_a_student_reads_in_the_own_programme_instead(client: Client) -> None:
    school = a_school()
    client.sign_in(an_enrolment(a_cohort(school), school).student)
    for slug in ("meldcode", "zelftest-m0-a"):
        assert client.get(f"{COURSE}/{slug}").status_code == 403


def test_the_number_of_statements_has_a_ceiling(client: Client, reader, counting) -> None:
    for path in (COURSE, f"{COURSE}/meldcode", f"{COURSE}/zelftest-m0-a"):
        client.get(path)
        with counting() as statements:
            assert client.get(path).status_code == 200
        assert len(statements) <= 3, path


def says_all_of(page: str, questions: tuple[Question, ...]) -> None:
    for number, question in enumerate(questions, 1):
        shown = page.partition(f">Vraag {number}</h3>")[2].partition('class="ww-question"')[0]
        assert [each for each in written(question) if each not in shown] == []
        if isinstance(question, Choice):
            assert shown.count("Dit klopt:") == 1
            right = next(each for each in question.answers if each.right)
            assert f"Dit klopt:</b> {render_line(right.text)}" in shown


def written(question: Question) -> list[str]:
    lines = [question.prompt, *(text for line in lines_of(question) for text in line)]
    if isinstance(question, (Choice, DilemmaChoice)):
        lines += [text for each in question.answers for text in (each.text, each.feedback)]
    if isinstance(question, Match):
        lines += [each.right for each in question.pairs]
    model = [render_prose(question.model)] if isinstance(question, Short) else []
    return [str(each) for each in (*map(render_line, lines), *model)]

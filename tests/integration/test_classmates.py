"""What one student reads and does changes nothing on the pages of another in the same group."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from accounts.schools.models import Role, School
from content.keuzedeel import Keuzedeel
from course.progress.models import AssignmentDone
from enrolment.catalogue import keuzedeel
from enrolment.models import Deadline, Enrolment, Extension
from foundation.clock import now
from foundation.database import db
from tests.client import Client
from tests.factories.answers import an_answer, questions_of
from tests.factories.assessments import a_submission
from tests.factories.decisions import a_board_member, a_finished_dossier, announced
from tests.factories.enrolments import D1, Student, a_neighbour, a_student
from tests.factories.learning import a_lesson_read, a_reaction, some_hours
from tests.factories.notes import a_note
from tests.factories.people import a_member
from tests.factories.work import a_file, a_full_piece

LESSON, W1 = "meldcode", "D1-K1-W1"
WITH_NAMES = (
    f"/programma/lessen/{LESSON}",
    "/programma/lessen/welkom",
    "/programma/zoeken?q=gastvrouw+riet+krant",
    "/inleveren/D1-K1-W1",
)


@pytest.fixture
def student(client: Client) -> Student:
    made = a_student()
    client.sign_in(made.member)
    return made


def pages(app: Flask, client: Client, course: Keuzedeel) -> dict[str, str]:
    """Give the words of every page that a student can open without knowing an id."""
    opened = {path: client.get(path) for path in sorted({*_addresses(app, course), *WITH_NAMES})}
    shown = {path: each.text for path, each in opened.items() if each.mimetype == "text/html"}
    return {path: _words(text) for path, text in shown.items() if opened[path].status_code == 200}


def _addresses(app: Flask, course: Keuzedeel) -> Iterator[str]:
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and not rule.arguments and rule.endpoint != "static":
            yield rule.rule
    for piece in course.work.pieces:
        yield f"/werk/{piece.key}"
        yield from (f"/werk/{piece.key}/{section.key}" for section in piece.sections)
    yield from (f"/programma/opdrachten/{each.slug}" for each in course.assignments)


def _words(html: str) -> str:
    page = BeautifulSoup(html, "html5lib").main
    values = " ".join(str(each.get("value")) for each in page.select("input[type=radio][checked]"))
    return " ".join(page.get_text(" ").split()) + values


def has_done_everything(enrolment: Enrolment, course: Keuzedeel) -> None:
    for process in course.qualification.work_processes:
        a_full_piece(enrolment, process.code)
        some_hours(enrolment, work_process=process.code)
    a_file(enrolment, "W1-1")
    a_note(enrolment, section="les")
    for question in questions_of(LESSON):
        an_answer(enrolment, question, right=False, at=now() - timedelta(days=40))
    for lesson in course.lessons[:20]:
        a_lesson_read(enrolment, lesson.slug)
    own = {"school_id": enrolment.school_id, "enrolment_id": enrolment.id}
    for assignment in course.assignments[:9]:
        db.session.add(AssignmentDone(**own, assignment=assignment.slug, done_at=now()))
    school = db.session.get_one(School, enrolment.school_id)
    coach = a_member(school, Role.COACH)
    a_reaction(coach, enrolment)
    later = now() + timedelta(days=90)
    extended = Extension(**own, work_process="D1-K1-W2", at=later, reason="x", granted_by_id=coach.id)
    db.session.add(extended)
    a_submission(enrolment, W1)
    db.session.flush()


def test_no_page_of_a_student_changes_with_what_another_does(
    app: Flask, client: Client, student: Student
) -> None:
    course, cohort = keuzedeel(D1), student.enrolment.cohort
    other = a_neighbour(student.enrolment)
    at = now() + timedelta(days=60)
    for code in (W1, "D1-K1-W2"):
        db.session.add(Deadline(school_id=cohort.school_id, cohort_id=cohort.id, work_process=code, at=at))
    db.session.flush()
    before = pages(app, client, course)
    assert len(before) > 60
    has_done_everything(other, course)
    assert pages(app, client, course) == before


def test_no_page_of_a_student_changes_with_the_result_of_another(
    app: Flask, client: Client, student: Student
) -> None:
    course, school = keuzedeel(D1), db.session.get_one(School, student.enrolment.school_id)
    before = pages(app, client, course)
    announced(a_finished_dossier(school), a_board_member(school))
    assert pages(app, client, course) == before

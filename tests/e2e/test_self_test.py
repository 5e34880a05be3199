"""A question by keyboard on a phone: wrong, and back after two days until it is known."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa
from playwright.sync_api import expect

from accounts.login.sessions import end_sessions
from content.nodes import Choice
from course.selftest.models import Attempt
from foundation.database import append_only_statements, db
from tests.e2e.browsing import NARROW, Person
from tests.e2e.people import a_town
from tests.e2e.places import Place
from tests.e2e.test_keyboard import enter, tab_to
from tests.factories.enrolments import D1

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("self_test")]

LESSON = "meldcode"


def two_days_pass(place: Place) -> None:
    """Let two days pass: what was answered lies two days further back."""
    table = Attempt.__tablename__
    with place.inside():
        db.session.execute(sa.text(f"DROP TRIGGER {table}_no_update"))
        for row in db.session.execute(sa.select(Attempt.id, Attempt.created_at)).all():
            earlier = row.created_at - timedelta(days=2)
            db.session.execute(sa.update(Attempt).where(Attempt.id == row.id).values(created_at=earlier))
        for statement, dialect in append_only_statements(table):
            if dialect == "sqlite" and "_no_update" in statement:
                db.session.execute(sa.text(statement))


def choose(student: Person, question: Choice, *, right: bool) -> None:
    """Walk to the answers with Tab, choose with the arrows, and send with Enter."""
    wanted = next(number for number, each in enumerate(question.answers) if each.right is right)
    tab_to(student, question.answers[0].text[:40])
    student.page.keyboard.press("Space")
    for _step in range(wanted):
        student.page.keyboard.press("ArrowDown")
    tab_to(student, "Kijk je antwoord na", most=2)
    student.page.keyboard.press("Enter")


def test_a_wrong_answer_comes_back_after_two_days(place: Place) -> None:
    town = a_town(place)
    student = town.student(careful=False, viewport=NARROW)
    lesson = place.app.extensions["catalogue"].keuzedeel(D1).lesson(LESSON)
    question = next(each for each in lesson.questions if isinstance(each, Choice))
    part = student.page.locator(f"#vraag-{LESSON}-{question.id}")

    student.visit(f"/programma/lessen/{LESSON}")
    student.page.locator(f"#vraag-{LESSON}-{question.id}-na").scroll_into_view_if_needed()
    part.locator("h3").click()
    before = student.page.evaluate("() => window.scrollY")
    choose(student, question, right=False)
    expect(part.locator(".ww-answered")).to_contain_text("Dit klopt nog niet.")
    expect(part.locator(".ww-answered")).to_contain_text("over 2 dagen terug")
    expect(student.page.locator("[data-answer-status]")).to_contain_text("Dit klopt nog niet.")
    assert "Kijk je antwoord na" in student.page.evaluate("() => document.activeElement.textContent")
    assert abs(student.page.evaluate("() => window.scrollY") - before) < NARROW["height"]

    student.visit("/programma/herhalen")
    student.sees("Er staat nu niets klaar.")
    two_days_pass(place)
    student.visit("/")
    student.sees("Er staat 1 vraag klaar om te herhalen.")
    tab_to(student, "Herhaal nu")
    enter(student)
    choose(student, question, right=True)
    expect(part.locator(".ww-answered")).to_contain_text("over 7 dagen terug")
    tab_to(student, "Volgende vraag")
    enter(student)
    student.sees("Er staat nu niets klaar.")


def test_an_empty_answer_says_so_at_the_field(place: Place) -> None:
    student = a_town(place).student(viewport=NARROW)
    student.visit(f"/programma/lessen/{LESSON}")
    student.watch.allow("422")
    form = student.page.locator("form[data-answer]").first
    form.get_by_role("button").click()
    expect(form.locator(".ww-field__error").first).to_be_visible()
    student.look_around()
    student.close()


def test_without_script_the_answer_comes_back_on_the_page(place: Place) -> None:
    student = a_town(place).student(java_script_enabled=False, careful=False)
    lesson = place.app.extensions["catalogue"].keuzedeel(D1).lesson(LESSON)
    question = next(each for each in lesson.questions if isinstance(each, Choice))
    student.visit(f"/programma/lessen/{LESSON}")
    part = student.page.locator(f"#vraag-{LESSON}-{question.id}")
    part.get_by_role("radio").first.check()
    student.leave_page(part.get_by_role("button").click)
    expect(part.locator(".ww-answered")).to_be_visible()


def test_every_page_of_practising_looks_right(place: Place) -> None:
    student = a_town(place).student()
    for path in (
        "/programma/herhalen",
        "/programma/zelftest/m0-a",
        "/programma/zelftest/m0-a/uitslag",
        "/programma/vragen/meldcode/q1",
        "/programma/opdrachten/bouw-een-relatie",
    ):
        student.visit(path)
    student.press("Deze opdracht is klaar")
    student.sees("Deze opdracht is afgevinkt.")
    student.close()


def test_an_answer_given_after_the_session_ended_is_looked_at_after_signing_in(place: Place) -> None:
    town = a_town(place)
    student = town.student(careful=False, viewport=NARROW)
    student.visit(f"/programma/lessen/{LESSON}")
    with place.inside():
        end_sessions(town.ids["student"])
    student.watch.allow("401", "400")
    form = student.page.locator("form[data-answer]:has(textarea)").first
    form.get_by_role("textbox").fill("De aandachtsfunctionaris, want die kent de stappen.")
    form.get_by_role("button").click()
    expect(form.get_by_role("alert")).to_contain_text("Je antwoord blijft op dit apparaat.")
    student.leave_page(form.get_by_role("link", name="Log in en ga verder").click)
    student.fill("E-mailadres", town.email)
    student.fill("Wachtwoord", town.password)
    student.press("Log in")
    assert student.page.url.endswith(f"/programma/lessen/{LESSON}")
    expect(student.page.locator(".ww-answered")).to_be_visible()
    student.sees("De aandachtsfunctionaris, want die kent de stappen.")

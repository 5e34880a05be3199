"""A lesson or assignment of a course as a page shows it: with its drawings and its words."""

from __future__ import annotations

from flask import current_app, url_for

from content.assignment import Assignment
from content.keuzedeel import Keuzedeel
from content.lesson import Lesson
from content.lesson_page import Body, Places, render_assignment, render_lesson


def document_body(course: Keuzedeel, document: Lesson | Assignment) -> Body:
    """Render a lesson or assignment of a course."""
    if isinstance(document, Lesson):
        return lesson_body(course, document)
    return assignment_body(course, document)


def lesson_body(course: Keuzedeel, lesson: Lesson) -> Body:
    """Render a lesson of a course; it is made once."""
    return render_lesson(lesson, current_app.jinja_env, course.glossary, _places())


def assignment_body(course: Keuzedeel, assignment: Assignment) -> Body:
    """Render an assignment of a course; it is made once."""
    return render_assignment(assignment, current_app.jinja_env, course.glossary, _places())


def _places() -> Places:
    figure = url_for("drawings.show", sha256="0")
    return Places(figures=figure.removesuffix("0.svg"), words=url_for("glossary.show"))

"""Questions as parts of a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from flask import render_template, url_for
from markupsafe import Markup

from content.lesson import Lesson
from content.lesson_page import Body
from content.markup import render_line, render_prose
from content.nodes import Check
from content.shuffling import shuffled
from course.selftest.documents import Document, of_lesson
from course.selftest.forms import HERE
from course.selftest.models import Attempt
from course.selftest.queries import attempts_at
from course.selftest.rules import right_sides
from course.selftest.view import QuestionView, question_view
from course.selftest.words import standing_words, verdict_words
from enrolment.models import Enrolment
from enrolment.workflow import EnrolmentState

SLOT = "<!-- questions -->"


@lru_cache(maxsize=512)
def without_questions(lesson: Lesson) -> Lesson:
    """Give a lesson whose checks are empty: what it renders to is the same for everybody, and kept."""
    return replace(
        lesson, nodes=tuple(Check(()) if isinstance(each, Check) else each for each in lesson.nodes)
    )


def with_questions(body: Body, lesson: Lesson, enrolment: Enrolment) -> Body:
    """Put the questions of a lesson in its body, with the answers of this student. At most one statement."""
    return _filled(body, lesson, question_views(of_lesson(lesson), enrolment), "selftest/check.html")


def with_answers(body: Body, lesson: Lesson) -> Body:
    """Put the questions of a lesson in its body, with every answer and its feedback: for who teaches."""
    return _filled(body, lesson, answer_views(of_lesson(lesson)), "selftest/answers.html")


def answer_views(document: Document) -> list[QuestionView]:
    """Show all questions of a document to somebody who reads them and answers none."""
    return [QuestionView(document, each, HERE, may_answer=False) for each in document.questions]


def question_views(document: Document, enrolment: Enrolment, *, back: str = HERE) -> list[QuestionView]:
    """Show all questions of a document. One statement when it has any."""
    if not document.questions:
        return []
    attempts: Mapping[str, Sequence[Attempt]] = attempts_at(enrolment.id, document.slug)
    return [
        question_view(
            document, each, attempts.get(each.id, ()), back=back, may_answer=is_following(enrolment)
        )
        for each in document.questions
    ]


def is_following(enrolment: Enrolment) -> bool:
    """Tell whether this student may answer now."""
    return enrolment.state is EnrolmentState.ACTIVE


def question_part(view: QuestionView) -> Markup:
    """Give one question as a part of a page."""
    return _part("selftest/question.html", view=view)


def place_of(document: Document, *, anchor: str | None = None) -> str:
    """Give the address of the page on which a document stands."""
    if document.block:
        return url_for("selftest.block", block=document.block.lower(), _anchor=anchor)
    return url_for("programme.lesson", slug=document.slug, _anchor=anchor)


def tools() -> dict[str, Any]:
    """Give what the templates of questions render authored text with."""
    return {
        "line": render_line, "prose": render_prose, "shuffled": shuffled, "right_sides": right_sides,
        "verdict_words": verdict_words, "standing_words": standing_words, "place_of": place_of,
    }  # fmt: skip


def _filled(body: Body, lesson: Lesson, views: Sequence[QuestionView], template: str) -> Body:
    there = {each.question.id: each for each in views}
    checks = (node for node in lesson.nodes if isinstance(node, Check))
    return body.filled(
        SLOT, (_part(template, views=[there[each.id] for each in check.questions]) for check in checks)
    )


def _part(template: str, **context: Any) -> Markup:
    return Markup(render_template(template, **tools(), **context))  # noqa: S704 - an autoescaping template

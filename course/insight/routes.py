"""What a group reads, for its coaches and for who manages it."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from accounts.policy.actor import actor
from accounts.policy.guard import allow, may, requires
from course.insight import page
from course.insight.group import Group
from course.insight.policy import SEE_READING
from course.insight.queries import group_of
from course.offering.queries import course_of
from course.selftest.documents import document_of
from course.selftest.page import tools
from enrolment.policy import MANAGE_COHORTS
from foundation.clock import today
from foundation.errors import Unknown

insight = Blueprint("insight", __name__, url_prefix="/groepen")


@insight.get("/<uuid:cohort_id>/lessen")
@requires(SEE_READING)
def show(cohort_id: UUID) -> ResponseReturnValue:
    """Show per lesson how many opened and finished it, and which question is hard."""
    group = _group(cohort_id)
    course = course_of(group.school_id, group.keuzedeel)
    modules = page.overview(group, course)
    return render_template(
        "insight/show.html",
        group=group,
        modules=modules,
        steps=page.next_steps(group, modules, on=today()),
        may_manage=may(MANAGE_COHORTS),
        **tools(),
    )


@insight.get("/<uuid:cohort_id>/lessen/<lesson>")
@requires(SEE_READING)
def lesson(cohort_id: UUID, lesson: str) -> ResponseReturnValue:
    """Show who still has to read one lesson, and how its questions go."""
    group = _group(cohort_id)
    document = document_of(course_of(group.school_id, group.keuzedeel), lesson)
    if document is None:
        raise Unknown()
    sees_all = may(MANAGE_COHORTS)
    return render_template(
        "insight/lesson.html",
        group=group,
        document=document,
        reading=None
        if document.block
        else page.reading(group, lesson, reader_id=actor().membership_id, sees_all=sees_all),
        rows=page.question_rows(group, document),
        **tools(),
    )


def _group(cohort_id: UUID) -> Group:
    found: Group = allow(SEE_READING, group_of(actor().school_id, cohort_id))
    return found

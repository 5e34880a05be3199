"""Who had begun a lesson reads on in it after the school stopped offering it."""

from __future__ import annotations

from content.keuzedeel import Keuzedeel
from course.offering.queries import course_for, whole_course_for
from course.progress.queries import progress_of
from enrolment.models import Enrolment


def course_to_read(enrolment: Enrolment, slug: str) -> Keuzedeel:
    """Give the course in which this student may read this lesson; one statement when it is not offered."""
    course = course_for(enrolment)
    if slug in course.programme.lessons:
        return course
    whole = whole_course_for(enrolment)
    begun = slug in whole.programme.lessons and slug in progress_of(enrolment.id)
    return whole if begun else course

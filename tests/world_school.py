"""What the school itself keeps: certificates, and files with people that were brought in."""

from __future__ import annotations

import hashlib

import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.certificates import actions
from assessment.determination.models import Determination
from course.offering.course_file import packed
from course.offering.plan import plan_of
from enrolment.models import Enrolment
from exchange.people_import.actions import Bringer, check_file
from exchange.people_import.school import Importer
from foundation.database import db
from foundation.storage.actions import keep
from tests.factories.assessments import the_keuzedeel
from tests.factories.enrolments import D1
from tests.factories.offering import (
    a_draft,
    a_lesson_text,
    a_photo,
    a_picture,
    a_plan,
    an_edition,
    an_own_lesson,
    an_upload,
)
from tests.world_people import Thread


def a_certificate(enrolment: Enrolment, thread: Thread, *, revoked: bool = False) -> None:
    """Issue a certificate on the last determination; its PDF is a file like any other."""
    row = db.session.scalars(sa.select(Determination).where(Determination.enrolment_id == enrolment.id)).one()
    admin = thread.staff[Role.SCHOOL_ADMIN]
    made = actions.issue(row.school_id, row.id, issuer_id=admin.id, actor_id=admin.person_id)
    made.pdf_sha256 = keep(b"%PDF-1.7")
    db.session.flush()
    if revoked:
        actions.revoke(made, reason=thread.canary.text(), actor_id=admin.person_id)
        db.session.flush()


def two_imports(thread: Thread) -> None:
    """Bring a file with a fault, and one that could be confirmed."""
    word, admin = thread.canary.word, thread.staff[Role.SCHOOL_ADMIN]
    bringer = Bringer(admin.id, Importer(admin.person_id, may_make_admins=True))
    for number, address in enumerate(("geen-adres", f"{word}@import.test"), start=1):
        name = f"<b {word}>{word}"
        text = f"naam;e-mail;rol;studentnummer\n{name};{address};student;{number}{word}\n"
        check_file(thread.cohort, text.encode(), name=thread.canary.line(), bringer=bringer)


def an_own_course(thread: Thread) -> None:
    """Let the school offer the course with a lesson of its own, and titles of its own."""
    canary, admin = thread.canary, thread.staff[Role.SCHOOL_ADMIN]
    text = a_lesson_text("eigen-les", title=canary.line().replace('"', ""), body=canary.text())
    lesson = an_own_lesson(thread.school, "eigen-les", admin=admin, text=text)
    colour = f"#{hashlib.sha256(canary.word.encode()).hexdigest()[:6]}"
    a_picture(thread.school, title=canary.line(), content=a_photo(colour), admin=admin)
    lesson.header, lesson.body = {**lesson.header, "title": canary.line()}, canary.text()
    plan = a_plan(the_keuzedeel(), own={lesson.slug: 1})
    first = plan.modules[0].model_copy(update={"title": canary.line()})
    plan = plan.model_copy(update={"modules": (first, *plan.modules[1:])})
    an_edition(thread.school, plan, admin=admin)
    an_upload(thread.school, packed(D1, "", plan_of(the_keuzedeel().programme), {}), admin=admin)
    later = first.model_copy(update={"goals": (canary.line(),)})
    a_draft(thread.school, plan.model_copy(update={"modules": (later, *plan.modules[1:])}))

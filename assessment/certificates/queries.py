"""Read the register: certificates of a school, results that wait for one, and one certificate for anyone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import contains_eager, joinedload

from accounts.schools.models import Membership, School
from assessment.certificates.models import Certificate
from assessment.certificates.workflow import CertificateState
from assessment.determination.models import Decision, Determination
from assessment.determination.workflow import DeterminationState
from enrolment.models import Cohort, Enrolment
from foundation.database import db
from foundation.jobs.models import Job, JobState
from foundation.web.paging import Cursor, Page, page_of

MOST_SHOWN = 50
BUSY = (JobState.QUEUED, JobState.RUNNING)


@dataclass(frozen=True)
class Progress:
    """What is still being made in the background: certificates, and PDFs."""

    certificates: int
    pdfs: int


def waiting(
    school_id: UUID, *, most: int | None = MOST_SHOWN, only: UUID | None = None
) -> Sequence[Determination]:
    """Give announced results that were met and have no certificate yet, oldest first."""
    issued = sa.exists().where(Certificate.determination_id == Determination.id)
    found = (
        sa.select(Determination)
        .join(Decision, Decision.id == Determination.decision_id)
        .join(Determination.enrolment)
        .where(
            Determination.school_id == school_id,
            Determination.state == DeterminationState.ANNOUNCED,
            Decision.met.is_(True),
            ~issued,
        )
        .options(
            contains_eager(Determination.enrolment).options(
                joinedload(Enrolment.student), joinedload(Enrolment.cohort).load_only(Cohort.name)
            )
        )
        .order_by(Determination.id)
        .limit(most)
    )
    return db.session.scalars(found if only is None else found.where(Determination.id == only)).all()


def register(
    school_id: UUID, *, search: str, state: CertificateState | None, cursor: Cursor
) -> Page[Certificate]:
    """Give one page of the register by number; `search` is the start of a number or a part of a name."""
    found = _register(school_id).options(
        contains_eager(Certificate.enrolment).contains_eager(Enrolment.student)
    )
    if search:
        found = found.where(
            sa.or_(
                Certificate.number.istartswith(search, autoescape=True),
                Membership.name.icontains(search, autoescape=True),
            )
        )
    if state is not None:
        found = found.where(Certificate.state == state)
    anchor = sa.select(Certificate.number, Certificate.id).where(Certificate.school_id == school_id)
    return page_of(found, key=(Certificate.number, Certificate.id), anchor=anchor, cursor=cursor)


def certificate(school_id: UUID, certificate_id: UUID) -> Certificate | None:
    """Give one certificate with its holder and the decision behind it."""
    found = _whole().where(Certificate.school_id == school_id, Certificate.id == certificate_id)
    return db.session.scalars(found).one_or_none()


def copies_of(determination_id: UUID) -> Sequence[Certificate]:
    """Give every certificate that was made of one result, last one first."""
    found = sa.select(Certificate).where(Certificate.determination_id == determination_id)
    return db.session.scalars(found.order_by(Certificate.copy.desc())).all()


def by_token(token: str) -> Certificate | None:
    """Find a certificate of any school by the token of its link: for anyone who holds it."""
    return db.session.scalars(_whole().where(Certificate.token == token)).one_or_none()


def by_number_and_code(number: str, code: str) -> Certificate | None:
    """Find a certificate of any school by what is typed from paper."""
    found = _whole().where(Certificate.number == number, Certificate.code == code)
    return db.session.scalars(found).one_or_none()


def in_progress(school_id: UUID) -> Progress:
    """Count what the background still has to do for this school."""
    found = (
        sa.select(Job.kind, sa.func.count())
        .where(
            Job.school_id == school_id,
            Job.state.in_(BUSY),
            Job.kind.in_(("certificates.issue", "certificates.render")),
        )
        .group_by(Job.kind)
    )
    numbers = {row[0]: row[1] for row in db.session.execute(found)}
    return Progress(numbers.get("certificates.issue", 0), numbers.get("certificates.render", 0))


def everything(slug: str | None) -> Sequence[Certificate]:
    """Give all certificates, of one school or of all: for platform commands only."""
    found = sa.select(Certificate).order_by(Certificate.number)
    if slug is not None:
        found = found.join(School, School.id == Certificate.school_id).where(School.slug == slug)
    return db.session.scalars(found).all()


def _register(school_id: UUID) -> sa.Select[Certificate]:
    return (
        sa.select(Certificate)
        .join(Certificate.enrolment)
        .join(Enrolment.student)
        .where(Certificate.school_id == school_id)
    )


def _whole() -> sa.Select[Certificate]:
    return sa.select(Certificate).options(
        joinedload(Certificate.enrolment).joinedload(Enrolment.student),
        joinedload(Certificate.determination).joinedload(Determination.decision),
    )

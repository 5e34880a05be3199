"""The course as a school offers it. Without an edition of its own this is the catalogue, unchanged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from accounts.schools.models import School
from content.keuzedeel import Keuzedeel
from course.offering.documents import OwnText, read_document
from course.offering.kinds import OwnKind
from course.offering.models import Draft, Edition, OwnDocument, OwnVersion, Upload
from course.offering.picture_queries import with_their_figures
from course.offering.plan import Plan
from course.offering.rules import offered
from enrolment.catalogue import keuzedeel
from enrolment.models import Enrolment
from foundation.database import db


def course_of(school_id: UUID, slug: str) -> Keuzedeel:
    """Give the keuzedeel as this school offers it now: the same type, so a reader need not know.

    No statement for the school of who acts: its row is already there. Two or three more (with pictures of
    its own) for each process that meets an edition for the first time.
    """
    school, catalogued = db.session.get(School, school_id), keuzedeel(slug)
    edition = school.editions.get(slug) if school else None
    return _edited(catalogued, school_id, UUID(edition)) if edition else catalogued


def whole_course_for(enrolment: Enrolment) -> Keuzedeel:
    """Give the course that somebody follows with what the school switched off: who had begun reads on."""
    school, catalogued = db.session.get(School, enrolment.school_id), keuzedeel(enrolment.cohort.keuzedeel)
    edition = school.editions.get(catalogued.slug) if school else None
    return _edited(catalogued, enrolment.school_id, UUID(edition), whole=True) if edition else catalogued


def course_for(enrolment: Enrolment) -> Keuzedeel:
    """Give the course that somebody follows; `cohort` must be loaded."""
    return course_of(enrolment.school_id, enrolment.cohort.keuzedeel)


def current_edition(school: School, slug: str) -> Edition | None:
    """Give the edition that students of this school see."""
    current = school.editions.get(slug)
    return edition_of(school.id, slug, UUID(current)) if current else None


def edition_of(school_id: UUID, slug: str, edition_id: UUID) -> Edition | None:
    """Give one edition of the course of a school."""
    return db.session.scalars(_editions(school_id, slug).where(Edition.id == edition_id)).one_or_none()


def editions_of(school_id: UUID, slug: str, *, below: int | None = None, most: int) -> Sequence[Edition]:
    """Give editions, newest first, with who published them."""
    found = _editions(school_id, slug).order_by(Edition.number.desc()).limit(most)
    if below is not None:
        found = found.where(Edition.number < below)
    return db.session.scalars(found).all()


def edition_in_force(school_id: UUID, slug: str, at: datetime) -> Edition | None:
    """Give the edition that students saw at a moment; None as long as the school had published none."""
    found = _editions(school_id, slug).where(Edition.published_at <= at)
    return db.session.scalars(found.order_by(Edition.number.desc()).limit(1)).one_or_none()


def newest_number(school_id: UUID, slug: str) -> int:
    """Give the number of the newest edition; 0 when there is none."""
    found = sa.select(sa.func.max(Edition.number)).where(
        Edition.school_id == school_id, Edition.keuzedeel == slug
    )
    return db.session.scalars(found).one() or 0


def draft_of(school_id: UUID, slug: str) -> Draft | None:
    """Give the draft of a school."""
    found = sa.select(Draft).where(Draft.school_id == school_id, Draft.keuzedeel == slug)
    return db.session.scalars(found).one_or_none()


def documents_of(school_id: UUID, slug: str) -> Sequence[OwnDocument]:
    """Give the own lessons and assignments of a school, oldest first; who waited in line reads them anew."""
    found = (
        sa.select(OwnDocument)
        .where(OwnDocument.school_id == school_id, OwnDocument.keuzedeel == slug)
        .order_by(OwnDocument.created_at, OwnDocument.id)
        .execution_options(populate_existing=True)
    )
    return db.session.scalars(found).all()


def document_of(school_id: UUID, document_id: UUID) -> OwnDocument | None:
    """Give one own document of a school."""
    found = sa.select(OwnDocument).where(OwnDocument.school_id == school_id, OwnDocument.id == document_id)
    return db.session.scalars(found).one_or_none()


def newest_version(document: OwnDocument) -> OwnVersion | None:
    """Give the newest version of a document that was made ready."""
    return next(iter(versions_of(document, most=1)), None)


def versions_of(document: OwnDocument, *, most: int) -> Sequence[OwnVersion]:
    """Give versions of a document, newest first, with who made them."""
    found = (
        sa.select(OwnVersion)
        .where(OwnVersion.school_id == document.school_id, OwnVersion.document_id == document.id)
        .options(joinedload(OwnVersion.published_by))
        .order_by(OwnVersion.number.desc())
        .limit(most)
    )
    return db.session.scalars(found).all()


def every_version(school_id: UUID, slug: str) -> Sequence[tuple[OwnKind, str, int, str]]:
    """Give kind, slug, number and text of every version of every own document, newest first."""
    found = (
        sa.select(OwnDocument.kind, OwnDocument.slug, OwnVersion.number, OwnVersion.text)
        .join(OwnVersion, OwnVersion.document_id == OwnDocument.id)
        .where(OwnDocument.school_id == school_id, OwnDocument.keuzedeel == slug)
        .order_by(OwnVersion.number.desc(), OwnDocument.number)
    )
    return [(kind, own, number, text) for kind, own, number, text in db.session.execute(found)]


def upload_of(school_id: UUID, slug: str, upload_id: UUID) -> Upload | None:
    """Give one file that was brought."""
    found = _uploads(school_id, slug).where(Upload.id == upload_id)
    return db.session.scalars(found).one_or_none()


def same_upload(school_id: UUID, slug: str, sha256: str) -> Upload | None:
    """Give the file that was brought before with the same bytes."""
    return db.session.scalars(_uploads(school_id, slug).where(Upload.sha256 == sha256)).one_or_none()


def _uploads(school_id: UUID, slug: str) -> sa.Select[Upload]:
    return sa.select(Upload).where(Upload.school_id == school_id, Upload.keuzedeel == slug)


def _editions(school_id: UUID, slug: str) -> sa.Select[Edition]:
    return (
        sa.select(Edition)
        .where(Edition.school_id == school_id, Edition.keuzedeel == slug)
        .options(joinedload(Edition.published_by))
    )


@lru_cache(maxsize=256)
def _edited(catalogued: Keuzedeel, school_id: UUID, edition_id: UUID, *, whole: bool = False) -> Keuzedeel:
    """Keep what was built per process: an edition never changes, and neither does the catalogue."""
    found = sa.select(Edition.plan).where(Edition.school_id == school_id, Edition.id == edition_id)
    plan = Plan.model_validate(db.session.scalars(found).one())
    plan = plan.model_copy(update={"off": frozenset()}) if whole else plan
    return offered(catalogued, plan, own_documents(school_id, catalogued.slug, plan.own))


def own_documents(school_id: UUID, slug: str, versions: Mapping[str, int]) -> dict[str, OwnText]:
    """Read these versions of lessons and assignments of the school itself."""
    if not versions:
        return {}
    found = (
        sa.select(OwnDocument.kind, OwnDocument.slug, OwnVersion.text)
        .join(OwnVersion, OwnVersion.document_id == OwnDocument.id)
        .where(
            OwnDocument.school_id == school_id,
            OwnDocument.keuzedeel == slug,
            sa.tuple_(OwnDocument.slug, OwnVersion.number).in_(list(versions.items())),
        )
    )
    rows = db.session.execute(found).all()
    read = [read_document(kind, text) for kind, _own, text in rows]
    shown = with_their_figures(read, school_id, keuzedeel(slug))
    return {own: each for (_kind, own, _text), each in zip(rows, shown, strict=True)}

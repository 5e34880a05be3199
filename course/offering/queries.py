"""The course as a school offers it. Without an edition of its own this is the catalogue, unchanged."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from uuid import UUID

import sqlalchemy as sa

from accounts.schools.models import School
from content.keuzedeel import Keuzedeel
from course.offering.documents import OwnText, read_document
from course.offering.models import Edition, OwnDocument, OwnVersion
from course.offering.plan import Plan
from course.offering.rules import offered
from enrolment.catalogue import keuzedeel
from enrolment.models import Enrolment
from foundation.database import db


def course_of(school_id: UUID, slug: str) -> Keuzedeel:
    """Give the keuzedeel as this school offers it now: the same type, so a reader need not know.

    No statement for the school of who acts: its row is already there. Two more for each process that meets
    an edition for the first time.
    """
    school, catalogued = db.session.get(School, school_id), keuzedeel(slug)
    edition = school.editions.get(slug) if school else None
    return _edited(catalogued, school_id, UUID(edition)) if edition else catalogued


def course_for(enrolment: Enrolment) -> Keuzedeel:
    """Give the course that somebody follows; `cohort` must be loaded."""
    return course_of(enrolment.school_id, enrolment.cohort.keuzedeel)


@lru_cache(maxsize=256)
def _edited(catalogued: Keuzedeel, school_id: UUID, edition_id: UUID) -> Keuzedeel:
    """Keep what was built per process: an edition never changes, and neither does the catalogue."""
    found = sa.select(Edition.plan).where(Edition.school_id == school_id, Edition.id == edition_id)
    plan = Plan.model_validate(db.session.scalars(found).one())
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
    return {own: read_document(kind, text) for kind, own, text in db.session.execute(found)}

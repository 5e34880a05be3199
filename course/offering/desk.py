"""The desk on which a school shapes its course: what students see now, and the draft. Read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

import sqlalchemy as sa

from accounts.schools.models import School
from content.errors import UnknownContent
from content.keuzedeel import Keuzedeel
from course.offering import queries
from course.offering.changes import Change, changes
from course.offering.documents import OwnText
from course.offering.editing import shortfall
from course.offering.figures import Known
from course.offering.models import Draft, Edition, OwnDocument, OwnPicture
from course.offering.picture_queries import figures_among, pictures_of
from course.offering.plan import Plan, plan_of
from course.offering.rules import caught_up, offered
from enrolment.catalogue import keuzedeel
from foundation.database import db
from foundation.errors import Unknown


@dataclass(frozen=True)
class Desk:
    """The course of one school: the catalogue, the edition in force, the draft, the own documents."""

    school: School
    catalogued: Keuzedeel
    edition: Edition | None
    draft: Draft | None
    documents: tuple[OwnDocument, ...]

    @property
    def school_id(self) -> UUID:
        """Give the school, for the guard."""
        return self.school.id

    @property
    def seen(self) -> int:
        """Give the version of the draft that this page shows; 0 before the first change."""
        return self.draft.version if self.draft else 0

    @cached_property
    def published(self) -> Plan:
        """Give the plan that students see now."""
        return self._caught_up(self.edition.plan if self.edition else None)

    @cached_property
    def plan(self) -> Plan:
        """Give the plan as it is being made."""
        return self._caught_up(self.draft.plan) if self.draft else self.published

    @cached_property
    def changes(self) -> list[Change]:
        """Name what the draft changes."""
        return changes(self.published, self.plan)

    @cached_property
    def own(self) -> Mapping[str, OwnText]:
        """Give the own lessons and assignments of the draft, in the version it offers."""
        return queries.own_documents(self.school.id, self.catalogued.slug, self.plan.own)

    @cached_property
    def pictures(self) -> Sequence[OwnPicture]:
        """Give the pictures of the school, newest first."""
        return pictures_of(self.school.id, self.catalogued.slug)

    @cached_property
    def figures(self) -> Known:
        """Give the drawings and pictures that an own text can name."""
        return figures_among(self.pictures, self.catalogued)

    @cached_property
    def course(self) -> Keuzedeel:
        """Give the course as students would see the draft."""
        return offered(self.catalogued, self.plan, self.own)

    @cached_property
    def every_document(self) -> Mapping[str, OwnText]:
        """Give every lesson and assignment that the plan can offer, switched off or not."""
        official: tuple[OwnText, ...] = (*self.catalogued.lessons, *self.catalogued.assignments)
        return {each.slug: each for each in official} | dict(self.own)

    @property
    def short(self) -> dict[str, int]:
        """Tell per route how many hours are missing; routes that fit are left out."""
        load = self.catalogued.qualification.study_load
        missing = {r.code: shortfall(self.plan, r.code, load) for r in self.catalogued.programme.routes}
        return {route: hours for route, hours in missing.items() if hours}

    def _caught_up(self, stored: object) -> Plan:
        programme = self.catalogued.programme
        return caught_up(Plan.model_validate(stored) if stored else plan_of(programme), programme)


def desk_of(school_id: UUID, slug: str, *, for_writing: bool = False) -> Desk:
    """Read the desk of a school for a keuzedeel; `for_writing` lets writers of one school wait in line."""
    try:
        catalogued = keuzedeel(slug)
    except UnknownContent as missing:
        raise Unknown() from missing
    school = _school(school_id, for_writing=for_writing)
    return Desk(
        school=school,
        catalogued=catalogued,
        edition=queries.current_edition(school, slug),
        draft=queries.draft_of(school_id, slug),
        documents=tuple(queries.documents_of(school_id, slug)),
    )


def _school(school_id: UUID, *, for_writing: bool) -> School:
    found = sa.select(School).where(School.id == school_id)
    if for_writing:
        found = found.with_for_update().execution_options(populate_existing=True)
    return db.session.scalars(found).one()

"""Open a cohort, change it, enrol somebody in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import lazyload

from accounts.schools.models import Membership
from enrolment import acts
from enrolment.errors import AlreadyThere, NameTaken
from enrolment.models import Cohort, Enrolment, Route, Track
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db, new_id
from foundation.errors import ChangedMeanwhile


@dataclass(frozen=True)
class CohortDraft:
    """What a cohort is called, where its certificate belongs, and when it runs."""

    name: str
    track: Track
    starts_on: date
    ends_on: date


def open_cohort(school_id: UUID, *, keuzedeel: str, draft: CohortDraft, actor_id: UUID | None) -> Cohort:
    """Open a cohort on a keuzedeel of the catalogue."""
    _refuse_taken(school_id, draft.name)
    cohort = Cohort(
        school_id=school_id,
        keuzedeel=keuzedeel,
        name=draft.name,
        track=draft.track,
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
        created_at=now(),
    )
    db.session.add(cohort)
    db.session.flush()
    record(acts.COHORT_OPENED, cohort, actor_id=actor_id, keuzedeel=keuzedeel)
    return cohort


def change_cohort(cohort: Cohort, *, draft: CohortDraft, seen_version: int, actor_id: UUID) -> None:
    """Change the name, the track and the dates of a cohort."""
    if cohort.version != seen_version:
        raise ChangedMeanwhile(version=cohort.version)
    _refuse_taken(cohort.school_id, draft.name, but=cohort.id)
    cohort.name, cohort.track = draft.name, draft.track
    cohort.starts_on, cohort.ends_on = draft.starts_on, draft.ends_on
    record(acts.COHORT_CHANGED, cohort, actor_id=actor_id)


def enrol(
    cohort: Cohort, student: Membership, *, number: str, route: Route, actor_id: UUID | None
) -> Enrolment:
    """Enrol a member of the same school in a cohort."""
    there = sa.select(Enrolment.id).where(
        Enrolment.cohort_id == cohort.id, Enrolment.student_id == student.id
    )
    if db.session.scalar(there) is not None:
        raise AlreadyThere()
    enrolment = Enrolment(
        school_id=cohort.school_id,
        cohort=cohort,
        student=student,
        number=number,
        route=route,
        created_at=now(),
    )
    db.session.add(enrolment)
    db.session.flush()
    record(acts.ENROLLED, enrolment, actor_id=actor_id)
    return enrolment


@dataclass(frozen=True)
class Place:
    """A student to enrol, under which number and along which route."""

    student: Membership
    number: str
    route: Route


def enrol_many(cohort: Cohort, places: Sequence[Place], *, actor_id: UUID | None) -> list[Enrolment]:
    """Enrol many members of the same school who are not in the cohort yet."""
    made = [
        Enrolment(
            id=new_id(),
            school_id=cohort.school_id,
            cohort_id=cohort.id,
            student_id=place.student.id,
            number=place.number,
            route=place.route,
            created_at=now(),
        )
        for place in places
    ]
    db.session.add_all(made)
    db.session.flush()
    for enrolment in made:
        record(acts.ENROLLED, enrolment, actor_id=actor_id)
    return made


def locked(enrolment_id: UUID) -> Enrolment:
    """Lock the row of an enrolment for a decision, and read it anew."""
    found = (
        sa.select(Enrolment)
        .where(Enrolment.id == enrolment_id)
        .options(lazyload("*"))
        .execution_options(populate_existing=True)
        .with_for_update()
    )
    return db.session.scalars(found).one()


def _refuse_taken(school_id: UUID, name: str, but: UUID | None = None) -> None:
    taken = sa.select(Cohort.id).where(Cohort.school_id == school_id, Cohort.name == name)
    if db.session.scalar(taken.where(Cohort.id != but) if but else taken) is not None:
        raise NameTaken()

"""Read imports, and the school around a file; in chunks, never per row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from accounts.people.models import Person
from accounts.people.queries import by_addresses
from accounts.schools.models import Membership, Role, RoleGrant
from accounts.schools.queries import holders_of_numbers, in_batches, memberships_of_people
from enrolment.models import Allocation, Coaching, Cohort, Enrolment
from enrolment.workflow import EnrolmentState
from exchange.people_import.models import PeopleImport
from exchange.people_import.rules import Draft
from exchange.people_import.school import Known, Surroundings
from foundation.database import db

SHOWN_IMPORTS = 10


def import_of(cohort: Cohort, import_id: UUID) -> PeopleImport | None:
    """Give an import of this cohort, with who brought it."""
    found = sa.select(PeopleImport).where(
        PeopleImport.school_id == cohort.school_id,
        PeopleImport.cohort_id == cohort.id,
        PeopleImport.id == import_id,
    )
    return db.session.scalars(found.options(joinedload(PeopleImport.uploaded_by))).one_or_none()


def locked_import(import_id: UUID) -> PeopleImport:
    """Lock the row of an import and read it anew: confirming twice waits here."""
    found = sa.select(PeopleImport).where(PeopleImport.id == import_id)
    return db.session.scalars(found.with_for_update().execution_options(populate_existing=True)).one()


def imports_of(cohort: Cohort) -> Sequence[PeopleImport]:
    """Give the last imports of a cohort, newest first."""
    found = sa.select(PeopleImport).where(PeopleImport.cohort_id == cohort.id)
    newest = found.order_by(PeopleImport.uploaded_at.desc(), PeopleImport.id.desc()).limit(SHOWN_IMPORTS)
    return list(db.session.scalars(newest.options(joinedload(PeopleImport.uploaded_by))))


def surroundings(cohort: Cohort, drafts: Sequence[Draft]) -> Surroundings:
    """Give what the school knows of the people in a file."""
    people = by_addresses(draft.email for draft in drafts)
    members = memberships_of_people(cohort.school_id, [person.id for person in people.values()])
    numbers = [draft.number for draft in drafts if draft.number]
    emails, names = _coaches(cohort.school_id)
    return Surroundings(
        members=_known(cohort, people, members),
        number_holders=holders_of_numbers(cohort.school_id, numbers),
        coach_emails=emails,
        coach_names=names,
    )


def _known(
    cohort: Cohort, people: Mapping[str, Person], members: Mapping[UUID, Membership]
) -> dict[str, Known]:
    ids = [member.id for member in members.values()]
    here, elsewhere = _enrolments(cohort, ids)
    coaches, assessors = _people_around(cohort, Coaching), _people_around(cohort, Allocation)
    return {
        email: Known(
            membership_id=member.id,
            person_id=member.person_id,
            roles=member.roles,
            number=member.student_number,
            has_left=member.ended_at is not None,
            enrolment_id=here.get(member.id),
            other_cohort=elsewhere.get(member.id, ""),
            coach_ids=frozenset(coaches[member.id]),
            assessor_ids=frozenset(assessors[member.id]),
            has_birth_date=member.birth_date is not None,
            has_birth_place=bool(member.birth_place),
        )
        for email, person in people.items()
        if (member := members.get(person.id)) is not None
    }


def _enrolments(cohort: Cohort, member_ids: Sequence[UUID]) -> tuple[dict[UUID, UUID], dict[UUID, str]]:
    """Give who is in this cohort, and who follows the same keuzedeel in another one now."""
    here: dict[UUID, UUID] = {}
    elsewhere: dict[UUID, str] = {}
    for part in in_batches(member_ids):
        found = (
            sa.select(Enrolment.student_id, Enrolment.id, Enrolment.cohort_id, Cohort.name)
            .join(Enrolment.cohort)
            .where(Enrolment.student_id.in_(part), Cohort.keuzedeel == cohort.keuzedeel)
            .where(
                sa.or_(
                    Enrolment.cohort_id == cohort.id,
                    Enrolment.state.in_([EnrolmentState.ACTIVE, EnrolmentState.PAUSED]),
                )
            )
        )
        for student_id, enrolment_id, cohort_id, name in db.session.execute(found):
            if cohort_id == cohort.id:
                here[student_id] = enrolment_id
            else:
                elsewhere[student_id] = name
    return here, elsewhere


def _people_around(cohort: Cohort, model: type[Coaching] | type[Allocation]) -> Mapping[UUID, set[UUID]]:
    who = Coaching.coach_id if model is Coaching else Allocation.assessor_id
    found = (
        sa.select(Enrolment.student_id, who)
        .join(model, model.enrolment_id == Enrolment.id)
        .where(Enrolment.cohort_id == cohort.id)
    )
    around: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for student_id, member_id in db.session.execute(found):
        around[student_id].add(member_id)
    return around


def _coaches(school_id: UUID) -> tuple[dict[str, UUID], dict[str, list[UUID]]]:
    found = (
        sa.select(Membership.id, Membership.name, Person.email)
        .join(Membership.person)
        .join(RoleGrant, RoleGrant.membership_id == Membership.id)
        .where(
            Membership.school_id == school_id,
            Membership.ended_at.is_(None),
            RoleGrant.role == Role.COACH,
        )
    )
    names: defaultdict[str, list[UUID]] = defaultdict(list)
    emails: dict[str, UUID] = {}
    for member_id, name, email in db.session.execute(found):
        names[name.casefold()].append(member_id)
        emails[email] = member_id
    return emails, dict(names)

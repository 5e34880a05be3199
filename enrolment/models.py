"""Cohorts, enrolments, coaching, allocation, deadlines."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.schools.models import Membership
from enrolment.tracks import Route as Route
from enrolment.tracks import Track as Track
from enrolment.workflow import EnrolmentState
from foundation.database import Model, SchoolOwned, Versioned


class Cohort(SchoolOwned, Versioned, Model):
    """A group that starts together on one keuzedeel (a folder of content, by its slug).

    `periods`: per module (by its code) the first and last day; `deadlines/periods.py` reads it.
    """

    __tablename__ = "cohort"
    __table_args__ = (
        sa.UniqueConstraint("school_id", "name"),
        sa.CheckConstraint("ends_on > starts_on", name="ends_after_start"),
    )

    name: Mapped[str] = mapped_column(sa.String(100))
    keuzedeel: Mapped[str] = mapped_column(sa.String(80))
    track: Mapped[Track] = mapped_column(default=Track.DERDE_LEERWEG)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    periods: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default=sa.text("'{}'"))
    created_at: Mapped[datetime]


class Enrolment(SchoolOwned, Versioned, Model):
    """One student in one cohort; the spine of the dossier."""

    __tablename__ = "enrolment"
    __table_args__ = (
        sa.UniqueConstraint("cohort_id", "student_id"),
        sa.Index("ix_enrolment_list", "school_id", "state", "cohort_id"),
        sa.Index("ix_enrolment_group", "cohort_id", "state", "id"),
    )

    cohort_id: Mapped[UUID] = mapped_column(sa.ForeignKey("cohort.id"))
    student_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"), index=True)
    number: Mapped[str] = mapped_column(sa.String(20))
    route: Mapped[Route] = mapped_column(default=Route.STUDENT)
    state: Mapped[EnrolmentState] = mapped_column(default=EnrolmentState.ACTIVE)
    place: Mapped[str] = mapped_column(sa.String(100), default="")
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    cohort: Mapped[Cohort] = relationship(lazy="raise")
    student: Mapped[Membership] = relationship(lazy="raise")
    coachings: Mapped[list[Coaching]] = relationship(lazy="raise", order_by="Coaching.since")
    allocations: Mapped[list[Allocation]] = relationship(lazy="raise", order_by="Allocation.seat")


class Coaching(SchoolOwned, Model):
    """Who coaches whom. An old row stays: who coached once never assesses this student."""

    __tablename__ = "coaching"
    __table_args__ = (sa.UniqueConstraint("enrolment_id", "coach_id"),)

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"))
    coach_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"), index=True)
    since: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    coach: Mapped[Membership] = relationship(lazy="raise")


class Allocation(SchoolOwned, Model):
    """Who assesses whom: seat 1 and 2 judge independently, seat 3 decides what they cannot agree on."""

    __tablename__ = "allocation"
    __table_args__ = (
        sa.UniqueConstraint("enrolment_id", "seat"),
        sa.UniqueConstraint("enrolment_id", "assessor_id"),
        sa.CheckConstraint("seat in (1, 2, 3)", name="seat"),
    )

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"))
    assessor_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"), index=True)
    seat: Mapped[int]
    created_at: Mapped[datetime]

    assessor: Mapped[Membership] = relationship(lazy="raise")


class Deadline(SchoolOwned, Versioned, Model):
    """The last instant at which a cohort hands in the work of one work process."""

    __tablename__ = "deadline"
    __table_args__ = (sa.UniqueConstraint("cohort_id", "work_process"),)

    cohort_id: Mapped[UUID] = mapped_column(sa.ForeignKey("cohort.id"))
    work_process: Mapped[str] = mapped_column(sa.String(20))
    at: Mapped[datetime]


class Extension(SchoolOwned, Versioned, Model):
    """A later deadline for one student, with the reason."""

    __tablename__ = "extension"
    __table_args__ = (sa.UniqueConstraint("enrolment_id", "work_process"),)

    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"))
    work_process: Mapped[str] = mapped_column(sa.String(20))
    at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(sa.Text)
    granted_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"))

"""Schools and who belongs to them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.people.models import Person
from accounts.schools.roles import STAFF, Role
from foundation.database import Identified, Model, SchoolOwned, Versioned

__all__ = ["STAFF", "Membership", "Role", "RoleGrant", "School"]


class School(Identified, Versioned, Model):
    """A school; its data is never seen by another one.

    `editions`: per keuzedeel (by slug) the id of the edition of the course that is in force.
    """

    __tablename__ = "school"

    name: Mapped[str] = mapped_column(sa.String(200))
    slug: Mapped[str] = mapped_column(sa.String(60), unique=True)
    place: Mapped[str] = mapped_column(sa.String(100), default="")
    editions: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default=sa.text("'{}'"))
    created_at: Mapped[datetime]


class Membership(SchoolOwned, Versioned, Model):
    """A person at a school, under the name that the school knows."""

    __tablename__ = "membership"
    __table_args__ = (
        sa.UniqueConstraint("school_id", "person_id"),
        sa.UniqueConstraint("school_id", "student_number"),
        sa.Index("ix_membership_name", "school_id", "name", "id"),
    )

    person_id: Mapped[UUID] = mapped_column(sa.ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(sa.String(200))
    student_number: Mapped[str | None] = mapped_column(sa.String(40))
    birth_date: Mapped[date | None]
    birth_place: Mapped[str] = mapped_column(sa.String(100), default="")
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(lazy="raise")
    school: Mapped[School] = relationship(lazy="raise")
    grants: Mapped[list[RoleGrant]] = relationship(
        lazy="raise", back_populates="membership", cascade="all, delete-orphan"
    )

    @property
    def roles(self) -> frozenset[Role]:
        """Give the roles of this member; load `grants` with the query."""
        return frozenset(grant.role for grant in self.grants)


class RoleGrant(SchoolOwned, Model):
    """One role of one member."""

    __tablename__ = "role_grant"
    __table_args__ = (sa.UniqueConstraint("membership_id", "role"),)

    membership_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"))
    role: Mapped[Role]

    membership: Mapped[Membership] = relationship(lazy="raise", back_populates="grants")

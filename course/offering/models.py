"""What a school made of a course: its published editions, and its own lessons and assignments."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from accounts.schools.models import Membership
from course.offering.kinds import OwnKind
from foundation.database import Model, SchoolOwned, Versioned, append_only


@append_only
class Edition(SchoolOwned, Model):
    """One published plan of a school for a keuzedeel; `School.editions` points at the one in force."""

    __tablename__ = "course_edition"
    __table_args__ = (sa.UniqueConstraint("school_id", "keuzedeel", "number"),)

    keuzedeel: Mapped[str] = mapped_column(sa.String(80))
    number: Mapped[int]
    plan: Mapped[dict[str, Any]]
    published_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"))
    published_at: Mapped[datetime]

    published_by: Mapped[Membership] = relationship(lazy="raise")


class Draft(SchoolOwned, Versioned, Model):
    """The plan as it is being made: one row per school and keuzedeel."""

    __tablename__ = "course_draft"
    __table_args__ = (sa.UniqueConstraint("school_id", "keuzedeel"),)

    keuzedeel: Mapped[str] = mapped_column(sa.String(80))
    plan: Mapped[dict[str, Any]]
    changed_at: Mapped[datetime]


class OwnDocument(SchoolOwned, Versioned, Model):
    """A lesson or assignment of the school itself, as it is being written: one changing row."""

    __tablename__ = "own_document"
    __table_args__ = (sa.UniqueConstraint("school_id", "keuzedeel", "slug"),)

    keuzedeel: Mapped[str] = mapped_column(sa.String(80))
    kind: Mapped[OwnKind]
    slug: Mapped[str] = mapped_column(sa.String(60))
    number: Mapped[int]
    header: Mapped[dict[str, Any]]
    body: Mapped[str] = mapped_column(sa.Text)
    created_at: Mapped[datetime]


class OwnPicture(SchoolOwned, Model):
    """A picture for own lessons: `src` and content never change, so a version keeps what it showed.

    `came_as` is the hash of the file that was sent: the same file again is the same picture. `is_offered`
    is off when a text still names it and the school does not want it in the list any more.
    """

    __tablename__ = "own_picture"
    __table_args__ = (
        sa.UniqueConstraint("school_id", "keuzedeel", "src"),
        sa.Index(None, "school_id", "sha256"),
    )

    keuzedeel: Mapped[str] = mapped_column(sa.String(80))
    src: Mapped[str] = mapped_column(sa.String(80))
    title: Mapped[str] = mapped_column(sa.String(100))
    sha256: Mapped[str] = mapped_column(sa.String(64))
    came_as: Mapped[str] = mapped_column(sa.String(64))
    size: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    is_offered: Mapped[bool]
    added_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"))
    added_at: Mapped[datetime]


class Upload(SchoolOwned, Model):
    """A file with a course that was brought; the bytes are kept by their hash, and read again each time."""

    __tablename__ = "course_upload"
    __table_args__ = (sa.UniqueConstraint("school_id", "keuzedeel", "sha256"),)

    keuzedeel: Mapped[str] = mapped_column(sa.String(80))
    sha256: Mapped[str] = mapped_column(sa.String(64))
    uploaded_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"))
    uploaded_at: Mapped[datetime]


@append_only
class OwnVersion(SchoolOwned, Model):
    """One published version of an own lesson or assignment: the text of its file, which never changes."""

    __tablename__ = "own_version"
    __table_args__ = (sa.UniqueConstraint("document_id", "number"),)

    document_id: Mapped[UUID] = mapped_column(sa.ForeignKey("own_document.id"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(sa.Text)
    published_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"))
    published_at: Mapped[datetime]

    document: Mapped[OwnDocument] = relationship(lazy="raise")
    published_by: Mapped[Membership] = relationship(lazy="raise")

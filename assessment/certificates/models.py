"""The register of certificates."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from assessment.certificates.workflow import CertificateState
from assessment.determination.models import Determination
from enrolment.models import Enrolment
from foundation.database import Model, SchoolOwned, Versioned


class Certificate(SchoolOwned, Versioned, Model):
    """One certificate. `content` is what stands on it; `sha256` covers that content.

    `token` (128 bits) stands in the QR code and link; `code` (12 characters) is typed with the number.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        sa.UniqueConstraint("determination_id", "copy"),
        sa.UniqueConstraint("number"),
        sa.UniqueConstraint("token"),
        sa.UniqueConstraint("code"),
        sa.CheckConstraint("(state = 'revoked') = (revoked_at is not null)", name="revoked"),
        sa.CheckConstraint("(state = 'replaced') = (replaced_by_id is not null)", name="replaced"),
        sa.Index("ix_certificate_register", "school_id", "number", "id"),
    )

    determination_id: Mapped[UUID] = mapped_column(sa.ForeignKey("determination.id"))
    enrolment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("enrolment.id"), index=True)
    copy: Mapped[int] = mapped_column(default=1)
    number: Mapped[str] = mapped_column(sa.String(40))
    code: Mapped[str] = mapped_column(sa.String(12))
    token: Mapped[str] = mapped_column(sa.String(32))
    state: Mapped[CertificateState] = mapped_column(default=CertificateState.ISSUED)
    content: Mapped[dict[str, Any]]
    sha256: Mapped[str] = mapped_column(sa.String(64))
    pdf_sha256: Mapped[str | None] = mapped_column(sa.String(64))
    issued_at: Mapped[datetime]
    issued_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("membership.id"))
    revoked_at: Mapped[datetime | None]
    revoke_reason: Mapped[str] = mapped_column(sa.Text, default="")
    replaced_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("certificate.id"))

    determination: Mapped[Determination] = relationship(lazy="raise")
    enrolment: Mapped[Enrolment] = relationship(lazy="raise")

    @property
    def student_id(self) -> UUID:
        """Give the holder, for the policy; `enrolment` must be loaded."""
        return self.enrolment.student_id


class CertificateSeries(SchoolOwned, Model):
    """The running number of a school in a year. Its row is locked while a number is given out."""

    __tablename__ = "certificate_series"
    __table_args__ = (sa.UniqueConstraint("school_id", "year"), sa.UniqueConstraint("prefix", "year"))

    year: Mapped[int]
    prefix: Mapped[str] = mapped_column(sa.String(20))
    last: Mapped[int] = mapped_column(default=0)

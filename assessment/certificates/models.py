"""The register of certificates."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from assessment.certificates.workflow import CertificateState
from foundation.database import Model, SchoolOwned, Versioned


class Certificate(SchoolOwned, Versioned, Model):
    """One certificate. `content` is what stands on it; `sha256` covers that content.

    `token` (128 bits) stands in the QR code and link; `code` (12 characters) is typed together with the number.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        sa.UniqueConstraint("determination_id", "copy"),
        sa.UniqueConstraint("number"),
        sa.UniqueConstraint("token"),
        sa.UniqueConstraint("code"),
        sa.CheckConstraint("(state = 'revoked') = (revoked_at is not null)", name="revoked"),
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

"""Certificates in the background: making the PDF."""

from __future__ import annotations

from uuid import UUID

from assessment.certificates import acts
from assessment.certificates.models import Certificate
from assessment.certificates.pdf import render
from foundation.audit.actions import record
from foundation.database import db
from foundation.jobs.actions import enqueue, job
from foundation.storage.actions import keep


def enqueue_rendering(certificate: Certificate) -> None:
    """Write down that the PDF must be made."""
    enqueue("certificates.render", school_id=certificate.school_id, certificate=str(certificate.id))


@job("certificates.render")
def render_certificate(certificate: str) -> None:
    """Make the PDF of a certificate and keep it; a second run does nothing."""
    row = db.session.get_one(Certificate, UUID(certificate))
    if row.pdf_sha256 is not None:
        return
    row.pdf_sha256 = keep(render(row))
    record(acts.RENDERED, row, actor_id=None, number=row.number, sha256=row.pdf_sha256)

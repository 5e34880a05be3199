"""Certificates in the background: issuing many, one piece of work each."""

from __future__ import annotations

from uuid import UUID

from assessment.certificates import queries
from assessment.certificates.actions import issue
from foundation.jobs.actions import job


@job("certificates.issue")
def issue_one(determination: str, school: str, issuer: str, actor: str) -> None:
    """Issue one certificate, unless it is there already or the result no longer stands."""
    if queries.waiting(UUID(school), only=UUID(determination)):
        issue(UUID(school), UUID(determination), issuer_id=UUID(issuer), actor_id=UUID(actor))

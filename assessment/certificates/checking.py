"""Check a certificate: find it, compute every hash anew, and say what holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from assessment.certificates import queries
from assessment.certificates.content import content_hash
from assessment.certificates.models import Certificate
from assessment.certificates.rules import Stored, Verdict, public_content, verdict
from assessment.determination.decision import decision_hash
from assessment.determination.workflow import DeterminationState
from foundation.clock import local, now


@dataclass(frozen=True)
class Answer:
    """What a check shows to anyone. `content` is empty when nothing is known, or nothing can be trusted."""

    verdict: Verdict
    at: datetime
    number: str = ""
    since: date | None = None
    content: Mapping[str, Any] | None = None


def check_token(token: str) -> Answer:
    """Check the certificate of a link or QR code."""
    return answer_for(queries.by_token(token))


def check_typed(number: str, code: str) -> Answer:
    """Check the certificate with this number and code."""
    return answer_for(queries.by_number_and_code(number, code))


def answer_for(certificate: Certificate | None) -> Answer:
    """Compare a certificate with the register and the decision."""
    if certificate is None:
        return Answer(Verdict.UNKNOWN, now())
    found = verdict(_stored(certificate))
    if found is Verdict.CHANGED:
        return Answer(found, now(), certificate.number)
    since = local(certificate.revoked_at).date() if certificate.revoked_at else None
    return Answer(found, now(), certificate.number, since, public_content(certificate.content))


def _stored(certificate: Certificate) -> Stored:
    determination = certificate.determination
    decision = determination.decision
    return Stored(
        state=certificate.state,
        sha256=certificate.sha256,
        content_hash=content_hash(certificate.content),
        names_number=certificate.content.get("number", ""),
        number=certificate.number,
        names_decision=certificate.content.get("decision", ""),
        decision_hash=decision.sha256 if decision else "",
        computed_decision_hash=decision_hash(decision) if decision else "none",
        is_announced=determination.state is DeterminationState.ANNOUNCED,
    )

"""Codes of a certificate, what stands on it for anyone to read, and what a check finds. Pure."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assessment.certificates.workflow import CertificateState

if TYPE_CHECKING:
    from accounts.policy.actor import Actor

# No two characters look alike: 0 O 1 I Z 5 S 8 B and U are left out.
ALPHABET = "234679ACDEFGHJKLMNPQRTVWXY"
CODE_LENGTH = 12
READ_AS = str.maketrans({"Z": "2", "1": "L", "I": "L", "U": "V"})
TOKEN = re.compile(r"[0-9a-f]{32}")

PUBLIC = (
    "name",
    "code",
    "title",
    "study_load",
    "result",
    "school",
    "board",
    "determined_on",
    "core_task",
    "work_processes",
)


class Verdict(enum.StrEnum):
    """What a check finds."""

    VALID = "valid"
    REVOKED = "revoked"
    REPLACED = "replaced"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Stored:
    """What the register and the decision say now; hashes are computed anew."""

    state: CertificateState
    sha256: str
    content_hash: str
    names_number: str
    number: str
    names_decision: str
    decision_hash: str
    computed_decision_hash: str
    is_announced: bool


def verdict(stored: Stored | None) -> Verdict:
    """Compare what stands on a certificate with the register and with the decision behind it."""
    if stored is None:
        return Verdict.UNKNOWN
    if stored.content_hash != stored.sha256 or stored.names_number != stored.number:
        return Verdict.CHANGED
    if stored.state is CertificateState.REVOKED:
        return Verdict.REVOKED
    if stored.state is CertificateState.REPLACED:
        return Verdict.REPLACED
    if not stored.names_decision == stored.decision_hash == stored.computed_decision_hash:
        return Verdict.CHANGED
    return Verdict.VALID if stored.is_announced else Verdict.CHANGED


def public_content(content: Mapping[str, Any]) -> dict[str, Any]:
    """Give what anyone may read: what stands on the certificate, without birth date and birth place."""
    return {key: content[key] for key in PUBLIC}


def normal_code(typed: str) -> str:
    """Read a code as people type it: spaces and hyphens left out, look-alikes taken for what they must be."""
    return re.sub(r"[^A-Z0-9]", "", typed.upper()).translate(READ_AS)


def is_code(text: str) -> bool:
    """Tell whether this can be the code under a QR code."""
    return len(text) == CODE_LENGTH and set(text) <= set(ALPHABET)


def is_token(text: str) -> bool:
    """Tell whether this can be the token of a link."""
    return TOKEN.fullmatch(text) is not None


def shown_code(code: str) -> str:
    """Write a code in three groups of four."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def normal_number(typed: str) -> str:
    """Read a number as people type it."""
    return re.sub(r"\s", "", typed).upper().replace("–", "-")


def number_of(prefix: str, year: int, running: int) -> str:
    """Write a number: school, year, running number."""
    return f"{prefix}-{year}-{running:06d}"


def prefixes_for(slug: str) -> list[str]:
    """Give prefixes for a school, shortest first; the last ones cannot run out."""
    letters = re.sub(r"[^A-Z0-9]", "", slug.upper()) or "SCHOOL"
    short = [letters[:length] for length in range(4, min(len(letters), 12) + 1)] or [letters]
    return short + [f"{letters[:8]}{count}" for count in range(2, 1000)]


def is_holder(actor: Actor, certificate: Any) -> bool:
    """Tell whether this certificate is the actor's own."""
    return bool(certificate.student_id == actor.membership_id)

"""The life of a certificate. Pure."""

from __future__ import annotations

import enum

from foundation.workflow import Workflow


class CertificateState(enum.StrEnum):
    """Where a certificate is."""

    ISSUED = "issued"
    REVOKED = "revoked"
    REPLACED = "replaced"


class CertificateAct(enum.StrEnum):
    """What can happen to a certificate."""

    REVOKE = "revoke"
    REPLACE = "replace"


CERTIFICATE = Workflow(
    "certificate",
    {
        (CertificateState.ISSUED, CertificateAct.REVOKE): CertificateState.REVOKED,
        (CertificateState.ISSUED, CertificateAct.REPLACE): CertificateState.REPLACED,
    },
)

"""What one may do in assessment: the parts of its rooms together."""

from __future__ import annotations

from accounts.policy.permissions import PolicyPart
from assessment.agreement import policy as agreement
from assessment.certificates import policy as certificates
from assessment.determination import policy as determination
from assessment.scoring import policy as scoring
from assessment.submissions import policy as submissions

POLICY: PolicyPart = {
    **submissions.POLICY,
    **scoring.POLICY,
    **agreement.POLICY,
    **determination.POLICY,
    **certificates.POLICY,
}

"""What one may do here, and who may do it to what."""

from __future__ import annotations

from accounts.policy.permissions import PolicyPart

POLICY: PolicyPart = {}

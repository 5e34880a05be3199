"""What one may do in this room."""

from __future__ import annotations

from accounts.policy.permissions import PolicyPart

POLICY: PolicyPart = {}

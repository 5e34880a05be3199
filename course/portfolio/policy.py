"""What one may do in this room: who works on the work collects its evidence too (`workbench.policy.WORK`)."""

from __future__ import annotations

from accounts.policy.permissions import PolicyPart

POLICY: PolicyPart = {}

"""What one may do through these doors: the parts of the rooms together."""

from __future__ import annotations

from accounts.policy.permissions import PolicyPart
from exchange.people_import import policy as people_import

POLICY: PolicyPart = {**people_import.POLICY}

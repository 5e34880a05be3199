"""What one may do in this room."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role
from assessment.scoring.rules import is_own_assessment

JUDGE = Permission("scoring.judge", _l("toegewezen werk beoordelen"))

POLICY: PolicyPart = {JUDGE: (Grant(Role.ASSESSOR, (is_own_assessment,)),)}

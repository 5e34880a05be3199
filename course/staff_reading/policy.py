"""What one may do in this room."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role

READ_COURSE = Permission("course.read", _l("de cursus lezen zoals studenten hem lezen"))

POLICY: PolicyPart = {
    READ_COURSE: (
        Grant(Role.COACH),
        Grant(Role.ASSESSOR),
        Grant(Role.BOARD_MEMBER),
        Grant(Role.SCHOOL_ADMIN),
    )
}

"""What one may do in this room."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role

SHAPE_COURSE = Permission("course.shape", _l("de cursus van de school aanpassen en publiceren"))

POLICY: PolicyPart = {SHAPE_COURSE: (Grant(Role.SCHOOL_ADMIN),)}

"""What one may do in this room."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role
from course.insight.group import coaches_in_group

SEE_READING = Permission("insight.see", _l("zien welke lessen een groep leest en welke vragen fout gaan"))

POLICY: PolicyPart = {
    SEE_READING: (Grant(Role.COACH, (coaches_in_group,)), Grant(Role.SCHOOL_ADMIN)),
}

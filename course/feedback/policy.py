"""What one may do in this room, and on the pages of the coach."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role
from enrolment.rules import coaches_enrolment, is_own_enrolment

READ_FEEDBACK = Permission("feedback.read", _l("de eigen reacties lezen"))
COACH = Permission("course.coach", _l("een student begeleiden"))

POLICY: PolicyPart = {
    READ_FEEDBACK: (Grant(Role.STUDENT, (is_own_enrolment,)),),
    COACH: (Grant(Role.COACH, (coaches_enrolment,)),),
}

"""What one may do in this room."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role
from enrolment.rules import coaches_enrolment, is_own_enrolment

WORK = Permission("work.make", _l("aan het eigen werk werken"))
READ_WORK = Permission("work.read", _l("werk lezen dat nog niet is ingeleverd"))

POLICY: PolicyPart = {
    WORK: (Grant(Role.STUDENT, (is_own_enrolment,)),),
    READ_WORK: (Grant(Role.COACH, (coaches_enrolment,)),),
}

"""What one may do in this room."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role
from assessment.certificates.rules import is_holder
from enrolment.rules import is_own_enrolment

MANAGE = Permission("certificates.manage", _l("certificaten uitgeven, intrekken en vervangen"))
DOWNLOAD = Permission("certificates.download", _l("een certificaat als PDF ophalen"))
READ_RESULT = Permission("certificates.read_result", _l("het eigen resultaat lezen, als het bekend is"))

POLICY: PolicyPart = {
    MANAGE: (Grant(Role.SCHOOL_ADMIN),),
    DOWNLOAD: (Grant(Role.SCHOOL_ADMIN), Grant(Role.STUDENT, (is_holder,))),
    READ_RESULT: (Grant(Role.STUDENT, (is_own_enrolment,)),),
}

"""What one may do in this room. Nobody but the student: notes are private."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role
from enrolment.rules import is_own_enrolment

WRITE_NOTES = Permission("notes.write", _l("eigen notities schrijven en lezen"))

POLICY: PolicyPart = {WRITE_NOTES: (Grant(Role.STUDENT, (is_own_enrolment,)),)}

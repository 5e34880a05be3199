"""What one may do in this room."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role
from enrolment.rules import is_own_enrolment

PRACTISE = Permission("selftest.practise", _l("oefenen met de vragen bij de lessen"))

POLICY: PolicyPart = {PRACTISE: (Grant(Role.STUDENT, (is_own_enrolment,)),)}

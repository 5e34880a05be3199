"""What one may do in this room."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role
from assessment.agreement.rules import is_one_of_the_two

AGREE = Permission("agreement.agree", _l("verschillen bespreken met de andere beoordelaar"))

POLICY: PolicyPart = {AGREE: (Grant(Role.ASSESSOR, (is_one_of_the_two,)),)}

"""What one may do in this room."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role
from assessment.submissions.rules import is_own_work, judges_work

SUBMIT = Permission("submissions.submit", _l("eigen werk inleveren en terughalen"))
READ_RECEIPT = Permission("submissions.read_receipt", _l("het ontvangstbewijs van een inlevering zien"))
READ_FROZEN = Permission("submissions.read_frozen", _l("ingeleverd werk en de bestanden erbij zien"))

POLICY: PolicyPart = {
    SUBMIT: (Grant(Role.STUDENT, (is_own_work,)),),
    READ_RECEIPT: (Grant(Role.STUDENT, (is_own_work,)), Grant(Role.BOARD_MEMBER)),
    READ_FROZEN: (
        Grant(Role.STUDENT, (is_own_work,)),
        Grant(Role.ASSESSOR, (judges_work,)),
        Grant(Role.BOARD_MEMBER),
    ),
}

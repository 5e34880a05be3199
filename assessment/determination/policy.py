"""What one may do in this room."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role
from assessment.determination.rules import is_not_involved, is_not_own_work

SEE_AGENDA = Permission("determination.see_agenda", _l("de agenda van de examencommissie zien en vullen"))
READ_DOSSIER = Permission(
    "determination.read_dossier", _l("een examendossier lezen en het resultaat bekendmaken")
)
DETERMINE = Permission("determination.determine", _l("besluiten over een dossier waar je zelf buiten staat"))

POLICY: PolicyPart = {
    SEE_AGENDA: (Grant(Role.BOARD_MEMBER),),
    READ_DOSSIER: (Grant(Role.BOARD_MEMBER, (is_not_own_work,)),),
    DETERMINE: (Grant(Role.BOARD_MEMBER, (is_not_involved,)),),
}

"""What one may do here, and who may do it to what."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role

IMPORT_PEOPLE = Permission("import_people", _l("mensen uit een bestand toevoegen en lijsten downloaden"))
MAKE_ADMINS = Permission("make_admins", _l("anderen de rol administratie geven"))

POLICY: PolicyPart = {
    IMPORT_PEOPLE: (Grant(Role.SCHOOL_ADMIN),),
    MAKE_ADMINS: (Grant(Role.SCHOOL_ADMIN),),
}

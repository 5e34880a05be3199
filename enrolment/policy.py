"""What one may do here, and who may do it to what."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.models import Role

MANAGE_COHORTS = Permission("manage_cohorts", _l("groepen, inschrijvingen en inleverdata beheren"))
ALLOCATE = Permission("allocate", _l("begeleiders en beoordelaars aanwijzen"))
MANAGE_PEOPLE = Permission("manage_people", _l("mensen van de school en hun rollen beheren"))

POLICY: PolicyPart = {
    MANAGE_COHORTS: (Grant(Role.SCHOOL_ADMIN),),
    ALLOCATE: (Grant(Role.SCHOOL_ADMIN),),
    MANAGE_PEOPLE: (Grant(Role.SCHOOL_ADMIN),),
}

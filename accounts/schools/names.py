"""What people call a role."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from accounts.schools.roles import Role

ROLE_NAMES = {
    Role.STUDENT: _l("student"),
    Role.COACH: _l("begeleider"),
    Role.ASSESSOR: _l("beoordelaar"),
    Role.BOARD_MEMBER: _l("examencommissie"),
    Role.SCHOOL_ADMIN: _l("administratie"),
}

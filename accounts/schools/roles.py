"""The roles there are. Pure, so that rules may use them."""

from __future__ import annotations

import enum


class Role(enum.StrEnum):
    """What somebody comes for in a school."""

    STUDENT = "student"
    COACH = "coach"
    ASSESSOR = "assessor"
    BOARD_MEMBER = "board_member"
    SCHOOL_ADMIN = "school_admin"


STAFF = frozenset({Role.COACH, Role.ASSESSOR, Role.BOARD_MEMBER, Role.SCHOOL_ADMIN})

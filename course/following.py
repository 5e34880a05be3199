"""The enrolment that the acting student works in."""

from __future__ import annotations

from accounts.policy.actor import actor
from accounts.policy.guard import allow
from accounts.policy.permissions import Permission
from course.errors import NotActive, NotEnrolled
from enrolment.models import Enrolment
from enrolment.queries import own_enrolment
from enrolment.workflow import EnrolmentState


def followed(permission: Permission) -> Enrolment:
    """Give the own enrolment with its cohort, to read; say so when there is none."""
    return _own(permission)


def followed_now(permission: Permission) -> Enrolment:
    """Give the own enrolment to change something in, locked; it must be active."""
    enrolment = _own(permission, for_writing=True)
    if enrolment.state is not EnrolmentState.ACTIVE:
        raise NotActive()
    return enrolment


def _own(permission: Permission, *, for_writing: bool = False) -> Enrolment:
    enrolment = own_enrolment(actor(), for_writing=for_writing)
    if enrolment is None:
        raise NotEnrolled()
    return allow(permission, enrolment)  # type: ignore[no-any-return]

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
    enrolment = own_enrolment(actor())
    if enrolment is None:
        raise NotEnrolled()
    return allow(permission, enrolment)  # type: ignore[no-any-return]


def followed_now(permission: Permission) -> Enrolment:
    """Give the own enrolment to change something in; it must be active."""
    enrolment = followed(permission)
    if enrolment.state is not EnrolmentState.ACTIVE:
        raise NotActive()
    return enrolment

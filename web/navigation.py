"""The main menu: what a member may open, in one order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import request, url_for
from flask_babel import lazy_gettext as _l

from accounts.policy.actor import current_actor
from accounts.policy.guard import may
from accounts.policy.permissions import Permission
from assessment.certificates.policy import MANAGE
from assessment.determination.policy import SEE_AGENDA
from assessment.scoring.policy import JUDGE
from course.feedback.policy import COACH
from course.hours.policy import LOG_HOURS
from course.offering.policy import SHAPE_COURSE
from course.programme.policy import FOLLOW
from course.staff_reading.policy import READ_COURSE
from course.workbench.policy import WORK
from enrolment.policy import MANAGE_COHORTS, MANAGE_PEOPLE
from web.audit_log import READ_LOG


@dataclass(frozen=True)
class Entry:
    """One entry of the menu; who may do `instead` has a better entry and does not need this one."""

    endpoint: str
    label: Any
    icon: str
    permission: Permission
    instead: Permission | None = None


ENTRIES: tuple[Entry, ...] = (
    Entry("home.start", _l("Start"), "home", FOLLOW),
    Entry("scoring.worklist", _l("Mijn beoordelingen"), "list-check", JUDGE),
    Entry("programme.show", _l("Programma"), "book", FOLLOW),
    Entry("workbench.start", _l("Mijn werk"), "map-2", WORK),
    Entry("portfolio.show", _l("Bewijs"), "paperclip", WORK),
    Entry("hours.show", _l("Uren"), "clock", LOG_HOURS),
    Entry("search.show", _l("Zoek"), "search", FOLLOW),
    Entry("coaching.show", _l("Mijn studenten"), "users", COACH),
    Entry("cohorts.overview", _l("Groepen"), "users-group", MANAGE_COHORTS),
    Entry("offering.overview", _l("Cursus"), "pencil", SHAPE_COURSE),
    Entry("members.overview", _l("Mensen"), "users", MANAGE_PEOPLE),
    Entry("board.show_agenda", _l("Examencommissie"), "gavel", SEE_AGENDA),
    Entry("certificates.register", _l("Certificaten"), "certificate", MANAGE),
    Entry("staff_reading.start", _l("Lessen"), "book", READ_COURSE, instead=SHAPE_COURSE),
    Entry("audit_log.show", _l("Logboek"), "history", READ_LOG),
)


def menu() -> list[dict[str, Any]]:
    """Give the entries that the actor may open, with which one is current."""
    if current_actor() is None:
        return []
    return [
        {
            "url": url_for(entry.endpoint),
            "label": str(entry.label),
            "icon": entry.icon,
            "current": _is_current(entry.endpoint),
        }
        for entry in ENTRIES
        if may(entry.permission) and not (entry.instead and may(entry.instead))
    ]


def _is_current(endpoint: str) -> bool:
    here = request.endpoint or ""
    return here == endpoint or here.split(".")[0] == endpoint.split(".")[0]

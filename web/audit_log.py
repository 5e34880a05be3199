"""The log of a school in sentences: a page for its administration, and a trail for one subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Blueprint, Flask, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from accounts.policy.actor import actor
from accounts.policy.guard import may, requires
from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.queries import names_of
from accounts.schools.roles import Role
from assessment.determination.policy import SEE_AGENDA
from assessment.scoring.policy import JUDGE
from foundation.audit.acts import is_confidential, sentence_of
from foundation.audit.models import AuditEntry
from foundation.audit.queries import Blind, entries_about, page_of_school

PAGE_SIZE = 50
LONGEST_CHAIN = 2**31 - 1
READ_LOG = Permission("read_log", _l("het logboek van de school lezen"))
POLICY: PolicyPart = {READ_LOG: (Grant(Role.SCHOOL_ADMIN),)}

# Where a subject can be looked at: its kind, the page, and the name of the id there.
PAGES = {
    "cohort": ("cohorts.show", "cohort_id"),
    "enrolment": ("cohorts.student", "enrolment_id"),
    "membership": ("members.show", "membership_id"),
}

# Who assesses does not see what other assessors do, not even as administrator of the school.
JUDGING = ("assessment.", "agreement.")

audit_log = Blueprint("audit_log", __name__)


@dataclass(frozen=True)
class Line:
    """One act, told: who, what, when, why."""

    entry: AuditEntry
    name: str
    sentence: str
    reason: str
    url: str | None

    @property
    def at(self) -> datetime:
        """Give when it happened."""
        return self.entry.at


def init_audit_log(app: Flask) -> None:
    """Let every template ask for the trail of a subject."""
    app.jinja_env.globals["trail"] = trail


def trail(*subject_ids: UUID) -> list[Line]:
    """Tell what happened to these subjects of the actor's school, newest first."""
    return told(entries_about(actor().school_id, list(subject_ids)))


def told(entries: Sequence[AuditEntry]) -> list[Line]:
    """Tell entries in sentences; the names of who acted come in one query."""
    names = names_of(actor().school_id, {entry.actor_id for entry in entries if entry.actor_id})
    return [
        Line(
            entry=entry,
            name=names.get(entry.actor_id, _("Iemand")) if entry.actor_id else _("Wijkwijs"),
            sentence=sentence_of(entry.act, entry.details),
            reason=_reason_of(entry),
            url=_page_of(entry),
        )
        for entry in entries
    ]


@audit_log.get("/logboek")
@requires(READ_LOG)
def show() -> ResponseReturnValue:
    """Show the log of the school, newest first; `?over=` one subject."""
    about = request.args.get("over", type=UUID)
    before = _asked_number()
    blind = Blind(actor().person_id, JUDGING) if may(JUDGE) else None
    entries = page_of_school(actor().school_id, about=about, before=before, size=PAGE_SIZE + 1, blind=blind)
    lines = told(entries[:PAGE_SIZE])
    more = (
        url_for("audit_log.show", over=about, voor=lines[-1].entry.sequence) if entries[PAGE_SIZE:] else None
    )
    return render_template(
        "audit_log/page.html", lines=lines, about=about, older_url=more, is_newest=before is None, blind=blind
    )


def _asked_number() -> int | None:
    number = request.args.get("voor", type=int)
    return number if number is not None and 0 < number <= LONGEST_CHAIN else None


def _reason_of(entry: AuditEntry) -> str:
    """Give the reason, unless it could tell of a judgement to who does not sit in the board."""
    return entry.reason if may(SEE_AGENDA) or not is_confidential(entry.act) else ""


def _page_of(entry: AuditEntry) -> str | None:
    if entry.subject_type not in PAGES or entry.subject_id is None:
        return None
    endpoint, argument = PAGES[entry.subject_type]
    values: dict[str, Any] = {argument: entry.subject_id}
    return url_for(endpoint, **values)

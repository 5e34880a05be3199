"""Acts in sentences: who, what, about whom, when, why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from flask import Flask, url_for
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import may
from accounts.schools.queries import names_of
from assessment.determination.policy import SEE_AGENDA
from foundation.audit.acts import is_confidential, sentence_of
from foundation.audit.models import AuditEntry
from foundation.audit.queries import entries_about
from web.audit_log.subjects import names_of_subjects

# Where a subject can be looked at: its kind, the page, and the name of the id there.
PAGES = {
    "cohort": ("cohorts.show", "cohort_id"),
    "enrolment": ("cohorts.student", "enrolment_id"),
    "membership": ("members.show", "membership_id"),
}


@dataclass(frozen=True)
class Line:
    """One act, told. `subject`: whom or what it was about, if the reader may know and it is somebody else."""

    entry: AuditEntry
    name: str
    sentence: str
    reason: str
    url: str | None
    subject: str = ""

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


def told(entries: Sequence[AuditEntry], *, with_subjects: bool = False) -> list[Line]:
    """Tell entries in sentences; the names of who acted come in one query, those of subjects in another."""
    school_id = actor().school_id
    names = names_of(school_id, {entry.actor_id for entry in entries if entry.actor_id})
    subjects = names_of_subjects(school_id, entries) if with_subjects else {}
    return [_line(entry, names, subjects) for entry in entries]


def _line(entry: AuditEntry, names: Mapping[UUID, str], subjects: Mapping[UUID, str]) -> Line:
    name = names.get(entry.actor_id, _("Iemand")) if entry.actor_id else _("Wijkwijs")
    subject = subjects.get(entry.subject_id, "") if entry.subject_id else ""
    return Line(
        entry=entry,
        name=name,
        sentence=sentence_of(entry.act, entry.details),
        reason=_reason_of(entry),
        url=_page_of(entry),
        subject=subject if subject != name else "",
    )


def _reason_of(entry: AuditEntry) -> str:
    """Give the reason, unless it could tell of a judgement to who does not sit in the board."""
    return entry.reason if may(SEE_AGENDA) or not is_confidential(entry.act) else ""


def _page_of(entry: AuditEntry) -> str | None:
    if entry.subject_type not in PAGES or entry.subject_id is None:
        return None
    endpoint, argument = PAGES[entry.subject_type]
    values: dict[str, Any] = {argument: entry.subject_id}
    return url_for(endpoint, **values)

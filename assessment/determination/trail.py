"""What happened to a dossier, from the log: who, when, what and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from accounts.schools.queries import names_of
from assessment.certificates.models import Certificate
from assessment.determination.dossier import Dossier
from foundation.audit.acts import sentence_of
from foundation.audit.models import AuditEntry
from foundation.audit.queries import entries_about

MOST_STEPS = 2000  # far more than ever happens to one dossier


@dataclass(frozen=True)
class Step:
    """One line of the trail: `about` is the work process, if it was about one; `sequence` is of the log."""

    at: datetime
    who: str
    about: str
    sentence: str
    reason: str
    sequence: int
    sha256: str


def trail_of(dossier: Dossier, certificates: Sequence[Certificate]) -> list[Step]:
    """Tell what happened to a dossier, its work, its judgements and its certificates, newest first."""
    subjects = _subjects(dossier) | {each.id: "" for each in certificates}
    entries = entries_about(dossier.school_id, list(subjects), limit=MOST_STEPS)
    people = {entry.actor_id for entry in entries if entry.actor_id}
    names = names_of(dossier.school_id, people)
    return [_step(entry, names, subjects) for entry in entries]


def _step(entry: AuditEntry, names: Mapping[UUID, str], subjects: Mapping[UUID, str]) -> Step:
    who = names.get(entry.actor_id) if entry.actor_id else None
    about = subjects[entry.subject_id] if entry.subject_id else ""
    sentence = sentence_of(entry.act, entry.details)
    name = who or str(_("Het systeem"))
    return Step(entry.at, name, about, sentence, entry.reason, entry.sequence, entry.hash)


def _subjects(dossier: Dossier) -> dict[UUID, str]:
    """Give what the trail is about: the dossier, its work and the judgements, with the work process of each.

    The sentence about handed-in work names its work process itself.
    """
    found = {dossier.determination.id: ""}
    for work in dossier.evidence.works.values():
        found[work.submission.id] = ""
        label = work.instrument.work_process(work.work_process).label
        found |= {each.assessment.id: label for each in work.judgements if work.rows}
        found |= {work.final.agreement_id: label} if work.rows and work.final else {}
    return found

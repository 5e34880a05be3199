"""What a decision rests on, written down once, and the hash that shows when it was touched."""

from __future__ import annotations

import hashlib
from typing import Any

from assessment.determination.dossier import Dossier
from assessment.determination.evidence import Work
from assessment.determination.models import Decision
from assessment.determination.rules import Outcome, ProcessOutcome
from foundation.audit.chain import canonical

FORMAT = "wijkwijs.decision/1"


def facts_of(dossier: Dossier, found: Outcome) -> dict[str, Any]:
    """Write down outcome, checks and hashes as JSON values."""
    return {
        "format": FORMAT,
        "enrolment": str(dossier.determination.enrolment_id),
        "round": dossier.determination.round,
        "level": found.level,
        "title": dossier.title_of(found.level),
        "rubric": newest.rubric if (newest := dossier.evidence.newest) else None,
        "minutes": dossier.hours.counted,
        "checks": [{"code": each.code, "tone": each.tone.value, **each.values} for each in dossier.checks],
        "works": [
            _facts_of(dossier, process, dossier.evidence.works[process.work_process])
            for process in found.work_processes
        ],
    }


def decision_hash(decision: Decision) -> str:
    """Hash everything that stands in a decision (SHA-256, hex)."""
    return hashlib.sha256(decision_text(decision).encode()).hexdigest()


def decision_text(decision: Decision) -> str:
    """Write everything that stands in a decision in exactly one way: the text that is hashed."""
    return canonical(
        {
            "determination": decision.determination_id,
            "result": decision.result,
            "met": decision.met,
            "facts": decision.facts,
            "reason": decision.reason,
            "decided_by": decision.decided_by_id,
            "decided_at": decision.decided_at,
        }
    )


def _facts_of(dossier: Dossier, process: ProcessOutcome, work: Work) -> dict[str, Any]:
    return {
        "work_process": process.work_process,
        "attempt": work.submission.attempt,
        "level": process.level,
        "title": dossier.title_of(process.level),
        "reasons": [{"code": each.code, "about": list(each.about)} for each in process.reasons],
        "submission": str(work.submission.id),
        "snapshot": work.snapshot.sha256 if work.snapshot else None,
        "rubric": work.rubric,
        "final_rows": str(work.final.id) if work.final else None,
        "levels": dict(work.levels),
        "signatures": [each.signature.sha256 for each in work.judgements if each.counts and each.signature],
    }

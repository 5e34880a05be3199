"""What stands on a certificate: put together once, then frozen and hashed."""

from __future__ import annotations

from typing import Any

from accounts.schools.models import Membership, School
from assessment.determination.models import Decision
from assessment.submissions import rubrics
from content.fingerprint import fingerprint
from foundation.clock import local, today

FORMAT = "wijkwijs.certificate/1"


def content_of(
    number: str, *, decision: Decision, student: Membership, school: School, replaces: str | None = None
) -> dict[str, Any]:
    """Put together everything that is printed; birth date and place only when the school knows them."""
    qualification = rubrics.instrument(decision.facts["rubric"]).qualification
    return {
        "format": FORMAT,
        "number": number,
        "name": student.name,
        "birth_date": student.birth_date.isoformat() if student.birth_date else None,
        "birth_place": student.birth_place or None,
        "code": qualification.code,
        "title": qualification.title,
        "study_load": qualification.study_load,
        "result": decision.facts["title"],
        "result_level": decision.result,
        "school": school.name,
        "place": school.place,
        "board": "Examencommissie",
        "signed_by": decision.decided_by.name,
        "determined_on": local(decision.decided_at).date().isoformat(),
        "issued_on": today().isoformat(),
        "core_task": {"code": qualification.core_task.code, "title": qualification.core_task.title},
        "work_processes": [
            {
                "code": process.code,
                "number": process.number,
                "title": process.title,
                "criteria": len(process.behaviours),
            }
            for process in qualification.work_processes
        ],
        "decision": decision.sha256,
        "replaces": replaces,
    }


def content_hash(content: dict[str, Any]) -> str:
    """Hash what stands on a certificate (SHA-256, hex)."""
    return fingerprint(content)

"""The exam board and the register: agenda, decision, announcement, certificate."""

from __future__ import annotations

from datetime import date

from assessment.certificates import actions as certificates
from assessment.certificates.queries import copies_of
from assessment.determination import actions as board
from assessment.determination.models import Determination
from assessment.determination.queries import dossier, rounds_of
from web.demo.calendar import at
from web.demo.people import Student, codes

CHAIR, MEMBERS = "anneke", ("ruud", "siu", "anneke")


def comes_on_agenda(student: Student, day: date, meeting_on: date) -> None:
    """Let the chair put a complete dossier on the agenda of a meeting."""
    student.tell(
        at(day, 15, _minute(student)),
        lambda: board.put_on_agenda(
            [student.stage.enrolments[student.key]], meeting_on=meeting_on, actor=student.stage.actor(CHAIR)
        ),
    )


def is_determined(student: Student, day: date) -> None:
    """Let a member of the board determine the result."""
    who = MEMBERS[len(student.key) % len(MEMBERS)]
    student.tell(at(day, 10, _minute(student)), lambda: _determine(student, who))


def is_postponed(student: Student, day: date, until: date) -> None:
    """Let the chair put a dossier off, with the reason."""
    student.tell(at(day, 10, _minute(student)), lambda: _postpone(student, until))


def is_referred_back(student: Student, day: date, code: str) -> None:
    """Let the board ask the first assessor of a work process a question."""
    student.tell(at(day, 10, _minute(student)), lambda: _refer_back(student, code))


def is_announced(student: Student, day: date) -> None:
    """Let the chair announce the result."""
    student.tell(
        at(day, 16, _minute(student)),
        lambda: board.announce([_round(student).id], actor=student.stage.actor(CHAIR)),
    )


def is_issued(student: Student, day: date) -> None:
    """Let the administration issue the certificate."""
    student.tell(at(day, 11, _minute(student)), lambda: _issue(student))


def is_revoked(student: Student, day: date) -> None:
    """Let the administration withdraw the certificate, with the reason."""
    student.tell(at(day, 14, 20), lambda: _revoke(student))


def is_replaced(student: Student, day: date) -> None:
    """Let the administration make a new copy."""
    student.tell(at(day, 14, 50), lambda: _replace(student))


def _minute(student: Student) -> int:
    """Give each student a minute of their own, so that no two things happen at once."""
    return sum(student.data.number.encode()) % 11 * 5


def _determine(student: Student, who: str) -> None:
    row = _round(student)
    board.determine(row.id, reason="", seen=row.version, actor=student.stage.actor(who))


def _postpone(student: Student, until: date) -> None:
    row, actor = _round(student), student.stage.actor(CHAIR)
    board.postpone(row.id, meeting_on=until, reason=student.data.note, seen=row.version, actor=actor)


def _refer_back(student: Student, code: str) -> None:
    row, actor = _round(student), student.stage.actor(CHAIR)
    found = dossier(row.school_id, row.id)
    if found is None:
        raise LookupError(student.key)
    judgements = found.evidence.works[codes()[code]].judgements
    board.refer_back(
        row.id,
        assessment_ids=[judgements[0].assessment.id],
        question=student.data.note,
        seen=row.version,
        actor=actor,
    )


def _issue(student: Student) -> None:
    admin = student.stage.admin
    certificates.issue(admin.school_id, _round(student).id, issuer_id=admin.id, actor_id=admin.person_id)


def _revoke(student: Student) -> None:
    last = copies_of(_round(student).id)[0]
    certificates.revoke(last, reason=student.data.note, actor_id=student.stage.admin.person_id)


def _replace(student: Student) -> None:
    last, admin = copies_of(_round(student).id)[0], student.stage.admin
    certificates.replace(last, reason=student.data.note, issuer_id=admin.id, actor_id=admin.person_id)


def _round(student: Student) -> Determination:
    return rounds_of(student.stage.enrolments[student.key])[0]

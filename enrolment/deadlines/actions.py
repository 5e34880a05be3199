"""Set and clear deadlines of a cohort; grant and end extensions of students."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from enrolment import acts
from enrolment.acts import PERIODS_SET
from enrolment.deadlines import queries
from enrolment.deadlines.periods import Period, read_periods, write_periods
from enrolment.errors import NoDeadline, NotLater
from enrolment.models import Cohort, Deadline, Enrolment, Extension
from foundation.audit.actions import record
from foundation.database import db
from foundation.errors import ChangedMeanwhile


def seen_version(rows: Mapping[str, Deadline]) -> int:
    """Give one number that grows whenever a deadline of the cohort changes."""
    return sum(row.version for row in rows.values())


def set_deadlines(
    cohort: Cohort, deadlines: Mapping[str, datetime | None], *, seen: int, actor_id: UUID
) -> None:
    """Set the deadline of each work process; None leaves it open."""
    rows = queries.deadline_rows(cohort.id)
    if seen_version(rows) != seen:
        raise ChangedMeanwhile(version=seen_version(rows))
    for code, at in deadlines.items():
        _set(cohort, rows.get(code), code, at, actor_id)
    db.session.flush()


def set_periods(cohort: Cohort, periods: Mapping[str, Period], *, seen: int, actor_id: UUID) -> None:
    """Set when the group works on these modules; days of others stay, and the same days are no change."""
    if cohort.version != seen:
        raise ChangedMeanwhile(version=cohort.version)
    stored = write_periods({**read_periods(cohort.periods), **periods})
    if stored != cohort.periods:
        cohort.periods = stored
        record(PERIODS_SET, cohort, actor_id=actor_id, modules=len(stored))
    db.session.flush()


def extend(
    enrolments: Sequence[Enrolment],
    work_process: str,
    *,
    until: datetime,
    reason: str,
    granted_by_id: UUID,
    actor_id: UUID,
) -> None:
    """Give students of one cohort a later deadline; the reason stays in the row, never in the log."""
    _refuse_too_early(enrolments, work_process, until)
    known = {row.enrolment_id: row for row in queries.extension_rows(enrolments, work_process)}
    for enrolment in enrolments:
        row = known.get(enrolment.id) or Extension(
            school_id=enrolment.school_id, enrolment_id=enrolment.id, work_process=work_process
        )
        row.at, row.reason, row.granted_by_id = until, reason, granted_by_id
        db.session.add(row)
        record(
            acts.EXTENSION_GRANTED, enrolment, actor_id=actor_id, work_process=work_process, at=_plain(until)
        )
    db.session.flush()


def end_extension(enrolment: Enrolment, work_process: str, *, actor_id: UUID) -> None:
    """Take an extension back: the deadline of the cohort counts again."""
    for row in queries.extension_rows([enrolment], work_process):
        db.session.delete(row)
        record(acts.EXTENSION_ENDED, enrolment, actor_id=actor_id, work_process=work_process)
    db.session.flush()


def _set(cohort: Cohort, row: Deadline | None, code: str, at: datetime | None, actor_id: UUID) -> None:
    if at is None:
        if row is not None:
            db.session.delete(row)
            record(acts.DEADLINE_CLEARED, cohort, actor_id=actor_id, work_process=code)
        return
    if row is None:
        row = Deadline(school_id=cohort.school_id, cohort_id=cohort.id, work_process=code)
        db.session.add(row)
    elif row.at == at:
        return
    row.at = at
    record(acts.DEADLINE_SET, cohort, actor_id=actor_id, work_process=code, at=_plain(at))


def _refuse_too_early(enrolments: Sequence[Enrolment], code: str, until: datetime) -> None:
    for cohort_id in {enrolment.cohort_id for enrolment in enrolments}:
        deadline = queries.deadlines_of(cohort_id).get(code)
        if deadline is None:
            raise NoDeadline()
        if until <= deadline:
            raise NotLater()


def _plain(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M")

"""Check a file, and bring its people in once it is confirmed; all or nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from uuid import UUID

from accounts.login.actions import invite_many
from accounts.schools.actions import Newcomer, make_members
from accounts.schools.models import Membership
from enrolment.acts import COACH_ASSIGNED
from enrolment.cohorts.actions import Place, enrol_many
from enrolment.models import Coaching, Cohort
from exchange.people_import import acts, queries
from exchange.people_import.columns import read_header
from exchange.people_import.kept import to_keep
from exchange.people_import.models import ImportState, PeopleImport
from exchange.people_import.problems import Fault, Problem
from exchange.people_import.reading import Sheet, read
from exchange.people_import.rules import Draft, check_rows
from exchange.people_import.school import Importer, Outcome, Plan, Planned, plan
from foundation.audit.actions import record
from foundation.clock import now, today
from foundation.database import db
from foundation.storage.actions import give, keep

LONGEST_NAME = 200
FIRST_ROWS = 5


@dataclass(frozen=True)
class Bringer:
    """Who brings a file: the person for the log, the member for the row, and what they may."""

    membership_id: UUID
    importer: Importer


@dataclass(frozen=True)
class Report:
    """What was found: as kept beside the file."""

    faults: tuple[Fault, ...]
    unused: tuple[str, ...]

    @property
    def faulty_rows(self) -> int:
        """Count the rows in which something is wrong."""
        return len({fault.row for fault in self.faults})


@dataclass(frozen=True)
class Look:
    """The first people of a file as they will come in, and whether the file says who is what."""

    people: tuple[Draft, ...]
    has_roles: bool


def check_file(cohort: Cohort, content: bytes, *, name: str, bringer: Bringer) -> PeopleImport:
    """Read and check a file and keep it with its report; raise Unreadable when it is no table."""
    sheet = read(content)
    found, report = _examine(cohort, sheet, bringer.importer)
    kept = to_keep(content, sheet, read_header(sheet.header.cells))
    row = PeopleImport(
        school_id=cohort.school_id,
        cohort_id=cohort.id,
        state=ImportState.FAULTY if report.faults else ImportState.CHECKED,
        file_name=name[:LONGEST_NAME],
        file_hash=keep(kept),
        report_hash=_keep_report(report),
        rows=len(sheet.rows),
        counts=found.counts(),
        uploaded_by_id=bringer.membership_id,
        uploaded_at=now(),
    )
    db.session.add(row)
    db.session.flush()
    record(
        acts.CHECKED, row, actor_id=bringer.importer.person_id,
        rows=row.rows, faults=len(report.faults), file=row.file_hash,
    )  # fmt: skip
    return row


def confirm(cohort: Cohort, import_id: UUID, *, bringer: Bringer) -> PeopleImport:
    """Bring the people of a checked file in; a second time, or when faults have come up, nothing happens."""
    row = queries.locked_import(import_id)
    if row.state is not ImportState.CHECKED:
        return row
    found, report = _examine(cohort, read(give(row.file_hash)), bringer.importer)
    report = replace(report, unused=report_of(row).unused)  # the kept file has no other columns
    row.report_hash, row.counts = _keep_report(report), found.counts()
    if report.faults:
        row.state = ImportState.FAULTY
        return row
    _bring_in(cohort, found, bringer.importer.person_id)
    row.state = ImportState.CONFIRMED
    row.confirmed_at, row.confirmed_by_id = now(), bringer.membership_id
    record(
        acts.CONFIRMED, row, actor_id=bringer.importer.person_id,
        rows=row.rows, file=row.file_hash, report=row.report_hash, counts=row.counts,
    )  # fmt: skip
    db.session.flush()
    return row


def report_of(row: PeopleImport) -> Report:
    """Give the report that is kept with an import."""
    kept = json.loads(give(row.report_hash))
    faults = tuple(Fault(**{**fault, "problem": Problem(fault["problem"])}) for fault in kept["faults"])
    return Report(faults, tuple(kept["unused"]))


def look_at(row: PeopleImport) -> Look:
    """Give the first people of a checked file as they will come in."""
    sheet = read(give(row.file_hash))
    header = read_header(sheet.header.cells)
    return Look(check_rows(header, sheet.rows[:FIRST_ROWS], today()).drafts, header.has_roles)


def _examine(cohort: Cohort, sheet: Sheet, importer: Importer) -> tuple[Plan, Report]:
    header = read_header(sheet.header.cells)
    checked = check_rows(header, sheet.rows, today())
    found = plan(checked.drafts, queries.surroundings(cohort, checked.drafts), importer)
    faults = sorted([*checked.faults, *found.faults], key=lambda fault: fault.row)
    return found, Report(tuple(faults), header.unused)


def _keep_report(report: Report) -> str:
    kept = {"faults": [asdict(fault) for fault in report.faults], "unused": report.unused}
    return keep(json.dumps(kept, ensure_ascii=False, sort_keys=True).encode())


def _bring_in(cohort: Cohort, found: Plan, actor_id: UUID) -> None:
    newcomers = [_newcomer(each) for each in found.people]
    members = make_members(cohort.school_id, newcomers, actor_id=actor_id)
    by_email = {each.draft.email: member for each, member in zip(found.people, members, strict=True)}
    for planned in found.people:
        _fill_in(by_email[planned.draft.email], planned)
    _enrol(cohort, found.people, by_email, actor_id)
    fresh = [by_email[each.draft.email] for each in found.people if each.outcome is Outcome.NEW]
    invite_many(fresh, actor_id=actor_id)


def _newcomer(planned: Planned) -> Newcomer:
    draft = planned.draft
    return Newcomer(draft.email, draft.name, draft.roles, draft.number, draft.birth_date, draft.birth_place)


def _fill_in(member: Membership, planned: Planned) -> None:
    """Complete what the school did not know; what it knows stays."""
    draft = planned.draft
    member.student_number = member.student_number or draft.number
    member.birth_date = member.birth_date or draft.birth_date
    member.birth_place = member.birth_place or draft.birth_place


def _enrol(
    cohort: Cohort, people: Sequence[Planned], by_email: dict[str, Membership], actor_id: UUID
) -> None:
    joining = [each for each in people if each.enrols]
    places = [
        Place(by_email[each.draft.email], each.draft.number or "", each.draft.route) for each in joining
    ]
    made = enrol_many(cohort, places, actor_id=actor_id)
    enrolled = {row.student_id: row.id for row in made}
    for planned in people:
        coach_id = planned.coach_id or _id_of(by_email, planned.coach_email)
        if coach_id is not None:
            student_id = by_email[planned.draft.email].id
            enrolment_id = planned.enrolment_id or enrolled[student_id]
            _coach(cohort, enrolment_id, coach_id, actor_id)


def _coach(cohort: Cohort, enrolment_id: UUID, coach_id: UUID, actor_id: UUID) -> None:
    db.session.add(
        Coaching(school_id=cohort.school_id, enrolment_id=enrolment_id, coach_id=coach_id, since=now())
    )
    subject = ("enrolment", enrolment_id)
    record(COACH_ASSIGNED, subject, actor_id=actor_id, school_id=cohort.school_id, coach=coach_id)


def _id_of(by_email: dict[str, Membership], email: str | None) -> UUID | None:
    return by_email[email].id if email else None

"""What the school already knows of the people in a file, and what the file would change. Pure."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from accounts.schools.roles import Role
from exchange.people_import.columns import Column
from exchange.people_import.problems import Fault, Problem
from exchange.people_import.rules import Draft, shown


class Outcome(enum.StrEnum):
    """What a row does."""

    NEW = "new"
    CHANGED = "changed"
    PRESENT = "present"


@dataclass(frozen=True)
class Known:
    """A member of the school with an address from the file; `enrolment_id` is that in this cohort."""

    membership_id: UUID
    person_id: UUID
    roles: frozenset[Role]
    number: str | None
    has_left: bool
    enrolment_id: UUID | None = None
    other_cohort: str = ""
    coach_ids: frozenset[UUID] = frozenset()
    assessor_ids: frozenset[UUID] = frozenset()
    has_birth_date: bool = True
    has_birth_place: bool = True

    def lacks(self, draft: Draft) -> bool:
        """Tell whether the row fills in something that the school did not know yet."""
        return bool(
            (draft.number and not self.number)
            or (draft.birth_date and not self.has_birth_date)
            or (draft.birth_place and not self.has_birth_place)
        )


@dataclass(frozen=True)
class Surroundings:
    """The school around a file: members by address, holders of numbers, coaches by address and by name."""

    members: Mapping[str, Known]
    number_holders: Mapping[str, UUID]
    coach_emails: Mapping[str, UUID]
    coach_names: Mapping[str, Sequence[UUID]] = field(default_factory=dict)


@dataclass(frozen=True)
class Importer:
    """Who brings the file, and whether they may make administrators."""

    person_id: UUID
    may_make_admins: bool


@dataclass(frozen=True)
class Planned:
    """A person of the file and what happens; a new coach is a member already, or stands in the file."""

    draft: Draft
    outcome: Outcome
    enrols: bool
    enrolment_id: UUID | None
    coach_id: UUID | None
    coach_email: str | None


@dataclass(frozen=True)
class Plan:
    """What a file would do; with faults it does nothing."""

    people: tuple[Planned, ...]
    faults: tuple[Fault, ...]

    def counts(self) -> dict[str, int]:
        """Count students and others per outcome, such as "new_students"."""
        counted = Counter(
            f"{each.outcome}_{'students' if each.draft.is_student else 'others'}" for each in self.people
        )
        return dict(counted)


def plan(drafts: Sequence[Draft], around: Surroundings, importer: Importer) -> Plan:
    """Hold the people of a file against the school."""
    in_file = {draft.email for draft in drafts if Role.COACH in draft.roles}
    people, faults = [], []
    for draft in drafts:
        found = _faults(draft, around, importer, in_file)
        faults += found
        if not found:
            people.append(_planned(draft, around, in_file))
    return Plan(tuple(people), tuple(faults))


def _planned(draft: Draft, around: Surroundings, in_file: set[str]) -> Planned:
    known = around.members.get(draft.email)
    coach_id, coach_email = _coach(draft, around, in_file)
    has_coach = known is not None and coach_id in known.coach_ids
    enrols = draft.is_student and (known is None or known.enrolment_id is None)
    adds_coach = draft.is_student and bool(draft.coach) and not has_coach
    if known is None:
        outcome = Outcome.NEW
    elif known.has_left or draft.roles - known.roles or enrols or adds_coach or known.lacks(draft):
        outcome = Outcome.CHANGED
    else:
        outcome = Outcome.PRESENT
    return Planned(
        draft=draft,
        outcome=outcome,
        enrols=enrols,
        enrolment_id=known.enrolment_id if known else None,
        coach_id=coach_id if adds_coach else None,
        coach_email=coach_email if adds_coach else None,
    )


def _faults(draft: Draft, around: Surroundings, importer: Importer, in_file: set[str]) -> list[Fault]:
    known = around.members.get(draft.email)
    return [*_number_faults(draft, known, around), *_role_faults(draft, known, importer),
            *_coach_faults(draft, known, around, in_file)]  # fmt: skip


def _number_faults(draft: Draft, known: Known | None, around: Surroundings) -> list[Fault]:
    if draft.number is None:
        return []
    holder = around.number_holders.get(draft.number)
    if holder is not None and (known is None or holder != known.person_id):
        return [Fault(draft.row, Column.NUMBER, draft.number, Problem.NUMBER_TAKEN)]
    if known and known.number and known.number != draft.number:
        return [Fault(draft.row, Column.NUMBER, draft.number, Problem.NUMBER_DIFFERS, known.number)]
    return []


def _role_faults(draft: Draft, known: Known | None, importer: Importer) -> list[Fault]:
    added = draft.roles - (known.roles if known else frozenset())
    shown_roles = ", ".join(sorted(draft.roles))
    if known and known.person_id == importer.person_id and (added or known.has_left):
        return [Fault(draft.row, Column.ROLE, shown_roles, Problem.YOURSELF)]
    if Role.SCHOOL_ADMIN in added and not importer.may_make_admins:
        return [Fault(draft.row, Column.ROLE, shown_roles, Problem.ADMIN_ONLY)]
    if draft.is_student and known and known.other_cohort:
        return [Fault(draft.row, Column.EMAIL, draft.email, Problem.OTHER_COHORT, known.other_cohort)]
    return []


def _coach_faults(draft: Draft, known: Known | None, around: Surroundings, in_file: set[str]) -> list[Fault]:
    if not draft.coach or not draft.is_student:
        return []
    if len(around.coach_names.get(draft.coach, ())) > 1:
        return [Fault(draft.row, Column.COACH, shown(draft.coach), Problem.COACH_TWICE_NAMED)]
    coach_id, coach_email = _coach(draft, around, in_file)
    if coach_id is None and coach_email is None:
        return [Fault(draft.row, Column.COACH, shown(draft.coach), Problem.NO_SUCH_COACH)]
    if known and coach_id in known.assessor_ids:
        return [Fault(draft.row, Column.COACH, shown(draft.coach), Problem.COACH_ASSESSES)]
    return []


def _coach(draft: Draft, around: Surroundings, in_file: set[str]) -> tuple[UUID | None, str | None]:
    """Find a coach: in the school by address or name, else in the file by address."""
    if draft.coach in around.coach_emails:
        return around.coach_emails[draft.coach], None
    named = around.coach_names.get(draft.coach, ())
    if len(named) == 1:
        return named[0], None
    return None, draft.coach if draft.coach in in_file else None

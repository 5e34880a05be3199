"""What the page of a cohort shows of each student, put together from here and from the rooms above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from content.keuzedeel import Keuzedeel
from enrolment.catalogue import keuzedeel
from enrolment.cohorts import queries
from enrolment.deadlines.queries import deadlines_of, extensions_of
from enrolment.models import Cohort, Enrolment
from enrolment.progress import Progress, progress_figures, submission_states
from enrolment.rules import WITH_ASSESSORS, Due, next_due
from enrolment.workflow import EnrolmentState
from foundation.clock import now
from foundation.web.paging import Page

PRESENT = frozenset({EnrolmentState.ACTIVE, EnrolmentState.PAUSED})


@dataclass(frozen=True)
class StudentRow:
    """One row of the table. Hours and evidence are None when no room above answers."""

    enrolment: Enrolment
    coaches: Sequence[str]
    assessors: Sequence[str]
    hours: Decimal | None
    evidence: Sequence[Mapping[str, int]] | None
    due: Due | None
    needs_attention: bool

    @property
    def evidence_total(self) -> int:
        """Give how many criteria have evidence."""
        return sum(part["done"] for part in self.evidence or ())

    @property
    def criteria(self) -> int:
        """Give how many criteria there are."""
        return sum(part["total"] for part in self.evidence or ())


@dataclass(frozen=True)
class CohortPage:
    """Everything the page shows."""

    cohort: Cohort
    keuzedeel: Keuzedeel
    counts: queries.Counts
    average_hours: Decimal | None
    rows: Sequence[StudentRow]
    shows_progress: bool


def cohort_page(cohort: Cohort, page: Page[Enrolment]) -> CohortPage:
    """Put one page of the table together, in a fixed number of statements."""
    figures = progress_figures()
    return CohortPage(
        cohort=cohort,
        keuzedeel=keuzedeel(cohort.keuzedeel),
        counts=queries.counts_of(cohort),
        average_hours=figures.average_hours(cohort.id) if figures else None,
        rows=_rows(cohort, page.rows),
        shows_progress=figures is not None,
    )


def _rows(cohort: Cohort, enrolments: Sequence[Enrolment]) -> list[StudentRow]:
    ids = [enrolment.id for enrolment in enrolments]
    figures, states = progress_figures(), submission_states()
    progress = figures.for_enrolments(ids) if figures and ids else {}
    handed_in = states.for_enrolments(ids) if states and ids else {}
    deadlines, extensions = deadlines_of(cohort.id), extensions_of(ids)
    return [
        _row(
            enrolment,
            progress.get(enrolment.id, Progress()) if figures else None,
            _due(enrolment.id, deadlines, extensions, handed_in) if enrolment.state in PRESENT else None,
            keuzedeel(cohort.keuzedeel),
            knows_submissions=states is not None,
        )
        for enrolment in enrolments
    ]


def _row(
    enrolment: Enrolment,
    progress: Progress | None,
    due: Due | None,
    subject: Keuzedeel,
    *,
    knows_submissions: bool,
) -> StudentRow:
    coaches = [each.coach.name for each in enrolment.coachings if each.ended_at is None]
    is_late = knows_submissions and due is not None and due.is_past
    return StudentRow(
        enrolment=enrolment,
        coaches=coaches,
        assessors=[each.assessor.name for each in enrolment.allocations],
        hours=progress.hours if progress else None,
        evidence=_spokes(progress, subject) if progress else None,
        due=due,
        needs_attention=enrolment.state is EnrolmentState.ACTIVE and (is_late or not coaches),
    )


def _due(
    enrolment_id: UUID,
    deadlines: Mapping[str, datetime],
    extensions: Mapping[UUID, Mapping[str, datetime]],
    handed_in: Mapping[UUID, Mapping[str, str]],
) -> Due | None:
    done = {code for code, state in handed_in.get(enrolment_id, {}).items() if state in WITH_ASSESSORS}
    return next_due(
        deadlines,
        extensions.get(enrolment_id, {}),
        done,
        now(),
        knows_submissions=submission_states() is not None,
    )


def _spokes(progress: Progress, subject: Keuzedeel) -> list[dict[str, Any]]:
    return [
        {
            "number": process.number,
            "done": progress.evidence.get(process.code, 0),
            "total": len(process.behaviours),
        }
        for process in subject.qualification.work_processes
    ]

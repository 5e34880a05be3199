"""How far many students are: hours and evidence, in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from uuid import UUID

import sqlalchemy as sa

from course.hours.models import HourEntry
from course.hours.queries import COUNTED, balance_of_many
from course.hours.rules import Balance
from course.portfolio.queries import coverage_of_many
from course.portfolio.rules import Coverage
from enrolment.catalogue import keuzedeel
from enrolment.models import Cohort, Enrolment
from enrolment.progress import Progress
from enrolment.workflow import EnrolmentState
from foundation.database import db


class Figures:
    """Answers enrolment's question how far students are."""

    def for_enrolments(self, ids: Collection[UUID]) -> Mapping[UUID, Progress]:
        """Give hours, and per work process how many criteria have evidence."""
        balances = balance_of_many(ids)
        return {
            enrolment_id: Progress(_hours(balances.get(enrolment_id, Balance()).counted), evidence)
            for enrolment_id, evidence in _evidence(ids)
        }

    def average_hours(self, cohort_id: UUID) -> Decimal | None:
        """Give the average of the hours of the active students of a cohort. One statement."""
        number, total = db.session.execute(_hours_together(), {"cohort": cohort_id}).one()
        return _hours(int(total)) / number if number else None


@cache
def _hours_together() -> sa.Select[int, int]:
    """Build it once: to build it takes longer than to run it."""
    of_group = Enrolment.cohort_id == sa.bindparam("cohort")
    active = sa.and_(of_group, Enrolment.state == EnrolmentState.ACTIVE)
    students = sa.select(sa.func.count(Enrolment.id)).where(active).scalar_subquery()
    minutes = (
        sa.select(sa.func.coalesce(sa.func.sum(HourEntry.minutes), 0))
        .join(Enrolment, Enrolment.id == HourEntry.enrolment_id)
        .where(active, HourEntry.state.in_(COUNTED))
        .scalar_subquery()
    )
    return sa.select(students, minutes)


def _evidence(ids: Collection[UUID]) -> Iterator[tuple[UUID, dict[str, int]]]:
    """One statement for the keuzedelen, and one per keuzedeel: nearly always two in all."""
    for slug, of_slug in _by_keuzedeel(ids).items():
        course = keuzedeel(slug)
        for enrolment_id, coverage in coverage_of_many(of_slug, course).items():
            processes = course.qualification.work_processes
            yield (
                enrolment_id,
                {each.code: _ready(coverage, [one.id for one in each.behaviours]) for each in processes},
            )


def _by_keuzedeel(ids: Collection[UUID]) -> Mapping[str, Sequence[UUID]]:
    found = (
        sa.select(Cohort.keuzedeel, Enrolment.id)
        .join(Cohort, Cohort.id == Enrolment.cohort_id)
        .where(Enrolment.id.in_(list(ids)))
    )
    grouped: dict[str, list[UUID]] = defaultdict(list)
    for slug, enrolment_id in db.session.execute(found):
        grouped[slug].append(enrolment_id)
    return grouped


def _ready(coverage: Coverage, codes: Sequence[str]) -> int:
    return len(codes) - len(coverage.without(codes))


def _hours(minutes: int) -> Decimal:
    return Decimal(minutes) / 60

"""What the school sees of how far its students are."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from course.hours.workflow import HourState
from course.portfolio.models import Evidence, EvidenceCriterion, EvidenceKind
from course.progress.figures import Figures
from enrolment.workflow import EnrolmentState
from foundation.clock import now, today
from foundation.database import db, new_id
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.learning import W1, some_hours
from tests.factories.people import a_school


def evidence_for(enrolment, *criteria: str) -> None:
    links = [
        EvidenceCriterion(school_id=enrolment.school_id, enrolment_id=enrolment.id, criterion=code)
        for code in criteria
    ]
    row = Evidence(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        kind=EvidenceKind.TEXT,
        title="Gesprek",
        body="Ik sprak met de buurvrouw.",
        created_at=now(),
        criteria=links,
    )
    db.session.add(row)
    db.session.flush()


def test_hours_and_evidence_of_many_come_in_a_fixed_number_of_statements(app, counting) -> None:
    school = a_school()
    cohort = a_cohort(school)
    one, two = an_enrolment(cohort, school), an_enrolment(cohort, school)
    evidence_for(one, "W1-1", "W1-2", "W3-1")
    for enrolment in (one, *(an_enrolment(cohort, school) for _ in range(20))):
        some_hours(enrolment, minutes=90)
    some_hours(one, minutes=60, state=HourState.PROPOSED)
    with counting() as statements:
        found = Figures().for_enrolments([one.id, two.id])
    assert len(statements) == 3
    assert found[one.id].hours == Decimal("1.5")
    assert found[one.id].evidence == {W1: 2, "D1-K1-W2": 0, "D1-K1-W3": 1}
    assert found[two.id].hours == 0


def test_the_average_is_over_active_students(app, counting) -> None:
    school = a_school()
    cohort = a_cohort(school)
    one, two, left = (an_enrolment(cohort, school) for _ in range(3))
    some_hours(one, minutes=90)
    some_hours(one, minutes=30, day=today() - timedelta(days=1))
    some_hours(two, minutes=60)
    some_hours(left, minutes=600)
    left.state = EnrolmentState.WITHDRAWN
    db.session.flush()
    with counting() as statements:
        assert Figures().average_hours(cohort.id) == Decimal("1.5")
    assert len(statements) == 1
    assert Figures().average_hours(new_id()) is None

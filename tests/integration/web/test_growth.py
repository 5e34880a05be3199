"""What a list costs does not grow with what is not on its page: 60 or 2,000 students, 60 or 2,000 acts."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from enrolment.models import Cohort, Enrolment
from foundation.audit.actions import record
from foundation.audit.acts import Act
from foundation.database import db, new_id
from tests.factories.assessments import two_assessors
from tests.factories.many import many_submissions
from tests.factories.people import a_member

FEW, MANY = 60, 2_000
DID = Act("test.grew", "groeide")


@pytest.fixture
def two(school):
    return two_assessors(school)


def grown(school, two, count) -> None:
    """Add students with handed-in work, in a cohort of their own."""
    many_submissions(school, two, count)
    db.session.commit()


def acted(school, member, count) -> None:
    """Add acts of a member to the log."""
    for _ in range(count):
        record(DID, ("school", new_id()), actor_id=member.person_id, school_id=school.id)
    db.session.commit()


def biggest_cohort():
    numbers = sa.select(Enrolment.cohort_id).group_by(Enrolment.cohort_id)
    return db.session.scalar(numbers.order_by(sa.func.count().desc()).limit(1))


def measured(client, counting, path):
    address = path.format(cohort=biggest_cohort())
    client.get(address)
    with counting() as statements:
        answer = client.get(address)
    assert answer.status_code == 200
    return len(statements), len(answer.data), list(statements)


@pytest.mark.parametrize(
    ("path", "role", "ceiling"),
    [
        ("/groepen/{cohort}", Role.SCHOOL_ADMIN, 14),
        ("/mensen", Role.SCHOOL_ADMIN, 6),
        ("/certificaten", Role.SCHOOL_ADMIN, 6),
        ("/examencommissie", Role.BOARD_MEMBER, 8),
    ],
)
def test_a_list_costs_the_same_however_much_there_is(
    client, counting, school, two, path, role, ceiling
) -> None:
    member = a_member(school, role)
    client.sign_in(member)
    grown(school, two, FEW)
    few, bytes_few, _seen = measured(client, counting, path)
    grown(school, two, MANY)
    many, bytes_many, statements = measured(client, counting, path)
    assert few == many <= ceiling, statements
    assert abs(bytes_many - bytes_few) <= bytes_few * 0.05


def test_the_log_costs_the_same_however_much_was_done(client, counting, school) -> None:
    admin = a_member(school, Role.SCHOOL_ADMIN)
    client.sign_in(admin)
    acted(school, admin, FEW)
    few, bytes_few, _seen = measured(client, counting, "/logboek")
    acted(school, admin, MANY)
    many, bytes_many, statements = measured(client, counting, "/logboek")
    assert few == many <= 4, statements
    assert abs(bytes_many - bytes_few) <= bytes_few * 0.05


def test_the_list_of_cohorts_costs_the_same_whatever_is_in_them(client, counting, school, two) -> None:
    admin = a_member(school, Role.SCHOOL_ADMIN)
    client.sign_in(admin)
    grown(school, two, FEW)
    few, _bytes, _seen = measured(client, counting, "/groepen")
    grown(school, two, MANY)
    many, _bytes, statements = measured(client, counting, "/groepen")
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Cohort)) == 2
    assert few == many <= 6, statements

"""Who assesses learns nothing of the other assessor from the log, not even as administrator."""

from __future__ import annotations

from accounts.schools.models import Role
from foundation.database import db
from tests.client import Client
from tests.factories.assessments import a_submission, signed_by
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member, a_school


def test_an_administrator_who_assesses_sees_only_the_own_acts_of_judging(client: Client) -> None:
    school = a_school()
    both = a_member(school, Role.ASSESSOR, Role.SCHOOL_ADMIN, name="Zowel Als")
    other = a_member(school, Role.ASSESSOR, name="Andere Beoordelaar")
    only_admin = a_member(school, Role.SCHOOL_ADMIN)
    submission = a_submission(an_enrolment(a_cohort(school), school), assessors=(both, other))
    signed_by(other, submission)
    db.session.commit()

    client.sign_in(both)
    page = client.get("/logboek").text
    assert "Andere Beoordelaar" not in page
    assert "Daarom zie je hier niet wat andere beoordelaars doen" in page

    client.sign_in(only_admin)
    assert "Andere Beoordelaar" in client.get("/logboek").text

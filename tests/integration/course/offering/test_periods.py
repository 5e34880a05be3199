"""A group has its days per module; its students see them in the programme and at home."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from foundation.audit.models import AuditEntry
from foundation.clock import today
from foundation.database import db
from tests.client import Client
from tests.factories.assessments import the_keuzedeel
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.offering import a_plan, an_edition
from tests.factories.people import a_member, a_school


@pytest.fixture
def cohort(school):
    return a_cohort(school)


def days(cohort, **more: str) -> dict[str, str]:
    fields = {f"{part}_{code}": "" for code in ("M0", "M1", "M2", "M3", "M4") for part in ("first", "last")}
    return {"version": str(cohort.version), **fields, **more}


def test_students_see_the_days_of_their_group(client: Client, school, admin, cohort) -> None:
    student, elsewhere = a_member(school, Role.STUDENT), a_member(school, Role.STUDENT)
    an_enrolment(cohort, school, student=student)
    an_enrolment(a_cohort(school), school, student=elsewhere)
    yesterday, tomorrow = (today() + timedelta(days=each) for each in (-1, 1))
    cohort.starts_on, cohort.ends_on = yesterday, tomorrow
    db.session.flush()
    data = days(
        cohort, first_M1=yesterday.isoformat(), last_M1=tomorrow.isoformat(), first_M2=tomorrow.isoformat()
    )
    path = f"/cursus/groepen/{cohort.id}/modules"
    assert client.post(path, data=data).status_code == 303
    assert f'value="{tomorrow.isoformat()}"' in client.get(path).text
    client.sign_in(student)
    page = client.get("/programma").text
    assert page.count("tot en met") == 1
    assert page.count("Vanaf ") == 1
    home = client.get("/").text
    assert "Deze week" in home
    assert "/programma#M1" in home
    assert "/programma#M2" not in home
    client.sign_in(elsewhere)
    assert "Deze week" not in client.get("/").text
    assert "tot en met" not in client.get("/programma").text


def test_a_last_day_before_the_first_is_refused_at_the_field(client: Client, admin, cohort) -> None:
    data = days(cohort, first_M1="2026-11-20", last_M1="2026-11-19")
    answer = client.post(f"/cursus/groepen/{cohort.id}/modules", data=data)
    assert answer.status_code == 422
    assert "De laatste dag ligt vóór de eerste." in answer.text
    assert 'value="2026-11-19"' in answer.text


@pytest.mark.parametrize("day", ["2026-09-13", "2027-03-22"])
def test_a_day_outside_those_of_the_group_is_refused_at_the_field(client: Client, admin, cohort, day) -> None:
    path = f"/cursus/groepen/{cohort.id}/modules"
    answer = client.post(path, data=days(cohort, last_M1=day))
    assert answer.status_code == 422
    assert "De groep werkt van 14 september 2026 tot en met 21 maart 2027." in answer.text
    assert f'value="{day}"' in answer.text
    edges = days(cohort, first_M1="2026-09-14", last_M1="2027-03-21")
    assert client.post(path, data=edges).status_code == 303


def test_who_saw_an_older_version_is_told(client: Client, admin, cohort) -> None:
    path, data = f"/cursus/groepen/{cohort.id}/modules", days(cohort, first_M1="2026-11-20")
    assert client.post(path, data=data).status_code == 303
    assert client.post(path, data=data | {"first_M1": "2026-11-21"}).status_code == 409
    acts = db.session.scalars(sa.select(AuditEntry.act).where(AuditEntry.act == "cohort.periods_set")).all()
    assert len(acts) == 1


def test_a_group_of_another_school_is_not_there(client: Client, admin) -> None:
    theirs = a_cohort(a_school())
    assert client.get(f"/cursus/groepen/{theirs.id}/modules").status_code == 404
    assert client.post(f"/cursus/groepen/{theirs.id}/modules", data=days(theirs)).status_code == 404


def test_days_of_a_module_that_is_switched_off_are_kept(client: Client, school, admin, cohort) -> None:
    path = f"/cursus/groepen/{cohort.id}/modules"
    assert client.post(path, data=days(cohort, first_M1="2026-11-20")).status_code == 303
    an_edition(school, a_plan(the_keuzedeel(), off=("M1",)))

    def offered(**more: str) -> dict[str, str]:
        return {name: text for name, text in days(cohort, **more).items() if not name.endswith("_M1")}

    assert client.post(path, data=offered(first_M2="2026-12-01")).status_code == 303
    assert cohort.periods == {"M1": ["2026-11-20", None], "M2": ["2026-12-01", None]}
    assert client.post(path, data=offered()).status_code == 303
    assert cohort.periods == {"M1": ["2026-11-20", None]}

"""The pages of the board: what they cost, who they are for, and what the log keeps."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.determination import actions
from assessment.determination.models import Determination
from assessment.determination.workflow import DeterminationState
from foundation.audit.acts import known_acts
from foundation.audit.models import AuditEntry
from foundation.audit.queries import verify
from foundation.clock import today
from foundation.database import db
from foundation.errors import Unknown
from tests.factories.assessments import acting, student_of, two_assessors
from tests.factories.decisions import (
    a_board_member,
    a_finished_dossier,
    announced,
    decision_fields,
    on_agenda,
)
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member, a_school


def test_another_school_has_no_door_to_it(client, school, board):
    enrolment = a_finished_dossier(school)
    row = on_agenda(enrolment, board)
    stranger = a_board_member(a_school("ROC Elders"))
    db.session.commit()
    client.sign_in(stranger)
    assert client.get(f"/examencommissie/{row.id}").status_code == 404
    for path in ("besluit", "agenda", "vernietigen"):
        assert client.post(f"/examencommissie/{row.id}/{path}", data=decision_fields(row)).status_code in (
            404,
            422,
        )
    assert student_of(enrolment).name not in client.get("/examencommissie").text
    with pytest.raises(Unknown):
        actions.announce([row.id], actor=acting(stranger))
    db.session.rollback()
    db.session.refresh(row)
    assert row.state is DeterminationState.ON_AGENDA


def test_every_step_stands_in_the_log_without_a_result(school, board):
    row = announced(a_finished_dossier(school, levels="G"), board)
    entries = db.session.scalars(sa.select(AuditEntry).where(AuditEntry.subject_id == row.id)).all()
    names = [entry.act for entry in entries]
    assert {"determination.put_on_agenda", "determination.determined", "determination.announced"} <= set(
        names
    )
    assert all(name in known_acts() for name in names)
    assert not any(
        value in ("G", "Goed", "V", "Voldoende") for entry in entries for value in entry.details.values()
    )
    assert verify() == []


def test_the_agenda_costs_the_same_with_one_dossier_as_with_twenty(client, school, board, counting):
    assessors = two_assessors(school)
    on_agenda(a_finished_dossier(school, assessors=assessors), board)
    a_finished_dossier(school, assessors=assessors)
    client.sign_in(board)
    client.get("/examencommissie")
    with counting() as few:
        assert client.get("/examencommissie").status_code == 200
    for _ in range(9):
        on_agenda(a_finished_dossier(school, assessors=assessors), board)
        a_finished_dossier(school, assessors=assessors)
    with counting() as many:
        page = client.get("/examencommissie")
    assert page.text.count("2 van 2") == 10
    assert len(many) == len(few) <= 8, list(many)


def test_the_dossier_page_states_its_ceiling(client, school, board, counting):
    row = on_agenda(a_finished_dossier(school), board)
    client.sign_in(board)
    client.get(f"/examencommissie/{row.id}")
    with counting() as statements:
        client.get(f"/examencommissie/{row.id}")
    assert len(statements) <= 12, list(statements)


def test_the_agenda_is_paged_by_key(client, school, board):
    cohort = a_cohort(school)
    for number in range(30):
        enrolment = an_enrolment(
            cohort, school, student=a_member(school, Role.STUDENT, name=f"Student {number:02d}")
        )
        db.session.add(
            Determination(
                school_id=school.id,
                enrolment_id=enrolment.id,
                meeting_on=today(),
                created_at=enrolment.created_at,
            )
        )
    db.session.commit()
    client.sign_in(board)
    first = client.get("/examencommissie").text
    assert "Student 24" in first
    assert "Student 25" not in first
    after = db.session.scalars(
        sa.select(Determination.id)
        .join(Determination.enrolment)
        .join(Determination.enrolment.property.mapper.class_.student)
        .where(sa.text("membership.name = 'Student 24'"))
    ).one()
    second = client.get(f"/examencommissie?vergadering={today()}&na={after}").text
    assert "Student 25" in second
    assert "Student 24" not in second

"""What fails leaves nothing behind, and what was confirmed is there; no row or letter is half (P50)."""

from __future__ import annotations

import errno
from io import BytesIO

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from enrolment.models import Cohort
from foundation.audit.queries import verify
from foundation.database import Base, db
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member

COHORT = {
    "name": "Groep najaar",
    "keuzedeel": "d1-wijkgericht-werken",
    "track": "diploma",
    "starts_on": "2026-09-14",
    "ends_on": "2027-03-21",
}
TRACES = {"login_session"}  # when somebody was last here


@pytest.fixture
def admin(client, school):
    member = a_member(school, Role.SCHOOL_ADMIN)
    client.sign_in(member)
    return member


def _rows() -> dict[str, int]:
    db.session.rollback()
    return {
        name: db.session.scalar(sa.select(sa.func.count()).select_from(table)) or 0
        for name, table in Base.metadata.tables.items()
        if name not in TRACES
    }


def test_a_full_disk_leaves_no_evidence(client, school, monkeypatch: pytest.MonkeyPatch) -> None:
    student = a_member(school, Role.STUDENT)
    an_enrolment(a_cohort(school), school, student=student)
    client.sign_in(student)
    before = _rows()

    def full(*_args, **_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("foundation.storage.actions.obstore.put", full)
    sent = {"files": [(BytesIO(b"Wat ik hoorde in de buurt."), "verslag.txt")]}
    answer = client.post("/bewijs/bestanden", data=sent, content_type="multipart/form-data")
    assert answer.status_code == 500
    assert "No space" not in answer.text
    assert _rows() == before


def test_a_database_that_fails_at_the_last_moment_keeps_nothing(client, admin, monkeypatch) -> None:
    before = _rows()

    def lost(*_args):
        raise sa.exc.OperationalError("INSERT", {}, Exception("disk I/O error"))

    monkeypatch.setattr("foundation.audit.actions._locked_head", lost)
    answer = client.post("/groepen/nieuw", data=COHORT)
    assert answer.status_code == 500
    assert "Probeer het over een minuut opnieuw" in answer.text
    assert "disk I/O" not in answer.text
    monkeypatch.undo()
    assert _rows() == before
    assert client.post("/groepen/nieuw", data=COHORT).status_code == 303


def test_a_constraint_that_is_met_at_the_end_keeps_nothing(client, school, admin, monkeypatch) -> None:
    """Two at the same moment: the check before did not see the other, the database did."""
    a_cohort(school, name=COHORT["name"])
    db.session.commit()
    before = _rows()
    monkeypatch.setattr("enrolment.cohorts.actions._refuse_taken", lambda *_args, **_options: None)
    answer = client.post("/groepen/nieuw", data=COHORT)
    assert answer.status_code == 409
    assert _rows() == before
    assert verify() == []


def test_what_was_confirmed_is_there_for_everybody(client, admin) -> None:
    answer = client.post("/groepen/nieuw", data=COHORT)
    assert answer.status_code == 303
    db.session.rollback()
    assert db.session.scalar(sa.select(Cohort.name)) == "Groep najaar"
    assert verify() == []

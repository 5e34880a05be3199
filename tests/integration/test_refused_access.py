"""Who reaches for what is not theirs stands in the log: who, what, from where, and no address (P67)."""

from __future__ import annotations

import logging
from datetime import timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from foundation.audit.acts import sentence_of
from foundation.audit.models import AuditEntry
from foundation.audit.queries import page_of_school, verify
from foundation.clock import now, standing_at
from foundation.database import db
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member


def _refusals(school):
    return [entry for entry in page_of_school(school.id) if entry.act == "access.refused"]


def test_a_closed_door_is_written_down(client, school) -> None:
    student = a_member(school, Role.STUDENT)
    client.sign_in(student)
    assert client.get("/groepen").status_code == 403
    assert client.post("/groepen/nieuw", data={"name": "Stiekem"}).status_code == 403
    last, first = _refusals(school)
    assert (first.actor_id, first.details) == (student.person_id, {"endpoint": "cohorts.overview"})
    assert last.details == {"endpoint": "cohorts.new"}
    assert verify() == []


def test_a_thing_of_somebody_else_is_written_down_and_does_not_exist(client, school) -> None:
    enrolment = an_enrolment(a_cohort(school), school)
    coach = a_member(school, Role.COACH)
    client.sign_in(coach)
    assert client.get(f"/begeleiden/{enrolment.id}").status_code == 404
    assert client.get(f"/begeleiden/{uuid4()}").status_code == 404
    (entry,) = _refusals(school)
    assert entry.details == {"endpoint": "coaching.student"}


def test_what_is_open_or_unknown_or_not_possible_now_is_no_refusal(client, school) -> None:
    client.sign_in(a_member(school, Role.SCHOOL_ADMIN))
    assert client.get("/groepen").status_code == 200
    assert client.get(f"/groepen/{uuid4()}").status_code == 404
    assert client.get("/nergens").status_code == 404
    assert _refusals(school) == []


def test_the_administration_reads_it_in_a_sentence(client, school) -> None:
    client.sign_in(a_member(school, Role.STUDENT, name="Nieuwsgierige Noor"))
    client.get("/groepen")
    client.sign_in(a_member(school, Role.SCHOOL_ADMIN))
    page = client.get("/logboek").text
    assert "Nieuwsgierige Noor" in page
    assert "werd tegengehouden" in page


def test_who_keeps_trying_fills_no_log_and_the_next_line_tells_how_often(client, school) -> None:
    stubborn, other = a_member(school, Role.STUDENT), a_member(school, Role.STUDENT)
    db.session.commit()
    nine = now().replace(minute=5, second=0, microsecond=0)
    with standing_at(nine):
        client.sign_in(stubborn)
        for _ in range(4):
            assert client.get("/groepen").status_code == 403
        client.get("/mensen")
        client.sign_in(other)
        client.get("/groepen")
    with standing_at(nine + timedelta(hours=1)):
        client.sign_in(stubborn)
        client.get("/groepen")
        client.get("/mensen")
    entries = [entry for entry in page_of_school(school.id) if entry.act.startswith("access.")][::-1]
    told = [(entry.act.split(".")[1], entry.actor_id, entry.details) for entry in entries]
    assert told == [
        ("refused", stubborn.person_id, {"endpoint": "cohorts.overview"}),
        ("refused", stubborn.person_id, {"endpoint": "members.overview"}),
        ("refused", other.person_id, {"endpoint": "cohorts.overview"}),
        ("refused_again", stubborn.person_id, {"endpoint": "cohorts.overview", "more": 3}),
        ("refused", stubborn.person_id, {"endpoint": "members.overview"}),
    ]
    assert "nog 3 keer" in sentence_of(entries[3].act, entries[3].details)
    assert verify() == []


def test_acts_from_one_place_are_told_apart_without_an_address(client, school) -> None:
    client.sign_in(a_member(school, Role.STUDENT))
    for path, address in (
        ("/groepen", "198.51.100.7"),
        ("/mensen", "198.51.100.7"),
        ("/logboek", "203.0.113.9"),
    ):
        headers = {"X-Forwarded-For": "192.0.2.1"}
        client.get(path, environ_base={"REMOTE_ADDR": address}, headers=headers)
    elsewhere, again, once = [entry.source for entry in _refusals(school)]
    assert once == again != elsewhere
    kept = " ".join(str(row) for row in db.session.execute(sa.select(*AuditEntry.__table__.columns)))
    assert not [part for part in ("198.51", "203.0", "192.0") if part in kept]


def test_nothing_that_was_typed_reaches_the_logs_of_the_server(client, school, caplog) -> None:
    typed = "kanarie@voorbeeld.test\r\n2026-01-01 INFO alles is goed"
    with caplog.at_level(logging.DEBUG):
        client.post("/inloggen", data={"email": typed, "password": "kanarie wachtwoord"})
        client.get("/controleer/kanarie%0d%0aINFO")
    assert "kanarie" not in caplog.text
    noted = sa.cast(AuditEntry.details, sa.Text).contains("kanarie")
    assert not db.session.scalar(sa.select(AuditEntry.id).where(noted))


def test_a_mishap_of_the_database_shows_no_values(app) -> None:
    with pytest.raises(sa.exc.DBAPIError) as mishap:
        db.session.execute(sa.text("SELECT :secret FROM nowhere_at_all"), {"secret": "kanarie"})
    assert "kanarie" not in str(mishap.value)

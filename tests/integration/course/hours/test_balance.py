"""What the hours add up to: the balance, the forecast, the export, and what the page costs."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from flask_babel import force_locale

from course.hours.queries import balance, balance_of_many
from course.hours.view import in_hours
from course.hours.workflow import HourState
from enrolment.models import Deadline
from foundation.clock import now, today
from foundation.database import db, new_id
from tests.client import Client
from tests.factories.enrolments import a_neighbour
from tests.factories.learning import W1, hour_entries, some_hours, typed_hours


def test_the_balance_stands_beside_the_norm(client: Client, enrolment) -> None:
    some_hours(enrolment, minutes=600)
    some_hours(enrolment, minutes=50, day=today() - timedelta(days=1), state=HourState.CONFIRMED)
    page = client.get("/uren").text
    assert "10,8 van 240 uur" in page
    assert "10,8 van 71 uur" in page
    assert "0,8 uur bevestigd" in page


def test_the_forecast_says_what_it_rests_on(client: Client, enrolment) -> None:
    assert "Schrijf elke week je uren op." in client.get("/uren").text
    for week in range(4):
        some_hours(enrolment, minutes=600, day=today() - timedelta(days=7 * week))
    at = now() + timedelta(days=300)
    db.session.add(
        Deadline(school_id=enrolment.school_id, cohort_id=enrolment.cohort_id, work_process=W1, at=at)
    )
    page = client.get("/uren").text
    assert "In de laatste 4 weken deed je gemiddeld 10 uur per week." in page
    assert "Dat past." in page


def test_the_export_holds_every_entry_and_no_formula(client: Client, enrolment) -> None:
    some_hours(enrolment, minutes=50, description="=1+1")
    some_hours(enrolment, state=HourState.PROPOSED)
    answer = client.get("/uren/uren.csv")
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == ["Dag", "Werkproces", "Uren", "Minuten", "Wat je deed", "Stand"]
    assert rows[1:] == [[today().isoformat(), W1, "0,83", "50", "'=1+1", "nog niet bevestigd"]]
    assert client.get("/uren/uren.xlsx").data.startswith(b"PK")


def test_balances_of_many_come_in_one_statement(client: Client, enrolment, counting) -> None:
    other = a_neighbour(enrolment)
    some_hours(enrolment, minutes=61)
    some_hours(enrolment, minutes=1, state=HourState.CONFIRMED)
    some_hours(enrolment, minutes=5, state=HourState.QUESTIONED, work_process="D1-K1")
    some_hours(other, minutes=7)
    with counting() as statements:
        found = balance_of_many([enrolment.id, other.id])
    assert len(statements) == 1
    assert (found[enrolment.id].counted, found[enrolment.id].confirmed) == (67, 1)
    assert found[enrolment.id].of(W1).counted == 62
    assert found[other.id].counted == 7
    assert balance(new_id()).counted == 0


@pytest.mark.parametrize("others", [10, 300])
def test_the_number_of_statements_has_a_ceiling(client: Client, enrolment, counting, others: int) -> None:
    neighbour = a_neighbour(enrolment)
    for _number in range(others):
        some_hours(neighbour, minutes=1)
        some_hours(enrolment, minutes=1)
        some_hours(enrolment, minutes=1, state=HourState.PROPOSED)
    with counting() as statements:
        client.get("/uren")
    assert len(statements) <= 8
    entry = hour_entries(enrolment)[0]
    with counting() as statements:
        client.post(f"/uren/{entry.id}", data=typed_hours(amount="0:02", version=entry.version))
    assert len(statements) <= 7


@pytest.mark.parametrize(
    ("minutes", "read", "dutch"),
    [
        (60, "1 hour", "1 uur"),
        (120, "2 hours", "2 uur"),
        (90, "1.5 hours", "1,5 uur"),
        (0, "0 hours", "0 uur"),
    ],
)
def test_one_hour_is_singular_in_english(app, minutes, read, dutch) -> None:
    with app.test_request_context(), force_locale("en"):
        assert in_hours(minutes) == read
    with app.test_request_context(), force_locale("nl"):
        assert in_hours(minutes) == dutch


@pytest.mark.parametrize(
    ("minutes", "read"),
    [
        (1, "1 minuut"),
        (45, "45 minuten"),
        (60, "1 uur"),
        (75, "1 uur en 15 minuten"),
        (90, "1,5 uur"),
        (120, "2 uur"),
    ],
)
def test_from_an_hour_on_a_list_counts_in_hours(app, minutes: int, read: str) -> None:
    with app.test_request_context(), force_locale("nl"):
        assert app.jinja_env.get_template("components/time.html").module.time_spent(minutes).strip() == read

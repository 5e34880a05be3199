"""A student logs study hours."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa
from flask_babel import force_locale

from course.hours.models import HourEntry
from course.hours.queries import balance, balance_of_many
from course.hours.view import in_hours
from course.hours.workflow import HourState
from enrolment.models import Deadline, Enrolment
from enrolment.workflow import EnrolmentState
from foundation.clock import now, standing_at, today
from foundation.database import db, new_id
from tests.client import Client
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.learning import HARD_TEXTS, W1, some_hours
from tests.factories.people import a_school


def entries(enrolment) -> list[HourEntry]:
    found = sa.select(HourEntry).where(HourEntry.enrolment_id == enrolment.id).order_by(HourEntry.id)
    return list(db.session.scalars(found))


def typed(**fields) -> dict:
    return {
        "day": today().isoformat(),
        "amount": "1,5",
        "work_process": W1,
        "description": "Kaart van de wijk gemaakt",
        "start": "",
        "end": "",
    } | fields


@pytest.mark.parametrize(("amount", "minutes"), [("1,5", 90), ("1:30", 90), ("0.5", 30), ("12", 720)])
def test_logs_hours_by_hand(client: Client, enrolment, amount: str, minutes: int) -> None:
    answer = client.post("/uren", data=typed(amount=amount))
    assert answer.status_code == 303
    [entry] = entries(enrolment)
    assert (entry.minutes, entry.day, entry.state) == (minutes, today(), HourState.LOGGED)
    assert "Kaart van de wijk gemaakt" in client.get(answer.location).text


def test_hours_of_no_work_process_go_on_the_core_task(client: Client, enrolment) -> None:
    client.post("/uren", data=typed(work_process="D1-K1"))
    assert balance(enrolment.id).of("D1-K1").counted == 90


@pytest.mark.parametrize(
    ("day", "instant", "minutes"),
    [("2026-10-25", "2026-10-24T23:30+00:00", 180), ("2027-03-28", "2027-03-28T00:30+00:00", 60)],
)
def test_real_time_counts_when_the_clock_changes(
    client: Client, enrolment, day: str, instant: str, minutes: int
) -> None:
    with standing_at(datetime(2027, 4, 1, 12, tzinfo=UTC)):
        client.sign_in(enrolment.student)
        answer = client.post("/uren", data=typed(day=day, amount="", start="01:30", end="03:30"))
    assert answer.status_code == 303
    [entry] = entries(enrolment)
    assert entry.minutes == minutes
    assert entry.day == date.fromisoformat(day)
    assert entry.started_at == datetime.fromisoformat(instant)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"amount": "26"}, "Vul een getal in van 0,1 tot 12."),
        ({"amount": "veel"}, "Vul een getal in van 0,1 tot 12."),
        ({"amount": ""}, "Vul in hoeveel uur het was"),
        ({"amount": "0"}, "Vul een getal in van 0,1 tot 12."),
        ({"amount": "-2"}, "Vul een getal in van 0,1 tot 12."),
        ({"day": "morgen"}, "Vul een datum in"),
        ({"day": "0001-01-01"}, "Vul een datum in"),
        ({"day": "9999-12-31"}, "Vul een datum in"),
        ({"day": "2099-12-31"}, "Dit moment moet nog komen"),
        ({"day": "2001-01-01"}, "meer dan een jaar geleden"),
        ({"start": "25:00"}, "Vul een tijd in"),
        ({"end": "10:00"}, "Vul ook in hoe laat je begon"),
        ({"amount": "2", "start": "01:00", "end": "02:00"}, "past niet bij de tijden"),
        ({"work_process": "D1-K1-W9"}, "Kies bij welk werkproces dit hoort"),
        ({"work_process": ""}, "Kies bij welk werkproces dit hoort"),
        ({"description": "   "}, "Schrijf in een paar woorden wat je deed"),
    ],
)
def test_wrong_input_keeps_what_was_typed(client: Client, enrolment, fields: dict, sentence: str) -> None:
    sent = typed(**{"description": "Dit wil ik niet kwijt"} | fields)
    answer = client.post("/uren", data=sent)
    assert answer.status_code == 422
    assert sentence in answer.text
    if sent["description"].strip():
        assert "Dit wil ik niet kwijt" in answer.text
    assert entries(enrolment) == []


def test_a_day_holds_twelve_hours_in_all(client: Client, enrolment) -> None:
    assert client.post("/uren", data=typed(amount="11")).status_code == 303
    answer = client.post("/uren", data=typed(amount="1:01"))
    assert answer.status_code == 422
    assert "hooguit 12 uren" in answer.text
    assert client.post("/uren", data=typed(amount="1")).status_code == 303


def test_the_same_time_is_not_logged_twice(client: Client, enrolment) -> None:
    day = (today() - timedelta(days=1)).isoformat()
    assert client.post("/uren", data=typed(day=day, start="09:00", amount="2")).status_code == 303
    answer = client.post("/uren", data=typed(day=day, start="10:59", amount="1"))
    assert answer.status_code == 422
    assert "staan al andere uren" in answer.text
    assert client.post("/uren", data=typed(day=day, start="11:00", amount="1")).status_code == 303


def test_time_over_midnight_is_seen_on_the_next_day(client: Client, enrolment) -> None:
    first, second = today() - timedelta(days=2), today() - timedelta(days=1)
    client.post("/uren", data=typed(day=first.isoformat(), start="23:00", amount="3"))
    answer = client.post("/uren", data=typed(day=second.isoformat(), start="01:00", amount="1"))
    assert answer.status_code == 422


def test_an_entry_is_changed(client: Client, enrolment) -> None:
    entry = some_hours(enrolment, question="Hoe lang?", state=HourState.QUESTIONED)
    assert "Hoe lang?" in client.get(f"/uren/{entry.id}").text
    answer = client.post(f"/uren/{entry.id}", data=typed(amount="2", version=entry.version))
    assert answer.status_code == 303
    [changed] = entries(enrolment)
    assert (changed.minutes, changed.state, changed.question) == (120, HourState.LOGGED, "")


def test_a_question_of_any_week_stands_on_the_page(client: Client, enrolment) -> None:
    day = today() - timedelta(days=40)
    entry = some_hours(enrolment, question="Met wie was dat?", state=HourState.QUESTIONED, day=day)
    page = client.get("/uren").text
    assert "Met wie was dat?" in page
    assert f"/uren/{entry.id}" in page


def test_a_stale_window_shows_both_versions(client: Client, enrolment) -> None:
    entry = some_hours(enrolment)
    seen = entry.version
    client.post(f"/uren/{entry.id}", data=typed(description="Uit het ene venster", version=seen))
    answer = client.post(f"/uren/{entry.id}", data=typed(description="Uit het andere venster", version=seen))
    assert answer.status_code == 409
    assert "Uit het ene venster" in answer.text
    assert "Uit het andere venster" in answer.text
    [kept] = entries(enrolment)
    assert kept.description == "Uit het ene venster"
    again = client.post(
        f"/uren/{entry.id}", data=typed(description="Uit het andere venster", version=kept.version)
    )
    assert again.status_code == 303


def test_a_proposal_is_taken_over_changed_or_thrown_away(client: Client, enrolment) -> None:
    one, two, three = (
        some_hours(enrolment, state=HourState.PROPOSED, source_key=f"lesson:{number}") for number in range(3)
    )
    assert balance(enrolment.id).of(W1).proposed == 270
    assert balance(enrolment.id).counted == 0
    assert client.post(f"/uren/{one.id}/overnemen", data={"version": one.version}).status_code == 303
    assert client.post(f"/uren/{two.id}", data=typed(amount="1", version=two.version)).status_code == 303
    assert client.post(f"/uren/{three.id}/weg", data={"version": three.version}).status_code == 303
    assert {(each.minutes, each.state) for each in entries(enrolment)} == {
        (90, HourState.LOGGED),
        (60, HourState.LOGGED),
    }


def test_a_proposal_obeys_the_rules_too(client: Client, enrolment) -> None:
    some_hours(enrolment, minutes=700)
    proposal = some_hours(enrolment, state=HourState.PROPOSED)
    answer = client.post(f"/uren/{proposal.id}/overnemen", data={"version": proposal.version})
    assert answer.status_code == 422
    assert "hooguit 12 uren" in answer.text


def test_confirmed_hours_are_locked(client: Client, enrolment) -> None:
    entry = some_hours(enrolment, state=HourState.CONFIRMED)
    page = client.get(f"/uren/{entry.id}").text
    assert "Je kunt ze niet meer veranderen" in page
    assert f'action="/uren/{entry.id}' not in page
    for path, data in (("", typed(amount="2")), ("/weg", {}), ("/overnemen", {})):
        answer = client.post(f"/uren/{entry.id}{path}", data=data | {"version": entry.version})
        assert answer.status_code == 409, path
    [kept] = entries(enrolment)
    assert (kept.minutes, kept.state) == (90, HourState.CONFIRMED)


def test_hours_of_somebody_else_do_not_exist(client: Client, enrolment) -> None:
    school = db.session.get_one(Enrolment, enrolment.id).school_id
    same_school = an_enrolment(enrolment.cohort, _school(school))
    elsewhere = a_school()
    other_school = an_enrolment(a_cohort(elsewhere), elsewhere)
    for other in (some_hours(same_school), some_hours(other_school)):
        assert client.get(f"/uren/{other.id}").status_code == 404
        for path in ("", "/weg", "/overnemen"):
            data = typed(version=other.version) if not path else {"version": other.version}
            assert client.post(f"/uren/{other.id}{path}", data=data).status_code == 404
        assert db.session.get_one(HourEntry, other.id).minutes == 90
    assert client.get(f"/uren/{new_id()}").status_code == 404


def test_a_field_that_was_not_declared_is_refused(client: Client, enrolment) -> None:
    for extra in ({"state": "confirmed"}, {"enrolment_id": str(new_id())}, {"confirmed_at": "2026-01-01"}):
        assert client.post("/uren", data=typed() | extra).status_code == 422
    assert entries(enrolment) == []


def test_who_is_paused_changes_nothing(client: Client, enrolment) -> None:
    enrolment.state = EnrolmentState.PAUSED
    assert client.post("/uren", data=typed()).status_code == 409
    assert entries(enrolment) == []


@pytest.mark.parametrize("field", ["description", "day", "amount", "start", "end", "work_process", "version"])
@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_any_text_is_shown_right_or_refused_at_the_field(client: Client, enrolment, field: str, text) -> None:
    entry = some_hours(enrolment)
    if field != "version":
        answer = client.post("/uren", data=typed(**{field: text}))
        assert answer.status_code in {303, 422}
    answer = client.post(f"/uren/{entry.id}", data=typed(version=entry.version) | {field: text})
    assert answer.status_code in {303, 409, 422}
    assert client.get("/uren").status_code == 200
    assert client.get("/uren/uren.csv").status_code == client.get("/uren/uren.xlsx").status_code == 200


def test_what_is_stored_comes_back_the_same(client: Client, enrolment) -> None:
    for name in ("emoji", "right to left", "markup", "like", "formula"):
        client.post("/uren", data=typed(amount="0,5", description=HARD_TEXTS[name]))
    assert {each.description for each in entries(enrolment)} == {
        HARD_TEXTS[name] for name in ("emoji", "right to left", "markup", "like", "formula")
    }


@pytest.mark.parametrize("week", ["2026-W40", "2026-W99", "x", "2099-W01", "\x00", "2000-W01"])
def test_any_week_can_be_asked_for(client: Client, enrolment, week: str) -> None:
    assert client.get("/uren", query_string={"week": week}).status_code == 200


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
    other = an_enrolment(enrolment.cohort, _school(enrolment.school_id))
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
    neighbour = an_enrolment(enrolment.cohort, _school(enrolment.school_id))
    for _number in range(others):
        some_hours(neighbour, minutes=1)
        some_hours(enrolment, minutes=1)
        some_hours(enrolment, minutes=1, state=HourState.PROPOSED)
    with counting() as statements:
        client.get("/uren")
    assert len(statements) <= 8
    entry = entries(enrolment)[0]
    with counting() as statements:
        client.post(f"/uren/{entry.id}", data=typed(amount="0:02", version=entry.version))
    assert len(statements) <= 7


def _school(school_id):
    from accounts.schools.models import School

    return db.session.get_one(School, school_id)


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

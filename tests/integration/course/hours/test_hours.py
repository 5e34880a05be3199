"""A student logs study hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from course.hours.models import HourEntry
from course.hours.queries import balance
from course.hours.workflow import HourState
from enrolment.workflow import EnrolmentState
from foundation.clock import standing_at, today
from foundation.database import db, new_id
from tests.client import Client
from tests.factories.enrolments import a_cohort, a_neighbour, an_enrolment
from tests.factories.learning import HARD_TEXTS, W1, hour_entries, some_hours, typed_hours
from tests.factories.people import a_school


@pytest.mark.parametrize(("amount", "minutes"), [("1,5", 90), ("1:30", 90), ("0.5", 30), ("12", 720)])
def test_logs_hours_by_hand(client: Client, enrolment, amount: str, minutes: int) -> None:
    answer = client.post("/uren", data=typed_hours(amount=amount))
    assert answer.status_code == 303
    [entry] = hour_entries(enrolment)
    assert (entry.minutes, entry.day, entry.state) == (minutes, today(), HourState.LOGGED)
    assert "Kaart van de wijk gemaakt" in client.get(answer.location).text


def test_hours_of_no_work_process_go_on_the_core_task(client: Client, enrolment) -> None:
    client.post("/uren", data=typed_hours(work_process="D1-K1"))
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
        answer = client.post("/uren", data=typed_hours(day=day, amount="", start="01:30", end="03:30"))
    assert answer.status_code == 303
    [entry] = hour_entries(enrolment)
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
    sent = typed_hours(**{"description": "Dit wil ik niet kwijt"} | fields)
    answer = client.post("/uren", data=sent)
    assert answer.status_code == 422
    assert sentence in answer.text
    if sent["description"].strip():
        assert "Dit wil ik niet kwijt" in answer.text
    assert hour_entries(enrolment) == []


def test_a_day_holds_twelve_hours_in_all(client: Client, enrolment) -> None:
    assert client.post("/uren", data=typed_hours(amount="11")).status_code == 303
    answer = client.post("/uren", data=typed_hours(amount="1:01"))
    assert answer.status_code == 422
    assert "hooguit 12 uren" in answer.text
    assert client.post("/uren", data=typed_hours(amount="1")).status_code == 303


def test_the_same_time_is_not_logged_twice(client: Client, enrolment) -> None:
    day = (today() - timedelta(days=1)).isoformat()
    assert client.post("/uren", data=typed_hours(day=day, start="09:00", amount="2")).status_code == 303
    answer = client.post("/uren", data=typed_hours(day=day, start="10:59", amount="1"))
    assert answer.status_code == 422
    assert "staan al andere uren" in answer.text
    assert client.post("/uren", data=typed_hours(day=day, start="11:00", amount="1")).status_code == 303


def test_time_over_midnight_is_seen_on_the_next_day(client: Client, enrolment) -> None:
    first, second = today() - timedelta(days=2), today() - timedelta(days=1)
    client.post("/uren", data=typed_hours(day=first.isoformat(), start="23:00", amount="3"))
    answer = client.post("/uren", data=typed_hours(day=second.isoformat(), start="01:00", amount="1"))
    assert answer.status_code == 422


def test_an_entry_is_changed(client: Client, enrolment) -> None:
    entry = some_hours(enrolment, question="Hoe lang?", state=HourState.QUESTIONED)
    assert "Hoe lang?" in client.get(f"/uren/{entry.id}").text
    answer = client.post(f"/uren/{entry.id}", data=typed_hours(amount="2", version=entry.version))
    assert answer.status_code == 303
    [changed] = hour_entries(enrolment)
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
    client.post(f"/uren/{entry.id}", data=typed_hours(description="Uit het ene venster", version=seen))
    answer = client.post(
        f"/uren/{entry.id}", data=typed_hours(description="Uit het andere venster", version=seen)
    )
    assert answer.status_code == 409
    assert "Uit het ene venster" in answer.text
    assert "Uit het andere venster" in answer.text
    [kept] = hour_entries(enrolment)
    assert kept.description == "Uit het ene venster"
    again = client.post(
        f"/uren/{entry.id}", data=typed_hours(description="Uit het andere venster", version=kept.version)
    )
    assert again.status_code == 303


def test_a_proposal_is_taken_over_changed_or_thrown_away(client: Client, enrolment) -> None:
    one, two, three = (
        some_hours(enrolment, state=HourState.PROPOSED, source_key=f"lesson:{number}") for number in range(3)
    )
    assert balance(enrolment.id).of(W1).proposed == 270
    assert balance(enrolment.id).counted == 0
    assert client.post(f"/uren/{one.id}/overnemen", data={"version": one.version}).status_code == 303
    assert (
        client.post(f"/uren/{two.id}", data=typed_hours(amount="1", version=two.version)).status_code == 303
    )
    assert client.post(f"/uren/{three.id}/weg", data={"version": three.version}).status_code == 303
    assert {(each.minutes, each.state) for each in hour_entries(enrolment)} == {
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
    for path, data in (("", typed_hours(amount="2")), ("/weg", {}), ("/overnemen", {})):
        answer = client.post(f"/uren/{entry.id}{path}", data=data | {"version": entry.version})
        assert answer.status_code == 409, path
    [kept] = hour_entries(enrolment)
    assert (kept.minutes, kept.state) == (90, HourState.CONFIRMED)


def test_hours_of_somebody_else_do_not_exist(client: Client, enrolment) -> None:
    same_school = a_neighbour(enrolment)
    elsewhere = a_school()
    other_school = an_enrolment(a_cohort(elsewhere), elsewhere)
    for other in (some_hours(same_school), some_hours(other_school)):
        assert client.get(f"/uren/{other.id}").status_code == 404
        for path in ("", "/weg", "/overnemen"):
            data = typed_hours(version=other.version) if not path else {"version": other.version}
            assert client.post(f"/uren/{other.id}{path}", data=data).status_code == 404
        assert db.session.get_one(HourEntry, other.id).minutes == 90
    assert client.get(f"/uren/{new_id()}").status_code == 404


def test_a_field_that_was_not_declared_is_refused(client: Client, enrolment) -> None:
    for extra in ({"state": "confirmed"}, {"enrolment_id": str(new_id())}, {"confirmed_at": "2026-01-01"}):
        assert client.post("/uren", data=typed_hours() | extra).status_code == 422
    assert hour_entries(enrolment) == []


def test_who_is_paused_changes_nothing(client: Client, enrolment) -> None:
    enrolment.state = EnrolmentState.PAUSED
    assert client.post("/uren", data=typed_hours()).status_code == 409
    assert hour_entries(enrolment) == []


@pytest.mark.parametrize("field", ["description", "day", "amount", "start", "end", "work_process", "version"])
@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_any_text_is_shown_right_or_refused_at_the_field(client: Client, enrolment, field: str, text) -> None:
    entry = some_hours(enrolment)
    if field != "version":
        answer = client.post("/uren", data=typed_hours(**{field: text}))
        assert answer.status_code in {303, 422}
    answer = client.post(f"/uren/{entry.id}", data=typed_hours(version=entry.version) | {field: text})
    assert answer.status_code in {303, 409, 422}
    assert client.get("/uren").status_code == 200
    assert client.get("/uren/uren.csv").status_code == client.get("/uren/uren.xlsx").status_code == 200


def test_what_is_stored_comes_back_the_same(client: Client, enrolment) -> None:
    for name in ("emoji", "right to left", "markup", "like", "formula"):
        client.post("/uren", data=typed_hours(amount="0,5", description=HARD_TEXTS[name]))
    assert {each.description for each in hour_entries(enrolment)} == {
        HARD_TEXTS[name] for name in ("emoji", "right to left", "markup", "like", "formula")
    }


@pytest.mark.parametrize("week", ["2026-W40", "2026-W99", "x", "2099-W01", "\x00", "2000-W01"])
def test_any_week_can_be_asked_for(client: Client, enrolment, week: str) -> None:
    assert client.get("/uren", query_string={"week": week}).status_code == 200

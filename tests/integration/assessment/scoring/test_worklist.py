"""What the worklist says: sign when all is judged, and the day on which something was signed."""

from __future__ import annotations

from datetime import UTC, datetime

from bs4 import BeautifulSoup

from foundation.clock import standing_at
from foundation.database import db
from tests.factories.assessments import (
    a_submission,
    opened_by,
    scored_by,
    seat_of,
    signed_by,
    two_assessors,
)
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_school


def test_all_judged_asks_for_a_signature_and_what_was_signed_says_when(client):
    school = a_school()
    two = two_assessors(school)
    cohort = a_cohort(school)
    begun, complete, *signed = (a_submission(an_enrolment(cohort, school), assessors=two) for _ in range(4))
    opened_by(two[0], begun)
    opened_by(two[0], complete)
    scored_by(two[0], complete)
    for day, submission in zip((9, 4), signed, strict=True):
        with standing_at(datetime(2026, 11, day, 12, tzinfo=UTC)):
            signed_by(two[0], submission)
    db.session.commit()
    client.sign_in(two[0])
    page = client.get("/beoordelen").text
    assert page.count("Ga verder") == 1
    assert page.count("/ondertekenen") == 1
    assert "Lees na en onderteken" in page
    assert "Ondertekend op 9 november 2026" in page
    assert page.index("4 november 2026") < page.index("9 november 2026"), "what was signed last comes first"


def test_after_signing_one_press_begins_the_next_dossier(client):
    school = a_school()
    two = two_assessors(school)
    cohort = a_cohort(school)
    first, second = (a_submission(an_enrolment(cohort, school), assessors=two) for _ in range(2))
    signed = signed_by(two[0], first)
    db.session.commit()
    client.sign_in(two[0])
    page = BeautifulSoup(client.get(f"/beoordelen/{signed.id}").text, "html5lib")
    button = page.select_one(".ww-desk__top form button")
    assert button.get_text() == "Begin met het volgende dossier"
    desk = client.post(button.find_parent("form")["action"]).headers["Location"]
    assert desk == f"/beoordelen/{seat_of(second, two[0]).id}"
    assert "0 van 7" in " ".join(client.get(desk).text.replace("</b>", "").split())

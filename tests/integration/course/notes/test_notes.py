"""A student writes notes in the margin of lessons."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role, School
from content.sections import sections_of
from course.notes.models import Note
from course.notes.places import sections_for_notes
from course.portfolio.models import Evidence
from enrolment.catalogue import keuzedeel
from enrolment.workflow import EnrolmentState
from foundation.database import db
from tests.client import Client
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.notes import a_note
from tests.factories.people import a_member

LESSON = "/programma/lessen/welkom"
NOTES = "/programma/notities"
PLACE = f"{NOTES}/bij/welkom/wat-ging-hier-mis"


def notes() -> list[Note]:
    return list(db.session.scalars(sa.select(Note)))


def evidence() -> list[Evidence]:
    return list(db.session.scalars(sa.select(Evidence)))


def test_a_note_is_saved_as_it_is_typed(client: Client, enrolment) -> None:
    first = client.save(PLACE, body="Eerst vragen.", version="0")
    assert first.status_code == 200
    version = first.json["version"]
    again = client.save(PLACE, body="Eerst vragen, dan doen.", version=str(version))
    assert again.json["version"] > version
    [note] = notes()
    assert (note.body, note.lesson, note.section) == (
        "Eerst vragen, dan doen.",
        "welkom",
        "wat-ging-hier-mis",
    )
    page = client.get(LESSON).text
    assert "Eerst vragen, dan doen.</textarea>" in page


def test_who_writes_a_note_goes_on_there(client: Client, enrolment) -> None:
    client.save(f"{NOTES}/bij/sociale-kaart/les", body="Hier was ik.", version="0")
    page = client.get("/programma").text
    assert "Verder waar je was" in page
    assert page.index("/programma/lessen/sociale-kaart") < page.index('id="M0"')


def test_a_note_with_text_gets_its_button_at_once(client: Client, enrolment) -> None:
    place = "#bewijs-wat-ging-hier-mis"
    first = client.save(PLACE, body="Tekst.", version="0").json
    assert "Maak hier bewijs van" in first["fragments"][place]
    second = client.save(PLACE, body="Meer tekst.", version=str(first["version"])).json
    assert second["fragments"] == {}
    third = client.save(PLACE, body="", version=str(second["version"])).json
    assert "Maak hier bewijs van" not in third["fragments"][place]


def test_without_script_it_is_a_form_that_leads_back_to_its_place(client: Client, enrolment) -> None:
    answer = client.post(PLACE, data={"body": "Eerst vragen.", "version": "0"})
    assert answer.status_code == 303
    assert answer.location.endswith(f"{LESSON}#notitie-wat-ging-hier-mis")
    assert 'id="notitie-wat-ging-hier-mis"' in client.get(LESSON).text
    assert "Notitie bij ‘Wat ging hier mis?’" in client.get(PLACE).text


def test_a_text_that_is_too_long_comes_back_with_the_reason(client: Client, enrolment) -> None:
    long = "x" * 5_001
    shown = client.post(PLACE, data={"body": long, "version": "0"})
    assert shown.status_code == 422
    assert long in shown.text
    assert "hooguit 5000 tekens" in shown.text
    assert client.save(PLACE, body=long, version="0").json["errors"]["body"]
    assert notes() == []


def test_two_tabs_see_both_texts(client: Client, enrolment) -> None:
    assert client.save(PLACE, body="Uit het ene venster.", version="0").status_code == 200
    second = client.save(PLACE, body="Uit het andere.", version="0")
    assert second.status_code == 409
    assert second.json["theirs"]["body"]["text"] == "Uit het ene venster."
    shown = client.post(PLACE, data={"body": "Uit het andere.", "version": "0"})
    assert shown.status_code == 409
    assert "Uit het andere." in shown.text
    assert [each.body for each in notes()] == ["Uit het ene venster."]


@pytest.mark.parametrize(
    "place", ["welkom/bestaat-niet", "bestaat-niet/les", "welkom/test-jezelf", "welkom/woorden"]
)
def test_a_note_stands_somewhere(client: Client, enrolment, place: str) -> None:
    assert client.save(f"{NOTES}/bij/{place}", body="x", version="0").status_code == 404
    assert client.get(f"{NOTES}/bij/{place}").status_code == 404


def test_a_note_at_a_heading_that_is_gone_stays_and_can_be_changed(client: Client, enrolment) -> None:
    note = a_note(enrolment, section="kop-van-vroeger", body="Dit blijft staan.")
    for path in (LESSON, NOTES):
        page = client.get(path).text
        assert "Dit blijft staan." in page
        assert "Een kop die er niet meer is" in page
    kept = client.save(f"{NOTES}/bij/welkom/kop-van-vroeger", body="Anders.", version=str(note.version))
    assert kept.status_code == 200


def test_a_note_at_a_lesson_that_is_gone_can_still_be_read(client: Client, enrolment) -> None:
    a_note(enrolment, lesson="les-van-vroeger", body="Dit blijft staan.")
    page = client.get(NOTES).text
    assert "Dit blijft staan." in page
    assert "Een les die er niet meer is" in page
    assert "/programma/lessen/les-van-vroeger" not in page


def test_all_notes_stand_together_in_the_order_of_the_course(client: Client, enrolment) -> None:
    a_note(enrolment, lesson="meldcode", body="Derde.")
    a_note(enrolment, section="les", body="Tweede.")
    a_note(enrolment, section="wat-ging-hier-mis", body="Eerste.")
    a_note(enrolment, section="zo-werkt-deze-cursus", body="")
    page = client.get(NOTES).text
    assert page.index("Eerste.") < page.index("Tweede.") < page.index("Derde.")
    assert "Zo werkt deze cursus" not in page


def test_a_note_becomes_evidence_once(client: Client, enrolment) -> None:
    note = a_note(enrolment, section="wat-ging-hier-mis", body="Ik vroeg het eerst.")
    answer = client.post(f"{NOTES}/{note.id}/bewijs")
    [made] = evidence()
    assert answer.location.endswith(f"/bewijs/{made.id}")
    assert made.title == "Notitie: Welkom in Het Klaverveld"
    assert made.body.startswith("Ik vroeg het eerst.")
    assert "bij ‘Wat ging hier mis?’" in made.body
    assert f"/programma/notities#notitie-{note.id}" in client.get(f"/bewijs/{made.id}").text
    again = client.post(f"{NOTES}/{note.id}/bewijs")
    assert again.location.endswith(f"/bewijs/{made.id}")
    assert len(evidence()) == 1
    assert "Dit is bewijs" in client.get(NOTES).text
    assert "Dit is bewijs" in client.get(LESSON).text


def test_evidence_that_is_thrown_away_leaves_the_note(client: Client, enrolment) -> None:
    note = a_note(enrolment)
    client.post(f"{NOTES}/{note.id}/bewijs")
    [made] = evidence()
    client.post(f"/bewijs/{made.id}/weggooien")
    assert [each.body for each in notes()] == ["Riet!"]
    assert "Maak hier bewijs van" in client.get(NOTES).text


def test_an_empty_note_is_no_evidence(client: Client, enrolment) -> None:
    note = a_note(enrolment, body="")
    assert client.post(f"{NOTES}/{note.id}/bewijs").status_code == 409
    assert evidence() == []


def test_nobody_else_reads_a_note(client: Client, enrolment) -> None:
    note = a_note(enrolment, body="Alleen van mij.")
    school = db.session.get_one(School, enrolment.school_id)
    mate = an_enrolment(a_cohort(school), school)
    client.sign_in(mate.student)
    assert client.post(f"{NOTES}/{note.id}/bewijs").status_code == 404
    assert "Alleen van mij." not in client.get(NOTES).text
    for role in set(Role) - {Role.STUDENT}:
        client.sign_in(a_member(school, role))
        assert client.get(NOTES).status_code == 403
        assert client.get(PLACE).status_code == 403


def test_who_is_paused_reads_notes_and_writes_none(client: Client, enrolment) -> None:
    a_note(enrolment, section="wat-ging-hier-mis", body="Van vroeger.")
    enrolment.state = EnrolmentState.PAUSED
    for path in (LESSON, NOTES, PLACE):
        page = client.get(path).text
        assert "Van vroeger." in page
        assert "<textarea" not in page.split("Test jezelf")[0]
    assert client.save(PLACE, body="Nieuw.", version="1").status_code == 409


def test_every_heading_but_questions_and_words_takes_a_note(client: Client, enrolment) -> None:
    for lesson in keuzedeel("d1-wijkgericht-werken").lessons[:5]:
        page = client.get(f"/programma/lessen/{lesson.slug}").text
        places = [each.id for each in sections_of(lesson.nodes) if f'id="notitie-{each.id}"' in page]
        assert places == list(sections_for_notes(lesson))
        assert 'id="notitie-les"' in page


def test_the_number_of_statements_has_a_ceiling(client: Client, enrolment, counting) -> None:
    titles = sections_for_notes(keuzedeel("d1-wijkgericht-werken").lesson("welkom"))
    for section in titles:
        a_note(enrolment, section=section)
    for path, most in ((NOTES, 3), (LESSON, 5), (PLACE, 3)):
        with counting() as statements:
            client.get(path)
        assert len(statements) <= most, (path, statements)

"""Saving as one types: nothing lost, nothing overwritten, nothing of somebody else."""

from __future__ import annotations

import uuid

import pytest
import sqlalchemy as sa

from course.workbench.locks import register_lock
from course.workbench.models import Certainty, WorkItem, WorkLink
from foundation.audit.models import AuditEntry
from foundation.database import db
from tests.client import Client
from tests.factories.work import a_full_piece, an_item, connected


@pytest.fixture
def source(student):
    return an_item(student.enrolment, "wijkanalyse", "bronnen", titel="Buurtmonitor")


@pytest.fixture
def issue(student):
    return an_item(student.enrolment, "wijkanalyse", "vraagstukken", naam="Weinig buiten")


@pytest.fixture
def handed_in(app):
    """Somebody upstairs says that W1 is handed in."""
    register_lock(app, lambda enrolment_id: {"D1-K1-W1": "Je hebt dit ingeleverd."})
    yield
    app.extensions["work_locks"].pop()


def again(item):
    db.session.expire_all()
    return db.session.get(WorkItem, sa.inspect(item).identity[0])


def links():
    return [
        (link.item_id, link.field, link.target_id, link.certainty)
        for link in db.session.scalars(sa.select(WorkLink))
    ]


def test_a_draft_is_saved_with_most_questions_open(client: Client, student, source):
    answer = client.save(
        f"/werk/onderdelen/{source.id}", version=1, f_titel="Buurtmonitor 2025", f_jaar="2025"
    )
    assert answer.status_code == 200
    assert answer.json["version"] == 2
    assert answer.json["saved"].startswith("Opgeslagen om ")
    assert again(source).values == {"titel": "Buurtmonitor 2025", "jaar": "2025"}
    assert "Buurtmonitor 2025" in answer.json["fragments"][f"#kop-{source.id}"]
    assert "Bronnen" in answer.json["fragments"]["#stappen"]


def test_the_same_text_again_changes_nothing(client: Client, student, source):
    for _ in range(2):
        answer = client.save(f"/werk/onderdelen/{source.id}", version=1, f_titel="Buurtmonitor")
        assert answer.json["version"] == 1


def test_without_script_a_save_leads_back_to_the_page(client: Client, student, source):
    answer = client.post(f"/werk/onderdelen/{source.id}", data={"version": 1, "f_titel": "Krant"})
    assert answer.status_code == 303
    assert "Opgeslagen om" in client.get(answer.location).text


def test_without_script_a_fault_keeps_what_was_typed(client: Client, student, source):
    answer = client.post(
        f"/werk/onderdelen/{source.id}", data={"version": 1, "f_titel": " ", "f_zegt": "Dit typte ik."}
    )
    assert answer.status_code == 422
    assert "Dit typte ik." in answer.text
    assert "Geef dit een naam." in answer.text


def test_a_list_item_needs_a_name(client: Client, student, source):
    answer = client.save(f"/werk/onderdelen/{source.id}", version=1, f_titel="  ", f_jaar="2025")
    assert answer.status_code == 422
    assert "f_titel" in answer.json["errors"]
    assert again(source).values == {"titel": "Buurtmonitor"}


def test_a_second_tab_sees_both_texts_and_overwrites_nothing(client: Client, student, issue, source):
    client.save(
        f"/werk/onderdelen/{issue.id}",
        **{"version": 1, "f_naam": "Eerste tab", f"l_bronnen_{source.id.hex}": "vermoeden"},
    )
    answer = client.save(
        f"/werk/onderdelen/{issue.id}",
        **{"version": 1, "f_naam": "Tweede tab", f"l_bronnen_{source.id.hex}": ""},
    )
    assert answer.status_code == 409
    assert answer.json["version"] == 2
    assert answer.json["theirs"]["f_naam"] == {
        "label": "Wat speelt er, in één zin?", "text": "Eerste tab", "value": "Eerste tab",
    }  # fmt: skip
    assert answer.json["theirs"][f"l_bronnen_{source.id.hex}"] == {
        "label": "Buurtmonitor", "text": "Vermoeden", "value": "vermoeden",
    }  # fmt: skip
    assert again(issue).values == {"naam": "Eerste tab"}


def test_a_cleared_answer_of_the_other_tab_is_told_too(client: Client, student, source):
    client.save(f"/werk/onderdelen/{source.id}", version=1, f_titel="Krant", f_jaar="2025")
    client.save(f"/werk/onderdelen/{source.id}", version=2, f_titel="Krant", f_jaar="")
    answer = client.save(f"/werk/onderdelen/{source.id}", version=2, f_titel="Krant", f_jaar="2024")
    assert answer.json["theirs"]["f_jaar"]["text"] == ""


def test_certainty_is_set_changed_and_taken_away(client: Client, student, issue, source):
    control = f"l_bronnen_{source.id.hex}"
    for version, value, kept in [
        (1, "weten", Certainty.WETEN),
        (2, "van_horen", Certainty.VAN_HOREN),
        (3, "", None),
    ]:
        answer = client.save(
            f"/werk/onderdelen/{issue.id}", **{"version": version, "f_naam": "x", control: value}
        )
        assert answer.status_code == 200
        assert links() == ([(issue.id, "bronnen", source.id, kept)] if kept else [])
    assert (
        client.save(
            f"/werk/onderdelen/{issue.id}", **{"version": 4, "f_naam": "x", control: "zeker"}
        ).status_code
        == 422
    )


def test_links_without_certainty_are_ticked(client: Client, student, issue):
    party = an_item(student.enrolment, "wijkanalyse", "partijen", naam="Buurttuin")
    control = f"l_partijen_{party.id.hex}"
    client.save(f"/werk/onderdelen/{issue.id}", **{"version": 1, "f_naam": "x", control: "y"})
    assert links() == [(issue.id, "partijen", party.id, None)]
    client.save(f"/werk/onderdelen/{issue.id}", version=2, f_naam="x")
    assert links() == []


def test_an_item_of_somebody_else_is_not_there(client: Client, student, stranger, issue, counting):
    theirs = an_item(stranger.enrolment, "wijkanalyse", "bronnen", titel="KANARIE")
    for item_id in (theirs.id, uuid.uuid4()):
        paths = [f"/werk/onderdelen/{item_id}{end}" for end in ("", "/weggooien")]
        assert [client.get(path).status_code for path in paths] == [404, 404]
        for path in (*paths, f"/werk/onderdelen/{item_id}/plaats", f"/bewijs/onderdelen/{item_id}"):
            answer = client.save(path, version=1, f_titel="Van mij", direction="omhoog")
            assert answer.status_code == 404, path
        linked = client.save(
            f"/werk/onderdelen/{issue.id}",
            **{"version": 1, "f_naam": "x", f"l_bronnen_{item_id.hex}": "weten"},
        )
        assert linked.status_code == 404
        assert "KANARIE" not in linked.text
    assert links() == []
    assert again(theirs).values == {"titel": "KANARIE"}


def test_a_target_must_stand_in_the_declared_section(client: Client, student, issue):
    party = an_item(student.enrolment, "wijkanalyse", "partijen", naam="Buurttuin")
    answer = client.save(
        f"/werk/onderdelen/{issue.id}", **{"version": 1, "f_naam": "x", f"l_bronnen_{party.id.hex}": "weten"}
    )
    assert answer.status_code == 404


def test_an_undeclared_field_is_refused(client: Client, student, source):
    for field in ("values", "enrolment_id", "position", "f_bestaat_niet", "school_id"):
        answer = client.save(f"/werk/onderdelen/{source.id}", **{"version": 1, "f_titel": "x", field: "1"})
        assert answer.status_code == 422, field
    assert again(source).values == {"titel": "Buurtmonitor"}


def test_an_answer_that_is_no_choice_or_no_day_is_told_at_the_field(client: Client, student, source):
    answer = client.save(f"/werk/onderdelen/{source.id}", version=1, f_titel="x", f_soort="verzonnen")
    assert list(answer.json["errors"]) == ["f_soort"]
    meeting = an_item(student.enrolment, "verbinden", "overleggen", onderwerp="Plein")
    for day in ("gisteren", "2026-02-30", "0001-01-01", "20261124", "9" * 300):
        answer = client.save(f"/werk/onderdelen/{meeting.id}", version=1, f_onderwerp="Plein", f_datum=day)
        assert list(answer.json["errors"]) == ["f_datum"], day


def test_a_single_record_is_made_by_its_first_save_and_only_once(client: Client, student):
    path = "/werk/wijkanalyse/eigen-rol"
    assert client.save(path, version=0, f_rol="Stagiair").json["version"] == 2
    second = client.save(path, version=0, f_rol="Iets anders")
    assert second.status_code == 409
    assert second.json["theirs"]["f_rol"]["text"] == "Stagiair"
    assert db.session.scalar(sa.select(sa.func.count()).select_from(WorkItem)) == 1
    assert client.save(path, version=2, f_rol="Stagiair bij het wijkteam").status_code == 200


def test_a_list_has_no_single_save(client: Client, student):
    assert client.save("/werk/wijkanalyse/bronnen", version=0, f_titel="x").status_code == 404


def test_adding_gives_a_named_item_and_opens_it(client: Client, student):
    answer = client.post("/werk/wijkanalyse/bronnen/erbij", data={"name": "Buurtkrant"})
    assert answer.status_code == 303
    page, _hash, control = answer.location.partition("#")
    shown = client.get(page).text
    assert "Buurtkrant" in shown
    assert f'id="{control}"' in shown, "who added something goes on at the next question"
    assert control != "f_titel"
    empty = client.post("/werk/wijkanalyse/bronnen/erbij", data={"name": "   "})
    assert empty.status_code == 422
    assert "Vul eerst een naam in." in empty.text


def test_order_is_changed_one_place_at_a_time(client: Client, student):
    items = [
        an_item(student.enrolment, "wijkanalyse", "bronnen", position=n, titel=f"Bron {n}") for n in (1, 2, 3)
    ]
    client.post(f"/werk/onderdelen/{items[2].id}/plaats", data={"direction": "omhoog"})
    client.post(f"/werk/onderdelen/{items[0].id}/plaats", data={"direction": "omhoog"})
    page = client.get("/werk/wijkanalyse").text
    assert page.index("Bron 1") < page.index("Bron 3") < page.index("Bron 2")


def test_throwing_away_asks_first_and_takes_connections_along(client: Client, student, issue, source):
    connected(issue, "bronnen", source, Certainty.WETEN)
    gone = source.id
    asked = client.get(f"/werk/onderdelen/{source.id}/weggooien").text
    assert "Je kunt dit niet terugdraaien." in asked
    assert "1 ander onderdeel is hieraan gekoppeld" in asked
    answer = client.post(f"/werk/onderdelen/{source.id}/weggooien")
    assert answer.status_code == 303
    assert db.session.scalar(sa.select(WorkItem.id).where(WorkItem.id == gone)) is None
    assert links() == []
    assert db.session.scalars(sa.select(AuditEntry.act)).all() == ["work.item_removed"]
    stale = client.save(
        f"/werk/onderdelen/{issue.id}", **{"version": 1, "f_naam": "x", f"l_bronnen_{gone.hex}": ""}
    )
    assert stale.status_code == 409
    fresh = client.save(
        f"/werk/onderdelen/{issue.id}", **{"version": 2, "f_naam": "x", f"l_bronnen_{gone.hex}": ""}
    )
    assert fresh.status_code == 200


def test_handed_in_work_is_read_only_everywhere(client: Client, student, source, handed_in):
    for path in ("/werk", "/werk/wijkanalyse", "/werk/wijkanalyse/bronnen", f"/werk/onderdelen/{source.id}"):
        page = client.get(path)
        assert page.status_code == 200
        assert "Je hebt dit ingeleverd." in page.text
    for path, data in [
        (f"/werk/onderdelen/{source.id}", {"version": 1, "f_titel": "Nieuw"}),
        (f"/werk/onderdelen/{source.id}/plaats", {"direction": "omhoog"}),
        (f"/werk/onderdelen/{source.id}/weggooien", {}),
        ("/werk/wijkanalyse/bronnen/erbij", {"name": "Nieuw"}),
        ("/werk/wijkanalyse/eigen-rol", {"version": 0, "f_rol": "Nieuw"}),
        (f"/bewijs/onderdelen/{source.id}", {"version": 0, "c_W1-1": "y"}),
    ]:
        answer = client.save(path, **data)
        assert answer.status_code == 409, path
        assert answer.json["message"] == "Je hebt dit ingeleverd."
    assert again(source).values == {"titel": "Buurtmonitor"}
    assert client.post("/werk/verbinden/contacten/erbij", data={"name": "Huismeester"}).status_code == 303


@pytest.mark.parametrize("others", [0, 300])
def test_a_save_and_a_page_cost_a_fixed_number_of_statements(
    client: Client, student, stranger, counting, others
):
    items = a_full_piece(student.enrolment, "D1-K1-W1")
    issue = next(item for item in items if item.section == "vraagstukken")
    targets = [item for item in items if item.section == "bronnen"]
    for number in range(others):
        an_item(stranger.enrolment, "wijkanalyse", "bronnen", titel=f"Bron {number}")
    db.session.commit()
    data = {f"l_bronnen_{target.id.hex}": "weten" for target in targets}
    with counting() as statements:
        answer = client.save(f"/werk/onderdelen/{issue.id}", **{"version": 1, "f_naam": "x", **data})
    assert answer.status_code == 200
    assert len(statements) <= 9, statements  # the last one writes the words by which it is found again
    for path, most in [
        ("/werk", 5),
        ("/werk/wijkanalyse", 6),
        ("/werk/wijkanalyse/bronnen", 6),
        (f"/werk/onderdelen/{issue.id}", 6),
    ]:
        with counting() as statements:
            assert client.get(path).status_code == 200
        assert len(statements) <= most, (path, statements)

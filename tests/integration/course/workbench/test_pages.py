"""Every page of the workbench, empty and full, for two keuzedelen."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from accounts.schools.models import Role
from course.workbench.models import Certainty
from enrolment.catalogue import keuzedeel
from enrolment.workflow import EnrolmentState
from foundation.database import db
from tests.client import Client
from tests.factories.enrolments import a_student
from tests.factories.people import a_member, a_school
from tests.factories.work import a_full_piece, an_item, connected

BOTH = ["d1-wijkgericht-werken", "t9-buurtsport"]


def every_page(slug):
    form = keuzedeel(slug).work
    yield "/werk"
    for piece in form.pieces:
        yield f"/werk/{piece.key}"
        yield from (f"/werk/{piece.key}/{section.key}" for section in piece.sections)


@pytest.mark.parametrize("slug", BOTH)
@pytest.mark.parametrize("full", [False, True])
def test_every_page_opens_empty_and_full(client: Client, slug, full):
    student = a_student(slug)
    client.sign_in(student.member)
    if full:
        made = [a_full_piece(student.enrolment, each.work_process) for each in keuzedeel(slug).work.pieces]
        for item in made[0]:
            assert client.get(f"/werk/onderdelen/{item.id}").status_code in {200, 303}
    for page in every_page(slug):
        assert client.get(page).status_code == 200, page


def test_the_piece_says_what_is_next(client: Client, student):
    page = client.get("/werk/wijkanalyse").text
    assert "Begin met Bronnen" in page
    a_full_piece(student.enrolment, "D1-K1-W1")
    page = client.get("/werk/wijkanalyse").text
    assert "Ga verder met" not in page
    assert "Begin met" not in page
    assert "Elk criterium heeft bewijs." in page


def test_connections_are_drawn_with_their_certainty_and_told_in_a_table(client: Client, student):
    source = an_item(student.enrolment, "wijkanalyse", "bronnen", titel="Buurtmonitor", soort="cijfers")
    issue = an_item(student.enrolment, "wijkanalyse", "vraagstukken", naam="Weinig buiten")
    need = an_item(student.enrolment, "wijkanalyse", "behoeften", naam="Samen eten")
    connected(issue, "bronnen", source, Certainty.VAN_HOREN)
    connected(need, "vraagstukken", issue)
    page = BeautifulSoup(client.get("/werk/wijkanalyse").text, "html5lib")
    drawing = page.select_one(".ww-connections svg")
    assert len(drawing.select("path.is-hearsay")) == 1
    assert len(drawing.select("path.is-plain")) == 1
    rows = [row.get_text(" ", strip=True) for row in page.select("#verbanden tbody tr")]
    assert len(rows) == 2
    assert any("Weinig buiten" in row and "Buurtmonitor" in row and "Van horen" in row for row in rows)


def test_without_an_enrolment_there_is_no_work(client: Client, student, app):
    client.sign_in(a_member(a_school(), Role.STUDENT))
    for page in every_page("d1-wijkgericht-werken"):
        assert client.get(page).status_code == 404, page


@pytest.mark.parametrize("path", ["/werk/nergens", "/werk/wijkanalyse/nergens", "/werk/onderdelen/nergens"])
def test_what_the_keuzedeel_does_not_know_is_not_there(client: Client, student, path):
    assert client.get(path).status_code == 404


def test_a_paused_enrolment_can_be_read_not_changed(client: Client, student):
    item = an_item(student.enrolment, "wijkanalyse", "bronnen", titel="Krant", zegt="<b>Veel</b> & meer")
    student.enrolment.state = EnrolmentState.PAUSED
    db.session.commit()
    page = client.get("/werk/wijkanalyse/bronnen").text
    assert "Je inschrijving is nu niet actief." in page
    assert "data-autosave" not in page
    assert "&lt;b&gt;Veel&lt;/b&gt; &amp; meer" in page
    assert client.save(f"/werk/onderdelen/{item.id}", version=1, f_titel="Anders").status_code == 409
    assert client.post("/werk/wijkanalyse/bronnen/erbij", data={"name": "x"}).status_code == 409
    assert client.get(f"/werk/onderdelen/{item.id}").status_code == 200

"""The pictures of a school travel along in the file with its course, and are checked like an upload."""

from __future__ import annotations

import io
import json
import re
from zipfile import ZipFile

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from content import KEUZEDELEN, load_catalogue
from course.offering import file_pictures, picture_actions
from course.offering.models import OwnDocument, OwnPicture
from foundation.database import db
from foundation.storage.actions import give
from tests.client import Client
from tests.factories.assessments import the_keuzedeel
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.offering import (
    BODY,
    a_figure,
    a_lesson_text,
    a_photo,
    a_picture,
    a_plan,
    an_edition,
    an_own_lesson,
)
from tests.factories.people import a_member, a_school
from tests.integration.course.offering.picturing import COURSE, address, pictures, publish
from tests.unit.course.portfolio import hostile

HOSTILE = hostile.refused()
DRAWING = next(iter(load_catalogue([KEUZEDELEN]).keuzedeel(D1).drawings.values()))


def with_a_picture(school) -> OwnPicture:
    """A course whose own lesson shows a picture and a drawing."""
    row = a_picture(school, content=a_photo("purple"))
    body = f"{BODY}\n{a_figure(row.src)}\n\n{a_figure(DRAWING.name)}"
    an_own_lesson(school, "eigen-markt", text=a_lesson_text("eigen-markt", body=body))
    an_edition(school, a_plan(the_keuzedeel(), own={"eigen-markt": 1}))
    return row


def export(client: Client, school) -> bytes:
    client.sign_in(a_member(school, Role.SCHOOL_ADMIN))
    return client.post(f"{COURSE}/bestand/bewaar").data


def bring(client: Client, content: bytes):
    data = {"file": (io.BytesIO(content), "cursus.zip")}
    return client.post(f"{COURSE}/bestand", data=data, content_type="multipart/form-data")


def take(client: Client, content: bytes) -> str:
    path = bring(client, content).headers["Location"]
    version = re.search(r'name="version" value="(\d+)"', client.get(path).text)
    assert client.post(path, data={"version": version[1] if version else "0"}).status_code == 303
    return path


def changed(content: bytes, **parts: bytes | None) -> bytes:
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(made, "w") as after:
        for name in before.namelist():
            new = parts.get(name.rpartition("/")[2].replace(".", "_"), before.read(name))
            if new is not None:
                after.writestr(name, new)
    return made.getvalue()


def test_a_picture_travels_with_its_lesson(client: Client, school) -> None:
    row = with_a_picture(school)
    content = export(client, school)
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("pictures/markt.jpg") == give(row.sha256)
        index = json.loads(archive.read("course.json"))
    assert index["format_version"] == 2
    assert index["pictures"] == [{"name": "markt.jpg", "title": "De markt", "file": "pictures/markt.jpg"}]
    other = a_school("Andere school")
    client.sign_in(a_member(other, Role.SCHOOL_ADMIN))
    path = take(client, content)
    (theirs,) = [each for each in pictures() if each.school_id == other.id]
    assert (theirs.src, theirs.title, theirs.came_as) == ("markt.jpg", "De markt", row.sha256)
    publish(client)
    reader = an_enrolment(a_cohort(other), other).student
    client.sign_in(reader)
    page = client.get("/programma/lessen/eigen-markt").text
    assert address(theirs) in page
    assert f"{DRAWING.sha256}.svg" in page
    assert client.get(address(theirs)).status_code == 200
    client.sign_in(a_member(other, Role.SCHOOL_ADMIN))
    assert bring(client, content).headers["Location"] == path
    assert "Dit staat al in het concept" in client.get(path).text


def test_the_own_file_with_a_picture_comes_back_as_it_was(client: Client, school) -> None:
    with_a_picture(school)
    content = export(client, school)
    assert export(client, school) == content
    assert "Dit staat al in het concept" in client.get(bring(client, content).headers["Location"]).text
    assert len(pictures()) == 1


def test_a_picture_of_the_own_school_is_never_overwritten(client: Client, school) -> None:
    with_a_picture(school)
    content = export(client, school)
    other = a_school("Andere school")
    mine = a_picture(other, content=a_photo("green"))
    sha256 = mine.sha256
    client.sign_in(a_member(other, Role.SCHOOL_ADMIN))
    take(client, content)
    here = {each.src: each.sha256 for each in pictures() if each.school_id == other.id}
    assert here["markt.jpg"] == sha256
    assert set(here) == {"markt.jpg", "markt-2.jpg"}
    document = db.session.scalars(sa.select(OwnDocument).where(OwnDocument.school_id == other.id)).one()
    assert 'src="markt-2.jpg"' in document.body
    assert "Dit staat al in het concept" in client.get(bring(client, content).headers["Location"]).text


def test_a_picture_that_is_here_already_keeps_its_name(client: Client, school) -> None:
    row = with_a_picture(school)
    content = export(client, school)
    other = a_school("Andere school")
    a_picture(other, "onze-foto.jpg", content=give(row.sha256))
    client.sign_in(a_member(other, Role.SCHOOL_ADMIN))
    take(client, content)
    assert [each.src for each in pictures() if each.school_id == other.id] == ["onze-foto.jpg"]
    document = db.session.scalars(sa.select(OwnDocument).where(OwnDocument.school_id == other.id)).one()
    assert 'src="onze-foto.jpg"' in document.body


@pytest.mark.parametrize("name", ["nep.jpg", "punten.png"])
def test_a_hostile_picture_in_a_file_is_refused_whole(client: Client, school, name: str) -> None:
    with_a_picture(school)
    bad = HOSTILE.get(name, (b"<html>", ""))[0]
    content = changed(export(client, school), markt_jpg=bad)
    other = a_school("Andere school")
    client.sign_in(a_member(other, Role.SCHOOL_ADMIN))
    answer = bring(client, content)
    assert answer.status_code == 422
    assert "pictures/markt.jpg" in answer.text
    assert [each for each in pictures() if each.school_id == other.id] == []


@pytest.mark.parametrize("title", ["Mar\x00kt", "Mar\nkt", "Mar\u2028kt", "Mar\ud800kt", " \t "])
def test_a_title_that_no_form_takes_is_refused(client: Client, school, title: str) -> None:
    with_a_picture(school)
    content = export(client, school)
    with ZipFile(io.BytesIO(content)) as archive:
        index = json.loads(archive.read("course.json"))
    index["pictures"][0]["title"] = title
    answer = bring(client, changed(content, course_json=json.dumps(index).encode()))
    assert answer.status_code == 422
    assert "De waarde bij ‘pictures.0.title’ klopt niet of ontbreekt." in answer.text


def test_more_pictures_than_a_course_holds_are_not_even_looked_at(
    client: Client, school, monkeypatch
) -> None:
    with_a_picture(school)
    content = changed(export(client, school), markt_jpg=HOSTILE["punten.png"][0])
    monkeypatch.setattr(file_pictures, "MOST_PICTURES", 0)
    answer = bring(client, content)
    assert answer.status_code == 422
    assert "De plaatjes van deze cursus zijn samen te groot." in answer.text
    assert "beeldpunten" not in answer.text


def test_pictures_that_do_not_fit_change_nothing(client: Client, school, monkeypatch) -> None:
    with_a_picture(school)
    content = export(client, school)
    other = a_school("Andere school")
    client.sign_in(a_member(other, Role.SCHOOL_ADMIN))
    path = bring(client, content).headers["Location"]
    monkeypatch.setattr(picture_actions, "MOST_PICTURES", 0)
    assert client.post(path, data={"version": "0"}).status_code == 409
    assert [each for each in pictures() if each.school_id == other.id] == []
    assert db.session.scalars(sa.select(OwnDocument).where(OwnDocument.school_id == other.id)).all() == []


def test_a_picture_that_is_missing_from_a_file_is_told(client: Client, school) -> None:
    with_a_picture(school)
    content = export(client, school)
    answer = bring(client, changed(content, markt_jpg=None))
    assert answer.status_code == 422
    assert "Dit bestand ontbreekt." in answer.text
    with ZipFile(io.BytesIO(content)) as archive:
        index = json.loads(archive.read("course.json"))
    unnamed = json.dumps({**index, "pictures": []}).encode()
    answer = bring(client, changed(content, markt_jpg=None, course_json=unnamed))
    assert "er is geen plaatje ‘markt.jpg’" in answer.text


def test_a_picture_that_no_text_shows_is_refused(client: Client, school) -> None:
    with_a_picture(school)
    text = a_lesson_text("eigen-markt", body=BODY).encode()
    content = changed(export(client, school), **{"eigen-markt_md": text})
    assert "Geen enkele tekst in het bestand gebruikt dit plaatje." in bring(client, content).text


def test_a_course_whose_picture_is_lost_says_so(client: Client, school) -> None:
    row = with_a_picture(school)
    row.sha256 = "0" * 64
    db.session.flush()
    client.sign_in(a_member(school, Role.SCHOOL_ADMIN))
    answer = client.post(f"{COURSE}/bestand/bewaar")
    assert answer.status_code == 409
    assert "‘De markt’ is er niet meer" in answer.text

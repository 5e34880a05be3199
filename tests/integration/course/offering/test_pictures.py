"""A school keeps pictures for its own lessons: which are taken, under which name, and how they go."""

from __future__ import annotations

import hashlib
import io
import re

import pytest
import sqlalchemy as sa
from PIL import Image

from accounts.schools.models import Role
from content import KEUZEDELEN, load_catalogue
from course.offering import picture_actions
from foundation.audit.models import AuditEntry
from foundation.database import db
from foundation.storage.actions import give
from tests.client import Client
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.offering import (
    a_figure,
    a_photo,
    a_picture,
)
from tests.factories.people import a_member, a_school
from tests.integration.course.offering.picturing import (
    PICTURES,
    a_draft_lesson,
    address,
    pictures,
    ready,
    send,
    typed,
)
from tests.unit.course.portfolio import hostile

HOSTILE = hostile.refused()
DRAWING = next(iter(load_catalogue([KEUZEDELEN]).keuzedeel(D1).drawings.values()))


@pytest.fixture
def student(client: Client, school):
    member = a_member(school, Role.STUDENT)
    an_enrolment(a_cohort(school), school, student=member)
    return member


def test_a_large_photo_becomes_small_enough_for_a_phone(client: Client, school, admin) -> None:
    send(client, hostile.photo(size=(4000, 3000), gps=False))
    (row,) = pictures()
    assert max(row.width, row.height) == 1600
    assert Image.open(io.BytesIO(give(row.sha256))).size == (row.width, row.height)


def is_kept(content: bytes) -> bool:
    try:
        return bool(give(hashlib.sha256(content).hexdigest()))
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.rpartition(".")[2] not in {"docx", "odt"}])
def test_a_hostile_file_is_refused_at_the_field_and_not_kept(client: Client, school, admin, name) -> None:
    content, _code = HOSTILE[name]
    was_kept = is_kept(content)  # another test may have kept the same bytes, where they are welcome
    answer = send(client, content, name)
    assert answer.status_code == 422
    assert 'id="file-error"' in answer.text
    assert 'value="De markt"' in answer.text
    assert pictures() == []
    assert is_kept(content) is was_kept
    acts = db.session.execute(sa.select(AuditEntry.act, AuditEntry.details)).all()
    assert [act for act, _details in acts] == ["course.picture_refused"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kaart.svg", DRAWING.content),
        ("brief.pdf", b"%PDF-1.7 x"),
        ("brief.txt", b"tekst"),
        ("a.gif", b"GIF89a"),
    ],
)
def test_only_pictures_are_taken(client: Client, school, admin, name: str, content: bytes) -> None:
    answer = send(client, content, name)
    assert answer.status_code == 422
    assert "Kies een foto of tekening als jpg, png of webp." in answer.text
    assert pictures() == []


def test_what_is_missing_is_said_at_the_field(client: Client, school, admin) -> None:
    answer = client.post(PICTURES, data={"title": ""})
    assert answer.status_code == 422
    assert "Geef het plaatje een naam." in answer.text
    assert "Kies eerst een bestand." in answer.text
    script = client.post(PICTURES, data={"title": ""}, headers={"Accept": "application/json"})
    assert script.status_code == 422
    assert set(script.json["errors"]) == {"title", "file"}


def test_the_same_file_again_is_the_same_picture(client: Client, school, admin) -> None:
    content = a_photo("navy", "PNG")
    for title in ("De markt", "Nog een keer"):
        assert send(client, content, "a.png", title=title).status_code == 303
    assert [(each.src, each.title) for each in pictures()] == [("de-markt.png", "De markt")]
    send(client, a_photo("red", "PNG"), "b.png")
    send(client, a_photo("red", "WEBP"), "b.webp")
    assert [each.src for each in pictures()] == ["de-markt.png", "de-markt-2.png", "de-markt.webp"]


@pytest.mark.parametrize("title", ["<b onclick=x>", 'Zo "dus"', "日本語", "../../etc", "a" * 60])
def test_any_name_is_fine(client: Client, school, admin, title: str) -> None:
    assert send(client, a_photo(), title=title).status_code == 303
    (row,) = pictures()
    assert re.fullmatch(r"[a-z0-9-]+\.jpg", row.src)
    page = client.get(PICTURES).text
    assert "<b onclick" not in page
    assert page.count("caption=&#34;") == page.count("::: figure")


def test_a_course_holds_no_more_than_fits_in_one_file(client: Client, school, admin, monkeypatch) -> None:
    monkeypatch.setattr(picture_actions, "MOST_PICTURES", 1)
    send(client, a_photo("navy"))
    assert send(client, a_photo("red")).status_code == 409
    monkeypatch.setattr(picture_actions, "MOST_PICTURES", 9)
    monkeypatch.setattr(picture_actions, "MOST_BYTES", 100)
    assert send(client, a_photo("red")).status_code == 409
    assert len(pictures()) == 1


def test_a_picture_out_of_the_list_can_be_put_back_or_thrown_away_once_it_is_free(
    client: Client, school, admin
) -> None:
    send(client, a_photo())
    (row,) = pictures()
    document = a_draft_lesson(client, a_figure(row.src))
    path = f"{PICTURES}/{row.id}"
    client.post(f"{path}/weg")
    assert "Uit de lijst gehaald" in client.get(PICTURES).text
    page = client.get(f"{path}/weg").text
    assert "‘De markt’ kan nog niet weg" in page
    assert "Haal uit de lijst" not in page
    for _twice in range(2):
        assert client.post(f"{path}/terug", follow_redirects=True).status_code == 200
    back = sa.select(sa.func.count()).where(AuditEntry.act == "course.picture_back")
    assert db.session.scalar(back) == 1
    assert "Uit de lijst gehaald" not in client.get(PICTURES).text
    client.post(f"{path}/weg")
    client.save(f"/cursus/eigen/{document.id}", **typed(document, "Zonder plaatje."))
    assert "is weggegooid" in client.post(f"{path}/weg", follow_redirects=True).text
    assert pictures() == []


def test_a_picture_that_nothing_uses_is_thrown_away(client: Client, school, admin) -> None:
    send(client, a_photo())
    (row,) = pictures()
    path = address(row)
    page = client.get(f"{PICTURES}/{row.id}/weg").text
    assert "Geen enkele tekst gebruikt dit plaatje." in page
    assert "is weggegooid" in client.post(f"{PICTURES}/{row.id}/weg", follow_redirects=True).text
    assert pictures() == []
    assert client.get(path).status_code == 404
    acts = set(db.session.scalars(sa.select(AuditEntry.act)))
    assert {"course.picture_added", "course.picture_removed"} <= acts


def test_a_name_inside_another_name_is_no_use(client: Client, school, admin) -> None:
    row = a_picture(school, "a_t.jpg", admin=admin)
    a_draft_lesson(client, 'Zie src="mat.jpg" en src="aXt.jpg".')
    assert "Geen enkele tekst" in client.get(f"{PICTURES}/{row.id}/weg").text


def test_a_picture_of_another_school_does_not_exist(client: Client, school, admin, student) -> None:
    theirs = a_picture(a_school(), content=a_photo("red"))
    for who in (admin, student):
        client.sign_in(who)
        assert client.get(address(theirs)).status_code == 404
    client.sign_in(admin)
    for method in (client.get, client.post):
        assert method(f"{PICTURES}/{theirs.id}/weg").status_code == 404
    assert client.post(f"{PICTURES}/{theirs.id}/terug").status_code == 404
    answer = ready(client, a_draft_lesson(client), a_figure(theirs.src))
    assert "er is geen plaatje" in answer.text
    assert theirs.src not in client.get(PICTURES).text


def test_an_address_of_another_kind_or_without_its_bytes_is_not_found(client: Client, school, admin) -> None:
    row = a_picture(school, admin=admin)
    assert client.get(address(row).replace(".jpg", ".png")).status_code == 404
    assert client.get(address(row).replace(".jpg", ".svg")).status_code == 404
    row.sha256 = "0" * 64
    db.session.flush()
    assert client.get(address(row)).status_code == 404


def test_the_page_of_many_pictures_asks_as_little(client: Client, school, admin, counting) -> None:
    for number in range(30):
        a_picture(school, f"foto-{number}.jpg", content=a_photo(f"#0000{number:02}"), admin=admin)
    client.get(PICTURES)
    with counting() as statements:
        client.get(PICTURES)
    assert len(statements) <= 8

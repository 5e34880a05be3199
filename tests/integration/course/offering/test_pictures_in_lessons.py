"""A picture of the school, or a drawing of the course, in its own lesson."""

from __future__ import annotations

import hashlib
import io

import pikepdf
import pytest
import sqlalchemy as sa
from PIL import Image

from accounts.schools.models import Role
from content import KEUZEDELEN, load_catalogue
from course.offering.models import OwnVersion
from foundation.database import db
from tests.client import Client
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.offering import (
    a_figure,
    a_photo,
    a_picture,
    an_own_lesson,
)
from tests.factories.people import a_member, a_school
from tests.integration.course.offering.picturing import (
    COURSE,
    PICTURES,
    a_draft_lesson,
    address,
    pictures,
    publish,
    ready,
    send,
    typed,
)
from tests.unit.course.portfolio import hostile

DRAWING = next(iter(load_catalogue([KEUZEDELEN]).keuzedeel(D1).drawings.values()))


@pytest.fixture
def school(client: Client):
    return a_school()


@pytest.fixture
def admin(client: Client, school):
    member = a_member(school, Role.SCHOOL_ADMIN, name="Marijke de Wit")
    client.sign_in(member)
    return member


@pytest.fixture
def student(client: Client, school):
    member = a_member(school, Role.STUDENT)
    an_enrolment(a_cohort(school), school, student=member)
    return member


def test_from_a_photo_to_the_student(client: Client, school, admin, student) -> None:
    document = a_draft_lesson(client)
    sent = send(client, hostile.photo("JPEG"), query=f"?tekst={document.id}")
    assert sent.headers["Location"] == f"/cursus/eigen/{document.id}#de-markt.jpg"
    (row,) = pictures()
    assert row.src == "de-markt.jpg"
    editor = client.get(f"/cursus/eigen/{document.id}").text
    assert "::: figure src=&#34;de-markt.jpg&#34; alt=&#34;&#34; caption=&#34;De markt&#34;" in editor
    saved = client.save(f"/cursus/eigen/{document.id}", **typed(document, a_figure("de-markt.jpg")))
    assert f'src="{address(row)}" width="48" height="64"' in saved.json["fragments"]["#voorbeeld"]
    assert ready(client, document, a_figure("de-markt.jpg")).status_code == 303
    publish(client)
    client.sign_in(student)
    page = client.get("/programma/lessen/eigen-onze-markt").text
    assert f'src="{address(row)}"' in page
    assert 'alt="Kramen op een plein"' in page
    assert "Acht kramen." in page
    shown = client.get(address(row))
    assert shown.content_type == "image/jpeg"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    assert shown.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert hashlib.sha256(shown.data).hexdigest() == row.sha256
    image = Image.open(io.BytesIO(shown.data))
    assert not image.getexif()
    assert hostile.GPS_TEXT.encode() not in shown.data


def test_a_drawing_of_the_course_is_shown_with_its_words_and_can_be_used(
    client: Client, school, admin, student
) -> None:
    document = a_draft_lesson(client)
    page = client.get(f"/cursus/eigen/{document.id}").text
    assert f'src="/programma/plaatjes/{DRAWING.sha256}.svg"' in page
    assert f"src=&#34;{DRAWING.name}&#34; alt=" in page
    assert ready(client, document, a_figure(DRAWING.name)).status_code == 303
    publish(client)
    client.sign_in(student)
    assert (
        f"/programma/plaatjes/{DRAWING.sha256}.svg" in client.get("/programma/lessen/eigen-onze-markt").text
    )


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (a_figure("weg.jpg"), "Regel 3: er is geen plaatje ‘weg.jpg’."),
        (a_figure("../x.png"), "Regel 3: er is geen plaatje ‘../x.png’."),
        (a_figure(alt=""), "Regel 3: schrijf bij alt wat er op het plaatje te zien is."),
        (a_figure(body=""), "Regel 3: schrijf onder deze regel als tekst wat het plaatje vertelt."),
        ('::: figure alt="x" caption="x"\nx\n:::', "Regel 3: schrijf bij src welk plaatje hier komt."),
        ('::: figure src="markt.jpg" alt="x"\nx\n:::', "Regel 3: schrijf bij caption wat er onder"),
        ('::: figure src="markt.jpg" alt="x" caption="x"\nx', "Regel 3: ‘figure’ wordt niet afgesloten."),
    ],
)
def test_what_is_wrong_with_a_figure_is_told_with_its_line(
    client: Client, school, admin, figure: str, told: str
) -> None:
    a_picture(school, admin=admin)
    document = a_draft_lesson(client)
    answer = ready(client, document, f"Begin.\n\n{figure}")
    assert answer.status_code == 422
    assert told in answer.text
    assert db.session.scalars(sa.select(OwnVersion)).all() == []


def test_everybody_who_reads_the_lesson_sees_the_picture_on_screen_and_on_paper(
    client: Client, school, admin, student
) -> None:
    send(client, a_photo(size=(400, 900)))
    (row,) = pictures()
    ready(client, a_draft_lesson(client), a_figure(row.src))
    assert address(row) in client.get(f"{COURSE}/voorbeeld/eigen-onze-markt").text
    publish(client)
    client.sign_in(a_member(school, Role.ASSESSOR))
    assert address(row) in client.get(f"/lessen/{D1}/eigen-onze-markt").text
    assert client.get(address(row)).status_code == 200
    client.sign_in(student)
    booklet = client.get("/programma/modules/M1/boekje.pdf?formaat=a5").data
    with pikepdf.open(io.BytesIO(booklet)) as pdf:
        images = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        sizes = {(int(each.Width), int(each.Height)) for each in images if each.get("/Subtype") == "/Image"}
    assert (400, 900) in sizes


def test_a_published_lesson_keeps_its_picture(client: Client, school, admin, student) -> None:
    document = a_draft_lesson(client)
    send(client, a_photo())
    (row,) = pictures()
    ready(client, document, a_figure(row.src))
    publish(client)
    gone = f"{PICTURES}/{row.id}/weg"
    assert "Onze markt" in client.get(gone).text
    told = client.post(gone, follow_redirects=True).text
    assert "Wat studenten lezen, blijft zo." in told
    assert f"src=&#34;{row.src}&#34;" not in client.get(PICTURES).text
    client.sign_in(student)
    assert address(row) in client.get("/programma/lessen/eigen-onze-markt").text
    assert client.get(address(row)).status_code == 200


def test_a_lesson_shows_the_picture_of_its_own_school(client: Client, school, admin, student) -> None:
    a_picture(a_school(), "de-markt.jpg", content=a_photo("red"))
    document = a_draft_lesson(client)
    send(client, a_photo())
    a_picture(a_school(), "de-markt.jpg", content=a_photo("green"))
    (row,) = (each for each in pictures() if each.school_id == school.id)
    ready(client, document, a_figure(row.src))
    publish(client)
    client.sign_in(student)
    assert address(row) in client.get("/programma/lessen/eigen-onze-markt").text


def test_a_picture_that_only_an_older_version_shows_stays(client: Client, school, admin, student) -> None:
    document = a_draft_lesson(client)
    send(client, a_photo())
    (row,) = pictures()
    ready(client, document, a_figure(row.src))
    publish(client)
    assert client.save(f"/cursus/eigen/{document.id}", **typed(document, "Zonder foto.")).status_code == 200
    assert "in 1 versie" in client.get(f"{PICTURES}/{row.id}/weg").text
    client.post(f"{PICTURES}/{row.id}/weg")
    assert [each.is_offered for each in pictures()] == [False]
    client.sign_in(student)
    assert address(row) in client.get("/programma/lessen/eigen-onze-markt").text
    assert client.get(address(row)).status_code == 200


def test_a_picture_in_an_unfinished_text_stays_and_comes_back(client: Client, school, admin) -> None:
    content = a_photo()
    send(client, content)
    (row,) = pictures()
    document = a_draft_lesson(client, a_figure(row.src))
    client.post(f"{PICTURES}/{row.id}/weg")
    assert "Kramen op een plein" in client.get(f"/cursus/eigen/{document.id}").text.partition("Voorbeeld")[2]
    send(client, content)
    assert [each.is_offered for each in pictures()] == [True]


def test_the_button_to_the_pictures_saves_the_text_first(client: Client, school, admin) -> None:
    document = a_draft_lesson(client)
    data = typed(document, "Mijn halve tekst.")
    answer = client.post(f"/cursus/eigen/{document.id}?naar=plaatjes", data=data)
    assert answer.headers["Location"] == f"{PICTURES}?tekst={document.id}"
    assert "Mijn halve tekst." in client.get(f"/cursus/eigen/{document.id}").text
    assert "Terug naar ‘Onze markt’" in client.get(answer.headers["Location"]).text
    elsewhere = (an_own_lesson(a_school()), an_own_lesson(school, keuzedeel="t9-buurtsport"))
    for odd in ("x", "", *(each.id for each in elsewhere)):
        assert "Terug naar de cursus" in client.get(f"{PICTURES}?tekst={odd}").text

"""Adding pictures to a course and showing them in a lesson, for tests."""

from __future__ import annotations

import io

import sqlalchemy as sa

from course.offering.models import OwnDocument, OwnPicture
from foundation.database import db
from tests.client import Client
from tests.factories.enrolments import D1
from tests.factories.offering import HEADER

COURSE = f"/cursus/{D1}"
PICTURES = f"{COURSE}/plaatjes"


def send(
    client: Client, content: bytes, name: str = "IMG_1.jpg", *, title: str = "De markt", query: str = ""
):
    data = {"title": title, "file": (io.BytesIO(content), name)}
    return client.post(f"{PICTURES}{query}", data=data, content_type="multipart/form-data")


def pictures() -> list[OwnPicture]:
    db.session.expire_all()
    return list(db.session.scalars(sa.select(OwnPicture).order_by(OwnPicture.added_at, OwnPicture.id)))


def address(picture: OwnPicture) -> str:
    return f"/programma/plaatjes/{picture.sha256}.{picture.src.rpartition('.')[2]}"


def a_draft_lesson(client: Client, body: str = "") -> OwnDocument:
    client.post(f"{COURSE}/nieuw", data={"title": "Onze markt", "kind": "lesson"})
    document = db.session.scalars(sa.select(OwnDocument).order_by(OwnDocument.number.desc())).first()
    if body:
        assert client.save(f"/cursus/eigen/{document.id}", **typed(document, body)).status_code == 200
    return db.session.get(OwnDocument, document.id)


def typed(document: OwnDocument, body: str) -> dict[str, object]:
    version = db.session.scalar(sa.select(OwnDocument.version).where(OwnDocument.id == document.id))
    return {**HEADER, "title": "Onze markt", "body": body, "version": str(version)}


def ready(client: Client, document: OwnDocument, body: str):
    return client.post(f"/cursus/eigen/{document.id}/klaar", data=typed(document, body))


def publish(client: Client) -> None:
    version = client.get(COURSE).text.partition('name="version" value="')[2].partition('"')[0]
    assert client.post(f"{COURSE}/publiceer", data={"version": version}).status_code == 303

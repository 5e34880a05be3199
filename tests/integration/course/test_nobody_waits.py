"""While a file is cleaned, its transaction is over: on SQLite every writer would wait for it."""

from __future__ import annotations

from io import BytesIO

import pytest

from accounts.schools.models import Role
from course.portfolio.files import photos
from foundation.database import db
from tests.client import Client
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.offering import a_photo
from tests.factories.people import a_member, a_school
from tests.integration.course.offering.picturing import COURSE, send
from tests.integration.course.offering.test_pictures_in_files import export, take, with_a_picture


@pytest.fixture
def cleaned(monkeypatch) -> list[bool]:
    """For each photo that is cleaned: whether a transaction was open."""
    seen: list[bool] = []
    clean = photos.clean_photo

    def watched(*given, **named):
        seen.append(db.session.registry().in_transaction())
        return clean(*given, **named)

    monkeypatch.setattr(photos, "clean_photo", watched)
    return seen


def test_a_photo_that_is_evidence(client: Client, school, cleaned) -> None:
    client.sign_in(an_enrolment(a_cohort(school), school).student)
    files = {"files": (BytesIO(a_photo("purple")), "plein.jpg")}
    answer = client.post("/bewijs/bestanden", data=files, content_type="multipart/form-data")
    assert answer.status_code == 303
    assert cleaned == [False]


def test_a_picture_for_a_lesson(client: Client, school, cleaned) -> None:
    client.sign_in(a_member(school, Role.SCHOOL_ADMIN))
    assert send(client, a_photo("purple")).status_code == 303
    assert cleaned == [False]


def test_the_pictures_of_a_course(client: Client, school, cleaned) -> None:
    with_a_picture(school)
    content = export(client, school)
    client.sign_in(a_member(a_school("Andere school"), Role.SCHOOL_ADMIN))
    cleaned.clear()
    take(client, content)
    assert client.get(COURSE).status_code == 200
    assert cleaned == [False, False]

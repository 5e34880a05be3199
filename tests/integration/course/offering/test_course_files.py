"""A school saves its course as a file; another takes it over, as a whole or not at all."""

from __future__ import annotations

import hashlib
import io
import json
import re
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from course.offering import editing, file_actions
from course.offering.course_faults import Fault
from course.offering.course_file import packed
from course.offering.desk import desk_of
from course.offering.documents import read_document
from course.offering.kinds import OwnKind
from course.offering.models import Draft, OwnDocument, OwnVersion, Upload
from course.offering.plan import plan_of
from course.offering.rules import offered
from foundation.audit.models import AuditEntry
from foundation.database import db
from foundation.storage.actions import give
from tests.client import Client
from tests.factories.assessments import the_keuzedeel
from tests.factories.enrolments import D1
from tests.factories.offering import a_lesson_text, a_plan, an_edition, an_own_lesson
from tests.factories.people import a_member, a_school

COURSE = f"/cursus/{D1}"
ASSIGNMENT = """---
id: E01
slug: eigen-b
title: B
module: M1
practice_hours: 1
writing_hours: 1
items: [I-05]
behaviours: [W1-1]
produces: een lijst
place: {place}
least: {least}
reviewed: nee
---
# B

Loop en tel.
"""


@pytest.fixture
def school(client: Client):
    """A school with a course of its own."""
    school = a_school()
    an_own_lesson(school, "eigen-markt")
    an_edition(school, a_plan(the_keuzedeel(), off=("meldcode",), own={"eigen-markt": 1}))
    return school


@pytest.fixture
def other(client: Client):
    return a_school("Andere school")


def as_admin(client: Client, school) -> None:
    client.sign_in(a_member(school, Role.SCHOOL_ADMIN))


def export(client: Client) -> bytes:
    answer = client.post(f"{COURSE}/bestand/bewaar")
    assert answer.mimetype == "application/zip"
    return answer.data


def send(client: Client, content: bytes):
    data = {"file": (io.BytesIO(content), "cursus.zip")}
    return client.post(f"{COURSE}/bestand", data=data, content_type="multipart/form-data")


def bring(client: Client, content: bytes) -> str:
    answer = send(client, content)
    assert answer.status_code == 303
    return answer.headers["Location"]


def take(client: Client, path: str):
    version = re.search(r'name="version" value="(\d+)"', client.get(path).text)
    return client.post(path, data={"version": version[1] if version else "0"})


def count(model) -> int:
    return db.session.scalar(sa.select(sa.func.count()).select_from(model))


def test_another_school_takes_the_course_over(client: Client, school, other) -> None:
    as_admin(client, school)
    content = export(client)
    as_admin(client, other)
    path = bring(client, content)
    page = client.get(path).text
    assert "Er is nog niets veranderd." in page
    assert "‘Onze eigen wijk’ is nieuw." in page
    assert "‘De meldcode: vijf stappen’ staat uit." in page
    assert count(Draft) == 0
    assert take(client, path).status_code == 303
    page = client.get(COURSE).text
    assert "‘Onze eigen wijk’ is nieuw." in page
    assert "Publiceer deze cursus" in page
    assert desk_of(other.id, D1).course.programme == desk_of(school.id, D1).course.programme
    acts = set(db.session.scalars(sa.select(AuditEntry.act).where(AuditEntry.act.like("course.%"))))
    assert acts == {"course.exported", "course.imported"}


def test_the_same_file_twice_changes_nothing(client: Client, school, other) -> None:
    as_admin(client, school)
    content = export(client)
    as_admin(client, other)
    path = bring(client, content)
    take(client, path)
    assert bring(client, content) == path
    assert "Dit staat al in het concept" in client.get(path).text
    assert take(client, path).status_code == 303
    assert (count(Upload), count(Draft), count(OwnDocument), count(OwnVersion)) == (1, 1, 2, 2)


def test_a_lesson_of_the_own_school_is_never_overwritten(client: Client, school, other) -> None:
    an_own_lesson(
        other, "eigen-markt", text=a_lesson_text("eigen-markt", title="Die van ons", body="Anders.")
    )
    as_admin(client, school)
    content = export(client)
    as_admin(client, other)
    take(client, bring(client, content))
    mine = db.session.scalars(sa.select(OwnDocument.slug).where(OwnDocument.school_id == other.id)).all()
    assert sorted(mine) == ["eigen-markt", "eigen-markt-2"]
    assert "Dit staat al in het concept" in client.get(bring(client, content)).text


def test_the_own_file_comes_back_as_it_was(client: Client, school) -> None:
    as_admin(client, school)
    content = export(client)
    assert export(client) == content
    assert "Dit staat al in het concept" in client.get(bring(client, content)).text
    assert count(OwnDocument) == 1


@pytest.mark.parametrize(
    ("known", "strange", "told"),
    [
        ("I-05", "I-99", "Onderdeel ‘I-99’ bestaat niet in dit keuzedeel."),
        ("W1-1", "W9-9", "Criterium ‘W9-9’ bestaat niet in dit keuzedeel."),
    ],
)
def test_a_text_never_brings_a_code_that_is_not_there(client: Client, other, known, strange, told) -> None:
    as_admin(client, other)
    plan = editing.with_own(plan_of(the_keuzedeel().programme), "eigen-a", 1, module="M1", block="M1-B")
    text = a_lesson_text("eigen-a", title="A").replace(known, strange)
    answer = send(client, packed(D1, "v", plan, {"eigen-a": (OwnKind.LESSON, "A", text)}))
    assert answer.status_code == 422
    assert told in answer.text
    assert "A (lessons/eigen-a.md)" in answer.text


def test_a_fault_of_the_form_says_the_line_of_the_file(client: Client, other) -> None:
    as_admin(client, other)
    plan = editing.with_own(plan_of(the_keuzedeel().programme), "eigen-a", 1, module="M1", block="M1-B")
    text = a_lesson_text("eigen-a", title="A", body="Kijk.\n\n![x](https://x.nl/a.png)")
    answer = send(client, packed(D1, "v", plan, {"eigen-a": (OwnKind.LESSON, "A", text)}))
    line = text.split("\n").index("![x](https://x.nl/a.png)") + 1
    assert f"Regel {line}: een plaatje van een andere site kan hier niet." in answer.text


def test_who_shapes_the_course_finds_the_framework_for_other_systems(client: Client, school) -> None:
    as_admin(client, school)
    page = client.get(f"{COURSE}/bestand").text
    for name, start in (("case.json", b"{"), ("moodle.csv", b"Parent")):
        path = re.search(rf'href="([^"]+{name}[^"]*)"', page)[1]
        answer = client.get(path)
        assert (answer.status_code, answer.data[: len(start)]) == (200, start)


def test_the_file_holds_no_people(client: Client, school) -> None:
    as_admin(client, school)
    with ZipFile(io.BytesIO(export(client))) as archive:
        assert sorted(archive.namelist()) == ["course.json", "lessons/eigen-markt.md"]
        index = json.loads(archive.read("course.json"))
    assert set(index) == {
        "format", "format_version", "keuzedeel", "keuzedeel_version", "plan", "documents"
    }  # fmt: skip


def hours(plan, value: int):
    module = plan.modules[0]
    wrong = module.hours[0].model_copy(update={"guided": value})
    changed = module.model_copy(update={"hours": (wrong, *module.hours[1:])})
    return plan.model_copy(update={"modules": (changed, *plan.modules[1:])})


def titled(plan, title: str):
    return plan.model_copy(
        update={"modules": (plan.modules[0].model_copy(update={"title": title}), *plan.modules[1:])}
    )


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda plan: packed("een-ander", "v", plan, {}), "Dit bestand hoort bij een ander keuzedeel."),
        (
            lambda plan: packed(D1, "v", hours(plan, 13), {}),
            "De uren van Student zijn samen 241, en geen 240.",
        ),
        (lambda plan: packed(D1, "v", hours(plan, 10**30), {}), "De uren van module M0 kloppen niet."),
        (
            lambda plan: packed(D1, "v", plan.model_copy(update={"modules": plan.modules * 2}), {}),
            "staat twee keer in het plan",
        ),
        (lambda plan: packed(D1, "v", titled(plan, "Bel\x00"), {}), "een teken dat wij niet kunnen bewaren"),
        (
            lambda plan: packed(
                D1,
                "v",
                editing.with_own(plan, "eigen-a", 1, module="M1", block="M1-B"),
                {"eigen-a": (OwnKind.LESSON, "A", a_lesson_text("eigen-a", title="A", body="Bel\x07."))},
            ),
            "een teken dat wij niet kunnen bewaren",
        ),
    ],
)
def test_what_cannot_be_at_this_school_is_refused_whole(
    client: Client, school, other, make, told: str
) -> None:
    as_admin(client, other)
    answer = send(client, make(plan_of(the_keuzedeel().programme)))
    assert answer.status_code == 422
    assert told in answer.text
    assert "Er is niets veranderd" in answer.text
    assert (count(Draft), count(Upload)) == (0, 0)


def with_assignment(place: str, least: int):
    plan = editing.with_own(plan_of(the_keuzedeel().programme), "eigen-b", 1, module="M1", block="")
    return plan, ASSIGNMENT.format(place=place, least=least)


@pytest.mark.parametrize(
    ("place", "least", "told"),
    [
        ("wijkanalyse.nergens", 1, "In het werk is geen onderdeel ‘wijkanalyse.nergens’."),
        ("wijkanalyse.partijen", 51, "‘least’ is hooguit 50 bij ‘wijkanalyse.partijen’."),
    ],
)
def test_an_assignment_leads_to_a_place_that_is_there(client: Client, other, place, least, told) -> None:
    as_admin(client, other)
    plan, text = with_assignment(place, least)
    answer = send(client, packed(D1, "v", plan, {"eigen-b": (OwnKind.ASSIGNMENT, "B", text)}))
    assert answer.status_code == 422
    assert told in answer.text


def test_the_place_of_an_assignment_comes_along(client: Client, other) -> None:
    as_admin(client, other)
    plan, text = with_assignment("wijkanalyse.partijen", 4)
    path = bring(client, packed(D1, "v", plan, {"eigen-b": (OwnKind.ASSIGNMENT, "B", text)}))
    assert take(client, path).status_code == 303
    header = db.session.scalars(sa.select(OwnDocument)).one().header
    assert (header["place"], header["least"]) == ("wijkanalyse.partijen", 4)
    assert 'place: "wijkanalyse.partijen"' in db.session.scalars(sa.select(OwnVersion)).one().text


def test_a_place_that_the_work_lost_stops_nobody_reading(client: Client) -> None:
    plan, text = with_assignment("wijkanalyse.nergens", 1)
    own = {"eigen-b": read_document(OwnKind.ASSIGNMENT, text)}
    course = offered(the_keuzedeel(), plan, own)
    assert course.place_of(course.assignment("eigen-b")) is None


def test_a_file_that_is_refused_is_not_kept(client: Client, app, other) -> None:
    as_admin(client, other)
    content = b"geen cursus " * 1000
    assert send(client, content).status_code == 422
    assert count(Upload) == 0
    with pytest.raises(FileNotFoundError):
        give(hashlib.sha256(content).hexdigest())


def test_a_file_that_no_longer_fits_changes_nothing(client: Client, school, other, monkeypatch) -> None:
    as_admin(client, school)
    content = export(client)
    as_admin(client, other)
    path = bring(client, content)
    monkeypatch.setattr(file_actions, "faults_against", lambda desk, file: [Fault("", "Past niet meer.")])
    assert "Past niet meer." in client.get(path).text
    assert client.post(path, data={"version": "0"}).status_code == 409
    assert count(Draft) == 0


def test_a_file_never_brings_more_lessons_than_a_school_may_have(
    client: Client, school, other, monkeypatch
) -> None:
    as_admin(client, school)
    content = export(client)
    as_admin(client, other)
    monkeypatch.setattr(file_actions, "MOST_DOCUMENTS", 0)
    assert take(client, bring(client, content)).status_code == 409
    assert (count(Draft), count(OwnDocument)) == (0, 1)


def test_a_text_that_students_may_not_see_is_refused(client: Client, school) -> None:
    an_own_lesson(
        school, "eigen-plaatje", text=a_lesson_text("eigen-plaatje", body="![x](https://x.nl/a.png)")
    )
    an_edition(school, a_plan(the_keuzedeel(), own={"eigen-plaatje": 1}))
    as_admin(client, school)
    page = send(client, export(client)).text
    assert "lessons/eigen-plaatje.md" in page
    assert "een plaatje van een andere site kan hier niet" in page


def test_no_file_is_a_message_at_the_field(client: Client, other) -> None:
    as_admin(client, other)
    answer = client.post(f"{COURSE}/bestand", data={})
    assert answer.status_code == 422
    assert "Kies eerst een bestand." in answer.text


def test_the_file_of_another_school_cannot_be_opened(client: Client, school, other) -> None:
    as_admin(client, school)
    path = bring(client, export(client))
    as_admin(client, other)
    assert client.get(path).status_code == 404
    assert client.post(path, data={"version": "0"}).status_code == 404


def zipped(name: str, content: bytes = b"{}") -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Dit bestand is leeg."),
        (zipped("course.json")[:-12], "Het is geen zip, of het is beschadigd."),
        (zipped("../course.json"), "een naam die naar een andere map wijst"),
        (zipped("course.json", b"0" * 30_000_000), "Uitgepakt is dit bestand te groot"),
        (b"0" * 20_000_001, "Het bestand is groter dan 20 MB."),
    ],
    ids=["empty", "broken", "outside", "unpacks too large", "too large"],
)
def test_each_reason_not_to_open_a_file_has_its_own_sentence(
    client: Client, other, content: bytes, told: str
) -> None:
    as_admin(client, other)
    answer = send(client, content)
    assert answer.status_code == 422
    assert told in answer.text

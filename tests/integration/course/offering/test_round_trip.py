"""Everything that a school can shape comes along in the file, and comes back the same."""

from __future__ import annotations

import io

import sqlalchemy as sa

from accounts.schools.models import Membership, Role, School
from content.programme import RouteHours
from course.offering import editing
from course.offering.desk import desk_of
from course.offering.models import Draft, OwnDocument
from course.offering.plan import Plan
from course.portfolio.uploads import check_picture
from foundation.database import db
from tests.client import Client
from tests.factories.enrolments import D1
from tests.factories.offering import BODY, HEADER, a_figure, a_photo, a_picture
from tests.factories.people import a_member, a_school

COURSE = f"/cursus/{D1}"
CHECK = """:::: check
::: choice id="q1" item="I-05"
Wat doe je eerst?
- [x] kijken
  > Dan weet je waar je staat.
- [ ] bellen
  > Met wie dan?
- [ ] wachten
  > Waarop?
:::
::::
"""
A_DRAWING = check_picture("markt.png", a_photo(form="PNG"), most_megabytes=1).content
ASSIGNMENT = {
    "title": "Tel de banken", "block": "M2", "practice_hours": "3", "writing_hours": "1",
    "items": ["I-05"], "behaviours": ["W1-1", "W2-1"], "produces": "Een kaart met tien banken.",
    "place": "wijkanalyse.partijen", "least": "4", "body": "Loop en tel.",
}  # fmt: skip


def as_admin(client: Client, school: School) -> Membership:
    member = a_member(school, Role.SCHOOL_ADMIN)
    client.sign_in(member)
    return member


def written(client: Client, kind: str, fields: dict[str, object]) -> None:
    """Write a document and make it ready, as the administration does."""
    begun = client.post(f"{COURSE}/nieuw", data={"title": fields["title"], "kind": kind})
    path = begun.headers["Location"]
    number = path.rpartition("/")[2]
    version = next(str(each.version) for each in db.session.scalars(sa.select(OwnDocument))
                   if str(each.id) == number)  # fmt: skip
    assert client.post(f"{path}/klaar", data={**fields, "version": version}).status_code == 303


def shaped(plan: Plan) -> Plan:
    """Change everything about a plan that the pages can change."""
    first, last = plan.modules[0], plan.modules[-1]
    for code in (
        plan.modules[1].code,
        first.blocks[-1].code,
        first.lessons[1],
        plan.modules[2].assignments[1],
    ):
        plan = editing.moved(plan, code, up=True)
    plan = editing.moved(plan, "eigen-onze-eigen-wijk", up=True)
    for code in (last.lessons[0], "eigen-tel-de-banken"):
        plan = editing.switched(plan, code, on=False)
    named = {first.blocks[0].code: "Het begin ‘hier’"}
    plan = editing.renamed(plan, first.code, title="Wélkom", goals=("Ik kan één ding.",), blocks=named)
    one, two = first.hours_for("student"), last.hours_for("student")
    return editing.with_hours(plan, {
        (first.code, "student"): changed(one, one.practice - 1),
        (last.code, "student"): changed(two, two.practice + 1),
    })  # fmt: skip


def changed(hours: RouteHours, practice: int) -> RouteHours:
    return hours.model_copy(update={"practice": practice})


def export(client: Client) -> bytes:
    return client.post(f"{COURSE}/bestand/bewaar").data


def test_export_import_export_gives_the_same_bytes_and_the_same_course(client: Client) -> None:
    school, other = a_school(), a_school("Andere school")
    as_admin(client, school)
    a_picture(school, "markt.png", content=A_DRAWING)
    body = f"{BODY}\n{a_figure('markt.png')}\n\n{CHECK}"
    written(client, "lesson", {**HEADER, "body": body})
    written(client, "assignment", ASSIGNMENT)
    draft = db.session.scalars(sa.select(Draft)).one()
    plan = shaped(desk_of(school.id, D1).plan)
    draft.plan = plan.model_dump(mode="json") | {"off": sorted(plan.off)}
    db.session.commit()
    file = export(client)

    as_admin(client, other)
    sent = {"file": (io.BytesIO(file), "cursus.zip")}
    answer = client.post(f"{COURSE}/bestand", data=sent, content_type="multipart/form-data")
    assert answer.status_code == 303
    assert client.post(answer.headers["Location"], data={"version": "0"}).status_code == 303

    assert export(client) == file
    here, there = desk_of(school.id, D1), desk_of(other.id, D1)
    assert there.plan == here.plan
    assert there.course.programme == here.course.programme
    assert [each.source for each in there.course.lessons] == [each.source for each in here.course.lessons]
    forms = [
        [(each.slug, each.kind, each.header, each.body) for each in desk.documents] for desk in (here, there)
    ]
    assert sorted(forms[0], key=str) == sorted(forms[1], key=str)

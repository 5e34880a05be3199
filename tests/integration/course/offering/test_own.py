"""The administration writes a lesson of its own; students read it when the course is published."""

from __future__ import annotations

import re

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from accounts.schools.models import Role
from content.notation import READERS as COMPONENTS
from content.questions import READERS as QUESTIONS
from course.offering.desk import desk_of
from course.offering.models import OwnDocument, OwnVersion
from course.offering.queries import document_of
from foundation.database import db
from tests.client import Client
from tests.factories.assessments import the_keuzedeel
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.learning import HARD_TEXTS
from tests.factories.offering import BODY, HEADER, a_plan, an_edition, an_own_lesson
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


def begun(client: Client, title: str = "Onze markt", kind: str = "lesson") -> OwnDocument:
    answer = client.post(f"{COURSE}/nieuw", data={"title": title, "kind": kind})
    assert answer.status_code == 303
    return db.session.scalars(sa.select(OwnDocument).order_by(OwnDocument.number.desc())).first()


def typed(document: OwnDocument, **more: object) -> dict[str, object]:
    return {**HEADER, "title": "Onze markt", "body": BODY, "version": str(document.version), **more}


def fresh(document: OwnDocument) -> OwnDocument:
    db.session.expire_all()
    return db.session.get(OwnDocument, document.id)


def versions() -> list[OwnVersion]:
    return list(db.session.scalars(sa.select(OwnVersion).order_by(OwnVersion.number)))


def published(client: Client) -> None:
    page = client.get(COURSE).text
    version = page.partition('name="version" value="')[2].partition('"')[0]
    assert client.post(f"{COURSE}/publiceer", data={"version": version}).status_code == 303


def test_from_title_to_student(client: Client, school, admin) -> None:
    student = a_member(school, Role.STUDENT)
    an_enrolment(a_cohort(school), school, student=student)
    document = begun(client)
    assert document.slug == "eigen-onze-markt"
    ready = client.post(f"/cursus/eigen/{document.id}/klaar", data=typed(document))
    assert ready.headers["Location"].endswith("#eigen-onze-markt")
    assert "‘Onze markt’ is nieuw." in client.get(COURSE).text
    published(client)
    client.sign_in(student)
    assert "Onze markt" in client.get("/programma").text
    page = client.get("/programma/lessen/eigen-onze-markt").text
    assert "Loop om negen uur langs de <strong>markt</strong>." in page
    assert "Tel mee" in page


def test_saving_shows_how_a_student_will_read_it(client: Client, admin) -> None:
    document = begun(client)
    seen = document.version
    answer = client.save(f"/cursus/eigen/{document.id}", **typed(document))
    assert answer.status_code == 200
    assert "<strong>markt</strong>" in answer.json["fragments"]["#voorbeeld"]
    assert answer.json["version"] == seen + 1
    page = client.get(f"/cursus/eigen/{document.id}").text
    assert "<strong>markt</strong>" in page
    assert "woorden per zin" in page
    assert versions() == []


def test_an_unfinished_text_is_shown_too(client: Client, admin) -> None:
    document = begun(client)
    told = typed(document, core="", items=[], behaviours=[])
    answer = client.save(f"/cursus/eigen/{document.id}", **told)
    preview = answer.json["fragments"]["#voorbeeld"]
    assert "Schrijf de kern op" in preview
    assert "<strong>markt</strong>" in preview
    assert fresh(document).header["items"] == []
    assert client.post(f"/cursus/eigen/{document.id}/klaar", data=told).status_code == 422


def test_a_fault_is_told_with_its_line_and_keeps_what_was_typed(client: Client, admin) -> None:
    document = begun(client)
    wrong = "Begin.\n\n::: onbekend\nfout\n:::\n"
    answer = client.post(f"/cursus/eigen/{document.id}/klaar", data=typed(document, body=wrong))
    assert answer.status_code == 422
    assert "Regel 3: het onderdeel ‘onbekend’ bestaat niet. In die regel staat: ::: onbekend" in answer.text
    page = BeautifulSoup(answer.text, "html5lib")
    for place in (".ww-errors", ".ww-field__error", "#voorbeeld"):
        [link] = page.select_one(place).select("a[data-line]")
        assert (link["href"], link["data-line"], link.text) == ("#body", "3", "Ga naar regel 3")
    assert "::: onbekend" in page.select_one("#body").text
    assert versions() == []


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"core": ""}, "Schrijf de kern op"),
        ({"items": []}, "Kies minstens één onderdeel"),
        ({"behaviours": []}, "Kies minstens één criterium"),
        ({"body": ""}, "Schrijf eerst de tekst."),
        ({"body": "# Kop"}, "Regel 1: begin een kop met ##."),
        ({"body": "a\n\nKop\n===\n"}, "Regel 4: begin een kop met ##."),
        ({"body": "![foto](https://x.nl/a.png)"}, "Regel 1: een plaatje van een andere site kan hier niet."),
        ({"body": CHECK.replace("I-05", "I-06")}, "De vraag ‘q1’ hoort bij I-06."),
        ({"body": CHECK + "\n" + CHECK}, "De vraag ‘q1’ staat er twee keer."),
        ({"block": "M9-Z"}, "Kies een plek uit de lijst."),
        ({"items": ["I-99"]}, "Kies uit de lijst."),
        ({"minutes": "0"}, "Vul een getal in van 1 tot en met 600."),
        ({"minutes": "veel"}, "Vul een heel getal in"),
        ({"title": ""}, "Schrijf een titel."),
    ],
)
def test_what_is_missing_is_said_at_the_field(client: Client, admin, more, told: str) -> None:
    document = begun(client)
    answer = client.post(f"/cursus/eigen/{document.id}/klaar", data=typed(document, **more))
    assert answer.status_code == 422
    assert told in answer.text
    assert versions() == []


def test_after_a_refusal_the_same_page_can_be_sent_again(client: Client, admin) -> None:
    document = begun(client)
    path = f"/cursus/eigen/{document.id}/klaar"
    refused = client.post(path, data=typed(document, core=""))
    assert refused.status_code == 422
    version = re.search(r'name="version" value="(\d+)"', refused.text)[1]
    assert client.post(path, data=typed(document, version=version)).status_code == 303


def test_who_waited_in_line_reads_what_the_other_wrote(client: Client, school, admin) -> None:
    document = begun(client)
    read = document_of(school.id, document.id)
    theirs = {"body": "Anders.", "version": OwnDocument.version + 1}
    db.session.execute(sa.update(OwnDocument.__table__).values(theirs))
    desk_of(school.id, D1, for_writing=True)
    assert read.body == "Anders."


def test_very_long_texts_are_still_told_apart(client: Client, school, admin) -> None:
    document = begun(client)
    for sign in "ab":
        body = "\n".join(f"{sign} {number % 150}" for number in range(8_000))
        answer = client.post(f"/cursus/eigen/{document.id}/klaar", data=typed(fresh(document), body=body))
        assert answer.status_code == 303
    page = client.get(f"/cursus/eigen/{document.id}/versies").text
    assert "a 49</del>" in page
    assert "b 49</ins>" in page
    assert "…</ins>" in page


def test_a_question_in_an_own_lesson_can_be_answered(client: Client, school, admin) -> None:
    student = a_member(school, Role.STUDENT)
    an_enrolment(a_cohort(school), school, student=student)
    document = begun(client)
    client.post(f"/cursus/eigen/{document.id}/klaar", data=typed(document, body=CHECK))
    published(client)
    client.sign_in(student)
    assert "Wat doe je eerst?" in client.get("/programma/lessen/eigen-onze-markt").text


def test_a_published_text_never_changes(client: Client, school, admin) -> None:
    student = a_member(school, Role.STUDENT)
    an_enrolment(a_cohort(school), school, student=student)
    document = begun(client)
    client.post(f"/cursus/eigen/{document.id}/klaar", data=typed(document))
    published(client)
    document = fresh(document)
    again = typed(document, body="Een andere tekst.")
    assert client.post(f"/cursus/eigen/{document.id}/klaar", data=again).status_code == 303
    client.sign_in(student)
    assert "Loop om negen uur" in client.get("/programma/lessen/eigen-onze-markt").text
    client.sign_in(admin)
    assert "heeft een nieuwe tekst: versie 2 in plaats van 1." in client.get(COURSE).text
    page = client.get(f"/cursus/eigen/{document.id}/versies").text
    assert "Een andere tekst.</ins>" in page
    assert "Loop om negen uur langs de **markt**.</del>" in page
    published(client)
    client.sign_in(student)
    assert "Een andere tekst." in client.get("/programma/lessen/eigen-onze-markt").text


def test_the_same_text_is_not_a_new_version(client: Client, admin) -> None:
    document = begun(client)
    path = f"/cursus/eigen/{document.id}/klaar"
    assert client.post(path, data=typed(document)).status_code == 303
    assert client.post(path, data=typed(fresh(document))).status_code == 409
    assert len(versions()) == 1


def test_every_component_of_the_help_can_go_to_students_as_it_is(client: Client, admin) -> None:
    document = begun(client)
    page = BeautifulSoup(client.get(f"/cursus/eigen/{document.id}").text, "html.parser")
    skeletons = [
        each.text for each in page.select("[data-skeleton] .ww-skeleton") if "figure" not in each.text
    ]
    kinds = {kind for each in skeletons for kind in re.findall(r"^:{3,4} ([a-z-]+)", each, re.MULTILINE)}
    assert kinds >= (set(COMPONENTS) - {"figure"}) | set(QUESTIONS)
    data = typed(document, body="\n\n".join(skeletons), items=["I-01"])
    answer = client.post(f"/cursus/eigen/{document.id}/klaar", data=data)
    assert answer.status_code == 303, answer.text


def test_a_text_can_be_looked_at_before_its_items_are_chosen(client: Client, admin) -> None:
    document = begun(client)
    question = ':::: check\n::: order id="q1" item="I-02"\nWat eerst?\n1. a\n   > f\n2. b\n   > f\n:::\n::::'
    saved = client.save(f"/cursus/eigen/{document.id}", **typed(document, body=question, items=[]))
    preview = saved.json["fragments"]["#voorbeeld"]
    assert "Kies dat onderdeel hierboven ook." in preview
    assert "Wat eerst?" in preview


def test_a_fault_in_a_figure_hides_no_other(client: Client, admin) -> None:
    document = begun(client)
    body = '::: figure src="weg.png" alt="" caption="x"\ny\n:::\n\n::: note kind="zorg"\nx\n:::'
    saved = client.save(f"/cursus/eigen/{document.id}", **typed(document, body=body))
    preview = saved.json["fragments"]["#voorbeeld"]
    assert preview.count("Regel 1:") == 2
    assert "Regel 5: een note is care, law of job, niet ‘zorg’." in preview


def test_two_tabs_see_both_texts(client: Client, admin) -> None:
    document = begun(client)
    old = str(document.version)
    path = f"/cursus/eigen/{document.id}"
    assert client.save(path, **typed(document)).status_code == 200
    late = client.save(path, **typed(document, version=old, body="Mijn tekst."))
    assert late.status_code == 409
    assert late.json["theirs"]["body"]["text"].startswith("Loop om negen uur")
    assert client.save(path, **typed(document, version=old)).status_code == 200


@pytest.mark.parametrize("button", ["", "/klaar"])
def test_without_script_two_people_see_both_texts(client: Client, school, admin, button: str) -> None:
    document = begun(client)
    old, path = str(document.version), f"/cursus/eigen/{document.id}"
    assert client.save(path, **typed(document, block="M2-A")).status_code == 200
    mine = typed(document, version=old, title="Mijn titel", body="Mijn tekst.")
    page = client.post(path + button, data=mine)
    assert page.status_code == 409
    read = BeautifulSoup(page.text, "html5lib")
    assert "Er zijn twee versies" in read.main.text
    theirs = read.select_one("section[aria-labelledby=theirs]")
    assert [each.text for each in theirs.select("dt")] == ["Titel", "Waar staat het?", "Tekst"]
    assert "Loop om negen uur langs de **markt**." in theirs.text
    assert "M2-A " in theirs.select("dd")[1].text
    assert read.select_one("#body").text.strip() == "Mijn tekst."
    assert read.select_one("#title")["value"] == "Mijn titel"
    assert not read.select("form[data-autosave]")
    assert fresh(document).body.startswith("Loop om negen uur")
    again = {**mine, "version": read.select_one("[name=version]")["value"]}
    assert client.post(path, data=again).status_code == 303
    assert fresh(document).body == "Mijn tekst."


def test_an_own_assignment(client: Client, school, admin) -> None:
    student = a_member(school, Role.STUDENT)
    an_enrolment(a_cohort(school), school, student=student)
    document = begun(client, "Tel de banken", "assignment")
    data = {"title": "Tel de banken", "block": "M1", "practice_hours": "3", "writing_hours": "1",
            "items": ["I-05"], "behaviours": ["W1-1"], "produces": "een lijst", "body": "Loop en tel.",
            "least": "1", "version": str(document.version)}  # fmt: skip
    assert client.post(f"/cursus/eigen/{document.id}/klaar", data=data).status_code == 303
    published(client)
    client.sign_in(student)
    page = client.get("/programma/opdrachten/eigen-tel-de-banken").text
    assert "3 uur in de wijk, 1 uur schrijven" in page
    assert "Loop en tel." in page


def test_an_own_assignment_leads_into_the_work(client: Client, school, admin) -> None:
    student = a_member(school, Role.STUDENT)
    an_enrolment(a_cohort(school), school, student=student)
    document = begun(client, "Tel de banken", "assignment")
    data = {"title": "Tel de banken", "block": "M1", "practice_hours": "3", "writing_hours": "1",
            "items": ["I-05"], "behaviours": ["W1-1"], "produces": "een lijst", "body": "Loop en tel.",
            "place": "wijkanalyse.partijen", "least": "4", "version": str(document.version)}  # fmt: skip
    path = f"/cursus/eigen/{document.id}/klaar"
    for wrong in ({"place": "wijkanalyse.nergens"}, {"least": "0"}, {"least": "51"}):
        assert client.post(path, data=data | wrong).status_code == 422
    assert client.post(path, data=data).status_code == 303
    published(client)
    client.sign_in(student)
    page = client.get("/programma/opdrachten/eigen-tel-de-banken").text
    assert "De opdracht vraagt er minstens 4." in page
    assert "/werk/wijkanalyse/partijen?opdracht=eigen-tel-de-banken" in page


def test_moving_in_the_plan_moves_the_form_along(client: Client, admin) -> None:
    document = begun(client)
    client.post(f"/cursus/eigen/{document.id}/klaar", data=typed(document, block="M0-A"))
    page = client.get(COURSE).text
    version = page.partition('name="version" value="')[2].partition('"')[0]
    client.post(COURSE, data={"version": version, "step": "omlaag:eigen-onze-markt"})
    assert fresh(document).header["block"] == "M0-B"


def test_two_lessons_with_one_title_get_their_own_slug(client: Client, admin) -> None:
    assert begun(client).slug == "eigen-onze-markt"
    assert begun(client).slug == "eigen-onze-markt-2"


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_any_text_is_kept_or_refused_and_never_breaks(client: Client, admin, text) -> None:
    document = begun(client)
    for data in (typed(document, body=text), typed(document, title=text), typed(document, core=text)):
        assert client.post(f"/cursus/eigen/{document.id}", data=data).status_code in {303, 409, 422}
        assert client.get(f"/cursus/eigen/{document.id}").status_code == 200


def test_html_is_shown_as_text(client: Client, admin) -> None:
    document = begun(client)
    body = "<script>alert(1)</script>\n\n<b onclick=x>b</b>\n\n[klik](javascript:alert(1))"
    client.post(f"/cursus/eigen/{document.id}", data=typed(document, body=body))
    page = client.get(f"/cursus/eigen/{document.id}").text
    assert "<script>alert" not in page
    assert "<b onclick" not in page
    assert 'href="javascript' not in page


def test_another_school_never_meets_it(client: Client, admin) -> None:
    other = a_school()
    theirs = an_own_lesson(other, "eigen-geheim")
    an_edition(other, a_plan(the_keuzedeel(), own={"eigen-geheim": 1}))
    for path in ("", "/versies"):
        assert client.get(f"/cursus/eigen/{theirs.id}{path}").status_code == 404
    for path in ("", "/klaar"):
        assert client.post(f"/cursus/eigen/{theirs.id}{path}", data=typed(theirs)).status_code == 404
    assert "eigen-geheim" not in client.get(COURSE).text
    assert client.get(f"{COURSE}/voorbeeld/eigen-geheim").status_code == 404


@pytest.mark.parametrize(("path", "most"), [("", 7), ("/versies", 7)])
def test_the_pages_cost_the_same_whatever_there_is(
    client: Client, school, admin, counting, path: str, most: int
) -> None:
    document = begun(client)
    client.post(f"/cursus/eigen/{document.id}/klaar", data=typed(document))
    page = f"/cursus/eigen/{document.id}{path}"
    with counting() as few:
        client.get(page)
    for number in range(8):
        again = fresh(document)
        client.post(f"/cursus/eigen/{document.id}/klaar", data=typed(again, body=f"Tekst {number}."))
        begun(client)
    with counting() as many:
        client.get(page)
    assert len(many) == len(few) <= most


def test_without_a_title_it_asks_for_one(client: Client, admin) -> None:
    answer = client.post(f"{COURSE}/nieuw", data={"title": " ", "kind": "lesson"})
    assert answer.status_code == 422
    assert "Schrijf een titel." in answer.text


def test_the_first_version_is_shown_as_a_text(client: Client, admin) -> None:
    document = begun(client)
    path = f"/cursus/eigen/{document.id}"
    assert client.post(f"{path}/klaar", data=typed(document)).status_code == 303
    page = client.get(f"{path}/versies").text
    assert "Dit is de eerste versie." in page
    assert BODY.splitlines()[0] in page
    assert "<ins>" not in page
    assert "story_week" not in page


def test_what_a_lesson_serves_stands_in_groups(client: Client, admin) -> None:
    page = BeautifulSoup(client.get(f"/cursus/eigen/{begun(client).id}").text, "html.parser")
    official = the_keuzedeel().qualification
    for name, number, groups in [
        ("behaviours", len(official.behaviours), len(official.work_processes)),
        ("items", len(official.items), len({each.depth for each in official.items})),
    ]:
        found = page.find("fieldset", {"data-field": name})
        assert len(found.select("fieldset > legend")) == groups + 1
        boxes = [each["value"] for each in found.select("input[type=checkbox]")]
        assert len(set(boxes)) == len(boxes) == number

"""An administrator writes and publishes a lesson; a student reads it on a phone. Also without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accounts.schools.models import Role
from foundation.database import db
from tests.e2e.browsing import NARROW, Person
from tests.e2e.places import Place, a_session
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.people import a_member, a_school

pytestmark = pytest.mark.e2e

CORE = "Wie de markt kent, kent de wijk."
TEXT = "Loop om negen uur langs de **markt**."


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_an_own_lesson_from_writing_to_reading(place: Place, has_script: bool) -> None:
    options = {} if has_script else {"java_script_enabled": False, "careful": False}
    with place.inside():
        school = a_school()
        admin = a_session(a_member(school, Role.SCHOOL_ADMIN, name="Anne de Boer"))
        student = a_session(an_enrolment(a_cohort(school), school).student)
        db.session.commit()
    writes_and_publishes(place.signed_in(admin, name="Anne de Boer", **options))
    reader = place.signed_in(student, name="Noor Smit", viewport=NARROW, **options)
    reader.visit("/programma")
    reader.follow("Onze markt")
    reader.sees(CORE, "Loop om negen uur langs de markt.", "Schrijf wat de student gaat doen.")


def writes_and_publishes(admin: Person) -> None:
    """Begin a lesson, write it, look at it, put it in the course and publish that."""
    admin.visit(f"/cursus/{D1}")
    admin.follow("Nieuwe les of opdracht")
    admin.fill("Titel", "Onze markt")
    admin.press("Begin met schrijven")
    admin.fill("Kern", CORE)
    admin.fill("Tekst", TEXT)
    insert_a_component(admin)
    admin.page.get_by_text("Waar oefent een student voor?").click()
    admin.tick("W1-1 ")
    admin.tick("I-04 ")
    if admin.has_script:
        expect(admin.page.locator("#voorbeeld")).to_contain_text("Loop om negen uur langs de markt.")
    else:
        admin.press("Bewaar en bekijk")
        admin.sees("Loop om negen uur langs de markt.", "Tel mee")
    admin.press("Klaar voor de cursus")
    admin.sees("Versie 1 staat in het concept.", "‘Onze markt’ is nieuw.")
    admin.press("Publiceer deze cursus")
    admin.sees("Editie 1", "Dit zien studenten nu")


def insert_a_component(admin: Person) -> None:
    """With script a button inserts the skeleton; without it, it is copied from the help."""
    admin.page.get_by_text("Onderdelen om in te voegen").click()
    skeleton = admin.page.locator("[data-skeleton]", has_text="Doe dit in je wijk")
    wanted = f"{TEXT}\n\n{skeleton.locator('pre').inner_text()}"
    if admin.has_script:
        skeleton.get_by_role("button", name="Voeg in").click()
    else:
        admin.fill("Tekst", wanted)
    assert admin.page.get_by_label("Tekst", exact=True).input_value().strip() == wanted

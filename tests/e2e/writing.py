"""What journeys of an own lesson share: the school, beginning to write, and the way to publication."""

from __future__ import annotations

from typing import Any

from accounts.schools.models import Role
from foundation.database import db
from tests.e2e.browsing import Person
from tests.e2e.places import Place, a_session
from tests.factories.enrolments import D1, a_cohort, an_enrolment
from tests.factories.people import a_member, a_school

ADMIN, STUDENT = "Anne de Boer", "Noor Smit"
CORE = "Wie de markt kent, kent de wijk."


def options_for(*, has_script: bool) -> dict[str, Any]:
    """Give what a browser needs to do without script, or nothing."""
    return {} if has_script else {"java_script_enabled": False, "careful": False}


def a_writer_and_a_reader(place: Place) -> tuple[str, str]:
    """Make a school; give the sessions of its administrator and of a student in a group."""
    with place.inside():
        school = a_school()
        admin = a_session(a_member(school, Role.SCHOOL_ADMIN, name=ADMIN))
        student = a_session(an_enrolment(a_cohort(school), school).student)
        db.session.commit()
    return admin, student


def begins_a_lesson(admin: Person, *, text: str) -> None:
    """Begin ‘Onze markt’ and write its core and its text."""
    admin.visit(f"/cursus/{D1}")
    admin.follow("Nieuwe les of opdracht")
    admin.fill("Titel", "Onze markt")
    admin.press("Begin met schrijven")
    admin.fill("Kern", CORE)
    admin.fill("Tekst", text)


def chooses_what_it_is_for(admin: Person) -> None:
    """Tick a criterion and an item: without them no lesson goes to students."""
    admin.page.get_by_text("Waar oefent een student voor?").click()
    admin.tick("W1-1 ")
    admin.tick("I-04 ")


def publishes(admin: Person) -> None:
    """Put the lesson in the draft and publish that."""
    admin.press("Klaar voor de cursus")
    admin.sees("Versie 1 staat in het concept.", "‘Onze markt’ is nieuw.")
    admin.press("Publiceer deze cursus")
    admin.sees("Editie 1", "Dit zien studenten nu")

"""Schools for the short journeys, made by the factories in the database of a running server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from accounts.schools.models import Membership, Role, School
from enrolment.models import Enrolment
from foundation.database import db, new_id
from tests.e2e.browsing import Person
from tests.e2e.places import Place, a_session
from tests.factories.assessments import W1, a_submission
from tests.factories.enrolments import a_cohort, an_enrolment, is_allocated
from tests.factories.people import PASSWORD, a_member, a_school, with_password


@dataclass
class Town:
    """A small school: one student, two assessors, and the sessions with which they come in."""

    place: Place
    email: str = field(default_factory=lambda: f"noor-{new_id().hex[-8:]}@student.test")
    password: str = PASSWORD
    tokens: dict[str, str] = field(default_factory=dict)
    ids: dict[str, UUID] = field(default_factory=dict)

    def student(self, **options: Any) -> Person:
        """Give the student a browser."""
        return self.place.signed_in(self.tokens["student"], name="Noor Smit", email=self.email, **options)

    def assessor(self, **options: Any) -> Person:
        """Give the first assessor a browser."""
        return self.place.signed_in(self.tokens["assessor"], name="Bas Eerste", **options)


def a_town(place: Place, *, handed_in: bool = False) -> Town:
    """Make a school with an enrolled student; `handed_in`: with W1 waiting for two assessors."""
    town = Town(place)
    with place.inside():
        school = a_school()
        student = with_password(a_member(school, Role.STUDENT, name="Noor Smit", email=town.email))
        enrolment = an_enrolment(a_cohort(school), school, student=student)
        assessors = _assessors(school, enrolment)
        if handed_in:
            a_submission(enrolment, W1)
        town.tokens = {"student": a_session(student), "assessor": a_session(assessors[0])}
        town.ids = {"student": student.person_id, "enrolment": enrolment.id}
        db.session.commit()
    return town


def _assessors(school: School, enrolment: Enrolment) -> Sequence[Membership]:
    made = [a_member(school, Role.ASSESSOR, name=name) for name in ("Bas Eerste", "Mo Tweede")]
    for seat, assessor in enumerate(made, start=1):
        is_allocated(assessor, enrolment, seat=seat)
    return made


def sign_in(person: Person, town: Town) -> None:
    """Sign in by hand with address and password."""
    person.page.goto("/inloggen")
    person.fill("E-mailadres", town.email)
    person.fill("Wachtwoord", town.password)
    person.press("Log in")

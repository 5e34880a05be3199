"""A second keuzedeel is a folder of content: the whole journey without a line of code for it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import sqlalchemy as sa

from accounts.people.models import Person as Account
from accounts.schools.models import Membership, Role
from foundation.clock import today
from foundation.database import db
from tests.applications import TEST_CONTENT
from tests.e2e.browsing import Person
from tests.e2e.places import Place, a_session
from tests.e2e.steps import (
    certificate,
    deciding,
    handing_in,
    judging,
    learning,
    log,
    portfolio,
    school,
    work,
)  # fmt: skip
from tests.factories.people import a_member, a_school

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("second_keuzedeel")]

STUDENT = "Timo Veld"
PEOPLE = {
    "timo@student.test": (STUDENT, "0000042", "student"),
    "bas@school.test": ("Bas Eerste", "", "beoordelaar"),
    "mo@school.test": ("Mo Tweede", "", "beoordelaar"),
    "emma@school.test": ("Emma Examen", "", "examencommissie"),
}
W1 = {"W1-1": "V", "W1-2": "V", "W1-3": "V"}
W2 = {"W2-1": "V", "W2-2": "V"}


def test_a_folder_of_content_runs_through_the_whole_journey(places) -> None:
    place = places(env={"WIJKWIJS_CONTENT_DIRS": str(TEST_CONTENT)})
    admin, people = a_group(place)
    student, first, second, member = people
    a_student_works(student)
    assessors_judge(first, second)
    deciding.put_on_agenda(member, STUDENT, today() + timedelta(days=7))
    deciding.determine(member, STUDENT, "De uren zijn aannemelijk.")
    deciding.announce(member, STUDENT)
    deciding.read_result(student, "Voldoende", "Gezien in het werk W2-1")
    issued = certificate.issue(admin, STUDENT)
    certificate.download_pdf(admin, issued, STUDENT, "T9")
    certificate.check_by_code(place.person(careful=False), issued, STUDENT, "Dit certificaat is geldig")
    log.tells(place, admin, "submission.submitted", "assessment.signed", "certificate.issued")
    log.chain_is_whole(place)


def a_group(place: Place) -> tuple[Person, list[Person]]:
    """The administrator makes a group for the other keuzedeel and fills it from a file."""
    with place.inside():
        token = a_session(a_member(a_school(), Role.SCHOOL_ADMIN))
    admin = place.signed_in(token, careful=False)
    cohort = school.make_cohort(admin, "BS-26A", "Buurtsport")
    lines = [f"{name};{email};{number};{role};;;;" for email, (name, number, role) in PEOPLE.items()]
    school.import_people(admin, cohort, lines)
    school.allocate_evenly(admin, cohort, "Bas Eerste", "Mo Tweede")
    return admin, [arrives(place, email) for email in PEOPLE]


def arrives(place: Place, email: str) -> Person:
    with place.inside():
        found = (
            sa.select(Membership)
            .join(Account, Account.id == Membership.person_id)
            .where(Account.email == email)
        )
        member = db.session.scalars(found).one()
        name, token = member.name, a_session(member)
    return place.signed_in(token, name=name, email=email, careful=False)


def a_student_works(student: Person) -> None:
    learning.read_a_lesson(student)
    learning.accept_proposed_hours(student)
    for days in range(1, 8):
        learning.log_hours(student, "W2", "12", f"Training {days}", day=today() - timedelta(days=days))
    work.add_item(
        student, "voorbereiding/wensen", "Samen voetballen", {"Van wie is de wens?": "jongeren van het plein"}
    )
    work.write_section(student, "voorbereiding/keuze", {"Waarom kies je dit?": "Dat kan iedereen."})
    work.connect_in_section(student, "voorbereiding/keuze", "Samen voetballen", "Weten")
    work.add_item(student, "uitvoering/momenten", "Een partijtje", {"Wanneer?": "2026-11-02"})
    portfolio.link_to_criteria(student, "voorbereiding/wensen", "Samen voetballen")
    portfolio.link_to_criteria(student, "uitvoering/momenten", "Een partijtje")
    portfolio.see_full_coverage(student, 5)
    handing_in.hand_in(student, "T9-K1-W1")
    handing_in.hand_in(student, "T9-K1-W2")


def assessors_judge(first: Person, second: Person) -> None:
    for label, levels in (("W1", W1), ("W2", W2)):
        judging.open_work(first, label)
        judging.judge_by_keyboard(first, levels, "Gezien in het werk")
        judging.sign(first, "Gezien in het werk")
        judging.open_work(second, label)
        judging.judge_by_mouse(second, levels, "Ook gezien")
        judging.sign(second, "Ook gezien")

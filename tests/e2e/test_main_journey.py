"""The main job, from a cohort to a verified certificate, each step by the person it belongs to."""

from __future__ import annotations

from datetime import timedelta

import pytest

from foundation.clock import today
from tests.e2e.browsing import Person
from tests.e2e.places import Place
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

pytestmark = [pytest.mark.e2e]

SCHOOL, COHORT, STUDENT = "ROC Waterrijk", "WW-26A", "Zoë Yıldız-van Dam"
CANARY = "grielkanarie"
W1, W2, W3 = "D1-K1-W1", "D1-K1-W2", "D1-K1-W3"
PEOPLE = {
    "student": (
        STUDENT, "zoe@student.test", "0012345", "student",
        "zij-instromer;1999-02-03;Lindermeer;carla@school.test",
    ),
    "coach": ("Carla Coach", "carla@school.test", "", "begeleider", ";;;"),
    "first": ("Bas Eerste", "bas@school.test", "", "beoordelaar", ";;;"),
    "second": ("Mo Tweede", "mo@school.test", "", "beoordelaar", ";;;"),
    "board": ("Emma Examen", "emma@school.test", "", "examencommissie", ";;;"),
    "other_admin": ("Ad Ministratie", "ad@school.test", "", "administratie", ";;;"),
}  # fmt: skip
STEPS = (
    "school.made", "membership.made", "membership.invited", "people_import.confirmed", "submission.submitted",
    "submission.taken_back", "assessment.opened", "assessment.signed", "agreement.compared",
    "agreement.proposed", "agreement.closed", "determination.put_on_agenda", "determination.determined",
    "determination.announced", "certificate.issued", "certificate.rendered", "certificate.revoked",
)  # fmt: skip
ALL_V = {code: {f"{code[-2:]}-{number}": "V" for number in range(1, 8)} for code in (W1, W2, W3)}


def test_from_a_cohort_to_a_verified_certificate(place_on_both: Place) -> None:
    place = place_on_both
    admin, people, cohort = a_school_with_people(place)
    student, first, second = people["student"], people["first"], people["second"]
    a_student_learns_and_works(student)
    a_student_hands_in(student)
    school.allocate_evenly(admin, cohort, first.name, second.name)
    two_assessors_judge(first, second)
    they_agree(first, second)
    the_board_decides(people["board"], student, place)
    issued = a_certificate_that_anyone_checks(place, admin)
    a_certificate_is_revoked(place, admin, issued)
    everything_is_in_the_log(place, admin, issued)
    for person in place.people:
        person.close()


def a_school_with_people(place: Place) -> tuple[Person, dict[str, Person], str]:
    admin = school.platform_makes_school(place, SCHOOL)
    school.accept_invitation(place, admin)
    school.set_up_second_factor(admin)
    cohort = school.make_cohort(admin, COHORT, "Wijkgericht werken")
    school.import_people(admin, cohort, [";".join(each) for each in PEOPLE.values()])
    people = {key: place.person(each[0], each[1]) for key, each in PEOPLE.items()}
    for key, person in people.items():
        school.accept_invitation(place, person)
        if key == "student":
            person.follow("Naar mijn startpagina")
        else:
            school.set_up_second_factor(person)
    return admin, people, cohort


def a_student_learns_and_works(student: Person) -> None:
    learning.read_a_lesson(student)
    learning.accept_proposed_hours(student)
    learning.log_hours(student, "W1", "2:30", "Rondje door de wijk")
    make_the_wijkanalyse(student)
    make_the_other_work(student)
    portfolio.upload_photo(student, "pleintje.jpg")
    for section, name in (
        ("wijkanalyse/bronnen", "Wijkprofiel"),
        ("verbinden/contacten", "de huismeester"),
        ("aanpak/acties", "Koffie op het plein"),
    ):
        portfolio.link_to_criteria(student, section, name)
    portfolio.see_full_coverage(student, 21)


def make_the_wijkanalyse(student: Person) -> None:
    student.visit("/werk")
    work.add_item(student, "wijkanalyse/bronnen", "Wijkprofiel", {
        "Wie maakte de bron?": "De gemeente", "Wat haalde je eruit?": "Er wonen veel mensen alleen.",
    })  # fmt: skip
    work.add_item(student, "wijkanalyse/vraagstukken", "Mensen kennen elkaar niet", {
        "Wat zie, lees en hoor je daarover?": "Op het plein zit niemand.",
    })  # fmt: skip
    work.connect(student, "wijkanalyse/vraagstukken", "Mensen kennen elkaar niet", "Wijkprofiel", "Vermoeden")
    work.write_section(student, "wijkanalyse/eigen-rol", {
        "Wat is je rol, en namens wie?": "Stagiair bij het wijkteam.",
        "Wat kun jij toevoegen in deze wijk?": "Ik kan mensen bij elkaar brengen.",
    })  # fmt: skip


def make_the_other_work(student: Person) -> None:
    work.add_item(student, "verbinden/contacten", "de huismeester", {
        "Wanneer was je eerste contact?": "2026-10-01", "Wat veranderde er daardoor?": "Hij belt nu mij.",
    })  # fmt: skip
    work.write_section(student, "aanpak/doel", {"Wat is je doel?": "Tien buren drinken samen koffie."})
    work.add_item(student, "aanpak/acties", "Koffie op het plein", {
        "Wanneer was het?": "2026-11-02", "Wat kwam eruit?": "Er kwamen twaalf mensen.",
    })  # fmt: skip


def a_student_hands_in(student: Person) -> None:
    hashes = {handing_in.hand_in(student, code) for code in (W1, W2)}
    hashes.add(handing_in.hand_in(student, W3, ai_use="Een chatbot hielp met de spelling."))
    assert len(hashes) == 3
    handing_in.take_back(student)
    work.write_section(student, "aanpak/doel", {"Waarom is het haalbaar?": "Het plein is vrij op maandag."})
    assert handing_in.hand_in(student, W3) not in hashes


def two_assessors_judge(first: Person, second: Person) -> None:
    differing = ALL_V[W1] | {"W1-2": "G", "W1-5": "O"}
    for code in (W1, W2, W3):
        judging.open_work(first, code[-2:])
        judging.judge_by_keyboard(first, ALL_V[code], CANARY)
        judging.sign(first, CANARY)
    for code in (W1, W2, W3):
        judging.open_work(second, code[-2:])
        second.sees_not(CANARY, first.name)
        judging.judge_by_mouse(second, differing if code == W1 else ALL_V[code], "Te zien in het werk")
        judging.sign(second, "Te zien in het werk")


def they_agree(first: Person, second: Person) -> None:
    judging.begin_talking(first, 2)
    judging.propose(first, "W1-2", "Goed", f"Samen bekeken {CANARY}")
    judging.propose(first, "W1-5", "Voldoende", f"Samen bekeken {CANARY}")
    judging.begin_talking(second, 2)
    judging.agree_with(second, "W1-2")
    judging.agree_with(second, "W1-5")
    judging.sees_agreement(second)


def the_board_decides(member: Person, student: Person, place: Place) -> None:
    deciding.put_on_agenda(member, student.name, today() + timedelta(days=7))
    deciding.determine(member, student.name, "De student maakte de uren aannemelijk.")
    deciding.nothing_leaks(student, CANARY, "Te zien in het werk", "Samen bekeken")
    assert not any(CANARY in message.as_string() for message in place.mail.messages)
    deciding.announce(member, student.name)
    deciding.read_result(student, "Voldoende", CANARY)


def a_certificate_that_anyone_checks(place: Place, admin: Person) -> certificate.Issued:
    issued = certificate.issue(admin, STUDENT)
    certificate.download_pdf(admin, issued, STUDENT)
    visitor = place.person()
    certificate.check_by_code(visitor, issued, STUDENT, "Dit certificaat is geldig")
    visitor.sees_not("1999", "zoe@student.test", "0012345")
    certificate.check_by_link(visitor, issued, "Dit certificaat is geldig")
    certificate.stands_in_the_list(place, issued, "issued")
    return issued


def a_certificate_is_revoked(place: Place, admin: Person, issued: certificate.Issued) -> None:
    certificate.revoke(admin, issued, "De naam klopt niet.")
    visitor = place.person()
    certificate.check_by_code(visitor, issued, STUDENT, "Dit certificaat is ingetrokken")
    certificate.check_by_link(visitor, issued, "Dit certificaat is ingetrokken")
    visitor.sees_not("De naam klopt niet.")
    certificate.stands_in_the_list(place, issued, "revoked")


def everything_is_in_the_log(place: Place, admin: Person, issued: certificate.Issued) -> None:
    log.tells(place, admin, *STEPS)
    # A password and a second factor belong to the person, not to one of their schools.
    assert {"login.password_set", "login.second_factor_set"} <= log.sentences(place).keys()
    said = log.read(admin)
    assert all(name in said for name in (issued.number, "Bas Eerste", "Mo Tweede", "Emma Examen", STUDENT))
    log.chain_is_whole(place)

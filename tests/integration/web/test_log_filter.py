"""The log is filtered by kind, by name and by period; who came and went is left out until asked for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup

from accounts.login.acts import SIGNED_IN
from accounts.schools.acts import MEMBER_REOPENED
from accounts.schools.models import Role
from assessment.certificates.acts import ISSUED
from enrolment.acts import COHORT_CHANGED, ENROLLED
from foundation.audit.actions import record
from foundation.audit.acts import known_acts
from foundation.clock import standing_at
from foundation.database import db, new_id
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member, a_school
from web.audit_log.kinds import KINDS


@pytest.fixture
def admin(client, school):
    member = a_member(school, Role.SCHOOL_ADMIN, name="Wilma Koster")
    client.sign_in(member)
    return member


def lines(client, address: str = "/logboek") -> list[str]:
    page = BeautifulSoup(client.get(address).text, "html5lib")
    return [" ".join(line.get_text(" ").split()) for line in page.select("main ol > li")]


def happened(act, subject, who, school, *, day: int = 1, hour: int = 12, **details) -> None:
    with standing_at(datetime(2026, 6, day, hour, tzinfo=UTC)):
        record(act, subject, actor_id=who.person_id, school_id=school.id, **details)
        db.session.commit()


def test_signing_in_is_left_out_until_somebody_asks(client, school, admin) -> None:
    happened(SIGNED_IN, ("person", admin.person_id), admin, school)
    assert "logde in" not in " ".join(lines(client))
    assert "logde in" in " ".join(lines(client, "/logboek?inloggen=ja"))
    assert "logde in" in " ".join(lines(client, "/logboek?soort=inloggen"))
    assert BeautifulSoup(client.get("/logboek").text, "html5lib").find("input", {"name": "inloggen"})


def test_a_kind_gives_its_own_acts_only(client, school, admin) -> None:
    cohort = a_cohort(school)
    happened(COHORT_CHANGED, cohort, admin, school)
    happened(ISSUED, ("certificate", new_id()), admin, school, number="WW-1")
    happened(MEMBER_REOPENED, admin, admin, school)
    (certificate,) = lines(client, "/logboek?soort=certificaten")
    assert "gaf certificaat WW-1 uit" in certificate
    (group,) = lines(client, "/logboek?soort=groepen")
    assert "veranderde de gegevens van een groep" in group
    assert lines(client, "/logboek?soort=vaststellen") == []
    assert len(lines(client, "/logboek?soort=bestaat-niet")) == len(lines(client))


def test_a_name_and_a_period_narrow_it_down_to_days_in_amsterdam(client, school, admin) -> None:
    other = a_member(school, Role.SCHOOL_ADMIN, name="Piet Bos")
    cohort = a_cohort(school)
    happened(COHORT_CHANGED, cohort, other, school, day=1, hour=21)  # 23:00 there
    happened(COHORT_CHANGED, cohort, other, school, day=1, hour=22)  # midnight: the second of June
    happened(COHORT_CHANGED, cohort, admin, school, day=2)
    assert len(lines(client, "/logboek?soort=groepen&wie=BOS")) == 2
    assert len(lines(client, "/logboek?soort=groepen&tot=2026-06-01")) == 1
    assert len(lines(client, "/logboek?soort=groepen&van=2026-06-02&wie=bos")) == 1
    assert len(lines(client, "/logboek?van=2026-06-02&tot=2026-06-02")) == 2
    assert lines(client, "/logboek?van=2026-07-01&tot=2026-07-02") == []
    assert lines(client, "/logboek?wie=%25") == []


def test_a_day_that_does_not_exist_is_told_at_its_field(client, admin) -> None:
    page = client.get("/logboek?van=2026-02-31&tot=9999-12-31").text
    assert "Deze datum bestaat niet" in page
    assert "Kies een dag tussen 2000 en 2100." in page
    assert 'value="2026-02-31"' in page


def test_leafing_keeps_the_filter(client, school, admin, counting) -> None:
    cohort = a_cohort(school)
    for _ in range(60):
        happened(COHORT_CHANGED, cohort, admin, school)
        happened(MEMBER_REOPENED, admin, admin, school)
    first = client.get("/logboek?soort=groepen&wie=wilma&van=2026-06-01&tot=2026-06-01")
    older = BeautifulSoup(first.text, "html5lib").find("a", rel="next")["href"]
    with counting() as statements:
        rest = lines(client, older)
    assert len(statements) <= 4, statements
    assert len(rest) == 10
    assert all("een groep" in line for line in rest)


def test_whom_it_was_about_is_named_for_who_may_know(client, school, admin) -> None:
    student = a_member(school, Role.STUDENT, name="Noor de Vries")
    enrolment = an_enrolment(a_cohort(school), school, student=student)
    happened(ENROLLED, enrolment, admin, school)
    (line,) = lines(client, "/logboek?soort=groepen")
    assert line.endswith("schreef een student in: Noor de Vries")
    client.sign_in(a_member(a_school("Elders"), Role.SCHOOL_ADMIN))
    assert "Noor" not in client.get(f"/logboek?over={enrolment.id}").text


def test_a_subject_of_another_school_has_no_name_here(client, school, admin) -> None:
    stranger = a_member(a_school("Elders"), Role.STUDENT, name="Vreemde Vera")
    happened(MEMBER_REOPENED, ("membership", stranger.id), admin, school)
    assert "Vera" not in " ".join(lines(client))


def test_every_act_is_of_exactly_one_kind(app) -> None:
    acts = [act for act in known_acts() if not act.startswith("test.")]
    assert len(acts) > 50
    assert [act for act in acts if sum(act in kind.acts for kind in KINDS) != 1] == []

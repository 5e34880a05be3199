"""One student: the whole grid of states, coaches, transfer, extensions, and the log of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from accounts.schools.models import Membership, Role
from enrolment.models import Coaching, Deadline, Enrolment, Extension
from enrolment.queries import deadlines_for
from enrolment.students import actions
from enrolment.workflow import ENROLMENT, EnrolmentAct, EnrolmentState
from foundation.audit.models import AuditEntry
from foundation.database import db
from foundation.errors import NotNow
from tests.factories.enrolments import a_cohort, an_enrolment, coaches, is_allocated
from tests.factories.people import a_member, a_school

W1 = "D1-K1-W1"


@pytest.fixture
def cohort(school):
    return a_cohort(school)


@pytest.fixture
def enrolment(school, cohort):
    return an_enrolment(cohort, school)


@pytest.fixture
def page(enrolment) -> str:
    return f"/inschrijvingen/{enrolment.id}"


def words(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html5lib").main.get_text(" ").split())


@pytest.mark.parametrize("state", list(EnrolmentState))
@pytest.mark.parametrize("act", list(EnrolmentAct))
def test_the_grid_of_states_and_acts(enrolment, admin, state: EnrolmentState, act: EnrolmentAct) -> None:
    enrolment.state = state
    db.session.flush()
    if not ENROLMENT.allows(state, act):
        with pytest.raises(NotNow):
            actions.take_step(enrolment, act, actor_id=admin.person_id)
        assert enrolment.state is state
        return
    after = actions.take_step(enrolment, act, actor_id=admin.person_id, reason="omdat")
    assert (enrolment.state, after) == (ENROLMENT.table[state, act],) * 2
    assert (enrolment.ended_at is not None) == (after in actions.OVER)


def test_a_step_asks_a_reason_and_stands_in_the_log(desk, enrolment, page) -> None:
    refused = desk.post(f"{page}/stap", data={"act": "pause", "reason": ""})
    assert refused.status_code == 422
    assert "Schrijf in het kort waarom" in refused.text
    assert desk.post(f"{page}/stap", data={"act": "complete", "reason": "x"}).status_code == 422
    assert desk.post(f"{page}/stap", data={"act": "pause", "reason": "reis"}).status_code == 303
    assert "zette een inschrijving stil" in words(desk.get(page).text)
    assert "Reden: reis" in words(desk.get(page).text)
    assert desk.post(f"{page}/stap", data={"act": "pause", "reason": "reis"}).status_code == 422


def test_a_coach_comes_and_goes_and_stays_known(desk, school, enrolment, page) -> None:
    coach = a_member(school, Role.COACH, name="Marja van Vliet")
    assert desk.post(f"{page}/begeleiders", data={"coach": coach.id}).status_code == 303
    assert "Stop begeleiding door Marja van Vliet" in words(desk.get(page).text)
    assert desk.post(f"{page}/begeleiders/{coach.id}/stop").status_code == 303
    assert "Begeleidde eerder: Marja van Vliet." in words(desk.get(page).text)
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Coaching)) == 1


def test_who_assesses_does_not_coach(desk, school, cohort, enrolment, page) -> None:
    both = a_member(school, Role.COACH, Role.ASSESSOR)
    is_allocated(both, enrolment, seat=1)
    assert desk.post(f"{page}/begeleiders", data={"coach": both.id}).status_code == 422
    bulk = desk.post(f"/groepen/{cohort.id}/begeleiders", data={"coach": both.id, "student": [enrolment.id]})
    assert bulk.status_code == 422
    name = db.session.scalar(sa.select(Membership.name).where(Membership.id == enrolment.student_id))
    assert f"Het gaat om: {name}" in words(bulk.text)
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Coaching)) == 0


def test_many_students_get_a_coach_at_once(desk, school, cohort) -> None:
    chosen = [an_enrolment(cohort, school).id for _ in range(3)]
    coach = a_member(school, Role.COACH)
    data = {"coach": coach.id, "student": chosen}
    assert desk.post(f"/groepen/{cohort.id}/begeleiders", data=data).status_code == 303
    assert set(db.session.scalars(sa.select(Coaching.enrolment_id))) == set(chosen)


def test_a_member_of_another_school_is_no_choice(desk, enrolment, page) -> None:
    other = a_school("Ander College")
    stranger = a_member(other, Role.COACH, Role.ASSESSOR)
    assert desk.post(f"{page}/begeleiders", data={"coach": stranger.id}).status_code == 422
    assert desk.post(f"{page}/beoordelaars", data={"first": stranger.id, "second": ""}).status_code == 422


def test_a_student_moves_with_everything(desk, school, cohort, enrolment, page) -> None:
    sister = a_cohort(school, name="WW-27A")
    other_kind = a_cohort(school, keuzedeel="t9-buurtsport")
    foreign = a_cohort(a_school("Ander College"))
    is_allocated(a_member(school, Role.ASSESSOR), enrolment, seat=1)
    for wrong in (other_kind, foreign, cohort):
        assert desk.post(f"{page}/groep", data={"cohort": wrong.id, "reason": "x"}).status_code == 422
    assert desk.post(f"{page}/groep", data={"cohort": sister.id, "reason": "verhuisd"}).status_code == 303
    moved = db.session.get(Enrolment, enrolment.id)
    assert moved.cohort_id == sister.id
    assert "zette een student over" in words(desk.get(page).text)


def test_the_planning_is_set_changed_and_cleared(desk, cohort) -> None:
    path = f"/groepen/{cohort.id}/planning"
    empty = {f"day_{n}": "" for n in (1, 2, 3)} | {f"time_{n}": "23:59" for n in (1, 2, 3)}
    assert desk.post(path, data={**empty, "day_1": "2026-11-27", "version": 0}).status_code == 303
    (row,) = db.session.scalars(sa.select(Deadline))
    assert (row.work_process, row.at) == (W1, datetime(2026, 11, 27, 22, 59, tzinfo=UTC))
    assert desk.post(path, data={**empty, "day_1": "2026-11-28", "version": 0}).status_code == 409
    skipped = desk.post(path, data={**empty, "day_2": "2027-03-28", "time_2": "02:30", "version": 1})
    assert skipped.status_code == 422
    assert "de klok gaat dan een uur vooruit" in skipped.text
    assert (
        "Vul een tijd in"
        in desk.post(path, data={**empty, "day_1": "2026-11-28", "time_1": "laat", "version": 1}).text
    )
    assert desk.post(path, data={**empty, "version": 1}).status_code == 303
    assert db.session.scalar(sa.select(sa.func.count()).select_from(Deadline)) == 0


def test_nobody_hands_in_before_the_first_day_of_the_group(desk, cohort) -> None:
    path = f"/groepen/{cohort.id}/planning"
    data = {f"day_{n}": "" for n in (1, 2, 3)} | {f"time_{n}": "23:59" for n in (1, 2, 3)} | {"version": 0}
    early = desk.post(path, data={**data, "day_2": "2026-09-13"})
    assert early.status_code == 422
    assert "Voor de eerste dag van de groep, 14 september 2026, kan niemand inleveren." in early.text
    assert 'value="2026-09-13"' in early.text
    assert desk.post(path, data={**data, "day_2": "2026-09-14"}).status_code == 303


def test_an_extension_is_later_has_a_reason_and_can_end(desk, cohort, enrolment, page) -> None:
    late = {"work_process": W1, "day": "2026-12-04", "time": "23:59", "reason": "Verhuizing van de stage"}
    assert "nog geen inleverdatum" in desk.post(f"{page}/uitstel", data=late).text
    at = datetime(2026, 11, 27, 22, 59, tzinfo=UTC)
    db.session.add(Deadline(school_id=cohort.school_id, cohort_id=cohort.id, work_process=W1, at=at))
    db.session.commit()
    assert desk.post(f"{page}/uitstel", data={**late, "day": "2026-11-27"}).status_code == 422
    assert desk.post(f"{page}/uitstel", data={**late, "reason": ""}).status_code == 422
    assert desk.post(f"{page}/uitstel", data=late).status_code == 303
    assert deadlines_for(db.session.get(Enrolment, enrolment.id))[W1] == datetime(
        2026, 12, 4, 22, 59, tzinfo=UTC
    )
    reasons = db.session.scalars(
        sa.select(AuditEntry.reason).where(AuditEntry.act == "enrolment.extension_granted")
    )
    assert list(reasons) == [""]
    assert desk.post(f"{page}/uitstel/{W1}/intrekken").status_code == 303
    assert deadlines_for(db.session.get(Enrolment, enrolment.id))[W1] == at
    assert desk.post(f"{page}/uitstel/W9/intrekken").status_code == 404


def test_chosen_students_get_an_extension_together(desk, school, cohort) -> None:
    at = datetime(2026, 11, 27, 22, 59, tzinfo=UTC)
    db.session.add(Deadline(school_id=cohort.school_id, cohort_id=cohort.id, work_process=W1, at=at))
    chosen = [an_enrolment(cohort, school).id for _ in range(3)]
    data = {
        "work_process": W1,
        "day": "2026-12-04",
        "time": "23:59",
        "reason": "Bus reed niet",
        "student": chosen,
    }
    assert desk.post(f"/groepen/{cohort.id}/uitstel", data=data).status_code == 303
    assert set(db.session.scalars(sa.select(Extension.enrolment_id))) == set(chosen)
    later, earlier = datetime(2026, 12, 4, 22, 59, tzinfo=UTC), an_enrolment(cohort, school)
    assert [deadlines_for(db.session.get(Enrolment, each)) for each in chosen] == [{W1: later}] * 3
    assert deadlines_for(earlier) == {W1: at}
    assert deadlines_for(an_enrolment(a_cohort(school), school)) == {}


def test_the_page_of_a_student_costs_the_same_in_a_large_school(
    desk, school, cohort, enrolment, page, counting
) -> None:
    def cost() -> int:
        with counting() as statements:
            assert desk.get(page).status_code == 200
        return len(statements)

    coaches(a_member(school, Role.COACH), enrolment)
    a_cohort(school)
    a_member(school, Role.ASSESSOR)
    few = cost()
    for _ in range(60):
        an_enrolment(cohort, school)
        a_member(school, Role.ASSESSOR, Role.COACH)
    assert cost() == few <= 18

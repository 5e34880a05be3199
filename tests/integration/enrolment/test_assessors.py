"""Assessors: independent, two, divided evenly after a look, replaceable unless a room above forbids."""

from __future__ import annotations

from collections import Counter

import pytest
import sqlalchemy as sa
from bs4 import BeautifulSoup

from accounts.schools.models import Role
from enrolment import hooks
from enrolment.allocation import Seat
from enrolment.assessors import actions
from enrolment.errors import CoachesThisStudent, NotYourself, SamePersonTwice
from enrolment.models import Allocation
from enrolment.students.actions import end_coaching
from foundation.database import db
from foundation.errors import NotNow
from tests.factories.enrolments import a_cohort, an_enrolment, coaches, is_allocated
from tests.factories.people import a_member


@pytest.fixture
def cohort(school):
    return a_cohort(school)


@pytest.fixture
def enrolment(school, cohort):
    return an_enrolment(cohort, school)


@pytest.fixture
def told(app, monkeypatch):
    """Stand in for the room above: it hears of every seat, and forbids when asked to."""
    heard: dict = {"seated": [], "forbids": False}

    def may_replace(allocation: Allocation) -> None:
        if heard["forbids"]:
            raise NotNow()

    monkeypatch.setitem(
        app.extensions,
        "enrolment_hooks",
        hooks.Hooks(may_replace, lambda seated: heard["seated"].extend(seated), signed_by=lambda _: {}),
    )
    return heard


def seats() -> dict[int, object]:
    return {row.seat: row.assessor_id for row in db.session.scalars(sa.select(Allocation))}


def page_of(enrolment) -> str:
    return f"/inschrijvingen/{enrolment.id}/beoordelaars"


def test_two_assessors_are_appointed_by_hand(desk, school, enrolment, told) -> None:
    first, second = a_member(school, Role.ASSESSOR), a_member(school, Role.ASSESSOR)
    assert desk.post(page_of(enrolment), data={"first": first.id, "second": first.id}).status_code == 422
    assert desk.post(page_of(enrolment), data={"first": "", "second": ""}).status_code == 422
    assert desk.post(page_of(enrolment), data={"first": first.id, "second": second.id}).status_code == 303
    assert seats() == {1: first.id, 2: second.id}
    assert [(each.allocation.seat, each.replaced) for each in told["seated"]] == [(1, None), (2, None)]


def test_who_coaches_or_coached_never_assesses(desk, school, admin, cohort, enrolment) -> None:
    both = a_member(school, Role.COACH, Role.ASSESSOR)
    coaches(both, enrolment)
    assert desk.post(page_of(enrolment), data={"first": both.id, "second": ""}).status_code == 422
    bulk = {"first": both.id, "second": "", "student": [enrolment.id]}
    assert desk.post(f"/groepen/{cohort.id}/beoordelaars", data=bulk).status_code == 422
    db.session.refresh(enrolment, ["coachings", "allocations", "student"])
    end_coaching(enrolment, both.id, actor_id=admin.person_id)
    with pytest.raises(CoachesThisStudent):
        _allocate(enrolment, both, admin)
    assert seats() == {}


def test_nobody_appoints_himself_or_one_person_twice(school, admin, enrolment) -> None:
    db.session.refresh(enrolment, ["coachings", "allocations", "student"])
    with pytest.raises(NotYourself):
        _allocate(enrolment, admin, admin)
    with pytest.raises(SamePersonTwice):
        _allocate(enrolment, enrolment.student, admin)


def _allocate(enrolment, member, admin) -> None:
    actions.allocate(
        [enrolment], {Seat(enrolment.id, 1): member}, actor_id=admin.person_id, actor_membership_id=admin.id
    )


def test_only_the_administration_appoints(client, school, enrolment) -> None:
    assessor = a_member(school, Role.ASSESSOR)
    client.sign_in(assessor)
    assert client.post(page_of(enrolment), data={"first": assessor.id, "second": ""}).status_code == 403
    assert seats() == {}


def test_another_takes_over_unless_the_room_above_forbids(desk, school, enrolment, told) -> None:
    ill, other = a_member(school, Role.ASSESSOR), a_member(school, Role.ASSESSOR)
    is_allocated(ill, enrolment, seat=2)
    change = {"assessor": other.id, "reason": "afwezig tot mei"}
    assert desk.post(f"{page_of(enrolment)}/2", data={**change, "reason": ""}).status_code == 422
    told["forbids"] = True
    assert desk.post(f"{page_of(enrolment)}/2", data=change).status_code == 409
    assert seats() == {2: ill.id}
    told["forbids"] = False
    assert desk.post(f"{page_of(enrolment)}/2", data=change).status_code == 303
    assert seats() == {2: other.id}
    assert [each.replaced for each in told["seated"]] == [ill.id]
    third = a_member(school, Role.ASSESSOR)
    empty_seat = desk.post(f"{page_of(enrolment)}/1", data={**change, "assessor": third.id})
    assert empty_seat.status_code == 409


def test_a_division_is_looked_at_first_and_then_even(desk, school, admin, cohort, told) -> None:
    assessors = [a_member(school, Role.ASSESSOR) for _ in range(4)]
    people = [an_enrolment(cohort, school) for _ in range(10)]
    coaches(assessors[0], people[0])
    path = f"/groepen/{cohort.id}/verdeling"
    shown = desk.get(f"{path}?alle=ja")
    assert seats() == {}
    form = BeautifulSoup(shown.text, "html5lib").select_one("main form[method=post]")
    data = {
        "digest": form.find("input", attrs={"name": "digest"})["value"],
        "student": [each["value"] for each in form.find_all("input", attrs={"name": "student"})],
    }
    assert desk.post(path, data={**data, "digest": "0" * 64}).status_code == 409
    assert seats() == {}
    assert desk.post(path, data=data).status_code == 303
    rows = db.session.execute(sa.select(Allocation.enrolment_id, Allocation.assessor_id)).all()
    assert len(rows) == len(set(rows)) == 20
    assert (people[0].id, assessors[0].id) not in rows
    assert set(Counter(who for _, who in rows).values()) == {5}
    assert len(told["seated"]) == 20
    assert desk.post(path, data=data).status_code == 409


def test_a_seat_that_nobody_can_take_is_told(desk, school, cohort, enrolment) -> None:
    a_member(school, Role.ASSESSOR)
    assert "1 plek blijft leeg" in desk.get(f"/groepen/{cohort.id}/verdeling?alle=ja").text

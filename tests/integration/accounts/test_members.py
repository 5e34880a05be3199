"""Schools, members and their roles: nobody gives himself rights, a school keeps an administrator."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from accounts.login.models import LoginSession
from accounts.people.models import Person
from accounts.schools import actions
from accounts.schools.actions import Newcomer
from accounts.schools.errors import LastAdmin, NotAnAdmin, NumberTaken, OwnRights, SlugTaken
from accounts.schools.models import Membership, Role
from foundation.database import db
from tests.client import Client
from tests.factories.people import a_member, a_school


def test_one_address_is_one_person_in_two_schools(app):
    first, second = a_school(), a_school()
    here = actions.make_member(
        first.id, email="Ana@Voorbeeld.test ", name="Ana", roles={Role.STUDENT}, actor_id=None
    )
    there = actions.make_member(
        second.id, email="ana@voorbeeld.TEST", name="Ana de Wit", roles={Role.COACH}, actor_id=None
    )
    assert here.person_id == there.person_id
    assert (here.name, there.name) == ("Ana", "Ana de Wit")


def test_the_same_people_twice_changes_nothing(app, school, admin):
    people = [Newcomer(f"p{n}@voorbeeld.test", f"P {n}", {Role.STUDENT}, str(n)) for n in range(3)]
    first = actions.make_members(school.id, people, actor_id=admin.person_id)
    db.session.commit()
    again = actions.make_members(school.id, people, actor_id=admin.person_id)
    assert [member.id for member in again] == [member.id for member in first]
    assert [member.version for member in again] == [1, 1, 1]
    assert count(Membership) == 4


def test_many_people_take_few_statements(app, school, admin, counting):
    people = [Newcomer(f"p{n}@voorbeeld.test", f"P {n}", {Role.STUDENT}, str(n)) for n in range(400)]
    with counting() as statements:
        actions.make_members(school.id, people, actor_id=admin.person_id)
    assert len([each for each in statements if each.startswith("SELECT")]) <= 6


def test_who_is_a_member_gets_the_new_role_and_keeps_the_name(app, school, admin):
    member = a_member(school, Role.COACH, name="Bo", email="bo@voorbeeld.test")
    again = actions.make_member(
        school.id, email="BO@voorbeeld.test", name="X", roles={Role.ASSESSOR}, actor_id=admin.person_id
    )
    assert again is member
    assert (again.name, again.roles) == ("Bo", {Role.COACH, Role.ASSESSOR})


def test_who_left_can_come_back(app, school, admin):
    member = a_member(school, Role.COACH, email="bo@voorbeeld.test")
    actions.end_membership(member, actor_id=admin.person_id)
    assert member.ended_at
    actions.make_member(
        school.id, email="bo@voorbeeld.test", name="Bo", roles=set(), actor_id=admin.person_id
    )
    assert member.ended_at is None


def test_a_student_number_belongs_to_one_person(app, school, admin):
    twins = [Newcomer(f"p{n}@voorbeeld.test", "P", {Role.STUDENT}, "0012") for n in range(2)]
    with pytest.raises(NumberTaken):
        actions.make_members(school.id, twins, actor_id=admin.person_id)


@pytest.mark.parametrize("door", ["grant", "make", "reopen"])
def test_nobody_gives_himself_rights(app, school, admin, door):
    mail = db.session.get(Person, admin.person_id).email
    if door == "reopen":
        other = a_member(school, Role.SCHOOL_ADMIN)
        actions.end_membership(admin, actor_id=other.person_id)
    me = Newcomer(mail, "Ik", {Role.ASSESSOR})
    doors = {
        "grant": lambda: actions.grant_role(admin, Role.BOARD_MEMBER, actor_id=admin.person_id),
        "make": lambda: actions.make_members(school.id, [me], actor_id=admin.person_id),
        "reopen": lambda: actions.make_members(school.id, [me], actor_id=admin.person_id),
    }
    with pytest.raises(NotAnAdmin if door == "reopen" else OwnRights):
        doors[door]()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.SCHOOL_ADMIN])
def test_only_an_administrator_of_this_school_gives_rights(app, school, role):
    other = a_member(school, Role.STUDENT)
    elsewhere = a_member(a_school(), Role.SCHOOL_ADMIN)
    for actor in (a_member(school, role), elsewhere):
        with pytest.raises(NotAnAdmin):
            actions.grant_role(other, Role.SCHOOL_ADMIN, actor_id=actor.person_id)
        with pytest.raises(NotAnAdmin):
            actions.end_membership(other, actor_id=actor.person_id)


def test_the_last_administrator_stays(app, school, admin):
    with pytest.raises(LastAdmin):
        actions.revoke_role(admin, Role.SCHOOL_ADMIN, actor_id=admin.person_id)
    with pytest.raises(LastAdmin):
        actions.end_membership(admin, actor_id=None)
    second = a_member(school, Role.SCHOOL_ADMIN)
    actions.end_membership(admin, actor_id=second.person_id)
    with pytest.raises(LastAdmin):
        actions.revoke_role(second, Role.SCHOOL_ADMIN, actor_id=None)


def test_an_administrator_who_is_blocked_does_not_count(app, school, admin):
    blocked = a_member(school, Role.SCHOOL_ADMIN)
    db.session.get(Person, blocked.person_id).disabled_at = blocked.created_at
    with pytest.raises(LastAdmin):
        actions.end_membership(admin, actor_id=None)


def test_losing_a_role_ends_the_sessions_at_that_school_only(client: Client, school, admin):
    member = a_member(school, Role.ASSESSOR, Role.COACH)
    elsewhere = Membership(
        school_id=a_school().id, person_id=member.person_id, name="x", created_at=member.created_at
    )
    db.session.add(elsewhere)
    here, there = client.sign_in(member), client.sign_in(elsewhere)
    actions.revoke_role(member, Role.ASSESSOR, actor_id=admin.person_id)
    db.session.commit()
    assert member.roles == {Role.COACH}
    db.session.expire_all()
    assert db.session.get(LoginSession, here.id).ended_at
    assert db.session.get(LoginSession, there.id).ended_at is None


def test_a_short_name_is_used_once(app):
    actions.make_school("ROC Een", "roc-een", "Lindermeer")
    with pytest.raises(SlugTaken):
        actions.make_school("ROC Twee", "roc-een", "Lindermeer")


def count(model):
    return db.session.scalar(sa.select(sa.func.count()).select_from(model))

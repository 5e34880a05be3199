"""Schools and members for tests."""

from __future__ import annotations

from itertools import count

from accounts.people.models import Person
from accounts.schools.models import Membership, Role, RoleGrant, School
from foundation.clock import now
from foundation.database import db

_number = count(1)


def a_school(name: str = "ROC Waterrijk") -> School:
    school = School(name=name, slug=f"school-{next(_number)}", place="Lindermeer", created_at=now())
    db.session.add(school)
    db.session.flush()
    return school


def a_member(school: School, *roles: Role, name: str = "", email: str = "") -> Membership:
    number = next(_number)
    person = Person(email=email or f"persoon{number}@voorbeeld.test", created_at=now())
    db.session.add(person)
    db.session.flush()
    member = Membership(
        school_id=school.id,
        person_id=person.id,
        name=name or f"Persoon {number}",
        student_number=f"{number:07d}" if Role.STUDENT in roles else None,
        created_at=now(),
        grants=[RoleGrant(school_id=school.id, role=role) for role in roles],
    )
    db.session.add(member)
    db.session.flush()
    return member

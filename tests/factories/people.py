"""Schools and members for tests."""

from __future__ import annotations

from itertools import count

import pyotp

from accounts.login.models import LoginSession, SecondFactor
from accounts.login.passwords import hash_password
from accounts.login.seal import seal
from accounts.login.sessions import hash_token
from accounts.people.models import Person
from accounts.schools.models import Membership, Role, RoleGrant, School
from foundation.clock import now
from foundation.database import db, new_id

PASSWORD = "vier losse woorden hier"

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
    return also_at(school, person, *roles, name=name or f"Persoon {number}")


def also_at(school: School, person: Person, *roles: Role, name: str = "Persoon") -> Membership:
    member = Membership(
        school_id=school.id,
        person_id=person.id,
        name=name,
        student_number=f"{next(_number):07d}" if Role.STUDENT in roles else None,
        created_at=now(),
        grants=[RoleGrant(school_id=school.id, role=role) for role in roles],
    )
    db.session.add(member)
    db.session.flush()
    return member


def person_of(member: Membership) -> Person:
    return db.session.get_one(Person, member.person_id)


def with_password(member: Membership, password: str = PASSWORD) -> Membership:
    person_of(member).password_hash = hash_password(password)
    db.session.flush()
    return member


def with_second_factor(member: Membership) -> pyotp.TOTP:
    """Set up an app for this member and give it."""
    secret = pyotp.random_base32()
    db.session.add(
        SecondFactor(person_id=member.person_id, secret=seal(secret), created_at=now(), confirmed_at=now())
    )
    db.session.flush()
    return pyotp.TOTP(secret)


def a_login(member: Membership, *, second_factor: bool = True) -> tuple[LoginSession, str]:
    """Sign a member in; give the session, and the token that the cookie of a browser holds."""
    token = new_id().hex
    row = LoginSession(
        token_hash=hash_token(token),
        person_id=member.person_id,
        membership_id=member.id,
        created_at=now(),
        last_seen_at=now(),
        second_factor_at=now() if second_factor else None,
    )
    db.session.add(row)
    db.session.flush()
    return row, token

"""A school with everything in it: what the laws of the house are tried on.

`a_world(canary)` makes one school with every role twice ("mine" and "theirs" never share a dossier) and
dossiers in every phase. Every text that a person can write holds the canary: a word that stands nowhere
else, in a disguise that would become an element, a link or a formula if a page forgot to escape it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from accounts.login.models import TokenPurpose
from accounts.login.tokens import make_token
from accounts.schools.models import Role
from foundation.clock import standing_at
from foundation.database import db
from tests.factories.assessments import student_of
from tests.factories.people import a_school
from tests.world_canary import Canary, fill_empty_texts
from tests.world_people import Thread, Visitor, a_thread, a_visitor
from tests.world_phases import PHASES, build
from tests.world_scenes import Scene, scenes_of_enrolment, scenes_of_member, scenes_of_school
from tests.world_school import an_own_course, two_imports

BUILT_AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
VISITED_AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@dataclass(repr=False)
class World:
    """One school as plain values, so that they outlive the session of the database.

    `mine` and `theirs` are visitors with the scenes (URL arguments that belong together) that are theirs;
    `links` are the addresses that were mailed, per purpose.
    """

    canary: Canary
    school_id: UUID
    mine: list[Visitor] = field(default_factory=list)
    theirs: list[Visitor] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)

    def visitors(self, role: Role) -> list[Visitor]:
        """Give who visits in a role: a student per phase, one member of each other role."""
        return [visitor for visitor in self.mine if visitor.role is role]

    def like(self, visitor: Visitor) -> Visitor:
        """Give somebody of the same role and phase whose things are never those of this visitor."""
        alike = [each for each in self.theirs if each.role is visitor.role]
        return next((each for each in alike if each.phase == visitor.phase), alike[0])


def a_world(word: str) -> World:
    """Make a school whose every text holds this word."""
    canary = Canary(word)
    with standing_at(BUILT_AT):
        school = a_school(canary.line())
        threads = [a_thread(school, canary), a_thread(school, canary)]
        for thread in threads:
            for phase in PHASES:
                build(phase, thread)
            two_imports(thread)
        an_own_course(threads[0])
        fill_empty_texts(school.id, canary)
        db.session.flush()
    world = World(canary, school.id)
    with standing_at(VISITED_AT):
        world.mine, world.theirs = (_visitors(thread) for thread in threads)
        world.links = _links(threads[0])
        db.session.commit()
    return world


def _visitors(thread: Thread) -> list[Visitor]:
    dossiers = {each.id: scenes_of_enrolment(each) for each in thread.enrolments}
    shown = scenes_of_school(thread.school.id, ("own_picture",))
    found = [
        a_visitor(
            student_of(each),
            Role.STUDENT,
            [*scenes_of_member(student_of(each)), *shown, *dossiers[each.id]],
            phase,
        )
        for phase, each in zip(PHASES, thread.enrolments, strict=True)
    ]
    whole: list[Scene] = [scene for scenes in dossiers.values() for scene in scenes]
    for role, member in thread.staff.items():
        people = [scene for each in thread.enrolments for scene in scenes_of_member(student_of(each))]
        school = scenes_of_school(member.school_id)
        found.append(a_visitor(member, role, [*scenes_of_member(member), *school, *whole, *people]))
    return found


def _links(thread: Thread) -> dict[str, str]:
    member = student_of(thread.enrolments[0])
    return {
        purpose.value: make_token(
            purpose, member.person_id, membership_id=member.id, email=f"{thread.canary.word}@nieuw.test"
        )
        for purpose in TokenPurpose
    }

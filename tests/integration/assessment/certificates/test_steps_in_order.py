"""Steps cannot be skipped or repeated: long random walks, compared with a small model of what may happen."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.certificates import actions as certificates
from assessment.certificates import queries as register
from assessment.certificates.models import Certificate
from assessment.determination import actions as board_actions
from assessment.determination.models import Decision, Determination
from foundation.clock import today
from foundation.database import db
from foundation.errors import Refused
from tests.factories.assessments import acting
from tests.factories.decisions import a_board_member, a_finished_dossier
from tests.factories.people import a_member, a_school

# What may happen in which state of the whole: written down here once more, apart from the product's tables.
MODEL = {
    ("assessed", "put_on_agenda"): "on_agenda",
    ("on_agenda", "postpone"): "postponed",
    ("postponed", "put_back"): "on_agenda",
    ("on_agenda", "determine"): "determined",
    ("determined", "announce"): "announced",
    ("determined", "annul"): "assessed",
    ("announced", "annul"): "assessed",
    ("announced", "issue"): "issued",
    ("issued", "replace"): "issued",
    ("issued", "revoke"): "revoked",
}
ACTS = sorted({act for _state, act in MODEL})


class Walk:
    """One dossier, the people around it, and every act as the product knows it."""

    def __init__(self) -> None:
        school = a_school()
        self.school_id = school.id
        self.board = acting(a_board_member(school))
        self.admin = a_member(school, Role.SCHOOL_ADMIN)
        self.enrolment_id = a_finished_dossier(school).id

    def do(self, act: str) -> bool:
        """Try an act; tell whether it was done."""
        try:
            getattr(self, act)()
        except Refused:
            db.session.rollback()
            return False
        db.session.commit()
        return True

    def put_on_agenda(self):
        board_actions.put_on_agenda([self.enrolment_id], meeting_on=today(), actor=self.board)

    def postpone(self):
        later = today() + timedelta(days=7)
        board_actions.postpone(self.row.id, meeting_on=later, reason="Later", **self.seen)

    def put_back(self):
        board_actions.put_back(self.row.id, meeting_on=today(), **self.seen)

    def determine(self):
        board_actions.determine(self.row.id, reason="", **self.seen)

    def announce(self):
        board_actions.announce([self.row.id], actor=self.board)

    def annul(self):
        board_actions.annul(self.row.id, reason="Fout", **self.seen)

    def issue(self):
        certificates.issue(self.school_id, self.row.id, **self.issuer)

    def replace(self):
        certificates.replace(self.certificate, reason="Naam", **self.issuer)

    def revoke(self):
        certificates.revoke(self.certificate, reason="Fout", actor_id=self.admin.person_id)

    @property
    def row(self) -> Determination:
        found = sa.select(Determination).order_by(Determination.round.desc()).limit(1)
        row = db.session.scalars(found.where(Determination.school_id == self.school_id)).one_or_none()
        if row is None:
            raise Refused()
        return row

    @property
    def seen(self):
        return {"seen": self.row.version, "actor": self.board}

    @property
    def issuer(self):
        return {"issuer_id": self.admin.id, "actor_id": self.admin.person_id}

    @property
    def certificate(self) -> Certificate:
        copies = register.copies_of(self.row.id)
        if not copies:
            raise Refused()
        return copies[0]


@pytest.mark.parametrize("seed", range(6))
def test_random_walks_do_what_the_model_says(app, seed):
    chance, walk, state = random.Random(seed), Walk(), "assessed"
    done = set()
    for _ in range(60):
        act = chance.choice(ACTS)
        expected = MODEL.get((state, act))
        if state in {"issued", "revoked"} and act == "annul":
            continue  # a decision under a certificate may be annulled; the check then says so
        assert walk.do(act) is (expected is not None), f"{act} in {state} after {sorted(done)}"
        state = expected or state
        done.add(act)
    decided = db.session.scalar(sa.select(sa.func.count(Decision.id)))
    assert decided <= db.session.scalar(sa.select(sa.func.max(Determination.round)))

"""Two at the same moment, really: fifty rounds with threads on both databases. Exactly one decides."""

from __future__ import annotations

from functools import partial

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.certificates import actions as certificates
from assessment.certificates.errors import AlreadyIssued
from assessment.certificates.models import Certificate
from assessment.determination import actions, queries
from assessment.determination.errors import AlreadyDecided, NotComplete
from assessment.determination.models import Decision, Determination
from assessment.determination.workflow import DeterminationState
from foundation.audit.models import AuditEntry
from foundation.audit.queries import verify
from foundation.clock import today
from foundation.database import db
from foundation.mail.models import MailMessage
from tests.factories.assessments import acting, two_assessors
from tests.factories.decisions import a_board_member, a_finished_dossier, announced
from tests.factories.people import a_member, a_school
from tests.integration.assessment.at_once import all_at_once, an_app_of_its_own

ROUNDS = 50


@pytest.fixture(params=["sqlite", "postgresql"])
def own_app(request, tmp_path):
    yield from an_app_of_its_own(request.param, tmp_path)


@pytest.fixture
def school(own_app):
    return a_school()


def next_round(school, enrolment, round_):
    """Put a finished dossier on the agenda once more; the round before it is closed by now."""
    row = Determination(
        school_id=school.id, enrolment_id=enrolment.id, round=round_, meeting_on=today(),
        state=DeterminationState.ON_AGENDA, created_at=enrolment.created_at,
    )  # fmt: skip
    db.session.add(row)
    db.session.commit()
    return row.id, row.version


def close_round(row_id):
    """Make room for a next round."""
    row = db.session.get_one(Determination, row_id, populate_existing=True)
    row.state = DeterminationState.ANNULLED
    db.session.commit()


def result_of(row_id, *, seen, actor):
    return actions.determine(row_id, reason="", seen=seen, actor=actor).result


def test_two_board_members_at_once_decide_exactly_once(own_app, school):
    first, second = acting(a_board_member(school, "A. Postma")), acting(a_board_member(school, "R. Bakker"))
    enrolment = a_finished_dossier(school, assessors=two_assessors(school))
    for round_ in range(1, ROUNDS + 1):
        row_id, version = next_round(school, enrolment, round_)
        answers = all_at_once(
            own_app,
            *[partial(result_of, row_id, seen=version, actor=who) for who in (first, second)],
        )
        assert sorted(type(answer) for answer in answers if not isinstance(answer, str)) == [
            AlreadyDecided
        ], answers
        assert [answer for answer in answers if isinstance(answer, str)] == ["V"]
        close_round(row_id)
    per_row = sa.select(Decision.determination_id, sa.func.count()).group_by(Decision.determination_id)
    assert [number for _row, number in db.session.execute(per_row)] == [1] * ROUNDS
    acts = sa.select(sa.func.count()).where(AuditEntry.act == "determination.determined")
    assert db.session.scalar(acts) == ROUNDS
    assert verify() == []


def test_announcing_at_once_sends_one_letter(own_app, school):
    first, second = acting(a_board_member(school, "A. Postma")), acting(a_board_member(school, "R. Bakker"))
    enrolment = a_finished_dossier(school, assessors=two_assessors(school))
    for round_ in range(1, 11):
        row_id, version = next_round(school, enrolment, round_)
        actions.determine(row_id, reason="", seen=version, actor=first)
        db.session.commit()
        answers = all_at_once(
            own_app, *[partial(actions.announce, [row_id], actor=who) for who in (first, second)]
        )
        assert [answer for answer in answers if isinstance(answer, int)] == [1], answers
    letters = sa.select(sa.func.count()).where(MailMessage.kind == "determination.announced")
    assert db.session.scalar(letters) == 10


def test_issuing_at_once_gives_one_certificate_and_numbers_without_gaps(own_app, school):
    board, admin = a_board_member(school), a_member(school, Role.SCHOOL_ADMIN)
    assessors = two_assessors(school)
    ids = [announced(a_finished_dossier(school, assessors=assessors), board).id for _ in range(8)]
    school_id, issuer, person = school.id, admin.id, admin.person_id
    db.session.commit()

    def issue(row_id):
        made = certificates.issue(school_id, row_id, issuer_id=issuer, actor_id=person)
        return made.number

    answers = all_at_once(own_app, *[lambda row_id=row_id: issue(row_id) for row_id in ids * 2])
    numbers = sorted(answer for answer in answers if isinstance(answer, str))
    refused = {type(answer) for answer in answers if not isinstance(answer, str)}
    assert [int(number[-6:]) for number in numbers] == list(range(1, 9)), answers
    assert refused == {AlreadyIssued}
    assert db.session.scalar(sa.select(sa.func.count(Certificate.id))) == 8


def test_an_agenda_filled_twice_at_once_holds_one_round(own_app, school):
    board = acting(a_board_member(school))
    assessors = two_assessors(school)
    ids = [a_finished_dossier(school, assessors=assessors).id for _ in range(5)]
    db.session.commit()
    for enrolment_id in ids:
        put = partial(actions.put_on_agenda, [enrolment_id], meeting_on=today(), actor=board)
        answers = all_at_once(own_app, put, put)
        assert [len(answer) for answer in answers if isinstance(answer, list)] == [1], answers
    rounds = db.session.scalars(sa.select(Determination.round)).all()
    assert rounds == [1] * 5


def test_a_second_open_round_is_refused_by_the_database_too(own_app, school, monkeypatch):
    board = acting(a_board_member(school))
    enrolment = a_finished_dossier(school, assessors=two_assessors(school))
    actions.put_on_agenda([enrolment.id], meeting_on=today(), actor=board)
    db.session.commit()
    monkeypatch.setattr(
        queries, "ready", lambda *_args, **_named: [enrolment]
    )  # who looked a moment too soon
    with pytest.raises(NotComplete):
        actions.put_on_agenda([enrolment.id], meeting_on=today(), actor=board)
    db.session.rollback()
    assert db.session.scalars(sa.select(Determination.round)).all() == [1]

"""Handed-in work, signed judgements and agreements for tests: made by the verbs of the product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from flask import current_app
from sqlalchemy.orm import joinedload

from accounts.policy.actor import Actor
from accounts.schools.models import Membership, Role, RoleGrant, School
from assessment.agreement.models import Agreement, FinalRows
from assessment.scoring import actions as scoring
from assessment.scoring.models import Assessment, Score
from assessment.scoring.saving import Draft, save_scores
from assessment.submissions.actions import HandIn, submit
from assessment.submissions.models import Submission
from assessment.submissions.snapshots import Declaration
from content.keuzedeel import Keuzedeel
from enrolment.models import Enrolment
from foundation.clock import now
from foundation.database import db, new_id
from tests.factories.enrolments import D1, a_cohort, an_enrolment, is_allocated
from tests.factories.people import a_member, a_school

W1 = "D1-K1-W1"


def the_keuzedeel(slug: str = D1) -> Keuzedeel:
    return current_app.extensions["catalogue"].keuzedeel(slug)


def a_submission(
    enrolment: Enrolment | None = None,
    work_process: str = W1,
    *,
    work: dict[str, Any] | None = None,
    keuzedeel: str = D1,
    assessors: Sequence[Membership] = (),
) -> Submission:
    """Hand in work; `assessors` are first allocated to seats 1 and 2. Without an enrolment one is made."""
    if enrolment is None:
        school = a_school()
        enrolment = an_enrolment(a_cohort(school, keuzedeel=keuzedeel), school)
    for seat, assessor in enumerate(assessors, start=1):
        is_allocated(assessor, enrolment, seat=seat)
    hand_in = HandIn(
        enrolment=enrolment,
        keuzedeel=the_keuzedeel(keuzedeel),
        work_process=work_process,
        work=work if work is not None else some_work(),
        hours={work_process: 1200},
        declaration=Declaration("Dit werk is van mij.", used_ai=False),
        arrived=now(),
    )
    found = sa.select(Submission).where(
        Submission.enrolment_id == enrolment.id, Submission.work_process == work_process
    )
    submission = submit(
        hand_in,
        submission=db.session.scalars(found).one_or_none(),
        actor_id=student_of(enrolment).person_id,
    )
    db.session.flush()
    return submission


def some_work(text: str = "Ik was gastvrouw bij het buurtoverleg.") -> dict[str, Any]:
    """Frozen work in the form that `course.portfolio.freezing.frozen_work` gives."""
    field = {"key": "zegt", "label": "Wat haalde je eruit?", "type": "text", "required": True, "passage": 1}
    item = {
        "id": "b1",
        "name": "Wijkprofiel",
        "criteria": ["W1-1"],
        "fields": [
            field | {"value": text, "text": text},
            field | {"value": text, "text": text, "passage": 2},
        ],
    }
    return {
        "work_process": W1,
        "piece": "wijkanalyse",
        "title": "Wijkanalyse",
        "sections": [{"key": "bronnen", "title": "Bronnen", "kind": "list", "items": [item]}],
        "evidence": [],
        "coverage": {"W1-1": 1},
    }


def student_of(enrolment: Enrolment) -> Membership:
    return db.session.get_one(Membership, enrolment.student_id)


def seat_of(submission: Submission, assessor: Membership) -> Assessment:
    """Give the assessment of one assessor, loaded as the verbs want it."""
    found = (
        sa.select(Assessment)
        .where(Assessment.submission_id == submission.id, Assessment.assessor_id == assessor.id)
        .options(joinedload(Assessment.submission))
    )
    return db.session.scalars(found).one()


def opened_by(assessor: Membership, submission: Submission) -> Assessment:
    assessment = seat_of(submission, assessor)
    scoring.open_work(assessment, actor_id=assessor.person_id)
    db.session.flush()
    return assessment


def scored_by(
    assessor: Membership,
    submission: Submission,
    levels: Mapping[str, str] | str = "V",
    *,
    criteria: Sequence[str] | None = None,
    words: str = "Te zien in je verslag",
) -> Assessment:
    """Score criteria (default: all); `levels`: one for all, or {criterion: level} with "V" for the rest."""
    assessment = opened_by(assessor, submission)
    drafts = [
        Draft(code, levels if isinstance(levels, str) else levels.get(code, "V"), f"{words}: {code}.", "", 0)
        for code in (criteria if criteria is not None else assessment.criteria)
    ]
    seen = {
        score.criterion: score.version
        for score in db.session.scalars(sa.select(Score).where(Score.assessment_id == assessment.id))
    }
    save_scores(
        assessment,
        [Draft(d.criterion, d.level, d.justification, d.evidence, seen.get(d.criterion, 0)) for d in drafts],
    )
    db.session.expire_all()
    return seat_of(submission, assessor)


def signed_by(
    assessor: Membership,
    submission: Submission,
    levels: Mapping[str, str] | str = "V",
    *,
    words: str = "Te zien in je verslag",
) -> Assessment:
    """Open, score every criterion and sign."""
    assessment = scored_by(assessor, submission, levels, words=words)
    scoring.sign(assessment, actor_id=assessor.person_id)
    db.session.flush()
    return assessment


def agreed(
    enrolment: Enrolment,
    work_process: str = W1,
    *,
    assessors: Sequence[Membership],
    levels: Mapping[str, str] | str = "V",
    keuzedeel: str = D1,
) -> FinalRows:
    """Hand in, let both allocated assessors judge the same, and give the final rows."""
    submission = a_submission(enrolment, work_process, keuzedeel=keuzedeel)
    for assessor in assessors:
        signed_by(assessor, submission, levels)
    return db.session.scalars(sa.select(FinalRows).where(FinalRows.submission_id == submission.id)).one()


def acting(member: Membership) -> Actor:
    """Give this member as who acts."""
    grants = sa.select(RoleGrant.role).where(RoleGrant.membership_id == member.id)
    return Actor(
        person_id=member.person_id,
        membership_id=member.id,
        school_id=member.school_id,
        school_name="",
        name=member.name,
        roles=frozenset(db.session.scalars(grants)),
        session_id=new_id(),
    )


def agreement_of(submission: Submission) -> Agreement | None:
    return db.session.scalars(
        sa.select(Agreement).where(Agreement.submission_id == submission.id)
    ).one_or_none()


def two_assessors(school: School) -> tuple[Membership, Membership]:
    return (
        a_member(school, Role.ASSESSOR, name="Henk Dijkstra"),
        a_member(school, Role.ASSESSOR, name="Marloes van Vliet"),
    )

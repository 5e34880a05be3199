"""Open, sign, give back, open again. Each locks the submission, so that two people at once take turns."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from accounts.policy.actor import Actor
from assessment.agreement import actions as agreement
from assessment.scoring import acts
from assessment.scoring.errors import AlreadySigned, NotComplete, NotOpened, ScoresHaveChanged
from assessment.scoring.models import Assessment, Score, Signature
from assessment.scoring.rules import is_open, unfinished
from assessment.scoring.seats import judge_again
from assessment.scoring.telling import ask_school_for
from assessment.scoring.workflow import ASSESSMENT, AssessmentAct, AssessmentState
from assessment.submissions import actions as submissions
from assessment.submissions.locking import lock
from assessment.submissions.models import Snapshot, Submission
from assessment.submissions.snapshots import hash_of
from assessment.submissions.workflow import SUBMISSION, SubmissionAct, SubmissionState
from foundation.audit.actions import record
from foundation.audit.chain import canonical
from foundation.clock import now
from foundation.database import db
from foundation.errors import NotNow

FORMAT = "wijkwijs.assessment/1"


def open_work(assessment: Assessment, *, actor_id: UUID) -> None:
    """Begin (or go on with) this version of the work; from now on the student cannot take it back."""
    submission = _lock(assessment)
    if assessment.snapshot_id == submission.snapshot_id and submission.state is SubmissionState.IN_ASSESSMENT:
        return
    assessment.state = ASSESSMENT.next(assessment.state, AssessmentAct.OPEN)
    submission.state = SUBMISSION.next(submission.state, SubmissionAct.OPEN)
    assessment.snapshot_id = submission.snapshot_id
    record(acts.OPENED, assessment, actor_id=actor_id, seat=assessment.seat)


def sign(assessment: Assessment, *, actor_id: UUID, seen: str | None = None) -> Signature:
    """Make the fixed copy of all scores; when both have signed, the agreement opens by itself.

    `seen` is the fingerprint of the rows that the assessor read; other rows are not signed.
    """
    submission = _lock(assessment)
    if assessment.state is AssessmentState.SIGNED:
        raise AlreadySigned()
    after = ASSESSMENT.next(assessment.state, AssessmentAct.SIGN)
    if not is_open(assessment):
        raise NotOpened()
    scores = _scores_to_sign(assessment)
    if seen is not None and seen != fingerprint_of_rows(scores):
        raise ScoresHaveChanged()
    signature = _fixed_copy(assessment, submission, scores)
    assessment.state, assessment.signature_id = after, signature.id
    db.session.flush()
    record(acts.SIGNED, assessment, actor_id=actor_id, seat=assessment.seat, sha256=signature.sha256)
    agreement.signed(submission, seat=assessment.seat, actor_id=actor_id)
    return signature


def decline(assessment: Assessment, *, reason: str, actor_id: UUID) -> None:
    """Give an assessment back to the school; the scores in the making stay unseen."""
    submission = _lock(assessment)
    assessment.state = ASSESSMENT.next(assessment.state, AssessmentAct.DECLINE)
    assessment.decline_reason = reason
    record(acts.DECLINED, assessment, actor_id=actor_id, reason=reason, seat=assessment.seat)
    ask_school_for("assessment.declined", submission)


def return_incomplete(assessment: Assessment, *, reason: str, actor_id: UUID) -> None:
    """Give the work back to the student with a reason; scores in the making stay for the next version."""
    submission = _lock(assessment)
    ASSESSMENT.next(assessment.state, AssessmentAct.SAVE_SCORE)
    submissions.return_incomplete(submission, reason=reason, actor_id=actor_id)


def reopen(assessment: Assessment, *, reason: str, actor: Actor) -> None:
    """Let an assessor judge again, because the board asks; the signed copy stays, the next refers to it."""
    actor_id, submission = actor.person_id, _lock(assessment)
    if submission.state is SubmissionState.ASSESSED:
        submission.state = SUBMISSION.next(submission.state, SubmissionAct.REOPEN)
        agreement.reopen(submission, actor_id=actor_id, reason=reason)
    elif not agreement.is_waiting_again(submission):
        raise NotNow()
    judge_again(assessment, criteria=assessment.criteria, actor_id=actor_id, reason=reason)


def fingerprint_of_rows(scores: Iterable[Score]) -> str:
    """Give the hash of rows as they stand, so that one signs what one read."""
    return hash_of(canonical([_row(score) for score in scores]))


def _lock(assessment: Assessment) -> Submission:
    """Lock the submission first and then the assessment: everywhere in this order."""
    submission = db.session.get_one(Submission, assessment.submission_id)
    lock(submission)
    lock(assessment)
    return submission


def _scores_to_sign(assessment: Assessment) -> list[Score]:
    found = sa.select(Score).where(Score.assessment_id == assessment.id)
    scores = {score.criterion: score for score in db.session.scalars(found)}
    if unfinished(assessment.criteria, scores.values()):
        raise NotComplete()
    return [scores[code] for code in assessment.criteria]


def _fixed_copy(assessment: Assessment, submission: Submission, scores: list[Score]) -> Signature:
    work, number, follows = _before(assessment)
    instant, sequence = now(), number + 1
    text = canonical(
        {
            "format": FORMAT,
            "assessment": assessment.id,
            "submission": assessment.submission_id,
            "seat": assessment.seat,
            "assessor": assessment.assessor_id,
            "sequence": sequence,
            "follows": follows,
            "signed_at": instant,
            "snapshot": work,
            "rubric": submission.rubric_hash,
            "rows": [_row(score) for score in scores],
        }
    )
    signature = Signature(
        school_id=assessment.school_id,
        assessment_id=assessment.id,
        sequence=sequence,
        body=text,
        sha256=hash_of(text),
        signed_at=instant,
    )
    db.session.add(signature)
    db.session.flush()
    return signature


def _row(score: Score) -> dict[str, str]:
    return {
        "criterion": score.criterion,
        "level": score.level,
        "justification": score.justification,
        "evidence": score.evidence,
    }


def _before(assessment: Assessment) -> tuple[str, int, str | None]:
    """Give the hash of the work that was judged, and number and hash of the last signature (0 and none)."""
    found = (
        sa.select(Snapshot.sha256, Signature.sequence, Signature.sha256)
        .outerjoin(Signature, Signature.assessment_id == assessment.id)
        .where(Snapshot.id == assessment.snapshot_id)
        .order_by(Signature.sequence.desc())
        .limit(1)
    )
    work, number, follows = db.session.execute(found).one()
    return work, number or 0, follows

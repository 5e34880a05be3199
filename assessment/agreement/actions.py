"""Compare, propose, call a third, close. The submission is locked first, so two people at once take turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

import sqlalchemy as sa
from flask_babel import gettext as _

from assessment.agreement import acts
from assessment.agreement.errors import NothingProposed, NotInDiscussion, NotOneOfTheRows
from assessment.agreement.models import Agreement, FinalRows, RowProposal
from assessment.agreement.rules import Row, agreed_row, differing, final_rows
from assessment.agreement.signed import Signed, signed_by_seat
from assessment.agreement.telling import tell_assessors
from assessment.agreement.workflow import AGREEMENT, AgreementAct, AgreementState
from assessment.scoring.seats import THIRD, seat_assessors
from assessment.scoring.telling import ask_school_for
from assessment.submissions.actions import conclude
from assessment.submissions.locking import lock
from assessment.submissions.models import Submission
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db
from foundation.errors import ChangedMeanwhile

TALKING = frozenset({AgreementState.COMPARING, AgreementState.IN_DISCUSSION})


def signed(submission: Submission, *, seat: int, actor_id: UUID) -> None:
    """Look what a signature sets in motion; the submission is locked by who signed."""
    found = signed_by_seat(submission.id)
    if seat != THIRD and not all(number in found and found[number].is_signed for number in (1, 2)):
        return
    agreement = db.session.scalars(_of(submission)).one_or_none()
    if seat == THIRD:
        if agreement is not None and agreement.state is AgreementState.THIRD_ASSESSOR:
            _close(agreement, submission, _by_third(agreement, found[THIRD]), found, actor_id=actor_id)
    else:
        _compare(agreement or _new(submission), submission, found, actor_id=actor_id)


def propose(
    agreement: Agreement, submission: Submission, *, row: Row, seen: int, assessor_id: UUID, actor_id: UUID
) -> RowProposal:
    """Propose a level for a differing row; when both propose the same on every row, the agreement closes."""
    lock(submission)
    lock(agreement)
    _refuse_unless_talking(agreement, row.criterion)
    proposals = proposals_of(agreement)
    own = next((p for p in proposals if (p.criterion, p.assessor_id) == (row.criterion, assessor_id)), None)
    _refuse_when_changed(own, seen)
    if own is None:
        own = _new_proposal(agreement, row.criterion, assessor_id)
        proposals.append(own)
    own.level, own.justification, own.updated_at = row.level, row.justification, now()
    agreement.state = AGREEMENT.next(agreement.state, AgreementAct.PROPOSE)
    record(acts.PROPOSED, agreement, actor_id=actor_id, criterion=row.criterion, level=row.level)
    db.session.flush()
    if decided := _all_agreed(agreement, proposals):
        _close(agreement, submission, decided, signed_by_seat(submission.id), actor_id=actor_id)
    return own


def confirm(
    agreement: Agreement,
    submission: Submission,
    *,
    criterion: str,
    seen: int,
    assessor_id: UUID,
    actor_id: UUID,
) -> RowProposal:
    """Agree with the proposal of the other, as it was when it was seen."""
    proposals = proposals_of(agreement)
    theirs = [p for p in proposals if p.criterion == criterion and p.assessor_id != assessor_id]
    if not theirs:
        raise NothingProposed()
    _refuse_when_changed(theirs[0], seen)
    own = [p.version for p in proposals if p.criterion == criterion and p.assessor_id == assessor_id]
    row = Row(criterion, theirs[0].level, theirs[0].justification)
    return propose(
        agreement,
        submission,
        row=row,
        seen=own[0] if own else 0,
        assessor_id=assessor_id,
        actor_id=actor_id,
    )


def call_third(agreement: Agreement, submission: Submission, *, reason: str, actor_id: UUID) -> None:
    """Ask for a third assessor; who is allocated to seat 3 gets the differing rows."""
    lock(submission)
    lock(agreement)
    agreement.state = AGREEMENT.next(agreement.state, AgreementAct.CALL_THIRD)
    record(acts.THIRD_CALLED, agreement, actor_id=actor_id, reason=reason, criteria=list(agreement.differing))
    seat_assessors(submission, criteria=agreement.differing, actor_id=actor_id, seats=(THIRD,))
    if not _has_third(submission):
        ask_school_for("agreement.third_needed", submission)


def reopen(submission: Submission, *, actor_id: UUID, reason: str) -> None:
    """Begin a next round, because an assessment was opened again; what was agreed stays as it was written."""
    agreement = db.session.scalars(_of(submission).with_for_update()).one_or_none()
    if agreement is None or agreement.state is not AgreementState.AGREED:
        return
    agreement.state = AGREEMENT.next(agreement.state, AgreementAct.REOPEN)
    agreement.round, agreement.differing, agreement.agreed_at = agreement.round + 1, [], None
    record(acts.REOPENED, agreement, actor_id=actor_id, reason=reason, round=agreement.round)


def is_waiting_again(submission: Submission) -> bool:
    """Tell whether a next round has begun and nobody compared yet."""
    agreement = db.session.scalars(_of(submission)).one_or_none()
    return agreement is not None and agreement.state is AgreementState.WAITING


def proposals_of(agreement: Agreement) -> list[RowProposal]:
    """Give the proposals of this round."""
    found = sa.select(RowProposal).where(
        RowProposal.agreement_id == agreement.id, RowProposal.round == agreement.round
    )
    return list(db.session.scalars(found))


def _of(submission: Submission) -> sa.Select[Agreement]:
    return sa.select(Agreement).where(Agreement.submission_id == submission.id)


def _has_third(submission: Submission) -> bool:
    return THIRD in signed_by_seat(submission.id)


def _new(submission: Submission) -> Agreement:
    agreement = Agreement(
        school_id=submission.school_id,
        submission_id=submission.id,
        state=AgreementState.WAITING,
        round=1,
        differing=[],
        created_at=now(),
    )
    db.session.add(agreement)
    return agreement


def _compare(
    agreement: Agreement, submission: Submission, found: Mapping[int, Signed], *, actor_id: UUID
) -> None:
    agreement.state = AGREEMENT.next(agreement.state, AgreementAct.COMPARE)
    criteria = found[1].assessment.criteria
    agreement.differing = differing(criteria, found[1].rows, found[2].rows)
    db.session.flush()
    record(acts.COMPARED, agreement, actor_id=actor_id, differing=len(agreement.differing))
    if not agreement.differing:
        _close(agreement, submission, {}, found, actor_id=actor_id)
    else:
        tell_assessors("agreement.differs", agreement, [found[1].assessor_id, found[2].assessor_id])


Decided = Mapping[str, tuple[str, Sequence[Row]]]


def _close(
    agreement: Agreement,
    submission: Submission,
    decided: Decided,
    found: Mapping[int, Signed],
    *,
    actor_id: UUID,
) -> None:
    agreement.state = AGREEMENT.next(agreement.state, AgreementAct.CLOSE)
    agreement.agreed_at = now()
    criteria = found[1].assessment.criteria
    db.session.add(
        FinalRows(
            school_id=agreement.school_id,
            agreement_id=agreement.id,
            submission_id=submission.id,
            round=agreement.round,
            rows=final_rows(criteria, found[1].rows, found[2].rows, decided),
            created_at=now(),
        )
    )
    conclude(submission)
    record(acts.CLOSED, agreement, actor_id=actor_id, round=agreement.round)


def _by_third(agreement: Agreement, third: Signed) -> Decided:
    return {code: ("third", (third.rows[code],)) for code in agreement.differing}


def _all_agreed(agreement: Agreement, proposals: Sequence[RowProposal]) -> Decided:
    decided = {}
    for code in agreement.differing:
        rows = [Row(code, p.level, p.justification) for p in proposals if p.criterion == code]
        if not agreed_row(rows):
            return {}
        decided[code] = ("agreed", _once(rows))
    return decided


def _once(rows: Sequence[Row]) -> list[Row]:
    """Keep one of two rows with the same words: who confirmed a proposal took it over."""
    return list({row.justification: row for row in rows}.values())


def _refuse_unless_talking(agreement: Agreement, criterion: str) -> None:
    if agreement.state not in TALKING:
        raise NotInDiscussion()
    if criterion not in agreement.differing:
        raise NotOneOfTheRows()


def _refuse_when_changed(proposal: RowProposal | None, seen: int) -> None:
    version = proposal.version if proposal else 0
    if version != seen:
        text = proposal.justification if proposal else ""
        raise ChangedMeanwhile(
            version=version, theirs={"justification": {"label": _("Onderbouwing"), "text": text}}
        )


def _new_proposal(agreement: Agreement, criterion: str, assessor_id: UUID) -> RowProposal:
    proposal = RowProposal(
        school_id=agreement.school_id,
        agreement_id=agreement.id,
        round=agreement.round,
        criterion=criterion,
        assessor_id=assessor_id,
    )
    db.session.add(proposal)
    return proposal

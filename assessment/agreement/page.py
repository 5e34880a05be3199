"""What the two assessors see together: only the rows that differ, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from accounts.policy.actor import Actor
from assessment.agreement.actions import TALKING, proposals_of
from assessment.agreement.forms import ProposalForm
from assessment.agreement.models import Agreement, FinalRows, RowProposal
from assessment.agreement.queries import Table, final_rows
from assessment.agreement.rules import Row
from assessment.agreement.signed import Signed
from assessment.submissions import rubrics
from assessment.submissions.places import Place, pointed_at
from assessment.submissions.snapshots import content_of
from content.instrument import Instrument
from content.qualification import Behaviour
from foundation.web.course_language import dutch_choice


@dataclass(frozen=True)
class Difference:
    """One row on which the two differ, with what each proposes now."""

    behaviour: Behaviour
    own: Row
    theirs: Row
    proposal: RowProposal | None
    their_proposal: RowProposal | None
    form: ProposalForm

    @property
    def is_agreed(self) -> bool:
        """Tell whether both propose the same level."""
        if self.proposal is None or self.their_proposal is None:
            return False
        return self.proposal.level == self.their_proposal.level


@dataclass(frozen=True)
class AgreementPage:
    """The page of one agreement, for one of the two."""

    agreement: Agreement
    instrument: Instrument
    other: Signed
    differences: Sequence[Difference]
    settled: Sequence[tuple[Behaviour, Row]]
    final: FinalRows | None
    content: dict[str, Any]

    @property
    def is_open(self) -> bool:
        """Tell whether the two are still talking."""
        return self.agreement.state in TALKING

    @property
    def agreed_count(self) -> int:
        """Give how many of the differing rows are agreed now."""
        return sum(each.is_agreed for each in self.differences)

    @property
    def process(self) -> Any:
        """Give the work process."""
        return self.instrument.work_process(self.agreement.submission.work_process)

    def pointed_at(self, row: Row) -> list[Place]:
        """Give where in the work a judgement of this criterion can be seen."""
        return pointed_at(row.evidence, self.content.get("work", {}))

    def level(self, code: str) -> str:
        """Give the name of a level."""
        return self.instrument.exam_plan.level(code).title


def page_of(table: Table, actor: Actor, *, tried: tuple[str, ProposalForm] | None = None) -> AgreementPage:
    """Put the page together; `tried` is a form that was refused, with what was typed."""
    agreement, submission = table.agreement, table.agreement.submission
    instrument = rubrics.instrument(str(submission.rubric_hash))
    own, other = _own_and_other(table, actor)
    proposals = proposals_of(agreement)
    return AgreementPage(
        agreement=agreement,
        instrument=instrument,
        other=other,
        differences=[
            _difference(code, instrument, own, other, proposals, tried) for code in agreement.differing
        ],
        settled=[
            (instrument.criterion(code), own.rows[code])
            for code in own.assessment.criteria
            if code not in agreement.differing
        ],
        final=final_rows(agreement) if agreement.agreed_at else None,
        content=content_of(submission.snapshot) if submission.snapshot else {},
    )


def proposal_form(instrument: Instrument, **values: Any) -> ProposalForm:
    """Make the form of one row, with the levels of the rubric."""
    form = ProposalForm(**values)
    form.level.choices = [dutch_choice(level.code, level.title) for level in instrument.exam_plan.levels]
    return form


def _own_and_other(table: Table, actor: Actor) -> tuple[Signed, Signed]:
    one, two = table.signed[1], table.signed[2]
    return (one, two) if one.assessor_id == actor.membership_id else (two, one)


def _difference(
    code: str,
    instrument: Instrument,
    own: Signed,
    other: Signed,
    proposals: Sequence[RowProposal],
    tried: tuple[str, ProposalForm] | None,
) -> Difference:
    mine = _proposal(proposals, code, own)
    if tried is not None and tried[0] == code:
        form = tried[1]
    else:
        form = proposal_form(
            instrument,
            formdata=None,
            level=mine.level if mine else None,
            justification=mine.justification if mine else "",
            version=mine.version if mine else 0,
        )
    return Difference(
        instrument.criterion(code),
        own.rows[code],
        other.rows[code],
        mine,
        _proposal(proposals, code, other),
        form,
    )


def _proposal(proposals: Sequence[RowProposal], code: str, who: Signed) -> RowProposal | None:
    return next((p for p in proposals if (p.criterion, p.assessor_id) == (code, who.assessor_id)), None)

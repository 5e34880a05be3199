"""What a student is about to hand in: exactly what will be frozen, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from assessment.submissions.actions import HandIn
from assessment.submissions.errors import WorkHasChanged
from assessment.submissions.models import Submission
from assessment.submissions.queries import OwnWork
from assessment.submissions.rules import in_time
from assessment.submissions.snapshots import Declaration, fingerprint_of_work
from assessment.submissions.telling import sentence, title
from assessment.submissions.workflow import SubmissionState
from content.errors import UnknownContent
from content.keuzedeel import Keuzedeel
from content.qualification import WorkProcess
from course.hours.queries import balance
from course.portfolio.freezing import frozen_work, missing_before_hand_in
from course.portfolio.gap_links import as_checks
from enrolment.catalogue import keuzedeel
from enrolment.models import Enrolment
from enrolment.queries import deadlines_for
from enrolment.rules import WITH_ASSESSORS
from foundation.clock import now
from foundation.errors import Unknown


@dataclass(frozen=True)
class Preview:
    """Work in the making, written down as it would be frozen."""

    enrolment: Enrolment
    submission: Submission | None
    keuzedeel: Keuzedeel
    process: WorkProcess
    work: dict[str, Any]
    gaps: list[dict[str, Any]]
    hours: dict[str, int]
    deadline: datetime | None
    seen: str

    @property
    def submission_id(self) -> UUID | None:
        """Give the submission, when there is one."""
        return self.submission.id if self.submission else None

    @property
    def state(self) -> SubmissionState:
        """Give where it is; a draft as long as nothing was handed in."""
        return self.submission.state if self.submission else SubmissionState.DRAFT

    @property
    def is_locked(self) -> bool:
        """Tell whether the work is handed in now."""
        return self.state in WITH_ASSESSORS

    @property
    def is_late(self) -> bool:
        """Tell whether the deadline has passed at this moment."""
        return not in_time(now(), self.deadline)

    @property
    def state_title(self) -> str:
        """Give the state in words."""
        return title(self.state)

    @property
    def state_sentence(self) -> str:
        """Say what happens now."""
        return sentence(self.state)

    def is_handed_in(self, seen: str | None) -> bool:
        """Tell whether this very work was handed in a moment ago: a second click gets the same receipt."""
        return self.is_locked and seen == self.seen


def preview_of(own: OwnWork, work_process: str) -> Preview:
    """Write the work down as it would be frozen. Four statements."""
    the_keuzedeel = keuzedeel(own.enrolment.cohort.keuzedeel)
    try:
        process, piece = the_keuzedeel.work_process(work_process), the_keuzedeel.piece(work_process)
    except UnknownContent as missing:
        raise Unknown() from missing
    work = frozen_work(own.enrolment, the_keuzedeel, work_process)
    return Preview(
        enrolment=own.enrolment,
        submission=own.submission,
        keuzedeel=the_keuzedeel,
        process=process,
        work=work,
        gaps=as_checks(missing_before_hand_in(work, piece), piece),
        hours={code: part.counted for code, part in balance(own.enrolment.id).parts.items()},
        deadline=deadlines_for(own.enrolment).get(work_process),
        seen=fingerprint_of_work(work),
    )


def refuse_when_changed(preview: Preview, seen: str | None) -> None:
    """Raise WorkHasChanged when the work is not what the student saw."""
    if seen != preview.seen:
        raise WorkHasChanged()


def hand_in_of(preview: Preview, declaration: Declaration, *, arrived: datetime) -> HandIn:
    """Put together what is handed in."""
    return HandIn(
        enrolment=preview.enrolment,
        keuzedeel=preview.keuzedeel,
        work_process=preview.process.code,
        work=preview.work,
        hours=preview.hours,
        declaration=declaration,
        arrived=arrived,
        deadline=preview.deadline,
    )

"""Everything assessors and the exam board need to judge, as one value that can be stored by hash."""

from typing import Any

from content.exam_plan import ExamPlan
from content.fingerprint import fingerprint
from content.frozen import Frozen, Slug
from content.qualification import Behaviour, Qualification, WorkProcess
from content.work_form import Piece, WorkForm


class Instrument(Frozen):
    """The qualification, the exam plan and the form of the work, frozen together."""

    slug: Slug
    qualification: Qualification
    exam_plan: ExamPlan
    work: WorkForm

    def as_dict(self) -> dict[str, Any]:
        """Write the instrument as JSON values; `Instrument.model_validate` reads them back."""
        return self.model_dump(mode="json")

    @property
    def version(self) -> str:
        """The sha256 of the canonical content, in hexadecimal."""
        return fingerprint(self.as_dict())

    def work_process(self, code: str) -> WorkProcess:
        """Find the work process with this code, such as D1-K1-W1."""
        return self.qualification.work_process(code)

    def criteria(self, work_process: str) -> tuple[Behaviour, ...]:
        """The criteria of a work process, in the official order."""
        return self.work_process(work_process).behaviours

    def criterion(self, code: str) -> Behaviour:
        """Find the criterion with this code, such as W1-3."""
        return self.qualification.criterion(code)

    def piece(self, work_process: str) -> Piece:
        """Find the form of the work of a work process."""
        return self.work.piece(work_process)

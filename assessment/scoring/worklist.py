"""The worklist: work that waits, put together per student in the order of the oldest piece."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from assessment.scoring.desk import Progress, progress_of
from assessment.scoring.models import Assessment
from assessment.scoring.rules import is_open
from assessment.submissions import rubrics
from assessment.submissions.models import Submission
from content.qualification import WorkProcess
from enrolment.models import Enrolment


@dataclass(frozen=True)
class Task:
    """One work process of one student, and how far the assessor is."""

    assessment: Assessment
    process: WorkProcess
    progress: Progress
    is_open: bool


@dataclass(frozen=True)
class Student:
    """A student with the work that waits."""

    enrolment: Enrolment
    tasks: list[Task] = field(default_factory=list)


def by_student(assessments: Iterable[Assessment]) -> list[Student]:
    """Group assessments by student, without changing the order of the first of each."""
    students: dict[object, Student] = {}
    for assessment in assessments:
        enrolment = assessment.submission.enrolment
        students.setdefault(enrolment.id, Student(enrolment)).tasks.append(_task(assessment))
    return list(students.values())


def process_of(submission: Submission) -> WorkProcess:
    """Give the work process of a submission, in the version it is judged by."""
    return rubrics.instrument(str(submission.rubric_hash)).work_process(submission.work_process)


def _task(assessment: Assessment) -> Task:
    process = process_of(assessment.submission)
    return Task(assessment, process, progress_of(assessment), is_open(assessment))

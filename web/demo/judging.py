"""Judging: two assessors who work apart, then talk about what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from assessment.agreement import actions as agreement
from assessment.agreement.models import Agreement
from assessment.agreement.rules import Row
from assessment.scoring import actions as scoring
from assessment.scoring.models import Assessment
from assessment.scoring.saving import Draft, save_scores
from assessment.submissions.models import Submission
from enrolment.catalogue import keuzedeel
from foundation.database import db
from web.demo import data
from web.demo.calendar import at, days_later
from web.demo.dossiers import Writer, titles_for
from web.demo.handing_in import takes_seats
from web.demo.people import D1, Student, codes

THIRD = 3


def is_judged(writer: Writer, code: str, handed_in: date) -> None:
    """Let both assessors judge and sign; what differs is agreed when there are words for it."""
    student = writer.student
    for number, assessor in enumerate(student.data.assessors):
        begins, ends = days_later(handed_in, 2 + number), days_later(handed_in, 4 + 2 * number)
        judge = _Judge(writer, code, assessor, number)
        student.tell(at(begins, 9, 30 + 20 * number), lambda who=judge: who.score(0, 4))
        student.tell(at(ends, 14, 10 * number), lambda who=judge: who.score(4))
        student.tell(at(ends, 15, 10 * number), lambda who=judge: who.sign())
    if set(_differing(student, code)) <= set(student.data.talk):
        for criterion in _differing(student, code):
            _tell_talk(student, code, criterion, days_later(handed_in, 8))


def is_half_judged(writer: Writer, code: str, day: date) -> None:
    """Let the first assessor judge a little more than half."""
    judge = _Judge(writer, code, writer.student.data.assessors[0], 0)
    writer.student.tell(at(day, 10, 12), lambda: judge.score(0, 4))


def is_signed_by_first(writer: Writer, code: str, begins: date, ends: date) -> None:
    """Let the first assessor judge and sign; the second has not begun."""
    judge = _Judge(writer, code, writer.student.data.assessors[0], 0)
    writer.student.tell(at(begins, 9, 45), lambda: judge.score(0, 3))
    writer.student.tell(at(ends, 11), lambda: judge.score(3))
    writer.student.tell(at(ends, 11, 25), lambda: judge.sign())


def is_returned(writer: Writer, code: str, day: date) -> None:
    """Let the first assessor open the work and give it back, because it is not complete."""
    student = writer.student
    judge = _Judge(writer, code, student.data.assessors[0], 0)
    student.tell(at(day, 9, 50), judge.open)
    student.tell(at(day, 10, 20), lambda: judge.give_back(student.data.note))


def calls_third(writer: Writer, code: str, day: date) -> None:
    """Let the assessors ask for a third one, who begins with the first of the differing rows."""
    student = writer.student
    student.tell(at(day, 13), lambda: _call_third(student, code))
    student.tell(at(day, 15, 30), lambda: takes_seats(student, {THIRD: "bram"}))
    judge = _Judge(writer, code, "bram", 0)
    student.tell(at(days_later(day, 1), 10), lambda: judge.score(0, 1))


def talk_begins(student: Student, code: str, day: date) -> None:
    """Let each of the two propose one row; the rest is still to be talked about."""
    said_here = [each for each in student.data.talk.items() if each[0].startswith(code)]
    for number, (criterion, said) in enumerate(said_here):
        assessor = student.data.assessors[number % 2]
        row = Row(criterion, said.level, said.words)
        student.tell(
            at(day, 16, 15 * number), lambda who=assessor, what=row: _propose(student, code, who, what)
        )


@dataclass(frozen=True)
class _Judge:
    """One assessor at the work of one student for one work process; `number` tells whose words are used."""

    writer: Writer
    code: str
    key: str
    number: int

    @property
    def person_id(self) -> UUID:
        """Give who acts."""
        return self.writer.student.stage.members[self.key].person_id

    def open(self) -> None:
        """Open the work."""
        scoring.open_work(self._assessment(), actor_id=self.person_id)
        db.session.flush()

    def score(self, first: int, last: int | None = None) -> None:
        """Judge these criteria."""
        self.open()
        assessment = self._assessment()
        save_scores(assessment, [self._draft(each) for each in assessment.criteria[first:last]])

    def sign(self) -> None:
        """Sign."""
        scoring.sign(self._assessment(), actor_id=self.person_id)

    def give_back(self, reason: str) -> None:
        """Give the work back to the student."""
        scoring.return_incomplete(self._assessment(), reason=reason, actor_id=self.person_id)

    def _draft(self, criterion: str) -> Draft:
        level = self._level(criterion)
        shown = titles_for(self.writer, criterion)
        return Draft(criterion, level, self._words(criterion, level), "\n".join(shown[:2]), 0)

    def _level(self, criterion: str) -> str:
        own = self.writer.student.data
        place = int(criterion.rsplit("-", 1)[-1]) - 1
        first = own.levels[self.code][place]
        return own.second.get(criterion, first) if self.number else first

    def _words(self, criterion: str, level: str) -> str:
        own = self.writer.student.data.judged.get(criterion)
        if own:
            return own[self.number]
        seen = self.writer.says(self.writer.dossier.oordelen[criterion][self.number])
        return f"{seen} {self._closing(criterion, level)}"

    def _closing(self, criterion: str, level: str) -> str:
        """The first assessor ends with a remark of the comment bank, the second in words of their own."""
        if self.number:
            endings = data.closings().closings[level]
            return endings[sum(criterion.encode()) % len(endings)]
        ranks: list[str] = [each.code for each in reversed(keuzedeel(D1).exam_plan.levels)]
        return keuzedeel(D1).criterion(criterion).remarks[ranks.index(level)]

    def _assessment(self) -> Assessment:
        student = self.writer.student
        found = (
            sa.select(Assessment)
            .join(Assessment.submission)
            .where(
                Submission.enrolment_id == student.stage.enrolments[student.key],
                Submission.work_process == codes()[self.code],
                Assessment.assessor_id == student.stage.members[self.key].id,
            )
            .options(joinedload(Assessment.submission))
            .with_for_update(of=Assessment)
        )
        return db.session.scalars(found).one()


def _differing(student: Student, code: str) -> list[str]:
    return [criterion for criterion in student.data.second if criterion.startswith(code)]


def _tell_talk(student: Student, code: str, criterion: str, day: date) -> None:
    said = student.data.talk[criterion]
    row = Row(criterion, said.level, said.words)
    one, two = student.data.assessors
    student.tell(at(day, 15), lambda: _propose(student, code, one, row))
    student.tell(at(day, 15, 40), lambda: _confirm(student, code, two, criterion))


def _propose(student: Student, code: str, assessor: str, row: Row) -> None:
    submission, found = _agreement(student, code)
    member = student.stage.members[assessor]
    agreement.propose(found, submission, row=row, seen=0, assessor_id=member.id, actor_id=member.person_id)


def _confirm(student: Student, code: str, assessor: str, criterion: str) -> None:
    submission, found = _agreement(student, code)
    member = student.stage.members[assessor]
    theirs: Sequence[int] = [
        each.version for each in agreement.proposals_of(found) if each.criterion == criterion
    ]
    agreement.confirm(
        found,
        submission,
        criterion=criterion,
        seen=theirs[0],
        assessor_id=member.id,
        actor_id=member.person_id,
    )


def _call_third(student: Student, code: str) -> None:
    submission, found = _agreement(student, code)
    first = student.stage.members[student.data.assessors[0]]
    agreement.call_third(found, submission, reason=student.data.note, actor_id=first.person_id)


def _agreement(student: Student, code: str) -> tuple[Submission, Agreement]:
    found = (
        sa.select(Submission, Agreement)
        .join(Agreement, Agreement.submission_id == Submission.id)
        .where(
            Submission.enrolment_id == student.stage.enrolments[student.key],
            Submission.work_process == codes()[code],
        )
    )
    submission, row = db.session.execute(found).one()
    return submission, row

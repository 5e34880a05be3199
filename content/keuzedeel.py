"""One keuzedeel: the instrument it is judged with, and the course that leads there."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from content.assignment import Assignment
from content.drawing import Drawing
from content.exam_plan import ExamPlan
from content.finding import first
from content.fingerprint import fingerprint
from content.glossary import Glossary, glossary_of
from content.instrument import Instrument
from content.lesson import Lesson
from content.programme import Outline, Programme
from content.qualification import Behaviour, Qualification, WorkProcess
from content.selftest import SelfTest
from content.work_form import Piece, WorkForm, WorkSection


@dataclass(frozen=True, eq=False)
class Keuzedeel:
    frozen: Instrument
    programme: Programme
    outline: Outline
    lessons: tuple[Lesson, ...]
    assignments: tuple[Assignment, ...]
    selftests: tuple[SelfTest, ...] = ()

    @property
    def slug(self) -> str:
        return self.frozen.slug

    @property
    def title(self) -> str:
        return self.qualification.title

    @property
    def qualification(self) -> Qualification:
        return self.frozen.qualification

    @property
    def exam_plan(self) -> ExamPlan:
        return self.frozen.exam_plan

    @property
    def work(self) -> WorkForm:
        return self.frozen.work

    @cached_property
    def instrument_version(self) -> str:
        """The hash of everything a judgement rests on."""
        return self.frozen.version

    @cached_property
    def version(self) -> str:
        """The hash of everything, lessons and assignments included."""
        return fingerprint(
            [
                self.instrument_version,
                self.programme.model_dump(mode="json"),
                self.outline.model_dump(mode="json"),
                [lesson.source for lesson in self.lessons],
                [assignment.source for assignment in self.assignments],
                [selftest.source for selftest in self.selftests],
                sorted(self.drawings),
            ]
        )

    @cached_property
    def drawings(self) -> Mapping[str, Drawing]:
        """Every drawing of the lessons and assignments, by its hash."""
        documents: tuple[Lesson | Assignment, ...] = (*self.lessons, *self.assignments)
        found = (each for document in documents for each in document.drawings)
        return {each.sha256: each for each in found if isinstance(each, Drawing)}

    @property
    def glossary(self) -> Glossary:
        """The words that its lessons explain."""
        return glossary_of(self.lessons)

    def instrument(self) -> dict[str, Any]:
        """Write what the work is judged with as JSON values, to be stored once by its hash."""
        return self.frozen.as_dict()

    def work_process(self, code: str) -> WorkProcess:
        """Find the work process with this code, such as D1-K1-W1."""
        return self.frozen.work_process(code)

    def criteria(self, work_process: str) -> tuple[Behaviour, ...]:
        """The criteria of a work process, in the official order."""
        return self.frozen.criteria(work_process)

    def criterion(self, code: str) -> Behaviour:
        """Find the criterion with this code, such as W1-3."""
        return self.frozen.criterion(code)

    def piece(self, work_process: str) -> Piece:
        """Find the form of the work of a work process."""
        return self.frozen.piece(work_process)

    def lesson(self, slug: str) -> Lesson:
        """Find the lesson with this slug."""
        return first((lesson for lesson in self.lessons if lesson.slug == slug), slug)

    def assignment(self, slug: str) -> Assignment:
        """Find the assignment with this slug."""
        return first((each for each in self.assignments if each.slug == slug), slug)

    def place_of(self, assignment: Assignment) -> tuple[Piece, WorkSection] | None:
        """Find where in the work an assignment is done; None when it has no place there."""
        if assignment.header.place is None:
            return None
        piece, _, section = assignment.header.place.partition(".")
        found = self.work.piece_by_key(piece)
        return found, found.section(section)

    def selftest(self, block: str) -> SelfTest:
        """Find the self-test of the block with this code, such as M1-A."""
        return first((each for each in self.selftests if each.block == block), block)

    def lessons_first(self, assignment: Assignment) -> tuple[Lesson, ...]:
        """The lessons that are there of those an assignment asks to read first."""
        wanted: Mapping[str, Lesson] = {lesson.slug: lesson for lesson in self.lessons}
        return tuple(wanted[slug] for slug in assignment.header.lessons_first if slug in wanted)

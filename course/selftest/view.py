"""One question as its page shows it: the controls, the last answer, the feedback, and when it comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from content.lesson import Lesson
from content.nodes import Answer, Choice, DilemmaChoice, Match, Order, Question, Short
from content.question_version import version_of
from course.selftest.documents import Document
from course.selftest.forms import HERE, AnswerForm
from course.selftest.models import Attempt
from course.selftest.repetition import Standing, standing_after
from course.selftest.rules import Verdict, chosen, judge
from foundation.clock import local

KINDS = {"Choice": "choice", "DilemmaChoice": "dilemma", "Order": "order", "Match": "match", "Short": "short"}


@dataclass(frozen=True)
class QuestionView:
    """A question of a document. `filled` is what stands in its controls; `may_answer` while enrolled."""

    document: Document
    question: Question
    back: str
    may_answer: bool
    filled: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, Sequence[str]] = field(default_factory=dict)
    verdict: Verdict | None = None
    standing: Standing = field(default_factory=Standing)

    @property
    def id(self) -> str:
        """Give the id of its place on the page."""
        return f"vraag-{self.document.slug}-{self.question.id}"

    @property
    def kind(self) -> str:
        """Give which kind of question it is."""
        return KINDS[type(self.question).__name__]

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """Give the lessons in which this is explained."""
        return self.document.lessons.get(self.question.id, ())

    @property
    def outcome(self) -> str:
        """Give how the last answer turned out; empty without one."""
        return self.verdict.outcome.value if self.verdict else ""

    @property
    def answer(self) -> Answer | None:
        """Give the line that was chosen."""
        if self.verdict and isinstance(self.question, (Choice, DilemmaChoice)):
            return self.question.answers[chosen(self.question, self.filled)]
        return None

    @property
    def missed(self) -> list[tuple[str, str]]:
        """Give the steps, pairs or points that were not right, each with its feedback."""
        lines = lines_of(self.question)
        marks = self.verdict.marks if self.verdict else ()
        return [line for line, is_right in zip(lines, marks, strict=False) if not is_right]


def question_view(
    document: Document,
    question: Question,
    attempts: Sequence[Attempt],
    *,
    back: str = HERE,
    may_answer: bool = True,
) -> QuestionView:
    """Show a question with the last answer that was given to these very words."""
    last = attempts[-1] if attempts and attempts[-1].question_hash == version_of(question) else None
    return QuestionView(
        document,
        question,
        back,
        may_answer,
        filled=last.given if last else {},
        verdict=judge(question, last.given) if last else None,
        standing=standing_of(attempts),
    )


def refused_view(document: Document, question: Question, form: AnswerForm) -> QuestionView:
    """Show a question with what was sent, and what is wrong with it."""
    errors = {name: [str(each) for each in messages] for name, messages in form.errors.items() if name}
    return QuestionView(document, question, str(form.back.data or HERE), True, form.shown, errors)


def standing_of(attempts: Sequence[Attempt]) -> Standing:
    """Tell when a question comes back."""
    return standing_after((each.outcome, local(each.created_at).date()) for each in attempts)


def lines_of(question: Question) -> list[tuple[str, str]]:
    """Give the steps, pairs or points of a question, each with its feedback."""
    match question:
        case Order():
            return [(each.text, each.feedback) for each in question.steps]
        case Match():
            return [(each.left, each.feedback) for each in question.pairs]
        case Short():
            return [(each.text, each.feedback) for each in question.points]
    return []

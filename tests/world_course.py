"""What a student did in the course: work of every section, evidence of every kind, hours in every state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

from accounts.schools.models import Membership
from content.nodes import Short
from content.question_version import version_of
from content.work_form import FormField, Piece, WorkSection
from course.feedback.models import Feedback
from course.hours.models import HourEntry
from course.hours.workflow import HourState
from course.notes.models import Note
from course.notes.places import WHOLE, sections_for_notes
from course.portfolio.models import Evidence, EvidenceCriterion, EvidenceKind
from course.progress.models import AssignmentDone, LessonProgress
from course.selftest.models import Attempt
from course.selftest.rules import judge
from course.workbench.models import Certainty, WorkItem, WorkLink
from enrolment.models import Enrolment, Extension
from foundation.clock import now
from foundation.database import Base, db
from foundation.storage.actions import keep
from tests.factories.answers import fill_in
from tests.factories.assessments import the_keuzedeel
from tests.world_canary import Canary


def fill_course(enrolment: Enrolment, canary: Canary, *, coach: Membership) -> None:
    """Let a student do some of everything."""
    items = list(_items(enrolment, canary))
    db.session.add_all(items)
    db.session.flush()
    db.session.add_all([*_links(enrolment, items), *_evidence(enrolment, canary, items)])
    db.session.add_all([*_hours(enrolment, canary, coach), *_reactions(enrolment, canary, coach)])
    lessons = the_keuzedeel().lessons[:2]
    own = {"school_id": enrolment.school_id, "enrolment_id": enrolment.id}
    db.session.add_all([LessonProgress(**own, lesson=each.slug, opened_at=now()) for each in lessons])
    db.session.add(AssignmentDone(**own, assignment=the_keuzedeel().assignments[0].slug, done_at=now()))
    db.session.add_all(_answers(enrolment, canary))
    db.session.add_all(_notes(enrolment, canary))
    later = now() + timedelta(days=30)
    for code in ("D1-K1-W1", "D1-K1-W2", "D1-K1-W3"):
        row = Extension(**own, work_process=code, at=later, reason=canary.text(), granted_by_id=coach.id)
        db.session.add(row)
    db.session.flush()


def _items(enrolment: Enrolment, canary: Canary) -> Iterator[WorkItem]:
    for piece, section in _sections():
        for position in (1,) if section.kind == "single" else (1, 2):
            yield WorkItem(
                school_id=enrolment.school_id, enrolment_id=enrolment.id, piece=piece.key,
                section=section.key, position=position, values=dict(_values(section, canary)),
                created_at=now(), updated_at=now(), links=[],
            )  # fmt: skip


def _values(section: WorkSection, canary: Canary) -> Iterator[tuple[str, str]]:
    made = {"line": canary.line, "text": canary.text, "rich": canary.text, "date": lambda: "2026-10-05"}
    for field in section.fields:
        if field.type == "choice":
            yield field.key, field.options[0].value
        elif field.type in made:
            yield field.key, made[field.type]()


def _links(enrolment: Enrolment, items: list[WorkItem]) -> Iterator[Base]:
    for piece, section in _sections():
        for field in section.fields:
            source = _first(items, piece, section)
            target = _first(items, *the_keuzedeel().work.target(piece, field)) if field.to else source
            if target is not source:
                yield _link(enrolment, source, field, target)


def _link(enrolment: Enrolment, source: WorkItem, field: FormField, target: WorkItem) -> WorkLink:
    certainty = Certainty.VERMOEDEN if field.certainty else None
    return WorkLink(
        school_id=enrolment.school_id, item_id=source.id, field=field.key, target_id=target.id,
        certainty=certainty,
    )  # fmt: skip


def _evidence(enrolment: Enrolment, canary: Canary, items: list[WorkItem]) -> Iterator[Evidence]:
    file = canary.text().encode()
    kinds = {
        EvidenceKind.ITEM: {"work_item_id": items[0].id},
        EvidenceKind.TEXT: {"body": canary.text()},
        EvidenceKind.FILE: {"sha256": keep(file), "size": len(file), "content_type": "text/plain"},
    }
    own = {"school_id": enrolment.school_id, "enrolment_id": enrolment.id}
    for kind, what in kinds.items():
        served = [EvidenceCriterion(**own, criterion=code) for code in ("W1-1", "W2-1", "W3-1")]
        yield Evidence(**own, kind=kind, title=canary.line(), created_at=now(), criteria=served, **what)


def _hours(enrolment: Enrolment, canary: Canary, coach: Membership) -> Iterator[HourEntry]:
    days = count(1)
    for state in HourState:
        confirmed = state is HourState.CONFIRMED
        yield HourEntry(
            school_id=enrolment.school_id,
            enrolment_id=enrolment.id,
            work_process="D1-K1-W1",
            day=date(2026, 11, 15 + next(days)),
            minutes=90,
            description=canary.text()[:500],
            source_key=f"lesson:{the_keuzedeel().lessons[0].slug}" if state is HourState.PROPOSED else None,
            state=state,
            question=canary.text(),
            created_at=now(),
            confirmed_at=now() if confirmed else None,
            confirmed_by_id=coach.id if confirmed else None,
        )


def _reactions(enrolment: Enrolment, canary: Canary, coach: Membership) -> Iterator[Feedback]:
    for criterion, handled_at in (("W1-1", now()), (None, None)):
        yield Feedback(
            school_id=enrolment.school_id, enrolment_id=enrolment.id, author_id=coach.id,
            work_process="D1-K1-W1", criterion=criterion, body=canary.text(), created_at=now(),
            handled_at=handled_at,
        )  # fmt: skip


def _answers(enrolment: Enrolment, canary: Canary) -> Iterator[Attempt]:
    """Answer every question of a lesson; in own words where that is asked."""
    lesson = next(each for each in the_keuzedeel().lessons if each.slug == "meldcode")
    for question in lesson.questions:
        given = {"text": canary.text()} if isinstance(question, Short) else fill_in(question, right=False)
        yield Attempt(
            school_id=enrolment.school_id, enrolment_id=enrolment.id, document=lesson.slug,
            question_key=question.id, question_hash=version_of(question), given=given,
            outcome=judge(question, given).outcome, created_at=now() - timedelta(days=3),
        )  # fmt: skip


def _notes(enrolment: Enrolment, canary: Canary) -> Iterator[Note]:
    for lesson in the_keuzedeel().lessons[:2]:
        for section in (WHOLE, next(iter(sections_for_notes(lesson)))):
            yield Note(
                school_id=enrolment.school_id, enrolment_id=enrolment.id, lesson=lesson.slug,
                section=section, body=canary.text(), created_at=now(), updated_at=now(),
            )  # fmt: skip


def _sections() -> Iterator[tuple[Piece, WorkSection]]:
    for piece in the_keuzedeel().work.pieces:
        for section in piece.sections:
            yield piece, section


def _first(items: list[WorkItem], piece: Piece, section: WorkSection) -> WorkItem:
    return next(item for item in items if (item.piece, item.section) == (piece.key, section.key))

"""Work and evidence for tests."""

from __future__ import annotations

from typing import Any

from content.keuzedeel import Keuzedeel
from content.work_form import FormField, Piece, WorkSection
from course.portfolio.models import Evidence, EvidenceCriterion, EvidenceKind
from course.workbench.models import Certainty, WorkItem, WorkLink
from enrolment.catalogue import keuzedeel
from enrolment.models import Cohort, Enrolment
from foundation.clock import now
from foundation.database import db

ANSWERS = {
    "line": "Een regel",
    "text": "Een paar zinnen.",
    "rich": "Een **mooi** verhaal.",
    "date": "2026-11-24",
}


def an_item(enrolment: Enrolment, piece: str, section: str, *, position: int = 1, **values: Any) -> WorkItem:
    item = WorkItem(
        school_id=enrolment.school_id,
        enrolment_id=enrolment.id,
        piece=piece,
        section=section,
        position=position,
        values=values,
        created_at=now(),
        updated_at=now(),
        links=[],
    )
    db.session.add(item)
    db.session.flush()
    return item


def connected(item: WorkItem, field: str, target: WorkItem, certainty: Certainty | None = None) -> WorkLink:
    link = WorkLink(
        school_id=item.school_id, item_id=item.id, field=field, target_id=target.id, certainty=certainty
    )
    db.session.add(link)
    db.session.flush()
    db.session.expire(item, ["links"])
    return link


def a_text(
    enrolment: Enrolment, *criteria: str, title: str = "Verslag", body: str = "Wat ik deed."
) -> Evidence:
    return _evidence(enrolment, criteria, kind=EvidenceKind.TEXT, title=title, body=body)


def a_file(enrolment: Enrolment, *criteria: str, sha256: str = "0" * 64, title: str = "Foto") -> Evidence:
    return _evidence(
        enrolment,
        criteria,
        kind=EvidenceKind.FILE,
        title=title,
        sha256=sha256,
        size=10,
        content_type="image/jpeg",
    )


def item_evidence(enrolment: Enrolment, item: WorkItem, *criteria: str) -> Evidence:
    return _evidence(enrolment, criteria, kind=EvidenceKind.ITEM, title="Onderdeel", work_item_id=item.id)


def a_full_piece(enrolment: Enrolment, work_process: str) -> list[WorkItem]:
    """Fill every section to its minimum, answer every question and serve every criterion."""
    kd = _keuzedeel(enrolment)
    piece = kd.piece(work_process)
    made = [item for section in piece.sections for item in _fill(enrolment, piece, section)]
    for item in made:
        _connect(enrolment, piece, piece.section(item.section), item, made)
    first = {code: item for item in reversed(made) for code in piece.section(item.section).criteria}
    codes = [behaviour.id for behaviour in kd.criteria(work_process)]
    for item in {each.id: each for each in first.values()}.values():
        item_evidence(enrolment, item, *[code for code in codes if first.get(code) is item])
    if left := [code for code in codes if code not in first]:
        a_text(enrolment, *left)
    return made


def _keuzedeel(enrolment: Enrolment) -> Keuzedeel:
    cohort = db.session.get(Cohort, enrolment.cohort_id)
    assert cohort is not None
    return keuzedeel(cohort.keuzedeel)


def _fill(enrolment: Enrolment, piece: Piece, section: WorkSection) -> list[WorkItem]:
    number = max(1, section.minimum)
    return [
        an_item(enrolment, piece.key, section.key, position=position, **_answers(section, position))
        for position in range(1, number + 1)
    ]


def _answers(section: WorkSection, position: int) -> dict[str, str]:
    return {field.key: _answer(field, position) for field in section.fields if field.type != "links"}


def _answer(field: FormField, position: int) -> str:
    if field.type == "choice":
        return field.options[0].value
    text = f"{field.label} {position}" if field.type == "line" else ANSWERS[field.type]
    return text[: field.limit] if field.limit else text


def _connect(
    enrolment: Enrolment, piece: Piece, section: WorkSection, item: WorkItem, made: list[WorkItem]
) -> None:
    form = _keuzedeel(enrolment).work
    for field in section.fields:
        if field.type == "links":
            holder, target = form.target(piece, field)
            other = next(
                (e for e in made if (e.piece, e.section) == (holder.key, target.key) and e is not item), None
            )
            other = other or an_item(enrolment, holder.key, target.key, **_answers(target, 1))
            connected(item, field.key, other, Certainty.VERMOEDEN if field.certainty else None)


def _evidence(enrolment: Enrolment, criteria: tuple[str, ...], **values: Any) -> Evidence:
    evidence = Evidence(school_id=enrolment.school_id, enrolment_id=enrolment.id, created_at=now(), **values)
    evidence.criteria = [
        EvidenceCriterion(school_id=enrolment.school_id, enrolment_id=enrolment.id, criterion=code)
        for code in criteria
    ]
    db.session.add(evidence)
    db.session.flush()
    return evidence

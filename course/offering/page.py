"""What the pages of this room show, put together from the desk and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from accounts.schools.models import School
from content.keuzedeel import Keuzedeel
from course.offering import queries
from course.offering.changes import changes
from course.offering.desk import Desk
from course.offering.models import Edition, OwnDocument
from course.offering.plan import Plan, plan_of
from course.offering.rules import caught_up
from course.offering.words import names_of, told
from course.programme.overview import modules_on, number_of
from foundation.database import db

EDITIONS_SHOWN = 20


@dataclass(frozen=True)
class CourseLine:
    """One course in the list of the school."""

    keuzedeel: Keuzedeel
    edited: bool


@dataclass(frozen=True)
class EditionLine:
    """One edition, and what it changed in words."""

    edition: Edition
    changed: Sequence[str]
    in_force: bool


def courses(school_id: UUID, keuzedelen: Iterable[Keuzedeel]) -> list[CourseLine]:
    """Give the courses, and whether the school made each its own. No statement."""
    school = db.session.get(School, school_id)
    editions = school.editions if school else {}
    return [CourseLine(each, each.slug in editions) for each in keuzedelen]


def whole(desk: Desk) -> dict[str, Any]:
    """Give the context of the page on which a school shapes its course."""
    names = names_of(desk.plan, desk.catalogued.programme, desk.every_document)
    return {
        "desk": desk,
        "numbers": numbers(desk),
        "documents": desk.every_document,
        "changed": [told(change, names) for change in desk.changes],
        "routes": {each.code: each.title for each in desk.catalogued.programme.routes},
        "waiting": waiting(desk),
        "by_slug": {each.slug: each for each in desk.documents},
    }


def waiting(desk: Desk) -> list[OwnDocument]:
    """Give the own documents that no edition offers yet."""
    return [each for each in desk.documents if each.slug not in desk.plan.own]


def numbers(desk: Desk) -> dict[str, int]:
    """Give the number of the work process that each module books on."""
    official = desk.catalogued.programme.modules
    return {each.code: number_of(desk.catalogued, each.work_process) for each in official}


def editions(desk: Desk, *, below: int | None) -> dict[str, Any]:
    """Give the context of the page of editions: one more than is shown, to compare the last one with."""
    rows = queries.editions_of(desk.school_id, desk.catalogued.slug, below=below, most=EDITIONS_SHOWN + 1)
    own = {slug: number for row in rows for slug, number in Plan.model_validate(row.plan).own.items()}
    documents = {**desk.every_document, **queries.own_documents(desk.school_id, desk.catalogued.slug, own)}
    lines = []
    for place, row in enumerate(rows[:EDITIONS_SHOWN]):
        plan = _read(desk, row)
        before = _read(desk, rows[place + 1]) if place + 1 < len(rows) else plan_of(desk.catalogued.programme)
        names = names_of(plan, desk.catalogued.programme, documents)
        changed = [told(each, names) for each in changes(before, plan)]
        lines.append(EditionLine(row, changed, in_force=row is desk.edition))
    further = rows[EDITIONS_SHOWN - 1].number if len(rows) > EDITIONS_SHOWN else None
    return {"desk": desk, "lines": lines, "further": further}


def preview(desk: Desk, asked: str) -> dict[str, Any]:
    """Give the context of the preview on one route."""
    routes = desk.catalogued.programme.routes
    route = next((each for each in routes if each.code == asked), routes[0])
    return {
        "desk": desk,
        "routes": routes,
        "route": route,
        "modules": modules_on(desk.course, route.code, {}),
        "total": desk.course.programme.total(route.code),
    }


def _read(desk: Desk, edition: Edition) -> Plan:
    return caught_up(Plan.model_validate(edition.plan), desk.catalogued.programme)

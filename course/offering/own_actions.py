"""Write own lessons and assignments, and make their versions ready for the course."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from accounts.policy.actor import Actor
from course.offering import editing, queries
from course.offering.actions import change_draft
from course.offering.acts import OWN_PUBLISHED
from course.offering.desk import Desk
from course.offering.documents import read_document
from course.offering.errors import NothingChanged, TooManyOwn
from course.offering.kinds import OwnKind
from course.offering.models import OwnDocument, OwnVersion
from course.offering.own_text import MOST_DOCUMENTS, as_file, slug_for
from course.offering.plan import Plan
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db
from foundation.errors import ChangedMeanwhile

EMPTY: dict[str, Any] = {"items": [], "behaviours": []}
FIRST: dict[OwnKind, dict[str, Any]] = {
    OwnKind.LESSON: {"minutes": 30, "core": ""},
    OwnKind.ASSIGNMENT: {"practice_hours": 2, "writing_hours": 1, "produces": "", "place": "", "least": 1},
}


@dataclass(frozen=True)
class Written:
    """What somebody wrote, and the version they saw."""

    header: Mapping[str, Any]
    body: str
    seen: int


def begin(desk: Desk, *, kind: OwnKind, title: str) -> OwnDocument:
    """Begin a new document, in the first place where it can stand."""
    if len(desk.documents) >= MOST_DOCUMENTS:
        raise TooManyOwn()
    first = desk.plan.modules[0]
    place = first.blocks[0].code if kind is OwnKind.LESSON else first.code
    document = OwnDocument(
        school_id=desk.school_id,
        keuzedeel=desk.catalogued.slug,
        kind=kind,
        slug=slug_for(title, {each.slug for each in desk.documents}),
        number=max((each.number for each in desk.documents), default=0) + 1,
        header={"title": title, "block": place, **EMPTY, **FIRST[kind]},
        body="",
        created_at=now(),
    )
    db.session.add(document)
    db.session.flush()
    return document


def save(document: OwnDocument, written: Written, *, theirs: Any) -> None:
    """Keep what was written; saving the same twice is no conflict."""
    if dict(written.header) == document.header and written.body == document.body:
        return
    if written.seen != document.version:
        raise ChangedMeanwhile(version=document.version, theirs=theirs)
    document.header, document.body = dict(written.header), written.body
    db.session.flush()


def make_ready(desk: Desk, document: OwnDocument, *, who: Actor) -> OwnVersion:
    """Keep the text as a version that never changes, and put it in the draft of the course."""
    text = file_of(document, desk)
    newest = queries.newest_version(document)
    if newest is not None and newest.text == text:
        if desk.plan.own.get(document.slug) == newest.number:
            raise NothingChanged()
        version = newest
    else:
        version = keep_version(document, text, number=newest.number + 1 if newest else 1, who=who)
    _place(desk, document, version.number)
    record(OWN_PUBLISHED, document, actor_id=who.person_id, number=version.number, slug=document.slug)
    return version


def keep_version(document: OwnDocument, text: str, *, number: int, who: Actor) -> OwnVersion:
    """Keep a text of a document as a version that never changes."""
    version = OwnVersion(
        school_id=document.school_id,
        document_id=document.id,
        number=number,
        text=text,
        published_by_id=who.membership_id,
        published_at=now(),
    )
    db.session.add(version)
    db.session.flush()
    return version


def follow_plan(desk: Desk, plan: Plan) -> None:
    """Let own documents know where the school put them."""
    for document in desk.documents:
        place = editing.where(plan, document.slug)
        if place and place != editing.where(desk.plan, document.slug):
            document.header = {**document.header, "block": place[1] or place[0]}
    db.session.flush()


def file_of(document: OwnDocument, desk: Desk, **instead: Any) -> str:
    """Write the document as the text of its file; raise ContentError when it cannot be read back."""
    module, block = place_of(document, desk.plan)
    process = desk.catalogued.programme.module(module).work_process
    header = {**document.header, **instead, "module": module, "block": block, "work_process": process}
    text = as_file(document.kind, document.slug, document.number, header, document.body)
    read_document(document.kind, text, name=document.slug)
    return text


def place_of(document: OwnDocument, plan: Plan) -> tuple[str, str]:
    """Tell in which module and block the writer wants it; an assignment stands in no block."""
    code = document.header["block"]
    for module in plan.modules:
        if code == module.code:
            return module.code, ""
        if code in [block.code for block in module.blocks]:
            return module.code, code
    first = plan.modules[0]
    return first.code, first.blocks[0].code if document.kind is OwnKind.LESSON else ""


def _place(desk: Desk, document: OwnDocument, number: int) -> None:
    module, block = place_of(document, desk.plan)
    plan = editing.with_own(desk.plan, document.slug, number, module=module, block=block)
    change_draft(desk, plan, seen=desk.seen)

"""Give a course as a file, and take one from a file into the draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from accounts.policy.actor import Actor
from content.lesson import Lesson
from content.picture import Picture
from course.offering import editing, queries
from course.offering.actions import change_draft
from course.offering.acts import COURSE_EXPORTED, COURSE_IMPORTED
from course.offering.course_faults import CourseFileRefused
from course.offering.course_file import CourseFile, packed
from course.offering.desk import Desk
from course.offering.documents import OwnText
from course.offering.errors import PictureGone, TooManyOwn
from course.offering.figures import names_in
from course.offering.file_pictures import Opened, names_here
from course.offering.importing import Incoming, faults_against, header_of
from course.offering.kinds import OwnKind
from course.offering.models import OwnDocument, Upload
from course.offering.own_actions import file_of, keep_version
from course.offering.own_text import MOST_DOCUMENTS
from course.offering.picture_actions import keep_picture, refuse_when_full
from course.portfolio.uploads import CleanPicture
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db
from foundation.storage.actions import give, keep


def exported(desk: Desk, *, who: Actor) -> bytes:
    """Give the course as it stands in the draft."""
    texts = {slug: (_kind(each), each.title, each.source) for slug, each in desk.own.items()}
    pictures = {
        each.name: (each.title, _bytes(each))
        for document in desk.own.values()
        for each in document.drawings
        if isinstance(each, Picture)
    }
    content = packed(desk.catalogued.slug, desk.catalogued.version, desk.plan, texts, pictures)
    subject = ("school", desk.school_id)
    record(COURSE_EXPORTED, subject, actor_id=who.person_id, school_id=desk.school_id, documents=len(texts))
    return content


def bring(desk: Desk, content: bytes, course: Opened, *, who: Actor) -> Upload:
    """Keep a file that can be taken over; the same bytes are the same file, and a refused one is not kept.

    Nothing of the course changes yet.
    """
    if faults := faults_against(desk, course.file) or course.faults:
        raise CourseFileRefused(faults)
    sha256 = keep(content)
    row = queries.same_upload(desk.school_id, desk.catalogued.slug, sha256)
    if row is None:
        row = Upload(
            school_id=desk.school_id,
            keuzedeel=desk.catalogued.slug,
            sha256=sha256,
            uploaded_by_id=who.membership_id,
            uploaded_at=now(),
        )
        db.session.add(row)
        db.session.flush()
    return row


def incoming_of(desk: Desk, file: CourseFile) -> Incoming:
    """Put a file that was brought beside what the school has; the catalogue may refuse it by now."""
    if faults := faults_against(desk, file):
        raise CourseFileRefused(faults)
    file = file.with_names(names_here(file, desk.pictures))
    return Incoming(desk, file, queries.every_version(desk.school_id, desk.catalogued.slug))


def take(incoming: Incoming, clean: Mapping[str, CleanPicture], *, seen: int, who: Actor) -> None:
    """Put the course of a file in the draft, with the own documents that are new here and their pictures."""
    desk = incoming.desk
    change_draft(desk, incoming.plan, seen=seen)
    number = max((each.number for each in desk.documents), default=0)
    new = [slug for slug, each in incoming.arrivals.items() if each.is_new]
    if len(desk.documents) + len(new) > MOST_DOCUMENTS:
        raise TooManyOwn()
    _add_pictures(incoming, clean, new, who=who)
    for place, slug in enumerate(new, start=1):
        _made(incoming, slug, number=number + place, who=who)
    subject = ("school", desk.school_id)
    record(COURSE_IMPORTED, subject, actor_id=who.person_id, school_id=desk.school_id, new=len(new))


def _add_pictures(
    incoming: Incoming, clean: Mapping[str, CleanPicture], new: Sequence[str], *, who: Actor
) -> None:
    """Keep the pictures that the new documents show, under the names that their texts have here."""
    desk, file = incoming.desk, incoming.file
    shown = {name for slug in new for name in names_in(file.documents[slug])}
    names, there = names_here(file, desk.pictures), {each.src for each in desk.pictures}
    coming = {names[each.name]: each for each in file.index.pictures if names[each.name] in shown - there}
    cleaned = {src: clean[each.name] for src, each in coming.items()}
    refuse_when_full(desk, list(cleaned.values()))
    for src, each in coming.items():
        keep_picture(desk, cleaned[src], src=src, title=each.title, who=who)


def _bytes(picture: Picture) -> bytes:
    try:
        return give(picture.sha256)
    except FileNotFoundError as gone:
        raise PictureGone(title=picture.title) from gone


def _made(incoming: Incoming, slug: str, *, number: int, who: Actor) -> None:
    desk, made, here = incoming.desk, incoming.file.documents[slug], incoming.arrivals[slug].slug
    module, block = editing.where(incoming.plan, here) or (made.header.module, "")
    document = OwnDocument(
        school_id=desk.school_id,
        keuzedeel=desk.catalogued.slug,
        kind=_kind(made),
        slug=here,
        number=number,
        header=header_of(made, block or module),
        body=incoming.file.body(slug),
        created_at=now(),
    )
    db.session.add(document)
    db.session.flush()
    keep_version(document, file_of(document, desk), number=1, who=who)


def _kind(document: OwnText) -> OwnKind:
    return OwnKind.LESSON if isinstance(document, Lesson) else OwnKind.ASSIGNMENT

"""Add pictures to the own lessons of a school, and take them away again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from accounts.policy.actor import Actor
from content.picture import TYPES
from course.offering.acts import PICTURE_ADDED, PICTURE_BACK, PICTURE_REFUSED, PICTURE_REMOVED
from course.offering.desk import Desk
from course.offering.errors import TooManyPictures
from course.offering.figures import name_for
from course.offering.models import OwnPicture
from course.offering.picture_queries import same_picture, uses_of
from course.portfolio.uploads import CleanPicture
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db
from foundation.storage.actions import keep
from foundation.transaction import afterwards

MOST_PICTURES = 150
MOST_BYTES = 15_000_000  # together: the course as one file holds them all
EXTENSIONS = {kind: extension for extension, kind in TYPES.items()}


def add_picture(desk: Desk, clean: CleanPicture, *, title: str, who: Actor) -> OwnPicture:
    """Keep a picture under a name that never changes; the same picture again is the one that is there."""
    if same := same_picture(desk.pictures, hashlib.sha256(clean.content).hexdigest(), clean.came_as):
        put_back(same, who=who)
        return same
    refuse_when_full(desk, [clean])
    src = name_for(title, EXTENSIONS[clean.content_type], {each.src for each in desk.pictures})
    return keep_picture(desk, clean, src=src, title=title, who=who)


def refuse_when_full(desk: Desk, coming: Sequence[CleanPicture]) -> None:
    """Raise TooManyPictures when these do not fit beside the pictures that are there; nothing is kept yet."""
    there = desk.pictures
    size = sum(each.size for each in there) + sum(len(each.content) for each in coming)
    if len(there) + len(coming) > MOST_PICTURES or size > MOST_BYTES:
        raise TooManyPictures()


def keep_picture(desk: Desk, clean: CleanPicture, *, src: str, title: str, who: Actor) -> OwnPicture:
    """Keep a picture under a name that no other picture of the school has."""
    row = OwnPicture(
        school_id=desk.school_id,
        keuzedeel=desk.catalogued.slug,
        src=src,
        title=title,
        sha256=keep(clean.content),
        came_as=clean.came_as,
        size=len(clean.content),
        width=clean.width,
        height=clean.height,
        is_offered=True,
        added_by_id=who.membership_id,
        added_at=now(),
    )
    db.session.add(row)
    db.session.flush()
    record(PICTURE_ADDED, row, actor_id=who.person_id, sha256=row.sha256)
    return row


def remove_picture(picture: OwnPicture, *, who: Actor) -> bool:
    """Throw a picture away, or take it out of the list when a text names it; tell whether it is gone."""
    used = uses_of(picture)
    record(PICTURE_REMOVED, picture, actor_id=who.person_id, sha256=picture.sha256, used=len(used))
    if used:
        picture.is_offered = False
    else:
        db.session.delete(picture)
    db.session.flush()
    return not used


def put_back(picture: OwnPicture, *, who: Actor) -> None:
    """Put a picture in the list again; one that is there stays."""
    if not picture.is_offered:
        picture.is_offered = True
        record(PICTURE_BACK, picture, actor_id=who.person_id, sha256=picture.sha256)


def note_refusal(desk: Desk, code: str, *, who: Actor) -> None:
    """Write down that a picture was refused, whatever becomes of the request."""
    subject, school_id, person_id = ("school", desk.school_id), desk.school_id, who.person_id
    afterwards(lambda: record(PICTURE_REFUSED, subject, actor_id=person_id, school_id=school_id, why=code))

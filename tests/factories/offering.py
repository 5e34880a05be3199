"""Editions of a course and documents of a school, for tests."""

from __future__ import annotations

import hashlib
from io import BytesIO
from itertools import count

import sqlalchemy as sa
from PIL import Image

from accounts.schools.models import Membership, Role, School
from content.keuzedeel import Keuzedeel
from course.offering.kinds import OwnKind
from course.offering.models import Draft, Edition, OwnDocument, OwnPicture, OwnVersion, Upload
from course.offering.plan import Plan, plan_of
from foundation.clock import now
from foundation.database import db
from foundation.storage.actions import keep
from tests.factories.enrolments import D1
from tests.factories.people import a_member

_number = count(1)

HEADER = {
    "title": "Onze eigen wijk",
    "block": "M1-B",
    "minutes": 30,
    "items": ["I-05"],
    "behaviours": ["W1-1"],
    "core": "Onze wijk is niet die van een ander.",
}
BODY = """Loop om negen uur langs de **markt**.

::: try-this title="Tel mee" minutes="10"
Tel hoeveel mensen je groet.
:::
"""


def a_lesson_text(slug: str, *, title: str = "Onze eigen wijk", body: str = BODY) -> str:
    return f"""---
id: E01
slug: {slug}
title: "{title}"
module: M1
block: M1-B
work_process: D1-K1-W1
minutes: 30
items: [I-05]
behaviours: [W1-1]
story_week: 1
core: Onze wijk is niet die van een ander.
reviewed: nee
---
# {title}

**Kern.** Onze wijk is niet die van een ander.

{body}"""


def an_own_lesson(
    school: School, slug: str = "", *, keuzedeel: str = D1, admin: Membership | None = None, text: str = ""
) -> OwnDocument:
    slug = slug or f"eigen-{next(_number)}"
    document = OwnDocument(
        school_id=school.id, keuzedeel=keuzedeel, kind=OwnKind.LESSON, slug=slug, number=1, header=HEADER,
        body=BODY, created_at=now(),
    )  # fmt: skip
    db.session.add(document)
    db.session.flush()
    db.session.add(OwnVersion(
        school_id=school.id, document_id=document.id, number=1, text=text or a_lesson_text(slug),
        published_by_id=(admin or a_member(school, Role.SCHOOL_ADMIN)).id, published_at=now(),
    ))  # fmt: skip
    db.session.flush()
    return document


def a_photo(colour: str = "teal", form: str = "JPEG", size: tuple[int, int] = (64, 48)) -> bytes:
    made = BytesIO()
    Image.new("RGB", size, colour).save(made, form)
    return made.getvalue()


def a_picture(
    school: School,
    src: str = "markt.jpg",
    *,
    content: bytes = b"",
    title: str = "De markt",
    keuzedeel: str = D1,
    admin: Membership | None = None,
) -> OwnPicture:
    content = content or a_photo()
    picture = OwnPicture(
        school_id=school.id, keuzedeel=keuzedeel, src=src, title=title, sha256=keep(content),
        came_as=hashlib.sha256(content).hexdigest(), size=len(content), width=64, height=48, is_offered=True,
        added_by_id=(admin or a_member(school, Role.SCHOOL_ADMIN)).id, added_at=now(),
    )  # fmt: skip
    db.session.add(picture)
    db.session.flush()
    return picture


def a_figure(src: str = "markt.jpg", *, alt: str = "Kramen op een plein", body: str = "Acht kramen.") -> str:
    return f'::: figure src="{src}" alt="{alt}" caption="De markt op maandag."\n{body}\n:::'


def an_edition(
    school: School, plan: Plan, *, keuzedeel: str = D1, admin: Membership | None = None
) -> Edition:
    newest = sa.select(sa.func.coalesce(sa.func.max(Edition.number), 0)).where(
        Edition.school_id == school.id, Edition.keuzedeel == keuzedeel
    )
    edition = Edition(
        school_id=school.id,
        keuzedeel=keuzedeel,
        number=db.session.scalars(newest).one() + 1,
        plan=plan.model_dump(mode="json"),
        published_by_id=(admin or a_member(school, Role.SCHOOL_ADMIN)).id,
        published_at=now(),
    )
    db.session.add(edition)
    db.session.flush()
    school.editions = {**school.editions, keuzedeel: str(edition.id)}
    db.session.flush()
    return edition


def an_upload(school: School, content: bytes, *, keuzedeel: str = D1, admin: Membership) -> Upload:
    upload = Upload(
        school_id=school.id,
        keuzedeel=keuzedeel,
        sha256=keep(content),
        uploaded_by_id=admin.id,
        uploaded_at=now(),
    )
    db.session.add(upload)
    db.session.flush()
    return upload


def a_draft(school: School, plan: Plan, *, keuzedeel: str = D1) -> Draft:
    stored = plan.model_dump(mode="json")
    draft = Draft(school_id=school.id, keuzedeel=keuzedeel, plan=stored, changed_at=now())
    db.session.add(draft)
    db.session.flush()
    return draft


def a_plan(course: Keuzedeel, *, off: tuple[str, ...] = (), own: dict[str, int] | None = None) -> Plan:
    """The plan of the catalogue, with something off, and own lessons at the end of the first block."""
    plan = plan_of(course.programme)
    first, own = plan.modules[0], own or {}
    block = first.blocks[0]
    placed = block.model_copy(update={"lessons": (*block.lessons, *own)})
    module = first.model_copy(update={"blocks": (placed, *first.blocks[1:])})
    return plan.model_copy(update={"modules": (module, *plan.modules[1:]), "off": frozenset(off), "own": own})

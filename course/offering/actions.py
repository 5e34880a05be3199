"""Shape the course of a school: change the draft, publish it, go back to an earlier edition."""

from __future__ import annotations

from accounts.policy.actor import Actor
from course.offering import queries
from course.offering.acts import DRAFT_DROPPED, EDITION_AGAIN, EDITION_PUBLISHED
from course.offering.changes import changes
from course.offering.desk import Desk
from course.offering.errors import DraftOvertaken, HoursDoNotFit, NothingChanged
from course.offering.models import Draft, Edition
from course.offering.plan import Plan
from course.offering.rules import caught_up
from foundation.audit.actions import record
from foundation.clock import now
from foundation.database import db


def change_draft(desk: Desk, plan: Plan, *, seen: int) -> Draft:
    """Keep a new plan in the draft; the first change makes its row."""
    _refuse_older(desk, seen)
    draft = desk.draft or Draft(school_id=desk.school.id, keuzedeel=desk.catalogued.slug)
    draft.plan, draft.changed_at = _checked(plan), now()
    db.session.add(draft)
    db.session.flush()
    return draft


def publish(desk: Desk, *, seen: int, who: Actor) -> Edition:
    """Publish the draft as the next edition; students see it at once."""
    _refuse_older(desk, seen)
    if not desk.changes:
        raise NothingChanged()
    if desk.short:
        raise HoursDoNotFit()
    edition = _publish(desk, desk.plan, who)
    record(
        EDITION_PUBLISHED, edition, actor_id=who.person_id, number=edition.number, changes=len(desk.changes)
    )
    return edition


def publish_again(desk: Desk, earlier: Edition, *, who: Actor) -> Edition:
    """Publish an earlier edition anew; a draft that changes nothing goes along with it."""
    plan, idle = Plan.model_validate(earlier.plan), not desk.changes
    if not changes(desk.published, caught_up(plan, desk.catalogued.programme)):
        raise NothingChanged()
    edition = _publish(desk, plan, who)
    if idle and desk.draft:
        desk.draft.plan, desk.draft.changed_at = edition.plan, now()
    record(EDITION_AGAIN, edition, actor_id=who.person_id, number=edition.number, earlier=earlier.number)
    return edition


def drop_draft(desk: Desk, *, seen: int, who: Actor) -> None:
    """Begin again from what students see now; published texts of own documents stay."""
    _refuse_older(desk, seen)
    if desk.draft and desk.changes:
        desk.draft.plan, desk.draft.changed_at = _checked(desk.published), now()
        db.session.flush()
        record(DRAFT_DROPPED, desk.draft, actor_id=who.person_id)


def _publish(desk: Desk, plan: Plan, who: Actor) -> Edition:
    school, slug = desk.school, desk.catalogued.slug
    edition = Edition(
        school_id=school.id,
        keuzedeel=slug,
        number=queries.newest_number(school.id, slug) + 1,
        plan=_checked(plan),
        published_by_id=who.membership_id,
        published_at=now(),
    )
    db.session.add(edition)
    db.session.flush()
    school.editions = {**school.editions, slug: str(edition.id)}
    db.session.flush()
    return edition


def _refuse_older(desk: Desk, seen: int) -> None:
    if desk.seen != seen:
        raise DraftOvertaken(version=desk.seen)


def _checked(plan: Plan) -> dict[str, object]:
    """Write a plan down as it will be read: what could not be read back is never stored."""
    stored = plan.model_dump(mode="json")
    stored["off"] = sorted(stored["off"])
    return Plan.model_validate(stored).model_dump(mode="json") | {"off": stored["off"]}

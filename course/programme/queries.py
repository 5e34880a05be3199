"""Which keuzedeel a member reads about."""

from __future__ import annotations

import sqlalchemy as sa

from accounts.policy.actor import Actor
from content.keuzedeel import Keuzedeel
from enrolment.catalogue import catalogue
from enrolment.models import Cohort, Enrolment
from foundation.database import db


def keuzedelen_for(actor: Actor) -> list[Keuzedeel]:
    """Give the keuzedelen of a member: the own one first, then those of the school. One statement."""
    own = sa.exists().where(Enrolment.cohort_id == Cohort.id, Enrolment.student_id == actor.membership_id)
    used = (
        sa.select(Cohort.keuzedeel)
        .where(Cohort.school_id == actor.school_id)
        .order_by(sa.case((own, 0), else_=1), Cohort.created_at.desc(), Cohort.id.desc())
    )
    slugs = list(dict.fromkeys(db.session.scalars(used)))
    known = {each.slug: each for each in catalogue().keuzedelen}
    return [known[slug] for slug in slugs if slug in known] or list(known.values())

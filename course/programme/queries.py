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
        .group_by(Cohort.keuzedeel)
        .order_by(sa.func.min(sa.case((own, 0), else_=1)), sa.func.max(Cohort.created_at).desc())
    )
    known = {each.slug: each for each in catalogue().keuzedelen}
    return [known[slug] for slug in db.session.scalars(used) if slug in known] or list(known.values())

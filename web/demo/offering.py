"""The school makes the course its own: a first edition with its own words, a second with its own lesson."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from accounts.policy.actor import Actor
from accounts.schools.roles import Role
from course.offering import actions, editing, own_actions
from course.offering.desk import Desk, desk_of
from course.offering.kinds import OwnKind
from course.offering.own_actions import Written
from course.offering.picture_actions import add_picture
from course.portfolio.uploads import CleanPicture, check_picture
from enrolment.deadlines.actions import set_periods
from enrolment.deadlines.periods import Period
from web.demo.calendar import at, day_of
from web.demo.files import MOST_MEGABYTES
from web.demo.people import D1, Stage

SCHOOL, RUNNING = "waterrijk", "running"
OWN_LESSON_SINCE = 13  # weeks ago
WEEKS = {"M0": (1, 2), "M1": (3, 12), "M2": (8, 16), "M3": (14, 22), "M4": (22, 25)}
TITLE = "Wie is wie in Lindermeer"
TEXT = Path(__file__).with_name("own_lesson.md")
PICTURE, PICTURE_TITLE = Path(__file__).with_name("own_picture.png"), "Het plein op dinsdag"
HEADER = {
    "title": TITLE,
    "block": "M1-A",
    "items": ["I-04"],
    "behaviours": ["W1-1"],
    "minutes": 35,
    "core": "In een kleine plaats kom je het verst met de mensen die er elke dag al zijn.",
}
GOAL = "Ik kan vertellen wie in Lindermeer waarvoor is."


def tell_offering(stage: Stage) -> None:
    """Let the school of the story publish two editions before its running group began."""
    if stage.data.slug != SCHOOL:
        return
    day = stage.calendar.monday(14)
    stage.story.tell(at(day, 14, 5), partial(_own_words, stage))
    stage.story.tell(at(stage.calendar.monday(OWN_LESSON_SINCE), 15, 40), partial(_own_lesson, stage))
    stage.story.tell(at(stage.calendar.monday(9), 8, 30), partial(_periods, stage))


def _periods(stage: Stage) -> None:
    """Tell the running group when it works on which module."""
    cohort = stage.cohorts[RUNNING]
    periods = {
        code: Period(day_of(cohort.starts_on, first, 0), day_of(cohort.starts_on, last, 4))
        for code, (first, last) in WEEKS.items()
    }
    set_periods(cohort, periods, seen=cohort.version, actor_id=stage.admin.person_id)


def _own_words(stage: Stage) -> None:
    desk = _desk(stage)
    module = desk.plan.modules[1]
    plan = editing.renamed(desk.plan, module.code, title=module.title, goals=[*module.goals, GOAL], blocks={})
    actions.change_draft(desk, plan, seen=desk.seen)
    _publish(stage)


def _own_lesson(stage: Stage) -> None:
    desk = _desk(stage)
    add_picture(desk, _picture(), title=PICTURE_TITLE, who=_admin(stage))
    document = own_actions.begin(desk, kind=OwnKind.LESSON, title=TITLE)
    written = Written(HEADER, TEXT.read_text(encoding="utf-8").strip(), document.version)
    own_actions.save(document, written, theirs={})
    own_actions.make_ready(desk, document, who=_admin(stage))
    _publish(stage)


def _picture() -> CleanPicture:
    """Make the picture of the lesson ready, checked and cleaned like every upload."""
    return check_picture(PICTURE.name, PICTURE.read_bytes(), most_megabytes=MOST_MEGABYTES)


def _publish(stage: Stage) -> None:
    desk = _desk(stage)
    actions.publish(desk, seen=desk.seen, who=_admin(stage))


def _desk(stage: Stage) -> Desk:
    return desk_of(stage.school.id, D1, for_writing=True)


def _admin(stage: Stage) -> Actor:
    return stage.actor(stage.someone(Role.SCHOOL_ADMIN))

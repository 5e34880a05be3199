"""Does what is written equal the design of the course?"""

from collections.abc import Iterator

from content.assignment import Assignment
from content.faults import Fault, InCourse, fault
from content.frozen import Frozen
from content.keuzedeel import Keuzedeel


def outline_faults(keuzedeel: Keuzedeel) -> Iterator[Fault]:
    """Give each lesson or assignment whose header differs from the outline, when there is one."""
    designed: dict[str, Frozen] = {each.slug: each for each in keuzedeel.outline.lessons}
    tasks: dict[str, Frozen] = {each.slug: each for each in keuzedeel.outline.assignments}
    if designed:
        for lesson in keuzedeel.lessons:
            yield from _differences(designed, lesson.header, lesson.slug)
    if tasks:
        for assignment in keuzedeel.assignments:
            yield from _differences(tasks, assignment.header, assignment.slug)
            yield from _lessons_first(designed, assignment)


def _lessons_first(designed: dict[str, Frozen], assignment: Assignment) -> Iterator[Fault]:
    file = f"assignments/{assignment.slug}.md"
    for slug in assignment.header.lessons_first:
        if slug not in designed:
            yield fault(InCourse.NO_LESSON, file=file, at="lessons_first", slug=slug)


def _differences(designed: dict[str, Frozen], header: Frozen, slug: str) -> Iterator[Fault]:
    if slug not in designed:
        yield fault(InCourse.NOT_OUTLINED, file="outline.yaml", slug=slug)
        return
    written = header.model_dump()
    for key, wanted in designed[slug].model_dump().items():
        if written[key] != wanted:
            name = f"{slug}.md"
            yield fault(InCourse.OUTLINE_DIFFERS, file=name, at=key, written=written[key], wanted=wanted)

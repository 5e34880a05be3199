"""Does what is written equal the design of the course?"""

from collections.abc import Iterator

from content.frozen import Frozen
from content.keuzedeel import Keuzedeel


def outline_problems(keuzedeel: Keuzedeel) -> Iterator[str]:
    """Name each lesson or assignment whose header differs from the outline, when there is one."""
    designed: dict[str, Frozen] = {each.slug: each for each in keuzedeel.outline.lessons}
    tasks: dict[str, Frozen] = {each.slug: each for each in keuzedeel.outline.assignments}
    if designed:
        for lesson in keuzedeel.lessons:
            yield from _differences(designed, lesson.header, lesson.slug)
    if tasks:
        for assignment in keuzedeel.assignments:
            yield from _differences(tasks, assignment.header, assignment.slug)
            for slug in assignment.header.lessons_first:
                if slug not in designed:
                    yield f"assignments/{assignment.slug}.md: lessons_first: no lesson {slug}"


def _differences(designed: dict[str, Frozen], header: Frozen, slug: str) -> Iterator[str]:
    if slug not in designed:
        yield f"outline.yaml: does not name {slug}"
        return
    written = header.model_dump()
    for key, wanted in designed[slug].model_dump().items():
        if written[key] != wanted:
            yield f"{slug}.md: {key}: is {written[key]}, but outline.yaml says {wanted}"

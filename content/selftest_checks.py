"""Do the self-tests fit the programme?"""

from collections.abc import Iterator

from content.faults import Fault, InCourse, fault
from content.keuzedeel import Keuzedeel
from content.selftest import SelfTest


def selftest_faults(keuzedeel: Keuzedeel) -> Iterator[Fault]:
    """Give each self-test that asks about a block, a lesson or an item that there is not."""
    blocks = {block.code for module in keuzedeel.programme.modules for block in module.blocks}
    lessons = {each.slug for each in keuzedeel.lessons} | {each.slug for each in keuzedeel.outline.lessons}
    items = {item.id for item in keuzedeel.qualification.items}
    for selftest in keuzedeel.selftests:
        name = f"selftests/{selftest.block.lower()}.md"
        if selftest.block not in blocks:
            yield fault(InCourse.NO_BLOCK, file=name, at="block", code=selftest.block)
        yield from (each.standing(file=name) for each in _questions(selftest, lessons, items))
        if selftest.slug in lessons:
            yield fault(InCourse.NAME_OF_LESSON, file=name, slug=selftest.slug)


def _questions(selftest: SelfTest, lessons: set[str], items: set[str]) -> Iterator[Fault]:
    for question in selftest.questions:
        if question.item not in items:
            yield fault(InCourse.NO_ITEM, at=question.id, code=question.item)
        for slug in selftest.lessons[question.id]:
            if slug not in lessons:
                yield fault(InCourse.NO_LESSON, at=question.id, slug=slug)

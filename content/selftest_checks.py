"""Do the self-tests fit the programme?"""

from collections.abc import Iterator

from content.keuzedeel import Keuzedeel
from content.selftest import SelfTest


def selftest_problems(keuzedeel: Keuzedeel) -> Iterator[str]:
    """Name each self-test that asks about a block, a lesson or an item that there is not."""
    blocks = {block.code for module in keuzedeel.programme.modules for block in module.blocks}
    lessons = {each.slug for each in keuzedeel.lessons} | {each.slug for each in keuzedeel.outline.lessons}
    items = {item.id for item in keuzedeel.qualification.items}
    for selftest in keuzedeel.selftests:
        name = f"selftests/{selftest.block.lower()}.md"
        if selftest.block not in blocks:
            yield f"{name}: block: no block {selftest.block}"
        yield from (f"{name}: {problem}" for problem in _questions(selftest, lessons, items))
        if selftest.slug in lessons:
            yield f"{name}: a lesson is called {selftest.slug}"


def _questions(selftest: SelfTest, lessons: set[str], items: set[str]) -> Iterator[str]:
    for question in selftest.questions:
        if question.item not in items:
            yield f"{question.id}: no item {question.item}"
        for slug in selftest.lessons[question.id]:
            if slug not in lessons:
                yield f"{question.id}: no lesson {slug}"

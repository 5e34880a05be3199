"""The time that an assignment proposes: whole, and in parts that fit on a day."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from course.progress.proposals import LONGEST, TimeKind, proposals


@pytest.mark.parametrize(("practice", "writing"), [(0, 5), (4, 2), (10, 3), (16, 1), (0, 0)])
def test_the_time_is_proposed_whole_in_parts_of_a_day(practice: int, writing: int) -> None:
    found = list(proposals(an_assignment(practice, writing)))
    for kind, hours in ((TimeKind.PRACTICE, practice), (TimeKind.WRITING, writing)):
        parts = [each for each in found if each.kind is kind]
        assert sum(each.minutes for each in parts) == hours * 60
        assert [each.part for each in parts] == list(range(1, len(parts) + 1))
        assert all(0 < each.minutes <= LONGEST and each.parts == len(parts) for each in parts)


def an_assignment(practice: int, writing: int):
    return SimpleNamespace(header=SimpleNamespace(practice_hours=practice, writing_hours=writing))

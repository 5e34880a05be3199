"""Questions about handing in, without a database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from assessment.submissions.rules import files_in, in_time

SPRING = datetime(2027, 3, 28, 0, 59, 59, tzinfo=UTC)  # the last second before the clock skips an hour
AUTUMN = datetime(2027, 10, 31, 0, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize("deadline", [SPRING, AUTUMN])
def test_the_deadline_itself_is_in_time_and_a_microsecond_later_is_not(deadline) -> None:
    assert in_time(deadline - timedelta(seconds=1), deadline)
    assert in_time(deadline, deadline)
    assert not in_time(deadline + timedelta(microseconds=1), deadline)


def test_without_a_deadline_everything_is_in_time() -> None:
    assert in_time(SPRING, None)


def test_files_are_found_wherever_they_stand_in_the_work() -> None:
    work = {
        "evidence": [{"sha256": "a"}, {"sha256": None}],
        "sections": [{"items": [{"files": [{"sha256": "b"}]}]}],
    }
    assert files_in(work).keys() == {"a", "b"}
    assert files_in({}) == {}

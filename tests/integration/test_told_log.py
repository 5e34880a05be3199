"""The log tells days, moments, work processes and roles in words, on the clock of Amsterdam."""

from __future__ import annotations

from accounts.schools.acts import MEMBER_MADE
from enrolment.acts import EXTENSION_GRANTED


def test_a_moment_and_a_work_process_are_told_as_people_say_them(app) -> None:
    told = EXTENSION_GRANTED.told({"work_process": "D1-K1-W1", "at": "2026-12-11 22:59"})
    assert told == "gaf uitstel voor W1 tot 11 december 2026, 23:59"


def test_roles_are_told_by_their_names_also_when_an_older_entry_holds_one_text(app) -> None:
    assert "begeleider, beoordelaar" in MEMBER_MADE.told({"roles": ["coach", "assessor"]})
    assert "examencommissie" in MEMBER_MADE.told({"roles": "board_member"})


def test_a_detail_that_looks_like_nothing_known_stays_as_it_is(app) -> None:
    assert EXTENSION_GRANTED.told({"work_process": "X", "at": "morgen"}) == "gaf uitstel voor X tot morgen"

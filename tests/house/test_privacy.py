"""Every table that holds a person, or hangs on one, says why, how long and what happens on request."""

from __future__ import annotations

from foundation.database import Base
from web import tables
from web.information.privacy import privacy_rules

PEOPLE = {"person", "membership"}
# Tables that many people share, so that a reference to them says nothing about one person.
SHARED = {"school", "cohort", "rubric_version"}
ABOUT_ACTS_OF_PEOPLE = {"audit_entry"}


def _tables_about_people() -> set[str]:
    found = set(PEOPLE)
    while True:
        more = {
            table.name
            for table in Base.metadata.tables.values()
            if table.name not in SHARED and any(key.column.table.name in found for key in table.foreign_keys)
        }
        if more <= found:
            return found | ABOUT_ACTS_OF_PEOPLE
        found |= more


def test_every_table_about_people_has_a_rule_and_no_rule_is_left_over() -> None:
    assert tables.TABLES
    about_people = _tables_about_people()
    ruled = [rule.table for rule in privacy_rules()]
    assert len(ruled) == len(set(ruled))
    assert set(ruled) == about_people


def test_every_rule_answers_every_question() -> None:
    for rule in privacy_rules():
        assert all((rule.what, rule.purpose, rule.term, rule.export, rule.erasure)), rule.table

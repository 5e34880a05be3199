"""Whose row it is stands in the row: every table of a school has its id, and no key crosses schools."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from foundation.database import Base

TABLES = Base.metadata.tables
# Rows of a person, who may belong to several schools; the member only says which school is open.
OF_A_PERSON = {"login_session", "one_time_token"}
# Rows that the house handles in the order they came, never per school.
OF_THE_HOUSE = {"job", "mail_message"}


def _of_schools():
    found = {"school"}
    while True:
        more = {
            table.name
            for table in TABLES.values()
            if any(key.column.table.name in found for key in table.foreign_keys)
        }
        if more <= found:
            return sorted(found - {"school"} - OF_A_PERSON - OF_THE_HOUSE)
        found |= more


OF_SCHOOLS = _of_schools()
APPEND_ONLY = sorted(name for name, table in TABLES.items() if table.info.get("append_only"))
KEYS_WITHIN = [
    key
    for name in OF_SCHOOLS
    for key in sorted(TABLES[name].foreign_keys, key=lambda key: key.parent.name)
    if key.column.table.name in OF_SCHOOLS
]


@pytest.mark.parametrize("name", OF_SCHOOLS)
def test_a_table_of_a_school_has_its_id_its_key_and_an_index(name):
    table = TABLES[name]
    assert "school_id" in table.c, f"{name} hangs on a school: make it SchoolOwned"
    column = table.c.school_id
    assert not column.nullable
    assert [key.column.table.name for key in column.foreign_keys] == ["school"]
    indexed = [next(iter(index.columns)).name for index in table.indexes]
    assert "school_id" in indexed, f"{name} has no index that starts with school_id"


@pytest.mark.parametrize("key", KEYS_WITHIN, ids=lambda key: f"{key.parent.table.name}.{key.parent.name}")
def test_no_key_crosses_schools(house, key):
    own, other = key.parent.table, key.column.table.alias()
    crossing = (
        sa.select(sa.func.count())
        .select_from(own.join(other, key.parent == other.c[key.column.name]))
        .where(own.c.school_id != other.c.school_id)
    )
    assert house.connection.execute(crossing).scalar_one() == 0


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_id_is_unguessable(name):
    for column in TABLES[name].primary_key:
        assert isinstance(column.type, (sa.Uuid, sa.String)), f"{name}.{column.name} can be counted"


def test_there_are_tables_of_facts():
    assert {"audit_entry", "snapshot", "signature", "final_rows", "decision", "rubric_version"} <= set(
        APPEND_ONLY
    )


@pytest.mark.parametrize("name", APPEND_ONLY)
@pytest.mark.parametrize(
    "statement", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}"], ids=["update", "delete"]
)
def test_a_fact_is_never_changed_or_deleted(house, name, statement):
    column = next(iter(TABLES[name].primary_key)).name
    savepoint = house.connection.begin_nested()
    try:
        with pytest.raises(sa.exc.DBAPIError, match="append-only"):
            house.connection.exec_driver_sql(statement.format(name, column))
    finally:
        savepoint.rollback()


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_row_that_people_change_has_a_version_or_is_a_fact(name):
    table = TABLES[name]
    if "updated_at" in table.c:
        assert "version" in table.c, f"{name} is saved by people: make it Versioned"

"""The log is a chain: what was written stays, and a change shows where."""

from __future__ import annotations

from uuid import uuid4

import pytest
import sqlalchemy as sa
from flask_babel import lazy_gettext as _l

from foundation.audit import queries
from foundation.audit.actions import record
from foundation.audit.acts import Act
from foundation.audit.models import AuditEntry
from foundation.database import db
from tests.factories.people import a_school

PLANTED = Act("test.planted", _l("plantte %(what)s"))


def _some_entries(number: int = 3):
    school = a_school()
    for index in range(number):
        record(PLANTED, school, actor_id=uuid4(), school_id=school.id, what=f"boom {index}")
        db.session.commit()
    return school


def test_a_whole_chain_is_whole(app) -> None:
    school = _some_entries()
    entries = queries.page_of_school(school.id)
    assert [entry.sequence for entry in entries] == [3, 2, 1]
    assert queries.verify() == []
    assert entries[0].previous == entries[1].hash


def test_the_database_refuses_to_change_or_delete_an_entry(app) -> None:
    _some_entries(1)
    for statement in (sa.update(AuditEntry).values(act="other"), sa.delete(AuditEntry)):
        with pytest.raises(sa.exc.DBAPIError, match="append-only"), db.session.begin_nested():
            db.session.execute(statement)


def test_a_changed_entry_is_named(app, is_postgresql: bool) -> None:
    school = _some_entries()
    _without_lock(is_postgresql)
    second = AuditEntry.sequence == 2, AuditEntry.chain == str(school.id)
    db.session.execute(sa.update(AuditEntry).where(*second).values(reason="rewritten"))
    (found,) = queries.verify()
    assert (found.chain, found.sequence) == (str(school.id), 2)


def test_a_cut_end_is_named(app, is_postgresql: bool) -> None:
    school = _some_entries()
    _without_lock(is_postgresql)
    last = AuditEntry.sequence == 3, AuditEntry.chain == str(school.id)
    db.session.execute(sa.delete(AuditEntry).where(*last))
    (found,) = queries.verify()
    assert found.sequence == 3
    assert "cut off" in found.why


def test_what_was_refused_leaves_no_entry(app) -> None:
    school = a_school()
    db.session.commit()
    record(PLANTED, school, actor_id=None, school_id=school.id, what="niets")
    db.session.rollback()
    db.session.commit()
    assert queries.page_of_school(school.id) == []


def _without_lock(is_postgresql: bool) -> None:
    """Do what an intruder with the keys of the database would do."""
    if is_postgresql:
        db.session.execute(sa.text("ALTER TABLE audit_entry DISABLE TRIGGER ALL"))
        return
    for act in ("update", "delete"):
        db.session.execute(sa.text(f"DROP TRIGGER audit_entry_no_{act}"))

"""Scenes: URL arguments that belong together, read from the rows of a dossier or a member.

Each row gives one scene: its id under the name of its table ("hour_entry_id", "entry_id"), the hash of its
file too ("picture_sha256"), its columns under their own names, and the scene of the row it hangs on. So a new
table brings its own arguments.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from accounts.schools.models import Membership
from enrolment.models import Enrolment
from foundation.database import Base, db

Scene = dict[str, str]
SHARED = frozenset({"school", "person", "membership", "cohort", "rubric_version", "enrolment"})

SCHOOL_WIDE = ("course_edition", "own_document", "own_picture", "course_upload")


def scenes_of_enrolment(enrolment: Enrolment) -> list[Scene]:
    """Give the scenes of everything that hangs on one enrolment."""
    tables = Base.metadata.tables
    cohort = _scene(tables["cohort"], _row(tables["cohort"], enrolment.cohort_id), {})
    roots = {
        "cohort": [(enrolment.cohort_id, cohort)],
        "enrolment": [_root(enrolment.id, "enrolment", cohort)],
    }
    return _with_files(_grow(roots))


def scenes_of_member(member: Membership) -> list[Scene]:
    """Give the scenes of one member: roles, sessions."""
    roots = {"membership": [_root(member.id, "membership", {})]}
    return _grow(roots, only={"role_grant", "login_session"})


def scenes_of_school(school_id: UUID, names: Collection[str] = SCHOOL_WIDE) -> list[Scene]:
    """Give the scenes of what belongs to the school as a whole: the course that it made its own."""
    tables = [Base.metadata.tables[name] for name in names]
    return [
        _scene(table, row, {})
        for table in tables
        for row in db.session.execute(sa.select(table).where(table.c.school_id == school_id)).mappings()
    ]


def _grow(found: dict[str, list[tuple[UUID, Scene]]], only: set[str] | None = None) -> list[Scene]:
    tables = [table for table in Base.metadata.sorted_tables if table.name not in SHARED]
    waiting = [table for table in tables if only is None or table.name in only]
    while waiting:
        reached = [(table, key) for table in waiting if (key := _way_to(table, found)) is not None]
        if not reached:
            break
        for table, key in reached:
            parents = dict(found[key.column.table.name])
            rows = db.session.execute(sa.select(table).where(key.parent.in_(parents))).mappings()
            found[table.name] = [
                (row["id"], _scene(table, row, parents[row[key.parent.name]])) for row in rows
            ]
            waiting.remove(table)
    return [scene for rows in found.values() for _id, scene in rows]


def _with_files(scenes: list[Scene]) -> list[Scene]:
    """Add the files that stand in frozen work, to what was handed in."""
    files = [scene["sha256"] for scene in scenes if scene.get("kind") == "file"]
    handed_in = [scene for scene in scenes if "submission_id" in scene]
    return scenes + [scene | {"frozen_file": sha256} for scene in handed_in for sha256 in files[:1]]


def _way_to(table: sa.Table, found: dict[str, Any]) -> sa.ForeignKey | None:
    """Give the key by which rows hang on what was found: the nearest owner, never the way back."""
    owners = [key for key in table.foreign_keys if key.column.table.name in found and not key.use_alter]
    owners = [key for key in owners if not key.parent.nullable] or owners
    return min(owners, key=lambda key: (key.column.table.name == "enrolment", key.parent.name), default=None)


def _root(row_id: UUID, name: str, before: Scene) -> tuple[UUID, Scene]:
    table = Base.metadata.tables[name]
    return row_id, _scene(table, _row(table, row_id), before)


def _row(table: sa.Table, row_id: UUID) -> Any:
    return db.session.execute(sa.select(table).where(table.c.id == row_id)).mappings().one()


def _scene(table: sa.Table, row: Any, before: Scene) -> Scene:
    columns = {key: str(getattr(value, "value", value)) for key, value in row.items() if value is not None}
    short = table.name.rsplit("_", 1)[-1]
    file = {f"{short}_sha256": columns["sha256"]} if "sha256" in columns else {}
    return before | columns | file | dict.fromkeys({f"{table.name}_id", f"{short}_id"}, str(row["id"]))

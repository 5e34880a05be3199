"""The database: base model, ids, columns for time and enums, append-only tables."""

from __future__ import annotations

import enum
import os
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

import sqlalchemy as sa
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class UTCDateTime(sa.TypeDecorator[datetime]):
    """An instant: aware in Python, UTC in both databases."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs a time zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def new_id() -> UUID:
    """Make a UUIDv7 (RFC 9562): in order of time for the index, 74 random bits against guessing."""
    milliseconds = time.time_ns() // 1_000_000
    value = (milliseconds << 80) | int.from_bytes(os.urandom(10))
    value = value & ~(0xF << 76) | (7 << 76)
    return UUID(int=value & ~(0x3 << 62) | (2 << 62))


class Base(DeclarativeBase):
    """The base of every table: enums by value with a CHECK, instants in UTC, JSON for structures."""

    metadata = sa.MetaData(naming_convention=NAMING)


AnyModel = TypeVar("AnyModel", bound=Base)

Base.registry.update_type_annotation_map(
    {
        datetime: UTCDateTime(),
        UUID: sa.Uuid(),
        dict[str, Any]: sa.JSON(),
        list[str]: sa.JSON(),
        enum.Enum: sa.Enum(
            enum.Enum,
            native_enum=False,
            create_constraint=True,
            length=40,
            values_callable=lambda members: [member.value for member in members],
        ),
    }
)

db = SQLAlchemy(
    model_class=Base,
    session_options={"expire_on_commit": False, "join_transaction_mode": "create_savepoint"},
)

if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


class Identified:
    """A table with an id that may stand in an address."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id, sort_order=-10)


class SchoolOwned(Identified):
    """A table whose rows belong to one school; every query for it starts from that school."""

    @declared_attr
    def school_id(cls) -> Mapped[UUID]:  # noqa: N805
        return mapped_column(sa.ForeignKey("school.id"), index=True, sort_order=-9)


class Versioned:
    """A row that several people or tabs may change: a late writer gets an error, never the last word."""

    version: Mapped[int] = mapped_column(default=1, sort_order=90)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        return {"version_id_col": cls.version}


def append_only(model: type[AnyModel]) -> type[AnyModel]:
    """Make a table of facts: the database itself refuses to change or delete a row."""
    table = cast(sa.Table, model.__table__)
    table.info["append_only"] = True
    for statement, dialect in append_only_statements(table.name):
        ddl = sa.DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
        event.listen(table, "after_create", ddl.execute_if(dialect=dialect))
    return model


def append_only_statements(table: str) -> list[tuple[str, str]]:
    """Give the statements that lock a table, each with its dialect; migrations use the same ones."""
    refuse = f"{table} is append-only"
    statements = [
        (
            f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{refuse}'); END",
            "sqlite",
        )
        for act in ("UPDATE", "DELETE")
    ]
    function = (
        f"CREATE OR REPLACE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{refuse}'; END $$"
    )
    trigger = (
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_append_only()"
    )
    return [*statements, (function, "postgresql"), (trigger, "postgresql")]

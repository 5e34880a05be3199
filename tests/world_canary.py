"""The text that must never leak and never run, and the columns that hold text of people."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from uuid import UUID

import sqlalchemy as sa

from foundation.database import Base, db

_number = count(1)

# Texts that a machine chose: codes, hashes, addresses, kinds. Everything else is text of people.
MACHINE = frozenset({
    "work_process", "criterion", "level", "result", "seat", "state", "kind", "act", "purpose", "scope",
    "document", "question_key", "question_hash", "assignment",
    "keuzedeel", "lesson", "piece", "section", "field", "slug", "source", "source_key", "content_type",
    "sha256", "pdf_sha256", "hash", "rubric_hash", "token", "token_hash", "password_hash", "code",
    "code_hash", "secret", "previous", "head", "key", "chain", "subject_type", "language", "theme",
    "email", "recipient", "number", "file_hash", "report_hash", "counts", "differing", "criteria",
    "facts", "prefix", "editions", "periods", "anchor", "src", "came_as",
})  # fmt: skip
# Tables whose texts are made by the house itself, from acts and letters.
MACHINE_TABLES = frozenset(
    {
        "audit_chain",
        "audit_entry",
        "mail_message",
        "job",
        "rubric_version",
        "limit_count",
        "search_edition",
        "search_page",
        "search_word",
    }
)


@dataclass(frozen=True)
class Canary:
    """One word in two disguises: a line that fits everywhere, and a longer text."""

    word: str

    def line(self) -> str:
        """Give a line of at most 40 characters, different each time."""
        return f"{self.word}{next(_number)}<b {self.word}>\"'"

    def text(self) -> str:
        """Give a text that tries everything."""
        word = self.word
        return (
            f"{self.line()}\n\n<img src=//{word}.example/x onerror={word}()> "
            f"[klik](javascript:{word}()) ![foto](https://{word}.example/x.png) {{{{7*7}}}}"
        )


def texts_of_people() -> list[sa.Column]:
    """Give every column that holds text of people, in words or in JSON."""
    return [
        column
        for table in Base.metadata.sorted_tables
        if table.name not in MACHINE_TABLES
        for column in table.columns
        if _is_text(column) and column.name not in MACHINE and not column.foreign_keys
    ]


def fill_empty_texts(school_id: UUID, canary: Canary) -> None:
    """Put the canary in texts that were left empty, wherever rows may change."""
    for column in texts_of_people():
        table = column.table
        if table.info.get("append_only") or isinstance(column.type, sa.JSON) or "school_id" not in table.c:
            continue
        for row_id in db.session.scalars(_empty(column, school_id)).all():
            text = canary.text() if column.type.length is None else canary.line()
            db.session.execute(sa.update(table).where(table.c.id == row_id).values({column.name: text}))
    db.session.execute(sa.text("UPDATE school SET place = :text WHERE id = :id").bindparams(
        sa.bindparam("text", canary.line()), sa.bindparam("id", school_id, sa.Uuid())
    ))  # fmt: skip
    db.session.expire_all()


def _empty(column: sa.Column, school_id: UUID) -> sa.Select:
    table = column.table
    return sa.select(table.c.id).where(table.c.school_id == school_id, sa.or_(column == "", column.is_(None)))


def _is_text(column: sa.Column) -> bool:
    if isinstance(column.type, sa.Enum):
        return False
    return isinstance(column.type, (sa.String, sa.Text, sa.JSON))

"""The word index of SQLite: a virtual table beside each table, kept in step by the database itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SUFFIX = "_fts"
GIN = "_words"  # how the index of PostgreSQL is named


def word_index_statements(table: str) -> list[str]:
    """Give the statements that make the word index of a table; migrations use the same ones."""
    index = f"{table}{SUFFIX}"
    options = f"content='{table}', content_rowid='number', detail=none, columnsize=0, tokenize='ascii'"
    add = f"INSERT INTO {index} (rowid, words) VALUES (new.number, new.words);"  # noqa: S608 - names of our own tables
    remove = f"INSERT INTO {index} ({index}, rowid, words) VALUES ('delete', old.number, old.words);"  # noqa: S608
    return [
        f"CREATE VIRTUAL TABLE {index} USING fts5(words, {options})",
        f"CREATE TRIGGER {index}_added AFTER INSERT ON {table} BEGIN {add} END",
        f"CREATE TRIGGER {index}_removed AFTER DELETE ON {table} BEGIN {remove} END",
        f"CREATE TRIGGER {index}_changed AFTER UPDATE OF words, number ON {table} BEGIN {remove} {add} END",
    ]


def is_word_index(table: str) -> bool:
    """Tell whether a table belongs to the word index, which no model describes."""
    return SUFFIX in table


def compared(dialect: str) -> Callable[..., bool]:
    """Give what a comparison of models and database looks at: on each database its own word index."""

    def include(thing: Any, name: str | None, kind: str, *_others: Any) -> bool:
        if kind == "table":
            return not is_word_index(str(name))
        return dialect != "sqlite" or not (kind == "index" and str(name).endswith(GIN))

    return include

"""Counting the answers of an item inside the database, in the words of each database."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction


class answers_in(GenericFunction[int]):  # noqa: N801 - a function of SQL
    """Give how many keys a JSON object has; an item keeps only answers that are not empty."""

    type = sa.Integer()
    inherit_cache = True


@compiles(answers_in, "sqlite")
def _sqlite(element: Any, compiler: Any, **options: Any) -> str:
    return f"(SELECT count(*) FROM json_each({compiler.process(element.clauses, **options)}))"  # noqa: S608 - compiled, no text of people


@compiles(answers_in, "postgresql")
def _postgresql(element: Any, compiler: Any, **options: Any) -> str:
    return f"(SELECT count(*) FROM json_object_keys({compiler.process(element.clauses, **options)}))"  # noqa: S608 - compiled, no text of people

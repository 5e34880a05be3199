"""How many statements one request sends."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import event

from foundation.database import db
from tests.benchmarks.tickets import Ticket
from tests.benchmarks.visitor import hidden_in
from tests.benchmarks.works import Call

NOT_COUNTED = ("BEGIN", "PRAGMA", "SAVEPOINT", "RELEASE")


def count_statements(app: Flask, call: Call, tickets: dict[str, Ticket]) -> int:
    """Make one request inside this process and count what it asks of the database."""
    cookie, token = tickets.get(call.who, ("", ""))
    client, headers = app.test_client(use_cookies=False), {"Cookie": cookie}
    if call.by_script:
        headers["Accept"] = "application/json"
    fields = None if call.fields is None else {**call.fields, "csrf_token": token}
    if fields is None:  # what a process reads once and keeps is no part of a request
        client.get(call.path, headers=headers)
    if call.after_page:
        page = client.get(call.path, headers=headers).text
        fields = {**hidden_in(page, call.path), **(fields or {})}
    seen: list[str] = []

    def note(connection, cursor, statement, parameters, context, executemany) -> None:  # type: ignore[no-untyped-def]
        seen.append(statement.upper())

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    answer = (
        client.get(call.path, headers=headers)
        if fields is None
        else client.post(call.path, data=fields, headers=headers)
    )
    event.remove(engine, "before_cursor_execute", note)
    assert answer.status_code < 400, f"{call.path}: {answer.status}"
    return sum(not statement.startswith(NOT_COUNTED) for statement in seen)

"""Only declared fields are taken: a form with any other field changes nothing."""

from __future__ import annotations

import pytest

from foundation.database import Base
from tests.house.forms import forms_on, one_form
from tests.house.routes import POSTS

COLUMNS = sorted({column.name for table in Base.metadata.tables.values() for column in table.columns})
ACCEPTED = {200, 303}


@pytest.mark.parametrize("route", POSTS, ids=lambda route: route.endpoint)
def test_every_column_as_an_extra_field_changes_nothing(house, route):
    form = one_form(house, route)
    own = form.filled()
    extra = {name: "1" for name in COLUMNS if name not in own}
    with house.undone():
        accepted = house.ask(form.visitor, form.action, "POST", data=own).status_code in ACCEPTED
    with house.undone():
        sent = house.ask(form.visitor, form.action, "POST", data=own | extra)
        changed = {table for table, rows in house.rows().items() if house.untouched[table] != rows}
    assert not changed - {"limit_count"}, form.action
    if route.rule.kind == "half":
        return  # Who is wholly signed in is sent on before any field is read.
    expected = {422} if accepted else range(400, 500)
    assert sent.status_code in expected, f"{form.action}: {sent.status_code}"


def test_enough_forms_are_accepted_when_nothing_is_added(house):
    accepted = 0
    for route in POSTS:
        form = one_form(house, route)
        with house.undone():
            sent = house.ask(form.visitor, form.action, "POST", data=form.filled())
            accepted += sent.status_code in ACCEPTED
    assert accepted > len(POSTS) / 4
    assert len(forms_on(house)) > len(POSTS) / 2

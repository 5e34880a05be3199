"""Looking changes nothing: not a row, not a file, whoever looks."""

from __future__ import annotations

import pytest

from tests.house.routes import GETS


@pytest.mark.parametrize("route", GETS, ids=lambda route: route.endpoint)
def test_a_visit_leaves_every_row_as_it_was(house, route):
    assert house.visit(route), f"nobody could visit {route.path}"
    assert house.changed[route.endpoint] == {}


def test_a_change_would_be_seen(house):
    before = house.rows()
    with house.undone():
        house.ask(
            house.ours.mine[0], "/account/voorkeuren", "POST", data={"language": "en", "theme": "donker"}
        )
        changed = {table for table, rows in house.rows().items() if before[table] != rows}
    assert changed == {"person"}
    assert house.rows() == before

"""The world has what the laws need: rows in every table, the canary in every text."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from foundation.database import Base
from tests.house.arguments import arguments, owned
from tests.house.routes import ROUTES
from tests.world_canary import MACHINE_TABLES, texts_of_people

# Tables that only the running product fills.
NOT_IN_THE_WORLD = {"limit_count", "search_edition", "search_page", "search_word"}


@pytest.mark.parametrize("table", Base.metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_has_rows(house, table):
    if table.name not in NOT_IN_THE_WORLD:
        count = house.connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        assert count, f"Let tests/world*.py make rows of {table.name}."


@pytest.mark.parametrize("column", texts_of_people(), ids=str)
def test_every_text_of_people_holds_the_canary(house, column):
    for world in (house.ours, house.other):
        found = sa.select(sa.func.count()).where(sa.cast(column, sa.Text).like(f"%{world.canary.word}%"))
        assert house.connection.execute(found).scalar_one(), (
            f"Fill {column} in tests/world*.py, or call it a text of machines in tests/world_canary.py."
        )


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.endpoint)
def test_every_argument_of_every_route_has_a_value_for_somebody(house, route):
    visitors = [visitor for visitor in house.ours.mine if visitor.role in route.roles()]
    assert any(arguments(route, visitor, house.ours) for visitor in visitors), route.path
    assert set(owned(route)) <= route.arguments


def test_machine_tables_exist():
    assert set(Base.metadata.tables) >= MACHINE_TABLES

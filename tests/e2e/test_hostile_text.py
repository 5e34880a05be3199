"""No text of a person is ever executed: hostile words in every text, on every page, as every role (P33)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import sqlalchemy as sa
from playwright.sync_api import Error

from accounts.login.models import LoginSession
from accounts.schools.models import Role
from foundation.clock import now
from foundation.database import db
from tests.e2e.browsing import Person
from tests.e2e.places import Place
from tests.house.arguments import arguments
from tests.house.routes import GETS, Route
from tests.world import World, a_world
from tests.world_people import Visitor

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("hostile")]

WORD = "kwaad"
# Each payload calls or asks for something with this name; the page tells when one of them did.
TRAP = (
    f"Object.defineProperty(window, '{WORD}', {{value: () => {{ window.__ran = true; alert('{WORD}'); }}}});"
)
# `sum`: a template that was computed in place of shown.
SIGNS = f"""() => ({{
  ran: window.__ran === true,
  sum: (document.body?.innerText ?? document.documentElement.textContent).includes('.example/x.png) 49'),
  elements: document.querySelectorAll('[{WORD}], main img[src*={WORD}], a[href^="javascript:"]').length,
}})"""
STUDENTS = ("learning", "comparing", "announced")
PER_ROUTE = 3


@dataclass
class Hostile:
    """The school with hostile text in everything, and its place."""

    place: Place
    world: World


@pytest.fixture(scope="module")
def hostile(shared_place: Place) -> Hostile:
    with shared_place.inside():
        world = a_world(WORD)
        # The world was built on another day than the clock of this server.
        db.session.execute(sa.update(LoginSession).values(created_at=now(), last_seen_at=now()))
    return Hostile(shared_place, world)


def visitors(world: World) -> Iterator[Visitor]:
    for role in Role:
        for visitor in world.visitors(role):
            if role is not Role.STUDENT or visitor.phase in STUDENTS:
                yield visitor


def addresses(hostile: Hostile, route: Route, visitor: Visitor | None) -> list[str]:
    adapter = hostile.place.app.url_map.bind("localhost")
    scenes = arguments(route, visitor, hostile.world)[:PER_ROUTE]
    return [adapter.build(route.endpoint, dict(scene), method="GET") for scene in scenes]


def is_page(route: Route) -> bool:
    """Leave out downloads, and photos: the browser shows those in a page of its own."""
    if route.endpoint == "pictures.show" or "bestand" in route.path:
        return False
    return not route.path.startswith(("/static", "/healthz"))


def look(person: Person, address: str) -> bool:
    """Go there and check that nothing of the text came to life; tell whether the page holds it."""
    try:
        person.page.goto(address)
    except Error as error:
        if "Download is starting" not in error.message:
            raise
        return False
    signs = person.page.evaluate(SIGNS)
    assert signs == {"ran": False, "sum": False, "elements": 0}, f"{address}: {signs}"
    person.watch.check(address)
    return WORD in person.page.content()


@pytest.mark.parametrize("role", list(Role))
def test_nothing_runs_on_any_page_of(hostile: Hostile, place: Place, role: Role) -> None:
    shown = 0
    for visitor in (each for each in visitors(hostile.world) if each.role is role):
        person = place.signed_in(visitor.token, careful=False)
        person.context.add_init_script(TRAP)
        person.watch.allow("Failed to load resource: the server responded")
        for route in (each for each in GETS if role in each.roles() and is_page(each)):
            shown += sum(look(person, address) for address in addresses(hostile, route, visitor))
    assert shown >= 5


def test_nothing_runs_on_public_pages(hostile: Hostile, place: Place) -> None:
    person = place.person(careful=False)
    person.context.add_init_script(TRAP)
    person.watch.allow("Failed to load resource: the server responded")
    public = [route for route in GETS if route.rule.kind == "public" and is_page(route)]
    shown = sum(look(person, address) for route in public for address in addresses(hostile, route, None))
    assert shown >= 1


def test_the_trap_would_notice(hostile: Hostile, place: Place) -> None:
    """A page that runs such a text is seen: without this, all of the above could be silent."""
    person = place.person(careful=False)
    person.context.add_init_script(TRAP)
    person.page.route("**/lek", lambda route: route.fulfill(
        content_type="text/html", body=f"<body><img src=/x onerror={WORD}()><script>{WORD}()</script>",
    ))  # fmt: skip
    person.page.goto("/lek")
    person.page.wait_for_function("() => window.__ran")
    assert any("dialog" in fault for fault in person.watch.faults)

"""What somebody was looking at stays where it is: a row that moves, a criterion beside its evidence."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, expect

from accounts.schools.models import Role
from foundation.database import db
from tests.e2e.browsing import NARROW, WIDE, Person
from tests.e2e.people import a_town
from tests.e2e.places import Place, a_session
from tests.e2e.steps import judging
from tests.e2e.steps.work import is_saved
from tests.e2e.test_keyboard import order_in_main, tab_to
from tests.factories.enrolments import D1
from tests.factories.people import a_member, a_school
from tests.servers.app import AppServer

pytestmark = pytest.mark.e2e
HAS_NO_WINDOW = "work => work.scrollHeight <= work.clientHeight"
TOPS = """() => [...document.querySelectorAll('.ww-desk__top :is(a, button)')]
  .map(each => [each.textContent, Math.round(each.getBoundingClientRect().x),
                Math.round(each.getBoundingClientRect().y + scrollY)].join(' '))"""
STEP = "button[value='{}:geldzorgen']"


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
def test_a_lesson_that_moves_stays_under_the_eye(place: Place, size: dict[str, int]) -> None:
    with place.inside():
        token = a_session(a_member(a_school(), Role.SCHOOL_ADMIN, name="Anne de Boer"))
        db.session.commit()
    admin = place.signed_in(token, name="Anne de Boer", careful=False, viewport=size)
    admin.visit(f"/cursus/{D1}")
    for act in ("omlaag", "uit", "omhoog"):
        button = admin.page.locator(STEP.format(act))
        button.scroll_into_view_if_needed()
        before = top(button)
        admin.leave_page(button.click)
        here = admin.page.locator(":focus")
        assert str(here.get_attribute("value")).endswith(":geldzorgen")
        assert abs(top(here) - before) < 3
        expect(admin.page.locator(".ww-flash")).to_be_in_viewport()


def test_a_part_that_did_not_change_is_not_replaced_under_the_finger(place: Place) -> None:
    """A save answers while somebody presses: a link that were replaced then would be pressed in vain."""
    student = a_town(place).student(careful=False)
    student.visit("/werk/wijkanalyse/eigen-rol?opdracht=wijkanalyse-af")
    link = student.page.locator("#gevraagd a").element_handle()
    field = student.page.locator("textarea[name$='positie']")
    assert link
    field.fill("Ik")
    is_saved(student.page)
    assert link.evaluate("each => each.isConnected")
    field.fill("Ik ben er elke week, en bewoners kennen mij.")
    expect(student.page.locator("#gevraagd")).to_contain_text("Je hebt er nu 1.")
    assert not link.evaluate("each => each.isConnected")


@pytest.mark.parametrize("width", [1280, 1180, 1080, 390])
def test_buttons_of_the_desk_stay_where_they_are_whatever_the_save_line_says(
    place: Place, width: int
) -> None:
    """Who scrolls back to sign aims at a button: one that moves at that moment is pressed in vain."""
    assessor = a_town(place, handed_in=True).assessor(careful=False)
    judging.open_work(assessor, "W1")
    assessor.page.set_viewport_size({"width": width, "height": 900})
    before = assessor.page.evaluate(TOPS)
    judging.row(assessor, "W1-7").locator("[data-justification]").fill("Te zien in het werk")
    expect(assessor.page.locator(".ww-along")).to_have_text(judging.SAVED)
    expect(assessor.page.locator(".ww-along")).to_be_visible()
    assert assessor.page.evaluate(TOPS) == before
    assessor.page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    expect(assessor.page.locator(".ww-along")).to_be_hidden()
    assert assessor.page.evaluate(TOPS) == before


def test_a_phone_shows_the_evidence_beside_its_criterion(demo: AppServer, chromium: Browser) -> None:
    assessor = Person(chromium, demo.url, name="Henk Dijkstra", careful=False, viewport=NARROW)
    assessor.visit("/inloggen")
    assessor.press("Log in als Henk Dijkstra")
    assessor.follow("Ga verder", exact=False)
    link = assessor.page.locator("#c-W1-4 .ww-refs a").nth(1)
    link.scroll_into_view_if_needed()
    before = top(link)
    link.click()
    expect(assessor.page.locator("[data-work] :focus")).to_be_in_viewport()
    assert abs(top(link) - before) < 3
    tab_to(assessor, "Naar de inhoud", most=100)
    assessor.page.keyboard.press("Enter")
    assert len(order_in_main(assessor)) > 20
    assessor.page.locator(".ww-work__whole input").check()
    assert assessor.page.locator("[data-work]").evaluate(HAS_NO_WINDOW)
    assessor.close()


def top(element: Locator) -> float:
    """Give how far from the top of the window it stands."""
    box = element.bounding_box()
    assert box is not None
    return box["y"]

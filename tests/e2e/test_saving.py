"""Not one character is lost: two tabs, no connection, an ended session, a dead server (P53, P54)."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from playwright.sync_api import Locator, Page, expect

from accounts.login.sessions import end_sessions
from course.workbench.models import WorkItem
from foundation.database import db
from tests.e2e.browsing import NARROW, Person
from tests.e2e.gate import Gate
from tests.e2e.people import Town, a_town, sign_in
from tests.e2e.places import Place
from tests.e2e.steps.handing_in import hand_in
from tests.e2e.steps.work import NOTHING_UNSENT, SAVED, is_saved

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("saving")]

PAGE, FIELD, OTHER = "/werk/wijkanalyse/eigen-rol", "positie", "rol"
LOST_CONNECTION = "net::ERR"


@pytest.fixture
def town(place: Place) -> Town:
    return a_town(place)


@pytest.fixture
def student(town: Town) -> Person:
    made = town.student(careful=False)
    made.watch.allow(LOST_CONNECTION)
    return made


def area(page: Page, name: str = FIELD) -> Locator:
    return page.locator(f"textarea[name$='{name}']").first


def line(page: Page) -> Locator:
    return page.locator("#ww-saved")


def write(page: Page, text: str, name: str = FIELD) -> None:
    area(page, name).fill(text)


def save(page: Page, text: str) -> None:
    """Write, and wait for the answer to that one save: another tab may still keep text of its own."""
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        write(page, text)
    assert answer.value.ok
    expect(line(page)).to_have_text(SAVED)


def kept_words(town: Town) -> str:
    """Give what the server keeps of the student's work."""
    with town.place.inside():
        rows = db.session.scalars(sa.select(WorkItem).where(WorkItem.enrolment_id == town.ids["enrolment"]))
        return " ".join(str(row.values) for row in rows)


def test_who_writes_far_down_on_a_phone_sees_it_saved(student: Person) -> None:
    student.page.set_viewport_size(NARROW)
    student.visit(PAGE)
    area(student.page).scroll_into_view_if_needed()
    student.page.mouse.wheel(0, 600)
    expect(line(student.page)).not_to_be_in_viewport()
    save(student.page, "Ik ken de flat van binnen.")
    expect(line(student.page)).not_to_be_in_viewport()
    expect(student.page.locator(".ww-along")).to_have_text(SAVED)
    expect(student.page.locator(".ww-along")).to_be_in_viewport(ratio=1)


def another_tab(student: Person, path: str = PAGE) -> Page:
    page = student.context.new_page()
    page.goto(path)
    return page


def test_two_tabs_that_write_different_texts_show_both_and_lose_nothing(student: Person, town: Town) -> None:
    """The second tab saved while the first one had text that was not sent yet."""
    student.visit(PAGE)
    write(student.page, "begin")
    is_saved(student.page)
    other = another_tab(student)
    student.watch.allow("409")
    other.route("**/werk/**", lambda route: route.abort())
    write(other, "tekst van tab twee")
    expect(line(other)).to_have_attribute("data-state", "waiting")
    save(student.page, "tekst van tab een")
    write(other, "tekst van tab twee!")
    other.unroute("**/werk/**")
    other.evaluate("() => window.dispatchEvent(new Event('online'))")
    panel = other.locator("[data-conflict]")
    expect(panel).to_contain_text("Er zijn twee versies")
    expect(panel).to_contain_text("tekst van tab een")
    expect(panel).to_contain_text("tekst van tab twee!")
    panel.get_by_role("button", name="Bewaar mijn versie").click()
    is_saved(other)
    assert "tekst van tab twee!" in kept_words(town)


def test_the_other_version_can_be_taken(student: Person, town: Town) -> None:
    student.visit(PAGE)
    write(student.page, "begin")
    is_saved(student.page)
    other = another_tab(student)
    student.watch.allow("409")
    other.route("**/werk/**", lambda route: route.abort())
    write(other, "mijn tekst")
    save(student.page, "hun tekst")
    other.unroute("**/werk/**")
    write(other, "mijn tekst!")
    other.locator("[data-conflict]").get_by_role("button", name="Neem de andere versie").click()
    expect(area(other)).to_have_value("hun tekst")
    assert "hun tekst" in kept_words(town)
    assert "mijn tekst" not in kept_words(town)


def test_a_tab_with_nothing_unsent_takes_over_what_the_other_saved(student: Person) -> None:
    student.visit(PAGE)
    other = another_tab(student)
    write(student.page, "nieuwe tekst")
    is_saved(student.page)
    expect(area(other)).to_have_value("nieuwe tekst")
    write(other, "nieuwe tekst, en meer")
    is_saved(other)
    assert other.locator("[data-conflict]").count() == 0


def test_text_typed_offline_survives_and_is_sent_later(student: Person, town: Town) -> None:
    """Offline the page cannot be loaded again, so the tab is closed and opened anew."""
    student.visit(PAGE)
    student.context.set_offline(True)
    write(student.page, "in de straat zonder bereik")
    expect(line(student.page)).to_contain_text("Je bent offline")
    assert "zonder bereik" not in kept_words(town)
    student.page.close()
    student.context.set_offline(False)
    student.page = another_tab(student)
    expect(area(student.page)).to_have_value("in de straat zonder bereik")
    student.page.wait_for_function(NOTHING_UNSENT)
    assert "zonder bereik" in kept_words(town)


def test_when_the_connection_is_back_the_text_goes_by_itself(student: Person, town: Town) -> None:
    student.visit(PAGE)
    student.context.set_offline(True)
    write(student.page, "even geen bereik")
    expect(line(student.page)).to_contain_text("Je bent offline")
    student.context.set_offline(False)
    is_saved(student.page)
    assert "even geen bereik" in kept_words(town)


def test_an_ended_session_keeps_the_text_until_somebody_signs_in_again(student: Person, town: Town) -> None:
    student.visit(PAGE)
    with town.place.inside():
        end_sessions(town.ids["student"])
    student.watch.allow("401")
    write(student.page, "geschreven na het uitloggen")
    expect(line(student.page)).to_have_attribute("data-state", "failed")
    expect(area(student.page)).to_have_value("geschreven na het uitloggen")
    with student.context.expect_page() as opened:
        line(student.page).get_by_role("link").click()
    door = opened.value
    door.get_by_label("E-mailadres").fill(town.email)
    door.get_by_label("Wachtwoord").fill(town.password)
    with door.expect_event("load"):
        door.get_by_role("button", name="Log in", exact=True).click()
    student.page.bring_to_front()
    student.page.evaluate("() => window.dispatchEvent(new Event('focus'))")
    is_saved(student.page)
    assert "geschreven na het uitloggen" in kept_words(town)


def test_a_server_that_dies_while_somebody_types_loses_nothing(student: Person, town: Town) -> None:
    student.visit(PAGE)
    write(student.page, "voor de stroomstoring")
    is_saved(student.page)
    town.place.server.kill()
    write(student.page, "voor en tijdens de stroomstoring")
    expect(line(student.page)).to_contain_text("Niet opgeslagen")
    expect(line(student.page)).not_to_contain_text("Opgeslagen om")
    town.place.server.start()
    write(student.page, "voor, tijdens en na de stroomstoring")
    expect(line(student.page)).to_have_text(SAVED, timeout=20_000)
    assert "voor, tijdens en na de stroomstoring" in kept_words(town)


def test_after_handing_in_a_stale_tab_cannot_change_what_was_frozen(student: Person, town: Town) -> None:
    student.visit(PAGE)
    write(student.page, "zo lever ik het in")
    is_saved(student.page)
    stale = another_tab(student)
    hand_in(student, "D1-K1-W1")
    student.watch.allow("409")
    write(stale, "stiekem nog veranderd")
    expect(line(stale)).to_have_attribute("data-state", "failed")
    expect(line(stale)).not_to_contain_text("Opgeslagen")
    expect(area(stale)).to_have_value("stiekem nog veranderd")
    assert "stiekem" not in kept_words(town)
    student.visit("/inleveren/D1-K1-W1")
    student.sees_not("stiekem")


def test_signing_out_with_unsent_text_warns_and_the_text_stays(student: Person, town: Town) -> None:
    student.visit(PAGE)
    student.page.route("**/werk/**", lambda route: route.abort())
    write(student.page, "nog niet verstuurd")
    expect(line(student.page)).to_have_attribute("data-state", "waiting")
    student.page.get_by_role("button", name="Log uit").click()
    dialog = student.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Niet alles is opgeslagen")
    dialog.get_by_role("button", name="Blijf ingelogd").click()
    expect(area(student.page)).to_have_value("nog niet verstuurd")
    student.page.unroute("**/werk/**")
    student.page.get_by_role("button", name="Log uit").click()
    student.page.wait_for_url("**/inloggen*")
    assert "nog niet verstuurd" in kept_words(town)


def test_signing_out_waits_for_the_save_that_is_on_its_way(student: Person, town: Town) -> None:
    student.visit(PAGE)
    gate = Gate(student.page)
    write(student.page, "net getypt")
    student.page.get_by_role("button", name="Log uit").hover()
    student.page.mouse.down()
    with student.page.expect_response(lambda answer: answer.request.method == "POST"):
        gate.open()
    student.page.mouse.up()
    student.page.wait_for_url("**/inloggen*")
    assert "net getypt" in kept_words(town)


def test_after_signing_out_anyway_the_text_waits_for_its_writer(student: Person, town: Town) -> None:
    student.visit(PAGE)
    student.page.route("**/werk/**", lambda route: route.abort())
    write(student.page, "wacht op mij")
    expect(line(student.page)).to_have_attribute("data-state", "waiting")
    student.page.get_by_role("button", name="Log uit").click()
    with student.page.expect_event("load"):
        student.page.get_by_role("button", name="Log toch uit").click()
    student.page.unroute("**/werk/**")
    sign_in(student, town)
    student.page.wait_for_function(NOTHING_UNSENT)
    student.visit(PAGE)
    expect(area(student.page)).to_have_value("wacht op mij")
    assert "wacht op mij" in kept_words(town)

"""All by keyboard: sign in, write, save, hand in; the desk by its keys. The focus is always in sight."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.browsing import NARROW, Person
from tests.e2e.people import a_town
from tests.e2e.places import Place
from tests.e2e.steps.handing_in import read_receipt
from tests.e2e.steps.work import is_saved
from tests.factories.assessments import W1

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("keyboard")]

# Where the focus is: what it is called, and whether the middle of it is on top of everything else.
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const seen = at.closest('label.ww-choice, .ww-segment label, .ww-judgement label') ?? at;
  const box = seen.getBoundingClientRect();
  const inside = (x, y) => {
    const top = document.elementFromPoint(x, y);
    return !!top && (seen.contains(top) || top.contains(seen));
  };
  const x = Math.min(Math.max(box.left + Math.min(box.width, 200) / 2, 1), innerWidth - 1);
  const ys = [box.top + 2, box.top + box.height / 2, box.bottom - 2].filter(y => y > 0 && y < innerHeight);
  const drawn = [at, seen, at.nextElementSibling].filter(each => each).map(each => getComputedStyle(each));
  const ring = drawn.some(each => each.boxShadow !== 'none'
    || each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) > 0);
  const region = at.matches('[data-work], main, .ww-scroll');
  return {
    name: [at.getAttribute('aria-label'), at.labels?.[0]?.innerText, at.innerText, at.name, at.tagName]
      .find(each => each).trim().slice(0, 80),
    ring, shown: region || ys.some(y => inside(x, y)), html: at.outerHTML.slice(0, 160),
  };
}"""


def tab_to(person: Person, name: str, *, most: int = 120) -> None:
    """Press Tab until this has the focus; on the way the focus is never out of sight."""
    for _press in range(most):
        person.page.keyboard.press("Tab")
        at = person.page.evaluate(FOCUS)
        if at is None:
            continue
        assert at["shown"], f"{person.page.url}: the focus is hidden: {at['html']}"
        assert at["ring"], f"{person.page.url}: nothing shows the focus: {at['html']}"
        if name in at["name"]:
            return
    raise AssertionError(f"{person.page.url}: Tab does not reach {name!r}")


def enter(person: Person) -> None:
    """Press Enter on a link or button that leads elsewhere."""
    person.leave_page(lambda: person.page.keyboard.press("Enter"))


def test_a_student_signs_in_writes_and_hands_in(place: Place) -> None:
    town = a_town(place)
    student = place.person(email=town.email, careful=False)
    keyboard = student.page.keyboard
    student.visit("/inloggen")
    tab_to(student, "E-mailadres")
    keyboard.type(town.email)
    tab_to(student, "Wachtwoord")
    keyboard.type(town.password)
    keyboard.press("Enter")
    student.page.wait_for_url(re.compile(r"/$"))
    student.look_around()
    tab_to(student, "Mijn werk")
    enter(student)
    tab_to(student, "Wijkanalyse")
    enter(student)
    tab_to(student, "Eigen rol")
    enter(student)
    tab_to(student, "Wat is je rol, en namens wie?")
    keyboard.type("Ik ben stagiair.")
    tab_to(student, "Waar sta je")
    is_saved(student.page)
    student.visit(f"/inleveren/{W1}")
    tab_to(student, "Nee")
    keyboard.press("Space")
    tab_to(student, "Dit werk is van mij")
    keyboard.press("Space")
    tab_to(student, "Lever in en zet vast")
    enter(student)
    assert read_receipt(student)


def test_the_desk_by_its_keys(place: Place) -> None:
    assessor = a_town(place, handed_in=True).assessor(careful=False)
    assessor.visit("/beoordelen")
    tab_to(assessor, "Begin met beoordelen")
    enter(assessor)
    keyboard = assessor.page.keyboard
    tab_to(assessor, "volgende")
    for key, code in (("j", "W1-1"), ("j", "W1-2"), ("k", "W1-1")):
        keyboard.press(key)
        expect(assessor.page.locator(f"#c-{code}")).to_have_class(re.compile("is-active"))
        assert assessor.page.evaluate(FOCUS)["shown"]
    for level in (1, 3, 2):
        keyboard.press(str(level))
        expect(assessor.page.locator(f"#c-W1-1 [data-level='{level}']")).to_be_checked()
    keyboard.press("?")
    expect(assessor.page.get_by_role("dialog")).to_be_visible()
    keyboard.press("Escape")
    keyboard.press("b")
    expect(assessor.page.locator("#c-W1-1 details[data-bank]")).to_have_attribute("open", "")


def test_who_types_or_switches_the_keys_off_never_scores_by_accident(place: Place) -> None:
    assessor = a_town(place, handed_in=True).assessor(careful=False)
    assessor.visit("/beoordelen")
    assessor.press("Begin met beoordelen", exact=False)
    field = assessor.page.locator("#c-W1-1 [data-justification]")
    field.click()
    assessor.page.keyboard.type("123 jk")
    expect(field).to_have_value("123 jk")
    expect(assessor.page.locator("#c-W1-1 [data-level='1']")).not_to_be_checked()
    assessor.page.locator("[data-keys-on]").focus()
    assessor.page.keyboard.press("Space")
    assessor.page.locator("#c-W1-1 input[type=radio]:checked").focus()
    assessor.page.keyboard.press("2")
    assessor.page.keyboard.press("j")
    expect(assessor.page.locator("#c-W1-1 [data-level='2']")).not_to_be_checked()


@pytest.mark.parametrize("path", ["/", "/werk/wijkanalyse/bronnen", "/bewijs", "/uren", "/programma"])
def test_the_skip_link_comes_first_and_the_order_is_that_of_the_page(place: Place, path: str) -> None:
    student = a_town(place).student(careful=False)
    student.visit(path)
    tab_to(student, "Naar de inhoud", most=1)
    student.page.keyboard.press("Enter")
    assert student.page.evaluate("() => document.activeElement.id") == "inhoud"
    main = order_in_main(student)
    assert len(main) > 2
    assert main == sorted(main, key=lambda stop: stop["at"])


def order_in_main(person: Person) -> list[dict]:
    """Give the stops of Tab in the page, with their place in the document."""
    script = """() => {
      const at = document.activeElement, all = [...document.querySelectorAll('*')];
      return { at: all.indexOf(at), inside: !!at.closest('main'), positive: at.tabIndex > 0 };
    }"""
    stops = []
    for _press in range(200):
        person.page.keyboard.press("Tab")
        stop = person.page.evaluate(script)
        if not stop["inside"]:
            return stops
        assert not stop["positive"]
        assert person.page.evaluate(FOCUS)["shown"], person.page.evaluate(FOCUS)
        stops.append(stop)
    raise AssertionError("Tab never leaves the page")


def test_the_focus_is_in_sight_on_a_phone(place: Place) -> None:
    student = a_town(place).student(careful=False, viewport=NARROW)
    for path in ("/", "/werk/wijkanalyse/eigen-rol", "/uren"):
        student.visit(path)
        tab_to(student, "Naar de inhoud", most=1)
        student.page.keyboard.press("Enter")
        assert order_in_main(student)

"""An administrator puts a photo in a lesson; a student sees it on a phone. Also without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.browsing import NARROW, Person
from tests.e2e.places import Place
from tests.e2e.writing import (
    ADMIN,
    STUDENT,
    a_writer_and_a_reader,
    begins_a_lesson,
    chooses_what_it_is_for,
    options_for,
    publishes,
)
from tests.factories.enrolments import D1
from tests.unit.course.portfolio import hostile

pytestmark = pytest.mark.e2e

TEXT = "Loop om negen uur langs de markt."
ALT = "Kramen op een plein"
SHOWN = f'::: figure src="de-markt.jpg" alt="{ALT}" caption="De markt"\nAcht kramen.\n:::'


@pytest.mark.parametrize("has_script", [True, False], ids=["with script", "without script"])
def test_a_photo_from_upload_to_reading(place: Place, has_script: bool) -> None:
    options = options_for(has_script=has_script)
    admin, student = a_writer_and_a_reader(place)
    person = place.signed_in(admin, name=ADMIN, **options)
    begins_a_lesson(person, text=TEXT)
    adds_a_photo(person)
    shows_it_in_the_text(person)
    chooses_what_it_is_for(person)
    publishes(person)
    person.close()
    reader = place.signed_in(student, name=STUDENT, viewport=NARROW, **options)
    reader.visit("/programma/lessen/eigen-onze-markt")
    reader.page.set_viewport_size(NARROW)
    picture = reader.page.get_by_role("img", name=ALT)
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
    assert reader.page.wait_for_function("() => [...document.images].every(each => each.complete)")
    box = picture.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= NARROW["width"]
    reader.page.get_by_text("Lees wat er in het plaatje staat").click()
    reader.sees("Acht kramen.")
    reader.close()


def test_a_photo_that_was_added_among_the_others_is_there(place: Place) -> None:
    admin, _student = a_writer_and_a_reader(place)
    person = place.signed_in(admin, name=ADMIN)
    person.visit(f"/cursus/{D1}/plaatjes")
    for title, size in (("De markt", (640, 480)), ("De kerk", (480, 640))):
        person.fill("Naam", title)
        choose(person, "IMG_2041.jpg", hostile.photo("JPEG", size=size))
        person.press("Bewaar het plaatje")
        person.sees(f"‘{title}’ staat klaar.")
        expect(person.page.locator("li:target")).to_contain_text(title)
        expect(person.page.locator("li:target")).to_be_in_viewport()
    person.close()


def adds_a_photo(admin: Person) -> None:
    """Go to the pictures without losing the text; an SVG is refused, a photo is taken."""
    admin.page.get_by_text("Tekeningen en foto’s", exact=True).click()
    admin.press("Voeg een foto of tekening toe")
    admin.fill("Naam", "De markt")
    admin.watch.allow("status of 422")
    choose(admin, "kaart.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    admin.page.get_by_role("button", name="Bewaar het plaatje").click()
    expect(admin.page.locator(".ww-field__error")).to_contain_text("Kies een foto of tekening als jpg")
    choose(admin, "IMG_2041.jpg", hostile.photo("JPEG", size=(640, 480)))
    admin.press("Bewaar het plaatje")
    admin.sees("‘De markt’ staat klaar.")
    assert admin.page.get_by_label("Tekst", exact=True).input_value().strip() == TEXT


def choose(admin: Person, name: str, content: bytes) -> None:
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    admin.page.get_by_label("Foto of tekening", exact=True).set_input_files(files=[file])


def shows_it_in_the_text(admin: Person) -> None:
    """With script a button inserts the lines, and the cursor stands where the first words are asked."""
    text = admin.page.get_by_label("Tekst", exact=True)
    if not admin.has_script:
        admin.fill("Tekst", f"{TEXT}\n\n{SHOWN}")
        admin.press("Bewaar en bekijk")
        admin.sees("De markt")
        return
    line = admin.page.locator("[data-skeleton]", has_text="de-markt.jpg")
    if not line.is_visible():  # a browser that opens what an address leads to has done so already
        admin.page.get_by_text("Tekeningen en foto’s", exact=True).click()
    text.evaluate("each => each.setSelectionRange(each.value.length, each.value.length)")
    line.get_by_role("button", name="Voeg in: De markt").click()
    admin.page.keyboard.insert_text(ALT)
    expect(admin.page.locator("#voorbeeld")).to_contain_text("schrijf onder deze regel als tekst")
    text.fill(text.input_value().replace("\n\n:::", "\nAcht kramen.\n:::"))
    assert SHOWN in text.input_value()
    expect(admin.page.locator("#voorbeeld").get_by_role("img", name=ALT)).to_be_visible()
    admin.look_around()

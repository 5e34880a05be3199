"""Evidence: a photo without its place, and what shows which criterion."""

from __future__ import annotations

import io

from PIL import Image
from playwright.sync_api import expect

from tests.e2e.browsing import Person
from tests.e2e.steps.work import open_item, wait_until_saved

GPS = 0x8825
LATITUDE = {1: "N", 2: (52.0, 5.0, 13.37)}


def photo_with_place() -> bytes:
    """Give a photo that says where it was taken."""
    image = Image.new("RGB", (640, 480), (190, 120, 60))
    exif = Image.Exif()
    exif.get_ifd(GPS).update(LATITUDE)
    data = io.BytesIO()
    image.save(data, "JPEG", exif=exif)
    assert Image.open(io.BytesIO(data.getvalue())).getexif().get_ifd(GPS), "the photo has no place to lose"
    return data.getvalue()


def upload_photo(student: Person, name: str) -> None:
    """Upload a photo from the street; what can be downloaded no longer says where that was."""
    student.visit("/bewijs")
    file = {"name": name, "mimeType": "image/jpeg", "buffer": photo_with_place()}
    student.page.locator("#bestanden input[type=file]").set_input_files(file)
    student.press("Bewaar de bestanden")
    student.visit("/bewijs")
    student.follow(name.removesuffix(".jpg"), exact=False)
    address = student.page.get_by_role("link", name="Download").get_attribute("href")
    kept = student.context.request.get(student.address + address)
    assert kept.headers["content-disposition"].startswith("attachment")
    found = Image.open(io.BytesIO(kept.body()))
    assert not found.getexif().get_ifd(GPS)
    assert b"GPS" not in kept.body()


def link_to_criteria(student: Person, section: str, name: str) -> None:
    """Say that an item shows every criterion of its work process."""
    student.visit(f"/werk/{section}")
    student.follow("Koppel aan criteria", within=open_item(student, name), exact=False)
    link_all(student)


def link_all(student: Person) -> None:
    """Tick every criterion on this page that is not ticked."""
    form = student.page.locator(
        "form[data-autosave]", has=student.page.locator("input[type=checkbox][name^=c_]")
    )
    for choice in form.locator("label.ww-choice").all():
        if not choice.locator("input").is_checked():
            choice.click()
    expect(form.locator("input[type=checkbox]:not(:checked)")).to_have_count(0)
    student.page.locator("h1").click()
    wait_until_saved(student)
    student.look_around()


def see_full_coverage(student: Person, count: int) -> None:
    """The map shows no criterion without evidence."""
    student.visit("/bewijs/dekking")
    student.sees(f"{count} van {count} criteria hebben bewijs.")
    assert student.page.get_by_text("Nog niets", exact=True).count() == 0

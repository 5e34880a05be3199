"""The certificate: issued, rendered, checked by anyone, revoked."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.e2e.browsing import Person
from tests.e2e.places import Place
from tests.e2e.steps.printed import words_of

CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b")


@dataclass(frozen=True)
class Issued:
    """What stands on a certificate, and where it is."""

    address: str
    number: str
    code: str
    check: str


def issue(admin: Person, student: str) -> Issued:
    """Issue the certificate of a student, and wait until its PDF is there."""
    admin.visit("/certificaten")
    admin.press("Geef uit", exact=False)
    admin.visit("/certificaten")
    row = admin.page.locator("tr").filter(has_text=student)
    number = row.locator("th a").inner_text()
    admin.follow(number)
    address = admin.page.url.removeprefix(admin.address)
    download = admin.page.get_by_role("link", name="Download de PDF")
    while not download.count():
        admin.page.reload()
    admin.look_around()
    code = CODE.search(admin.page.locator("main").inner_text()).group()
    check = admin.page.get_by_role("link", name="Bekijk de controlepagina").get_attribute("href")
    return Issued(address, number, code, check)


def download_pdf(admin: Person, issued: Issued, *texts: str) -> None:
    """The PDF is whole, carries the data and says what it is not."""
    answer = admin.context.request.get(f"{admin.address}{issued.address}/pdf")
    assert answer.headers["content-type"] == "application/pdf"
    text = words_of(answer.body())
    for wanted in (issued.number, issued.code, "geen officieel waardepapier", *texts):
        assert wanted in text, f"{wanted!r} does not stand in the PDF: {text}"


def check_by_code(visitor: Person, issued: Issued, name: str, verdict: str) -> None:
    """Type number and code over, as an employer does."""
    visitor.visit("/controleer")
    visitor.fill("Nummer van het certificaat", issued.number)
    visitor.fill("Code van het certificaat", issued.code)
    visitor.press("Controleer")
    expect(visitor.page.locator("h1")).to_have_text(verdict)
    visitor.sees(name, issued.number)


def check_by_link(visitor: Person, issued: Issued, verdict: str) -> None:
    """Follow the link of the QR code."""
    visitor.visit(issued.check)
    expect(visitor.page.locator("h1")).to_have_text(verdict)
    visitor.sees(issued.number)


def revoke(admin: Person, issued: Issued, reason: str) -> None:
    """Revoke with a reason."""
    admin.visit(issued.address)
    admin.page.locator("summary").filter(has_text="Trek dit certificaat in").click()
    form = admin.page.locator("form[action$='/intrekken']")
    admin.fill("Reden", reason, within=form)
    admin.press("Trek het certificaat in", within=form)
    admin.sees("Ingetrokken", reason)


def stands_in_the_list(place: Place, issued: Issued, status: str) -> None:
    """The command lists code, number, status and dates."""
    rows = {row["number"]: row for row in json.loads(place.command("certificates", "list", "--json"))}
    row = rows[issued.number]
    assert row["code"] == issued.code
    assert row["status"] == status
    assert row["determined_on"]
    assert row["issued_at"]

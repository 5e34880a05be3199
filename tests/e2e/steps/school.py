"""A school begins: its administrator, a group, its people, and their first sign-in."""

from __future__ import annotations

import re
from datetime import timedelta

import pyotp

from foundation.clock import today
from tests.e2e.browsing import Person
from tests.e2e.places import Place

PASSWORD = "vier losse woorden hier"
LINK = re.compile(r"https?://\S+/uitnodiging/\S+")
COLUMNS = "naam;e-mail;studentnummer;rol;route;geboortedatum;geboorteplaats;begeleider"


def platform_makes_school(place: Place, name: str) -> Person:
    """The platform makes a school; its administrator gets a browser."""
    admin = place.person("Anne de Boer", "anne@school.test")
    said = place.command(
        "schools", "create", "--name", name, "--slug", "waterrijk", "--place", "Lindermeer",
        "--admin-name", admin.name, "--admin-email", admin.email,
    )  # fmt: skip
    assert admin.email in said
    return admin


def accept_invitation(place: Place, person: Person) -> None:
    """Follow the mailed link and choose a password; staff also sets up a second factor."""
    person.visit(mailed_link(place, person.email))
    person.sees(f"Hoi {person.name}")
    person.fill("Nieuw wachtwoord", PASSWORD)
    person.press("Bewaar en log in")
    person.sees("Zo gaat het verder")


def set_up_second_factor(person: Person) -> None:
    """Scan the code, type six digits, keep the recovery codes."""
    person.follow("Stel de tweede stap in")
    person.secret = person.page.locator("ol .ww-code").inner_text().replace(" ", "")
    person.page.locator("input[name=code]").fill(pyotp.TOTP(person.secret).now())
    person.press("Zet de tweede stap aan")
    person.sees("Bewaar je herstelcodes")
    assert person.page.locator(".ww-codes li").count() >= 8
    person.follow("Ik heb ze bewaard. Ga verder")


def mailed_link(place: Place, email: str) -> str:
    """Give the newest invitation that was mailed to an address; waits until it is there."""
    while True:
        received = list(place.mail.messages)
        found = [
            link.group()
            for message in received
            if message["To"] and email in message["To"]
            and (link := LINK.search(message.get_body(("plain",)).get_content()))
        ]  # fmt: skip
        if found:
            return found[-1].removeprefix(place.server.url)
        place.mail.wait_for(len(received) + 1)


def make_cohort(admin: Person, name: str, keuzedeel: str) -> str:
    """Make a group and give its address."""
    admin.visit("/groepen")
    admin.follow("Maak een groep")
    admin.fill("Naam van de groep", name)
    admin.fill("Keuzedeel", keuzedeel)
    admin.tick("Derde leerweg")
    admin.fill("Eerste dag", (today() - timedelta(days=70)).isoformat())
    admin.fill("Laatste dag", (today() + timedelta(days=120)).isoformat())
    admin.press("Maak de groep")
    admin.sees("Groep " + name)
    return admin.page.url.removeprefix(admin.address)


def import_people(admin: Person, cohort: str, lines: list[str]) -> None:
    """Upload a file as Excel saves it (BOM, semicolons), read the report, confirm, and do it again."""
    data = ("\ufeff" + "\r\n".join([COLUMNS, *lines]) + "\r\n").encode()
    _upload(admin, cohort, data)
    admin.sees("Het bestand klopt. Er is nog niets veranderd.", f"{len(lines)} rijen gelezen.")
    admin.press("Voeg deze mensen toe")
    admin.sees("Dit bestand is verwerkt op")
    _upload(admin, cohort, data)
    admin.sees(f"0 nieuw, {len(lines)} waren er al.")


def allocate_evenly(admin: Person, cohort: str, *names: str) -> None:
    """Let the empty seats be divided, look at the proposal, and confirm it."""
    admin.visit(cohort)
    admin.follow("Verdeel beoordelaars eerlijk")
    admin.sees("Dit is een voorstel. Er is nog niets bewaard.", *names)
    admin.press("Bevestig deze verdeling")
    admin.visit(cohort)
    admin.sees("2 van 2")


def _upload(admin: Person, cohort: str, data: bytes) -> None:
    admin.visit(cohort + "/import")
    file = {"name": "deelnemers.csv", "mimeType": "text/csv", "buffer": data}
    admin.page.locator("input[type=file]").set_input_files(file)
    admin.press("Controleer het bestand")

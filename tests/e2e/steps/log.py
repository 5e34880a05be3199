"""The log of the school: every step has a sentence, and the chain is whole."""

from __future__ import annotations

import sqlalchemy as sa
from flask_babel import force_locale

from foundation.audit.acts import sentence_of
from foundation.audit.models import AuditEntry
from foundation.database import db
from tests.e2e.browsing import Person
from tests.e2e.places import Place


def tells(place: Place, admin: Person, *acts: str) -> None:
    """Each of these acts happened, and the log of the school tells it in a sentence."""
    happened = sentences(place)
    assert [act for act in acts if act not in happened] == []
    told = read(admin)
    missing = [said for act in acts for said in happened[act] if said not in told]
    assert missing == [], told


def read(admin: Person) -> str:
    """Read the whole log, from new to old."""
    admin.visit("/logboek?inloggen=ja")
    text = admin.page.locator("main").inner_text()
    while admin.page.get_by_role("link", name="Ouder", exact=True).count():
        admin.follow("Ouder")
        text += admin.page.locator("main").inner_text()
    return text


def sentences(place: Place) -> dict[str, set[str]]:
    """Give what stands in the log of the platform and its schools: the sentences per act."""
    found: dict[str, set[str]] = {}
    with place.inside(), force_locale("nl"):
        for entry in db.session.scalars(sa.select(AuditEntry)):
            said = str(sentence_of(entry.act, entry.details))
            assert said != entry.act, f"{entry.act} has no sentence"
            found.setdefault(entry.act, set()).add(said)
    return found


def chain_is_whole(place: Place) -> None:
    """The command that checks the chain finds nothing."""
    said = place.command("audit", "verify")
    assert said.startswith("OK: "), said

"""The letters about an account, in the language of the reader. A link is made when its letter is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from uuid import UUID

import sqlalchemy as sa
from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.login.models import TokenPurpose
from accounts.login.tokens import make_token
from accounts.people.models import Person
from accounts.schools.models import Membership, School
from foundation.database import db
from foundation.mail.actions import Letter, composer
from foundation.mail.models import MailMessage
from foundation.web.links import public_link

Writer = Callable[[MailMessage, Person], Letter]


def letter(kind: str) -> Callable[[Writer], Writer]:
    """Declare a letter to a person, written in that person's language."""

    def declare(write: Writer) -> Writer:
        @composer(kind)
        @wraps(write)
        def compose(message: MailMessage) -> Letter:
            person = db.session.get_one(Person, message.person_id)
            with force_locale(person.language):
                return write(message, person)

        return write

    return declare


@letter("invitation")
def write_invitation(message: MailMessage, person: Person) -> Letter:
    """Invite somebody; who has a password already is told that there is a school more."""
    member, school = _membership(message)
    if person.password_hash:
        return _added(member, school)
    token = make_token(TokenPurpose.INVITATION, person.id, membership_id=member.id)
    return Letter(
        subject=_("%(school)s nodigt je uit voor Wijkwijs", school=school.name),
        body=_(
            "Hoi %(name)s,\n\n"
            "%(school)s heeft een account voor je klaargezet in Wijkwijs. "
            "Daar werk je aan het keuzedeel, of begeleid en beoordeel je anderen.\n\n"
            "Kies eerst een wachtwoord. Dat doe je hier:\n%(link)s\n\n"
            "Deze link werkt 14 dagen en één keer. "
            "Daarna kun je op dezelfde pagina een nieuwe mail vragen.\n\n"
            "Ken je %(school)s niet? Dan hoef je niets te doen.\n\n"
            "Groet,\nWijkwijs",
            name=member.name,
            school=school.name,
            link=public_link("login.invitation", token=token),
        ),
    )


@letter("password_reset")
def write_reset(message: MailMessage, person: Person) -> Letter:
    """Send the link to choose a new password."""
    token = make_token(TokenPurpose.RESET, person.id)
    return Letter(
        subject=_("Kies een nieuw wachtwoord voor Wijkwijs"),
        body=_(
            "Hoi,\n\n"
            "Je vroeg om een nieuw wachtwoord voor Wijkwijs. Kies het hier:\n%(link)s\n\n"
            "Deze link werkt 30 minuten en één keer.\n\n"
            "Heb je dit niet gevraagd? Dan hoef je niets te doen. Je oude wachtwoord blijft werken.\n\n"
            "Groet,\nWijkwijs",
            link=public_link("login.new_password", token=token),
        ),
    )


@letter("new_email")
def write_new_email(message: MailMessage, person: Person) -> Letter:
    """Ask the new address to confirm itself; an address that is in use gets no link."""
    if _in_use(message.recipient):
        return _address_in_use()
    token = make_token(TokenPurpose.NEW_EMAIL, person.id, email=message.recipient)
    return Letter(
        subject=_("Bevestig je nieuwe e-mailadres voor Wijkwijs"),
        body=_(
            "Hoi,\n\n"
            "Je wilt dit e-mailadres gebruiken voor Wijkwijs. Bevestig dat hier:\n%(link)s\n\n"
            "Deze link werkt 24 uur en één keer.\n\n"
            "Heb je dit niet gevraagd? Dan hoef je niets te doen.\n\n"
            "Groet,\nWijkwijs",
            link=public_link("login.confirm_email", token=token),
        ),
    )


@letter("email_changed")
def write_email_changed(message: MailMessage, person: Person) -> Letter:
    """Tell the old address that it is no longer the one to sign in with."""
    return _notice(
        _("Je e-mailadres voor Wijkwijs is veranderd"),
        _("Je logt vanaf nu in bij Wijkwijs met een ander e-mailadres."),
    )


@letter("password_changed")
def write_password_changed(message: MailMessage, person: Person) -> Letter:
    """Tell that the password was changed."""
    return _notice(
        _("Je wachtwoord voor Wijkwijs is veranderd"), _("Het wachtwoord van je account is net veranderd.")
    )


def _added(member: Membership, school: School) -> Letter:
    return Letter(
        subject=_("Je bent toegevoegd aan %(school)s in Wijkwijs", school=school.name),
        body=_(
            "Hoi %(name)s,\n\n"
            "Je hebt al een account in Wijkwijs. %(school)s heeft je daar nu ook toegevoegd.\n\n"
            "Log in met het wachtwoord dat je al hebt:\n%(link)s\n\n"
            "Hoor je bij meer scholen? Dan kies je na het inloggen voor welke school je komt.\n\n"
            "Groet,\nWijkwijs",
            name=member.name,
            school=school.name,
            link=public_link("login.sign_in"),
        ),
    )


def _address_in_use() -> Letter:
    return Letter(
        subject=_("Dit e-mailadres is al bekend bij Wijkwijs"),
        body=_(
            "Hoi,\n\n"
            "Iemand wilde dit e-mailadres gebruiken voor een account in Wijkwijs. "
            "Maar er is al een account met dit adres. Daarom verandert er niets.\n\n"
            "Was jij dat zelf? Log dan in met dit adres:\n%(link)s\n\n"
            "Groet,\nWijkwijs",
            link=public_link("login.sign_in"),
        ),
    )


def _notice(subject: str, what: str) -> Letter:
    return Letter(
        subject=subject,
        body=_(
            "Hoi,\n\n%(what)s\n\n"
            "Heb je dit zelf gedaan? Dan hoef je niets te doen.\n\n"
            "Was jij dit niet? Kies dan meteen een nieuw wachtwoord en vertel het je school:\n%(link)s\n\n"
            "Groet,\nWijkwijs",
            what=what,
            link=public_link("login.forgotten"),
        ),
    )


def _membership(message: MailMessage) -> tuple[Membership, School]:
    found = (
        sa.select(Membership, School)
        .join(School, School.id == Membership.school_id)
        .where(Membership.id == UUID(message.arguments["membership"]))
    )
    member, school = db.session.execute(found).one()
    return member, school


def _in_use(email: str) -> bool:
    return db.session.scalar(sa.select(Person.id).where(Person.email == email)) is not None

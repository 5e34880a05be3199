"""The kinds of act by which the log is filtered: which beginnings of names belong together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import known_acts


@dataclass(frozen=True)
class Kind:
    """A kind of act: its name in the address, its label, and how the names of its acts begin."""

    slug: str
    label: Any
    beginnings: tuple[str, ...]

    @property
    def acts(self) -> list[str]:
        """Give the names of the acts of this kind."""
        return [name for name in known_acts() if name.startswith(self.beginnings)]


SIGNING_IN = Kind("inloggen", _l("Inloggen en wachtwoorden"), ("login.",))
KINDS = (
    Kind("werk", _l("Werk van studenten"), ("submission.", "work.", "evidence.", "hours.", "feedback.")),
    Kind("beoordelen", _l("Beoordelen"), ("assessment.", "agreement.")),
    Kind("vaststellen", _l("Vaststellen"), ("determination.",)),
    Kind("certificaten", _l("Certificaten"), ("certificate.",)),
    Kind("cursus", _l("De cursus"), ("course.",)),
    Kind("groepen", _l("Groepen en inschrijvingen"), ("cohort.", "enrolment.", "people_import.")),
    Kind("beheer", _l("Mensen, rollen en school"), ("membership.", "school.", "person.", "demo.")),
    SIGNING_IN,
    Kind("toegang", _l("Tegengehouden"), ("access.",)),
)
# What happens every day to everybody: left out until somebody asks.
EVERYDAY: Collection[str] = ("login.signed_in", "login.signed_out")


def kind_named(slug: str | None) -> Kind | None:
    """Give the kind with this name in the address."""
    return {kind.slug: kind for kind in KINDS}.get(slug or "")

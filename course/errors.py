"""Reasons to say no that every room of the course shares."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow, Unknown


class NotEnrolled(Unknown):
    """A student who is not in a cohort yet."""

    message = _l("Je bent nog niet ingeschreven. Vraag aan je school of ze je bij een groep zetten.")


class Ended(NotNow):
    """The enrolment of somebody's student is completed or withdrawn."""

    message = _l("Deze inschrijving is afgelopen. Je kunt alles lezen, maar niets veranderen.")


class NotActive(NotNow):
    """The enrolment is paused, completed or withdrawn."""

    message = _l("Je inschrijving loopt nu niet. Je kunt alles lezen, maar niets veranderen.")

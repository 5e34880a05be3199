"""What somebody asks of the log in its address: a kind, a name, a period, with or without signing in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Form, SelectField, StringField

from accounts.schools.queries import people_named
from enrolment.fields import DayField
from foundation.audit.queries import Wanted
from foundation.clock import AMSTERDAM
from foundation.web.forms import Choice
from foundation.web.paging import asked_text
from web.audit_log.kinds import EVERYDAY, KINDS, SIGNING_IN, kind_named


class LogFilter(Form):
    """The form above the log; it is sent in the address, so it needs no token."""

    soort = SelectField(_l("Soort"), validate_choice=False)
    wie = StringField(_l("Wie deed het?"))
    van = DayField(_l("Vanaf"))
    tot = DayField(_l("Tot en met"))
    inloggen = BooleanField(_l("Toon ook wie in- en uitlogde"), false_values=("", "nee"))

    def __init__(self) -> None:
        super().__init__(request.args)
        self.soort.choices = [Choice("", _l("Alles")), *(Choice(kind.slug, kind.label) for kind in KINDS)]
        self.wie.data = asked_text("wie")
        self.validate()

    @property
    def is_used(self) -> bool:
        """Tell whether something is filtered."""
        return any((kind_named(self.soort.data), self.wie.data, self.van.data, self.tot.data))

    @property
    def leaves_out_signing_in(self) -> bool:
        """Tell whether who came and went is left out."""
        return not self.inloggen.data and kind_named(self.soort.data) != SIGNING_IN

    def wanted(self, school_id: UUID, about: UUID | None) -> Wanted:
        """Give what to look for; a day that does not exist is told at its field, and not looked for."""
        kind = kind_named(self.soort.data)
        return Wanted(
            about=about,
            acts=kind.acts if kind else None,
            but=EVERYDAY if self.leaves_out_signing_in else (),
            actors=people_named(school_id, self.wie.data) if self.wie.data else None,
            since=_midnight(first) if (first := _good(self.van)) else None,
            until=_midnight(last + timedelta(days=1)) if (last := _good(self.tot)) else None,
        )

    def in_address(self, about: UUID | None) -> Mapping[str, Any]:
        """Give what keeps this filter in the address of another page."""
        return {
            "over": about,
            "soort": self.soort.data or None,
            "wie": self.wie.data or None,
            "inloggen": "ja" if self.inloggen.data else None,
            "van": _good(self.van),
            "tot": _good(self.tot),
        }


def _good(field: DayField) -> date | None:
    return None if field.errors else field.data


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), AMSTERDAM).astimezone(UTC)

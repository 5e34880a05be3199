"""What a coach sends about hours."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from course.hours.forms import VersionForm
from foundation.web.forms import Form, TextField


class SeenForm(Form):
    """The entries to confirm, each with the version that was shown: "id:version,id:version"."""

    seen = TextField(most=20_000, required=_l("Laad de pagina opnieuw."))

    def validate_seen(self, field: Any) -> None:
        if not self.versions:
            raise ValidationError(_l("Laad de pagina opnieuw."))

    @property
    def versions(self) -> dict[UUID, int]:
        """Give the versions by id; nothing when it cannot be read."""
        try:
            pairs = [part.split(":") for part in str(self.seen.data or "").split(",")]
            return {UUID(entry_id): int(version) for entry_id, version in pairs}
        except ValueError:
            return {}


class QuestionForm(VersionForm):
    """A question about one entry."""

    question = TextField(_l("Wat wil je weten?"), most=500, required=_l("Schrijf eerst je vraag."))

    def validate_question(self, field: Any) -> None:
        if not field.data:
            raise ValidationError(_l("Schrijf eerst je vraag."))

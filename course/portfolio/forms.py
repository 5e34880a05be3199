"""The forms of the portfolio."""

from __future__ import annotations

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import MultipleFileField
from wtforms import ValidationError
from wtforms.validators import InputRequired

from content.keuzedeel import Keuzedeel
from course.portfolio.criteria import CriteriaForm, criteria_form
from course.portfolio.models import Evidence, EvidenceKind
from course.portfolio.rules import FILES_AT_ONCE
from foundation.web.forms import Form, LineField, TextField

LONGEST_BODY = 20_000
NEEDS_TITLE = _l("Geef dit bewijs een titel. Dan kun je het terugvinden.")


class TitleForm(Form):
    """The title under which new text evidence begins."""

    title = LineField(_l("Waar gaat je tekst over?"), required=NEEDS_TITLE)

    def validate_title(self, field: LineField) -> None:
        """Ask for more than spaces."""
        _ask_text(field)


class FilesForm(Form):
    """One or more files."""

    files = MultipleFileField(
        _l("Kies je bestanden"), validators=[InputRequired(_l("Kies eerst een bestand."))]
    )

    def validate_files(self, field: MultipleFileField) -> None:
        """Take a handful at a time."""
        if len(field.data) > FILES_AT_ONCE:
            raise ValidationError(_("Kies hooguit %(most)s bestanden tegelijk.", most=FILES_AT_ONCE))


class FileForm(CriteriaForm):
    """Title and criteria of a file."""

    title = LineField(_l("Titel"), required=NEEDS_TITLE)

    def validate_title(self, field: LineField) -> None:
        """Ask for more than spaces."""
        _ask_text(field)


class TextForm(FileForm):
    """Title, text and criteria of text evidence."""

    body = TextField(
        _l("Je tekst"),
        most=LONGEST_BODY,
        description=_l("Schrijf over anderen met een rol, nooit met een naam."),
    )


class RemoveForm(Form):
    """Nothing but the wish itself."""


def evidence_form(evidence: Evidence, keuzedeel: Keuzedeel, *, fixed: bool, fresh: bool = False) -> Any:
    """Make the form of a text or a file; of fixed evidence only the criteria can change."""
    behaviours = keuzedeel.qualification.behaviours
    if fixed:
        return criteria_form(behaviours, evidence, fresh=fresh)
    base = TextForm if evidence.kind is EvidenceKind.TEXT else FileForm
    return criteria_form(
        behaviours, evidence, fresh=fresh, base=base, title=evidence.title, body=evidence.body
    )


def _ask_text(field: LineField) -> None:
    if not field.data and not field.errors:
        raise ValidationError(str(NEEDS_TITLE))

"""The form of one note."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from course.notes.models import Note
from foundation.web.forms import Form, TextField, VersionField

LONGEST_NOTE = 5_000


class NoteForm(Form):
    """The text of a note."""

    body = TextField(_l("Je notitie"), most=LONGEST_NOTE)
    version = VersionField()


def note_form(note: Note | None, *, fresh: bool = False) -> NoteForm:
    """Make the form of a note as it is now; `fresh` ignores what was sent."""
    data = {"body": note.body if note else "", "version": note.version if note else 0}
    return NoteForm(formdata=None, data=data) if fresh else NoteForm(data=data)

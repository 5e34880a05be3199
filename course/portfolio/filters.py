"""Words for templates: sizes and kinds of files, and text that people wrote."""

from __future__ import annotations

from flask.sansio.app import App
from flask_babel import format_decimal
from flask_babel import gettext as _

from content.markup import render_text, with_links
from course.portfolio.files.kinds import BY_TYPE


def init_filters(app: App) -> None:
    """Give every template `written`, `with_links`, `kind_of_file` and `file_size`."""
    app.jinja_env.filters.update(
        written=render_text, with_links=with_links, kind_of_file=kind_of_file, file_size=file_size
    )


def kind_of_file(content_type: str) -> str:
    """Name a kind of file as people do."""
    if content_type == "text/plain":
        return str(_("Tekst"))
    kind = BY_TYPE.get(content_type)
    return kind.name if kind else str(_("bestand"))


def file_size(size: int | None) -> str:
    """Write a size in kB or MB."""
    if not size:
        return "0 kB"
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{format_decimal(size / 1_000_000, '0.0')} MB"

"""Every reason this room says no."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.errors import NotNow


class NotInDiscussion(NotNow):
    """The agreement is closed, or in the hands of a third assessor."""

    message = _l("Over dit werk praten jullie nu niet. Laad de pagina opnieuw. Dan zie je wat nu kan.")


class NotOneOfTheRows(NotNow):
    """The row does not differ, so there is nothing to agree on."""

    message = _l("Over dit criterium waren jullie het al eens.")


class NothingProposed(NotNow):
    """The other has made no proposal that could be confirmed."""

    message = _l("Er is nog geen voorstel van de ander. Doe zelf een voorstel.")

"""A form with only its button."""

from __future__ import annotations

from foundation.web.forms import Form


class Confirm(Form):
    """Nothing to fill in: pressing the button is the act."""

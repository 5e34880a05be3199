"""What the guard writes down."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

REFUSED = Act("access.refused", _l("werd tegengehouden bij iets dat niet mag"))
REFUSED_AGAIN = Act(
    "access.refused_again",
    _l("werd weer tegengehouden bij iets dat niet mag (sinds de vorige regel nog %(more)s keer)"),
)

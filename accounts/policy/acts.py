"""What the guard writes down."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

REFUSED = Act("access.refused", _l("werd tegengehouden bij iets dat niet mag"))

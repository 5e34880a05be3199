"""What happens to work that is worth writing down. Typing is not."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

ITEM_REMOVED = Act("work.item_removed", _l("gooide een onderdeel van %(piece)s weg"))

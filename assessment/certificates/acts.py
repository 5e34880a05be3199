"""What can happen to a certificate, told in a sentence."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

ISSUED = Act("certificate.issued", _l("gaf certificaat %(number)s uit"))
REVOKED = Act("certificate.revoked", _l("trok certificaat %(number)s in"))
REPLACED = Act("certificate.replaced", _l("verving certificaat %(number)s door %(by)s"))
RENDERED = Act("certificate.rendered", _l("maakte de PDF van certificaat %(number)s"))

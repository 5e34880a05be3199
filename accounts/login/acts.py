"""What happens to accounts: who came in, what was changed about the way in."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l

from foundation.audit.acts import Act

SIGNED_IN = Act("login.signed_in", _l("logde in"))
SIGN_IN_FAILED = Act("login.failed", _l("Inloggen lukte niet"))
SIGNED_OUT = Act("login.signed_out", _l("logde uit"))
SESSIONS_ENDED = Act("login.sessions_ended", _l("beëindigde inlogsessies (aantal: %(count)s)"))
INVITED = Act("membership.invited", _l("stuurde een uitnodiging"))
PASSWORD_SET = Act("login.password_set", _l("koos een wachtwoord via een uitnodiging"))
PASSWORD_RESET = Act("login.password_reset", _l("koos een nieuw wachtwoord via een link in een mail"))
PASSWORD_CHANGED = Act("login.password_changed", _l("veranderde het eigen wachtwoord"))
RESET_ASKED = Act("login.reset_asked", _l("vroeg een nieuw wachtwoord aan"))
EMAIL_CHANGED = Act("login.email_changed", _l("veranderde het eigen e-mailadres"))
FACTOR_SET = Act("login.second_factor_set", _l("zette de tweede stap aan"))
FACTOR_REMOVED = Act("login.second_factor_removed", _l("zette de tweede stap uit"))
FACTOR_FAILED = Act("login.second_factor_failed", _l("gaf een verkeerde code bij de tweede stap"))
RECOVERY_USED = Act("login.recovery_code_used", _l("gebruikte een herstelcode"))
PERSON_DISABLED = Act("person.disabled", _l("blokkeerde een account"))
PERSON_ENABLED = Act("person.enabled", _l("gaf een account weer vrij"))

"""`/hulp`, `/privacy`, `/toegankelijkheid`: open to anyone."""

from __future__ import annotations

from functools import cache
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from markupsafe import Markup

from accounts.policy.guard import public
from content.markup import render_prose
from foundation.errors import Unknown
from foundation.settings import ROOT
from web.information.privacy import privacy_rules

information = Blueprint("information", __name__)

HANDBOOKS: dict[str, Any] = {
    "student": _l("Voor studenten en zij-instromers"),
    "begeleider": _l("Voor begeleiders"),
    "beoordelaar": _l("Voor beoordelaars"),
    "examencommissie": _l("Voor de examencommissie"),
    "administratie": _l("Voor de schooladministratie"),
}


@information.get("/hulp")
@public
def help_index() -> ResponseReturnValue:
    """List the handbooks, one per role."""
    return render_template("information/help.html", handbooks=HANDBOOKS)


@information.get("/hulp/<role>")
@public
def handbook(role: str) -> ResponseReturnValue:
    """Show the handbook of one role."""
    if role not in HANDBOOKS:
        raise Unknown()
    title, text = _handbook(role)
    return render_template("information/handbook.html", title=title, text=text)


@information.get("/privacy")
@public
def privacy() -> ResponseReturnValue:
    """Show what is kept about people, why and how long."""
    return render_template("information/privacy.html", rules=privacy_rules())


@information.get("/toegankelijkheid")
@public
def accessibility() -> ResponseReturnValue:
    """Say how accessible the product is, and whom to tell when something does not work."""
    return render_template("information/accessibility.html")


@cache
def _handbook(role: str) -> tuple[str, Markup]:
    lines = (ROOT / "docs" / "handbook" / f"{role}.md").read_text("utf-8").split("\n", 1)
    return lines[0].removeprefix("# ").strip(), render_prose(lines[1])

"""The page of the log, with its filter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from accounts.policy.actor import actor
from accounts.policy.guard import may, requires
from accounts.policy.permissions import Grant, Permission, PolicyPart
from accounts.schools.roles import Role
from assessment.scoring.policy import JUDGE
from foundation.audit.queries import Blind, page_of_school
from web.audit_log.filters import LogFilter
from web.audit_log.telling import Line, told

PAGE_SIZE = 50
LONGEST_CHAIN = 2**31 - 1
READ_LOG = Permission("read_log", _l("het logboek van de school lezen"))
POLICY: PolicyPart = {READ_LOG: (Grant(Role.SCHOOL_ADMIN),)}

# Who assesses does not see what other assessors do, not even as administrator of the school.
JUDGING = ("assessment.", "agreement.")

audit_log = Blueprint("audit_log", __name__)


@audit_log.get("/logboek")
@requires(READ_LOG)
def show() -> ResponseReturnValue:
    """Show the log of the school, newest first; `?over=` one subject."""
    school_id, form = actor().school_id, LogFilter()
    about, before = request.args.get("over", type=UUID), _asked_number()
    blind = Blind(actor().person_id, JUDGING) if may(JUDGE) else None
    wanted = form.wanted(school_id, about)
    entries = page_of_school(school_id, wanted=wanted, before=before, size=PAGE_SIZE + 1, blind=blind)
    lines = told(entries[:PAGE_SIZE], with_subjects=True)
    asked = form.in_address(about)
    return render_template(
        "audit_log/page.html", lines=lines, about=about, form=form, blind=blind,
        newest_url=url_for("audit_log.show", **asked) if before is not None else None,
        older_url=_older(lines[-1], asked) if entries[PAGE_SIZE:] else None,
    )  # fmt: skip


def _older(last: Line, asked: Mapping[str, Any]) -> str:
    return url_for("audit_log.show", **asked, voor=last.entry.sequence)


def _asked_number() -> int | None:
    number = request.args.get("voor", type=int)
    return number if number is not None and 0 < number <= LONGEST_CHAIN else None

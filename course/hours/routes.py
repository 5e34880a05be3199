"""The hours of the acting student."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.guard import requires
from course.following import followed, followed_now
from course.hours import actions, view
from course.hours.forms import EntryForm, HoursForm, VersionForm
from course.hours.models import HourEntry
from course.hours.policy import LOG_HOURS
from course.hours.queries import all_entries, entry_of
from course.hours.weeks import Week, week_from, week_of
from enrolment.models import Enrolment
from foundation import tables
from foundation.clock import today
from foundation.errors import ChangedMeanwhile, Invalid, Unknown
from foundation.web.answers import done, download

hours = Blueprint("hours", __name__, url_prefix="/uren")
hours.add_app_template_filter(view.as_hours, "as_hours")
hours.add_app_template_filter(view.in_hours, "in_hours")
hours.add_app_template_filter(view.state_text, "hour_state")

SHEET_WIDTHS = (14, 14, 14, 14, 60)


@hours.get("")
@requires(LOG_HOURS)
def show() -> ResponseReturnValue:
    """Show the balance, a week, the proposals and the weeks together."""
    enrolment = followed(LOG_HOURS)
    form = HoursForm(view.bookings_of(enrolment))
    form.day.data = view.last_day_of(_week()).isoformat()
    return _page(enrolment, form)


@hours.post("")
@requires(LOG_HOURS)
def add() -> ResponseReturnValue:
    """Log time by hand."""
    enrolment = followed_now(LOG_HOURS)
    form = HoursForm(view.bookings_of(enrolment))
    if not form.validate_on_submit():
        return _page(enrolment, form), 422
    try:
        entry = actions.log(enrolment, form.draft())
    except Invalid as refused:
        form.take(refused.errors)
        return _page(enrolment, form), 422
    return done(_("Je uren staan erbij."), back_to=_week_with(entry))


@hours.get("/<uuid:entry_id>")
@requires(LOG_HOURS)
def entry(entry_id: UUID) -> ResponseReturnValue:
    """Show one entry, to read or to change."""
    enrolment = followed(LOG_HOURS)
    found = _own(enrolment, entry_id)
    form = EntryForm(view.bookings_of(enrolment))
    form.show(found)
    return _entry_page(enrolment, found, form)


@hours.post("/<uuid:entry_id>")
@requires(LOG_HOURS)
def change(entry_id: UUID) -> ResponseReturnValue:
    """Change an entry, or take a proposal over with changes."""
    enrolment = followed_now(LOG_HOURS)
    found = _own(enrolment, entry_id)
    form = EntryForm(view.bookings_of(enrolment))
    form.before = found.started_at
    if not form.validate_on_submit():
        return _entry_page(enrolment, found, form), 422
    try:
        actions.rewrite(enrolment, found, form.draft(), version=form.seen)
    except ChangedMeanwhile as changed:
        form.version.data = changed.version
        return _entry_page(enrolment, found, form, changed=changed), 409
    except Invalid as refused:
        form.take(refused.errors)
        return _entry_page(enrolment, found, form), 422
    return done(_("Je uren zijn aangepast."), back_to=_week_with(found))


@hours.post("/<uuid:entry_id>/overnemen")
@requires(LOG_HOURS)
def accept(entry_id: UUID) -> ResponseReturnValue:
    """Take a proposal over as it is."""
    enrolment = followed_now(LOG_HOURS)
    found = _own(enrolment, entry_id)
    form = VersionForm()
    form.checked()
    actions.accept(enrolment, found, version=form.seen)
    return done(_("Je uren staan erbij."), back_to=_week_with(found))


@hours.post("/<uuid:entry_id>/weg")
@requires(LOG_HOURS)
def remove(entry_id: UUID) -> ResponseReturnValue:
    """Take an entry or a proposal away."""
    enrolment = followed_now(LOG_HOURS)
    found = _own(enrolment, entry_id)
    form = VersionForm()
    form.checked()
    actions.remove(found, version=form.seen)
    return done(_("De uren zijn weg."), back_to=_week_with(found))


@hours.get("/uren.csv")
@requires(LOG_HOURS)
def export_csv() -> ResponseReturnValue:
    """Give the hours as CSV."""
    rows = view.export_rows(all_entries(followed(LOG_HOURS)))
    return download(tables.as_csv(rows), name="uren.csv", kind=tables.CSV)


@hours.get("/uren.xlsx")
@requires(LOG_HOURS)
def export_xlsx() -> ResponseReturnValue:
    """Give the hours as a workbook."""
    rows = view.export_rows(all_entries(followed(LOG_HOURS)))
    content = tables.as_xlsx(rows, sheet_name=_("Uren"), widths=SHEET_WIDTHS)
    return download(content, name="uren.xlsx", kind=tables.XLSX)


def _page(enrolment: Enrolment, form: HoursForm) -> str:
    return render_template("hours/show.html", form=form, **view.page(enrolment, _week()))


def _entry_page(enrolment: Enrolment, found: HourEntry, form: EntryForm, **more: Any) -> str:
    return render_template(
        "hours/entry.html", entry=found, form=form, bookings=view.bookings_of(enrolment), **more
    )


def _own(enrolment: Enrolment, entry_id: UUID) -> HourEntry:
    found = entry_of(enrolment, entry_id)
    if found is None:
        raise Unknown()
    return found


def _week() -> Week:
    asked, current = week_from(request.args.get("week")), week_of(today())
    return min(asked or current, current)


def _week_with(entry: HourEntry) -> str:
    return url_for("hours.show", week=week_of(entry.day).code, _anchor="week")

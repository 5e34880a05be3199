"""When a group works on which module of the course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import requires
from content.programme import Module
from course.offering.doors import offering
from course.offering.queries import course_of
from enrolment.cohorts.routes import allowed_cohort
from enrolment.deadlines.actions import set_periods
from enrolment.deadlines.periods import Period, read_periods
from enrolment.fields import DayField
from enrolment.models import Cohort
from enrolment.policy import MANAGE_COHORTS
from foundation.web.answers import done
from foundation.web.forms import Form, VersionField


@dataclass(frozen=True)
class Row:
    """The two fields of one module."""

    module: Module
    first: DayField
    last: DayField


class PeriodsForm(Form):
    """A first and a last day per module; `periods_form` adds those fields."""

    version = VersionField()
    modules: Sequence[Module] = ()
    of_group = Period()

    def rows(self) -> list[Row]:
        """Give the fields, a row per module."""
        return [Row(each, self[f"first_{each.code}"], self[f"last_{each.code}"]) for each in self.modules]

    def validate(self, extra_validators: Any = None) -> bool:
        good = super().validate(extra_validators)
        return good and not [row for row in self.rows() if _is_backward(row) or self._is_elsewhere(row)]

    def _is_elsewhere(self, row: Row) -> bool:
        """A wrong year would say nothing to students, or the wrong thing."""
        wrong = [each for each in (row.first, row.last) if each.data and not self.of_group.holds(each.data)]
        first, last = (format_date(day, "d MMMM y") for day in (self.of_group.first, self.of_group.last))
        told = _(
            "De groep werkt van %(first)s tot en met %(last)s. Kies een dag daartussen.",
            first=first,
            last=last,
        )
        for each in wrong:
            each.errors = [*each.errors, told]
        return bool(wrong)

    def periods(self) -> dict[str, Period]:
        """Give what was filled in, by the code of the module."""
        return {row.module.code: Period(row.first.data, row.last.data) for row in self.rows()}


@offering.route("/groepen/<uuid:cohort_id>/modules", methods=["GET", "POST"])
@requires(MANAGE_COHORTS)
def periods(cohort_id: UUID) -> ResponseReturnValue:
    """Set the first and last day of each module for one group."""
    cohort = allowed_cohort(cohort_id)
    course = course_of(cohort.school_id, cohort.keuzedeel)
    form = periods_form(cohort, course.programme.modules)
    if form.validate_on_submit():
        set_periods(cohort, form.periods(), seen=form.version.data or 0, actor_id=actor().person_id)
        back = url_for("cohorts.show", cohort_id=cohort.id)
        return done(_("De data van de modules zijn bewaard."), back_to=back)
    status = 422 if form.is_submitted() else 200
    return render_template("offering/periods.html", cohort=cohort, form=form), status


def periods_form(cohort: Cohort, modules: Sequence[Module]) -> PeriodsForm:
    """Make the form for these modules, filled with the days there are."""
    known, of_group = read_periods(cohort.periods), Period(cohort.starts_on, cohort.ends_on)
    fields: dict[str, Any] = {"modules": tuple(modules), "of_group": of_group}
    values: dict[str, Any] = {"version": cohort.version}
    for module in modules:
        first, last = f"first_{module.code}", f"last_{module.code}"
        fields[first] = DayField(_("Eerste dag van %(module)s", module=module.title))
        fields[last] = DayField(_("Laatste dag van %(module)s", module=module.title))
        period = known.get(module.code, Period())
        values |= {first: period.first, last: period.last}
    made: PeriodsForm = type("MadePeriodsForm", (PeriodsForm,), fields)(data=values)
    return made


def _is_backward(row: Row) -> bool:
    wrong = bool(row.first.data and row.last.data and row.last.data < row.first.data)
    if wrong:
        row.last.errors = [*row.last.errors, _("De laatste dag ligt vóór de eerste. Kies een latere dag.")]
    return wrong

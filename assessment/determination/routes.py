"""The pages of the exam board."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.policy.actor import actor
from accounts.policy.guard import allow, requires
from assessment.determination import actions, mails, queries
from assessment.determination.agenda import agenda
from assessment.determination.dossier import Dossier
from assessment.determination.forms import (
    POSTPONE,
    REFER_BACK,
    AgendaForm,
    AnnounceForm,
    AnnulForm,
    DecisionForm,
    PutBackForm,
)
from assessment.determination.page import page_of_dossier
from assessment.determination.policy import DETERMINE, READ_DOSSIER, SEE_AGENDA
from assessment.determination.wording import STATES, short
from foundation.errors import Unknown
from foundation.web.answers import done
from foundation.web.paging import asked_cursor, asked_text

__all__ = ["board", "mails"]

board = Blueprint("board", __name__)
board.add_app_template_global(short, "check_in_short")
board.add_app_template_global(STATES.__getitem__, "determination_words")


@board.get("/examencommissie")
@requires(SEE_AGENDA)
def show_agenda() -> ResponseReturnValue:
    """Show a meeting, and the dossiers that can be put on an agenda."""
    return _agenda_page(AgendaForm(formdata=None))


@board.get("/examencommissie/dossiers")
@requires(SEE_AGENDA)
def show_all() -> ResponseReturnValue:
    """Find any dossier the board ever had, also long after its result was made known."""
    search = asked_text("zoek")
    page = queries.all_rounds(actor(), search=search, cursor=asked_cursor())
    return render_template("determination/all.html", page=page, search=search)


@board.post("/examencommissie/agenda")
@requires(SEE_AGENDA)
def put_on_agenda() -> ResponseReturnValue:
    """Put complete dossiers on the agenda of a meeting."""
    form = AgendaForm()
    if not form.validate_on_submit():
        return _agenda_page(form), 422
    day = form.meeting_on.given
    rows = actions.put_on_agenda(form.enrolments.chosen, meeting_on=day, actor=actor())
    message = ngettext(
        "%(num)s dossier staat op de agenda.", "%(num)s dossiers staan op de agenda.", len(rows)
    )
    return done(message, back_to=_to_meeting(day))


@board.post("/examencommissie/bekendmaken")
@requires(SEE_AGENDA)
def announce() -> ResponseReturnValue:
    """Make results known to their students."""
    form = AnnounceForm()
    form.checked()
    for row in queries.with_people(actor().school_id, form.determinations.chosen):
        allow(READ_DOSSIER, row)
    number = actions.announce(form.determinations.chosen, actor=actor())
    message = ngettext(
        "%(num)s resultaat is bekendgemaakt. De student krijgt bericht.",
        "%(num)s resultaten zijn bekendgemaakt. De studenten krijgen bericht.",
        number,
    )
    return done(message, back_to=_to_meeting(_asked_day()))


@board.get("/examencommissie/<uuid:determination_id>")
@requires(READ_DOSSIER)
def show_dossier(determination_id: UUID) -> ResponseReturnValue:
    """Show a dossier with its checks, judgements, work and trail."""
    dossier = _dossier(determination_id)
    return _dossier_page(dossier, DecisionForm(dossier, formdata=None))


@board.get("/examencommissie/<uuid:determination_id>/werk/<work_process>")
@requires(READ_DOSSIER)
def show_work(determination_id: UUID, work_process: str) -> ResponseReturnValue:
    """Show the work of one work process as it was frozen."""
    dossier = _dossier(determination_id)
    work = dossier.evidence.works.get(work_process)
    if work is None:
        raise Unknown()
    return render_template("determination/work.html", dossier=dossier, work=work)


@board.post("/examencommissie/<uuid:determination_id>/besluit")
@requires(DETERMINE)
def decide(determination_id: UUID) -> ResponseReturnValue:
    """Determine, refer back or postpone."""
    dossier = _dossier(determination_id)
    actions.refuse_involved(dossier, actor())
    actions.refuse_when_decided(dossier.determination)
    form = DecisionForm(dossier)
    if not form.validate_on_submit():
        return _dossier_page(dossier, form), 422
    return done(_act_on(determination_id, form), back_to=_to_meeting(dossier.determination.meeting_on))


@board.post("/examencommissie/<uuid:determination_id>/agenda")
@requires(READ_DOSSIER)
def put_back(determination_id: UUID) -> ResponseReturnValue:
    """Put a dossier on an agenda again."""
    _dossier(determination_id)
    form = PutBackForm()
    form.checked()
    day = form.meeting_on.given
    actions.put_back(determination_id, meeting_on=day, seen=form.seen, actor=actor())
    return done(_("Het dossier staat weer op de agenda."), back_to=_to_meeting(day))


@board.post("/examencommissie/<uuid:determination_id>/vernietigen")
@requires(DETERMINE)
def annul(determination_id: UUID) -> ResponseReturnValue:
    """Take a decision back, with a reason."""
    actions.refuse_involved(_dossier(determination_id), actor())
    form = AnnulForm()
    form.checked()
    actions.annul(determination_id, reason=form.reason.data or "", seen=form.seen, actor=actor())
    message = _("Het besluit is vernietigd. Zet het dossier op de agenda voor een nieuw besluit.")
    return done(message, back_to=url_for("board.show_dossier", determination_id=determination_id))


def _act_on(determination_id: UUID, form: DecisionForm) -> str:
    reason, seen, who = form.reason.data or "", form.seen, actor()
    if form.decision.data == REFER_BACK:
        chosen = form.assessments.chosen
        actions.refer_back(determination_id, assessment_ids=chosen, question=reason, seen=seen, actor=who)
        return str(_("Jullie vraag is naar de beoordelaars."))
    if form.decision.data == POSTPONE:
        day = form.meeting_on.given
        actions.postpone(determination_id, meeting_on=day, reason=reason, seen=seen, actor=who)
        return str(_("Het dossier is aangehouden."))
    actions.determine(determination_id, reason=reason, seen=seen, actor=who)
    return str(_("Het resultaat is vastgesteld. De student weet het nog niet: maak het bekend."))


def _dossier(determination_id: UUID) -> Dossier:
    found: Dossier = allow(READ_DOSSIER, queries.dossier(actor().school_id, determination_id))
    return found


def _dossier_page(dossier: Dossier, form: DecisionForm) -> str:
    page = page_of_dossier(dossier, actor())
    return render_template(
        "determination/dossier.html",
        page=page,
        dossier=dossier,
        form=form,
        put_back_form=PutBackForm(formdata=None),
        annul_form=AnnulForm(formdata=None),
    )


def _agenda_page(form: AgendaForm) -> str:
    found = agenda(actor(), day=_asked_day(), cursor=asked_cursor())
    return render_template("determination/agenda.html", agenda=found, form=form)


def _asked_day() -> date | None:
    try:
        return date.fromisoformat(request.args.get("vergadering", ""))
    except ValueError:
        return None


def _to_meeting(day: date | None) -> str:
    return url_for("board.show_agenda", vergadering=day.isoformat() if day else None)

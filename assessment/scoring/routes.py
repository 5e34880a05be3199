"""The worklist of an assessor, the desk, saving, signing, giving back."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from accounts.policy.actor import actor
from accounts.policy.guard import allow, requires
from assessment.agreement.queries import shown_to_signer
from assessment.scoring import actions, queries
from assessment.scoring.desk import desk_of, progress_of
from assessment.scoring.errors import AlreadySigned, NotComplete, ScoresHaveChanged
from assessment.scoring.forms import EmptyForm, ReasonForm, ScoreForm, SignForm, drafts_of_all
from assessment.scoring.models import Assessment
from assessment.scoring.policy import JUDGE
from assessment.scoring.rules import is_open
from assessment.scoring.saving import save_scores
from assessment.scoring.workflow import AssessmentState
from assessment.scoring.worklist import by_student, process_of
from foundation.web.answers import done, saved, wants_json

scoring = Blueprint("scoring", __name__)


@scoring.get("/beoordelen")
@requires(JUDGE)
def worklist() -> ResponseReturnValue:
    """Show what waits for the actor, oldest first."""
    page = queries.waiting(actor(), after=request.args.get("na", type=UUID))
    return render_template(
        "scoring/worklist.html",
        to_discuss=queries.to_discuss(actor()),
        begun=by_student(queries.begun(actor())),
        waiting=by_student(page.rows),
        next_url=url_for(".worklist", na=page.last) if page.more else None,
        is_first=not request.args.get("na"),
        signed=queries.signed_last(actor()),
        process_of=process_of,
    )


@scoring.post("/beoordelen/<uuid:assessment_id>/openen")
@requires(JUDGE)
def open_work(assessment_id: UUID) -> ResponseReturnValue:
    """Begin; from now on the student cannot take the work back."""
    assessment = allow(JUDGE, queries.to_decide(actor().school_id, assessment_id))
    EmptyForm().checked()
    actions.open_work(assessment, actor_id=actor().person_id)
    return redirect(_desk(assessment_id), 303)


@scoring.get("/beoordelen/<uuid:assessment_id>")
@requires(JUDGE)
def desk(assessment_id: UUID) -> ResponseReturnValue:
    """Show the work left, the criteria right; signed work read-only."""
    assessment = allow(JUDGE, queries.at_the_desk(actor().school_id, assessment_id))
    if assessment.state is AssessmentState.SIGNED:
        return _signed(assessment)
    template = "scoring/desk.html" if is_open(assessment) else "scoring/closed.html"
    return render_template(template, desk=desk_of(assessment), next_id=queries.next_one(actor(), assessment))


@scoring.get("/beoordelen/<uuid:assessment_id>/alles")
@requires(JUDGE)
def all_at_once(assessment_id: UUID) -> ResponseReturnValue:
    """Show all criteria in one form, for who works without scripts."""
    assessment = allow(JUDGE, queries.at_the_desk(actor().school_id, assessment_id))
    if not is_open(assessment):
        return redirect(_desk(assessment_id))
    return render_template("scoring/all_at_once.html", desk=desk_of(assessment))


@scoring.post("/beoordelen/<uuid:assessment_id>/criteria/<criterion>")
@requires(JUDGE)
def save_one(assessment_id: UUID, criterion: str) -> ResponseReturnValue:
    """Save one criterion, with the version that was seen."""
    assessment = allow(JUDGE, queries.to_score(actor().school_id, assessment_id))
    form = ScoreForm()
    form.checked()
    versions = save_scores(assessment, [form.draft(criterion)])
    return saved(
        back_to=_desk(assessment_id, criterion),
        version=versions[criterion],
        fragments=_fragments(assessment),
    )


@scoring.post("/beoordelen/<uuid:assessment_id>/criteria")
@requires(JUDGE)
def save_several(assessment_id: UUID) -> ResponseReturnValue:
    """Save any number of criteria at once."""
    assessment = allow(JUDGE, queries.to_score(actor().school_id, assessment_id))
    versions = save_scores(assessment, drafts_of_all(assessment.criteria))
    return saved(
        back_to=_desk(assessment_id),
        version=max(versions.values(), default=0),
        fragments=_fragments(assessment),
    )


@scoring.get("/beoordelen/<uuid:assessment_id>/ondertekenen")
@requires(JUDGE)
def review(assessment_id: UUID) -> ResponseReturnValue:
    """Show all rows as they stand, to read before signing; what is signed, the desk shows."""
    assessment = allow(JUDGE, queries.at_the_desk(actor().school_id, assessment_id))
    return _review_page(assessment) if is_open(assessment) else redirect(_desk(assessment_id))


@scoring.post("/beoordelen/<uuid:assessment_id>/ondertekenen")
@requires(JUDGE)
def sign(assessment_id: UUID) -> ResponseReturnValue:
    """Sign the rows that were read; when they have changed since, show how they stand now."""
    assessment = allow(JUDGE, queries.to_decide(actor().school_id, assessment_id))
    form = SignForm()
    form.checked()
    try:
        actions.sign(assessment, actor_id=actor().person_id, seen=form.seen.data)
    except AlreadySigned as refused:  # pressed twice, or an old page: nothing went wrong
        return done(refused.text, back_to=_desk(assessment_id))
    except (NotComplete, ScoresHaveChanged) as refused:
        now = allow(JUDGE, queries.at_the_desk(actor().school_id, assessment_id))
        return _review_page(now, refused=refused.text), 409
    return done(_("Je beoordeling is ondertekend en vastgezet."), back_to=_desk(assessment_id))


@scoring.get("/beoordelen/<uuid:assessment_id>/teruggeven")
@requires(JUDGE)
def give_back(assessment_id: UUID) -> ResponseReturnValue:
    """Ask why the work or the task goes back."""
    assessment = allow(JUDGE, queries.at_the_desk(actor().school_id, assessment_id))
    return _give_back_page(assessment)


@scoring.post("/beoordelen/<uuid:assessment_id>/niet-compleet")
@requires(JUDGE)
def return_incomplete(assessment_id: UUID) -> ResponseReturnValue:
    """Give incomplete work back to the student."""
    assessment = allow(JUDGE, queries.at_the_desk(actor().school_id, assessment_id))
    form = ReasonForm()
    if not form.validate_on_submit():
        return _give_back_page(assessment, incomplete=form), 422
    actions.return_incomplete(assessment, reason=form.reason.data or "", actor_id=actor().person_id)
    return done(_("Het werk is terug bij de student, met jouw uitleg."), back_to=url_for(".worklist"))


@scoring.post("/beoordelen/<uuid:assessment_id>/weigeren")
@requires(JUDGE)
def decline(assessment_id: UUID) -> ResponseReturnValue:
    """Give the task back to the school."""
    assessment = allow(JUDGE, queries.at_the_desk(actor().school_id, assessment_id))
    form = ReasonForm()
    if not form.validate_on_submit():
        return _give_back_page(assessment, unable=form), 422
    actions.decline(assessment, reason=form.reason.data or "", actor_id=actor().person_id)
    message = _("Je beoordeelt dit werk niet meer. De school zoekt iemand anders.")
    return done(message, back_to=url_for(".worklist"))


def _review_page(assessment: Assessment, *, refused: str = "") -> str:
    found = desk_of(assessment)
    form = SignForm(formdata=None, seen=found.seen)
    return render_template("scoring/review.html", desk=found, form=form, refused=refused)


def _signed(assessment: Assessment) -> str:
    return render_template(
        "scoring/signed.html",
        desk=desk_of(assessment),
        agreement=shown_to_signer(assessment),
        next_id=queries.next_one(actor(), assessment),
    )


def _give_back_page(
    assessment: Assessment, *, incomplete: ReasonForm | None = None, unable: ReasonForm | None = None
) -> str:
    return render_template(
        "scoring/give_back.html",
        desk=desk_of(assessment),
        is_open=is_open(assessment),
        incomplete=incomplete or ReasonForm(formdata=None),
        unable=unable or ReasonForm(formdata=None),
    )


def _fragments(assessment: Assessment) -> dict[str, str]:
    """Write the parts that a save changes; without the frame that only a whole page has."""
    if not wants_json():
        return {}
    values = {"progress": progress_of(assessment), "assessment": assessment}
    template = current_app.jinja_env.get_template
    return {
        "#desk-progress": template("scoring/progress.html").render(values),
        "#desk-sign": template("scoring/sign.html").render(values),
        "#desk-sign-end": template("scoring/sign_end.html").render(values),
    }


def _desk(assessment_id: UUID, criterion: str | None = None) -> str:
    return url_for(
        "scoring.desk", assessment_id=assessment_id, _anchor=f"c-{criterion}" if criterion else None
    )

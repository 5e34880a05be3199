"""The school's pages: what can be issued, the register, one certificate."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from accounts.policy.actor import actor
from accounts.policy.guard import allow, may, requires
from assessment.certificates import actions, batch, checking, queries
from assessment.certificates.errors import StillBeingMade
from assessment.certificates.forms import IssueForm, ReasonForm
from assessment.certificates.models import Certificate
from assessment.certificates.policy import DOWNLOAD, MANAGE
from assessment.certificates.rules import shown_code
from assessment.certificates.wording import day_in_words
from assessment.certificates.workflow import CERTIFICATE, CertificateAct, CertificateState
from assessment.determination.policy import READ_DOSSIER
from foundation.errors import ChangedMeanwhile
from foundation.storage.actions import give
from foundation.web.answers import done
from foundation.web.paging import asked_cursor, asked_text

__all__ = ["batch", "certificates"]

certificates = Blueprint("certificates", __name__)
certificates.add_app_template_filter(shown_code, "certificate_code")
certificates.add_app_template_filter(day_in_words, "day_in_words")


@certificates.get("/certificaten")
@requires(MANAGE)
def register() -> ResponseReturnValue:
    """Show results that wait for a certificate, and the register."""
    school_id, search, state = actor().school_id, asked_text("zoek"), _asked_state()
    waiting = queries.waiting(school_id)
    return render_template(
        "certificates/register.html",
        waiting=waiting,
        progress=queries.in_progress(school_id),
        page=queries.register(school_id, search=search, state=state, cursor=asked_cursor()),
        search=search,
        state=state,
        states=list(CertificateState),
    )


@certificates.post("/certificaten")
@requires(MANAGE)
def issue() -> ResponseReturnValue:
    """Issue the certificate of one result, or of all that wait."""
    form = IssueForm()
    form.checked()
    who = actor()
    ids = {"issuer_id": who.membership_id, "actor_id": who.person_id}
    if not form.determinations.chosen:
        number = actions.issue_all(who.school_id, **ids)
        message = ngettext(
            "%(num)s certificaat wordt gemaakt.", "%(num)s certificaten worden gemaakt.", number
        )
        return done(message, back_to=url_for("certificates.register"))
    for determination_id in form.determinations.chosen:
        made = actions.issue(who.school_id, determination_id, **ids)
    message = _("Certificaat %(number)s is uitgegeven. De PDF wordt gemaakt.", number=made.number)
    return done(message, back_to=url_for("certificates.show", certificate_id=made.id))


@certificates.get("/certificaten/<uuid:certificate_id>")
@requires(MANAGE)
def show(certificate_id: UUID) -> ResponseReturnValue:
    """Show one certificate with its codes, and what can be done with it."""
    return _page(_certificate(certificate_id), ReasonForm(formdata=None), "")


@certificates.post("/certificaten/<uuid:certificate_id>/intrekken")
@requires(MANAGE)
def revoke(certificate_id: UUID) -> ResponseReturnValue:
    """Withdraw a certificate, with a reason."""
    certificate, form = _certificate(certificate_id), ReasonForm()
    if not form.validate_on_submit():
        return _page(certificate, form, "revoke"), 422
    _refuse_when_changed(certificate, form)
    actions.revoke(certificate, reason=form.reason.data or "", actor_id=actor().person_id)
    message = _("Het certificaat is ingetrokken. Wie het controleert, ziet dat meteen.")
    return done(message, back_to=url_for("certificates.show", certificate_id=certificate_id))


@certificates.post("/certificaten/<uuid:certificate_id>/vervangen")
@requires(MANAGE)
def replace(certificate_id: UUID) -> ResponseReturnValue:
    """Make a new copy, with the name as the school knows it now."""
    certificate, form, who = _certificate(certificate_id), ReasonForm(), actor()
    if not form.validate_on_submit():
        return _page(certificate, form, "replace"), 422
    _refuse_when_changed(certificate, form)
    reason = form.reason.data or ""
    fresh = actions.replace(certificate, reason=reason, issuer_id=who.membership_id, actor_id=who.person_id)
    message = _("Het nieuwe certificaat heeft nummer %(number)s.", number=fresh.number)
    return done(message, back_to=url_for("certificates.show", certificate_id=fresh.id))


@certificates.get("/certificaten/<uuid:certificate_id>/pdf")
@requires(DOWNLOAD)
def pdf(certificate_id: UUID) -> ResponseReturnValue:
    """Give the PDF to the school or to the holder."""
    certificate = allow(DOWNLOAD, queries.certificate(actor().school_id, certificate_id))
    if certificate.pdf_sha256 is None:
        raise StillBeingMade()
    response = Response(give(certificate.pdf_sha256), content_type="application/pdf")
    name = f"certificaat-{certificate.number}.pdf"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _certificate(certificate_id: UUID) -> Certificate:
    found: Certificate = allow(MANAGE, queries.certificate(actor().school_id, certificate_id))
    return found


def _page(certificate: Certificate, form: ReasonForm, about: str) -> str:
    return render_template(
        "certificates/certificate.html",
        certificate=certificate,
        answer=checking.answer_for(certificate),
        copies=queries.copies_of(certificate.determination_id),
        form=form,
        about=about,
        can_read_dossier=may(READ_DOSSIER, certificate),
        can_revoke=CERTIFICATE.allows(certificate.state, CertificateAct.REVOKE),
    )


def _refuse_when_changed(certificate: Certificate, form: ReasonForm) -> None:
    if certificate.version != form.seen:
        raise ChangedMeanwhile(version=certificate.version)


def _asked_state() -> CertificateState | None:
    asked = request.args.get("stand", "")
    return CertificateState(asked) if asked in list(CertificateState) else None

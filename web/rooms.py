"""The list of rooms: their pages, their part of the policy, their tables."""

from __future__ import annotations

from flask import Flask

from accounts.login.routes import account, demo_login, login
from accounts.policy.permissions import Policy
from assessment import policy as assessment_policy
from assessment.agreement.routes import agreements
from assessment.certificates.check_routes import certificate_check
from assessment.certificates.result_routes import result
from assessment.certificates.routes import certificates
from assessment.decision_file.routes import decision_file
from assessment.determination.routes import board
from assessment.scoring.routes import scoring
from assessment.submissions.routes import submissions
from course import policy as course_policy
from course.booklet.routes import booklet
from course.coaching.routes import coaching
from course.curriculum_map.routes import curriculum_map
from course.feedback.routes import feedback
from course.glossary.routes import glossary
from course.hours.routes import hours
from course.insight.routes import insight
from course.notes.routes import notes
from course.offering.picture_serving import pictures
from course.offering.routes import offering
from course.offline.routes import offline
from course.portfolio.routes import portfolio
from course.programme.drawings import drawings
from course.programme.routes import programme
from course.search.routes import search
from course.selftest.routes import selftest
from course.staff_reading.routes import staff_reading
from course.workbench.routes import workbench
from enrolment import policy as enrolment_policy
from enrolment.routes import cohorts, members
from exchange import policy as exchange_policy
from exchange.cohort_export.routes import cohort_export
from exchange.framework.routes import framework_export
from exchange.people_import.routes import people_import
from foundation.settings import ROOT, Mode, Settings
from web import audit_log, tables, wiring
from web.home import home
from web.information.routes import information
from web.language_routes import language
from web.outbox import outbox
from web.style_guide import style_guide

__all__ = ["ROOT", "policy", "register", "tables"]

BLUEPRINTS = (
    home,
    language,
    information,
    login,
    account,
    programme,
    search,
    drawings,
    pictures,
    glossary,
    notes,
    booklet,
    selftest,
    curriculum_map,
    staff_reading,
    offline,
    hours,
    feedback,
    coaching,
    insight,
    board,
    decision_file,
    certificates,
    certificate_check,
    result,
    workbench,
    portfolio,
    submissions,
    scoring,
    agreements,
    cohorts,
    offering,
    members,
    people_import,
    cohort_export,
    framework_export,
    audit_log.audit_log,
)

DEMO_ONLY = (demo_login, outbox)
WITH_STYLE_GUIDE = frozenset({Mode.DEVELOPMENT, Mode.DEMO})


def policy() -> Policy:
    """Put the one map together."""
    return Policy(
        enrolment_policy.POLICY,
        course_policy.POLICY,
        assessment_policy.POLICY,
        exchange_policy.POLICY,
        audit_log.POLICY,
    )


def register(app: Flask, settings: Settings) -> None:
    """Hang every room on the corridor."""
    wiring.connect(app, settings)
    audit_log.init_audit_log(app)
    for blueprint in (*BLUEPRINTS, *(DEMO_ONLY if settings.is_demo else ())):
        app.register_blueprint(blueprint)
    if settings.mode in WITH_STYLE_GUIDE:
        app.register_blueprint(style_guide)

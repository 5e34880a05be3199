"""What rooms ask of rooms above: stairs go down only, so the answers are handed in at the start."""

from __future__ import annotations

from flask import Flask

from assessment.scoring.allocation import assessor_allocated, may_replace_assessor, signed_by
from assessment.submissions.queries import StatesForMany
from assessment.submissions.telling import locked_work
from course.progress.figures import Figures
from course.workbench.locks import register_lock
from enrolment import hooks, progress
from foundation.settings import Settings
from web.demo.faces import demo_people


def connect(app: Flask, settings: Settings) -> None:
    """Let rooms below be answered by rooms above."""
    # The workbench asks which work may not change; submissions know what was handed in.
    register_lock(app, locked_work)
    # Enrolment shows how students stand; submissions and the course know.
    progress.register_submissions(app, StatesForMany())
    progress.register_progress(app, Figures())
    # Enrolment gives and takes seats; scoring knows who has begun, and must seat who is new.
    hooks.connect(
        app,
        may_replace_assessor=may_replace_assessor,
        assessor_allocated=assessor_allocated,
        signed_by=signed_by,
    )
    # The sign-in page of the demo shows its people.
    if settings.is_demo:
        app.extensions["demo_people"] = demo_people

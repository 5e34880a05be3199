"""Handing in twice in one moment, beside an assessor who opens, and through a power cut."""

from __future__ import annotations

import http.client
import re
import threading
import urllib.parse
import urllib.request

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.scoring import actions as scoring
from assessment.scoring import queries as scoring_queries
from assessment.submissions import actions, queries
from assessment.submissions.models import Snapshot, Submission
from assessment.submissions.preview import hand_in_of, preview_of
from assessment.submissions.snapshots import Declaration, is_intact
from assessment.submissions.workflow import SubmissionState
from foundation.audit.queries import verify
from foundation.clock import now
from foundation.database import db
from foundation.errors import NotNow
from tests.factories.assessments import W1, a_submission, acting, seat_of, two_assessors
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member, a_school
from tests.integration.assessment.at_once import all_at_once, an_app_of_its_own


@pytest.fixture(params=["sqlite", "postgresql"])
def own_app(request, tmp_path_factory):
    yield from an_app_of_its_own(request.param, tmp_path_factory.mktemp(f"hand-in-{request.param}"))


def test_two_clicks_at_once_make_one_snapshot(own_app) -> None:
    school = a_school()
    student = a_member(school, Role.STUDENT)
    an_enrolment(a_cohort(school), school, student=student)
    who = acting(student)
    db.session.commit()
    db.session.remove()

    def click():
        with own_app.test_request_context():
            own = queries.own_work(who, W1, lock=True)
            hand_in = hand_in_of(preview_of(own, W1), Declaration("Van mij.", used_ai=False), arrived=now())
            return actions.submit(hand_in, submission=own.submission, actor_id=who.person_id).id

    answers = all_at_once(own_app, click, click, click)
    assert sum(isinstance(answer, NotNow) for answer in answers) == 2, answers
    assert db.session.scalars(sa.select(Snapshot.sequence)).all() == [1]
    assert verify() == []


def test_taking_back_and_opening_at_once_never_both_happen(own_app) -> None:
    school = a_school()
    two = two_assessors(school)
    submission = a_submission(an_enrolment(a_cohort(school), school), assessors=two)
    assessment_id, school_id, submission_id = seat_of(submission, two[0]).id, school.id, submission.id
    person_id = two[0].person_id
    db.session.commit()
    db.session.remove()

    def take_back():
        work = queries.handed_in(school_id, submission_id)
        actions.take_back(work.submission, actor_id=person_id)
        return "taken back"

    def open_it():
        scoring.open_work(scoring_queries.to_decide(school_id, assessment_id), actor_id=person_id)
        return "opened"

    answers = all_at_once(own_app, take_back, open_it)
    done = [answer for answer in answers if isinstance(answer, str)]
    assert len(done) == 1, answers
    state = db.session.scalars(sa.select(Submission.state)).one()
    expected = {"opened": SubmissionState.IN_ASSESSMENT, "taken back": SubmissionState.DRAFT}
    assert state is expected[done[0]]


class Browser:
    """A browser of a student, with a journal of what it was told."""

    def __init__(self, app, url: str) -> None:
        self.app, self.url = app, url
        self.receipts: list[str] = []
        self.sent = 0

    def hand_in(self, cookie: str) -> None:
        """Ask for the preview, hand in, and note the receipt."""
        page = self._open(f"/inleveren/{W1}", cookie).read().decode()
        fields = dict(re.findall(r'name="(csrf_token|seen)"[^>]*value="([^"]+)"', page))
        self.sent += 1
        answer = self._open(f"/inleveren/{W1}", cookie, fields | {"used_ai": "no", "own_work": "y"})
        if found := re.search(r"/inleveringen/([0-9a-f-]{36})/", answer.headers.get("Location") or ""):
            self.receipts.append(found[1])

    def _open(self, path: str, cookie: str, fields: dict[str, str] | None = None):
        body = urllib.parse.urlencode(fields).encode() if fields else None
        request = urllib.request.Request(self.url + path, body, {"Cookie": cookie})
        return urllib.request.build_opener(NoRedirect).open(request, timeout=30)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Keep the answer itself: the address of the receipt stands in it."""

    def http_error_303(self, req, fp, code, msg, headers):
        fp.headers = headers
        return fp


def students(app, count):
    """Make students, each with the cookie of a signed-in browser."""
    school = a_school()
    cohort = a_cohort(school)
    cookies = []
    for _ in range(count):
        student = a_member(school, Role.STUDENT)
        an_enrolment(cohort, school, student=student)
        client = app.test_client()
        client.sign_in(student)
        with client.session_transaction() as session:
            session["csrf_token"] = "c" * 40
        cookies.append(f"wijkwijs={client.get_cookie('wijkwijs').value}")
    db.session.commit()
    db.session.remove()
    return cookies


def test_what_was_confirmed_survives_a_power_cut_and_nothing_is_half(own_app, app_servers) -> None:
    """Students hand in one after the other while the server is killed; then every receipt must be whole."""
    cookies = students(own_app, 60)
    url = db.engine.url.render_as_string(hide_password=False)
    server = app_servers(
        database_url=url,
        data_dir=own_app.extensions["settings"].data_dir,
        env={"WIJKWIJS_SECRET_KEY": own_app.secret_key},
    )
    browser = Browser(own_app, server.url)

    def everybody() -> None:
        for cookie in cookies:
            try:
                browser.hand_in(cookie)
            except (OSError, http.client.HTTPException):
                return

    writer = threading.Thread(target=everybody)
    writer.start()
    while browser.sent < 8 and writer.is_alive():
        writer.join(0.002)
    server.kill()
    writer.join(60)
    assert 0 < len(browser.receipts) < len(cookies), browser.sent
    kept = {str(each.submission_id): each for each in db.session.scalars(sa.select(Snapshot))}
    assert set(browser.receipts) <= kept.keys()
    assert all(is_intact(snapshot) for snapshot in kept.values())
    rows = db.session.scalars(sa.select(Submission)).all()
    assert {str(row.id) for row in rows} == kept.keys()
    assert {row.state for row in rows} == {SubmissionState.SUBMITTED}
    assert verify() == []

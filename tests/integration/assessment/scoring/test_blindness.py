"""Neither assessor sees anything of the other before both have signed: not a byte, on any route."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import url_for

from assessment.scoring import actions
from foundation.clock import standing_at
from foundation.database import db
from tests.factories.assessments import (
    W1,
    a_submission,
    acting,
    agreement_of,
    opened_by,
    scored_by,
    seat_of,
    signed_by,
)
from tests.factories.enrolments import a_cohort, an_enrolment

NOW = datetime(2027, 3, 12, 20, 14, tzinfo=UTC)
PER_ANSWER = re.compile(r'(name="csrf_token"[^>]*value="[^"]*")|(nonce-[\w-]+)')


@pytest.fixture
def submissions(school, two):
    """The same student with two pieces of work, so that lists have more than one row."""
    with standing_at(NOW - timedelta(days=2)):
        enrolment = an_enrolment(a_cohort(school), school)
        return [a_submission(enrolment, W1, assessors=two), a_submission(enrolment, "D1-K1-W2")]


def pages(client, assessments, known=None):
    """Get every page that an assessor can get: status, headers and bytes."""
    answers = {}
    for address in routes(client.application, assessments):
        if known and known[address][0] == 403:
            continue
        answer = client.get(address)
        headers = {name: PER_ANSWER.sub("", value) for name, value in answer.headers.items()}
        headers.pop("Set-Cookie", None), headers.pop("Content-Length", None)
        answers[address] = (answer.status_code, headers, PER_ANSWER.sub("", answer.text))
    return answers


def routes(app, assessments):
    """Take the addresses from the route map, so that a new page is watched by itself."""
    for rule in app.url_map.iter_rules():
        if "GET" not in rule.methods:
            continue
        if "assessment_id" in rule.arguments:
            for each in assessments:
                yield rule.build({"assessment_id": each.id})[1]
        elif "submission_id" in rule.arguments:
            for each in assessments:
                yield rule.build({"submission_id": each.submission_id, "sha256": "0" * 64})[1]
        elif not rule.arguments and not rule.rule.startswith(("/static", "/healthz")):
            yield rule.rule


def test_the_watched_pages_are_really_there(client, two, submissions) -> None:
    with standing_at(NOW):
        client.sign_in(two[0])
        mine = [opened_by(two[0], each) for each in submissions]
        found = pages(client, mine)
    shown = [address for address, (status, _headers, _text) in found.items() if status == 200]
    assert "/beoordelen" in shown
    assert f"/beoordelen/{mine[0].id}" in shown
    assert f"/beoordelen/{mine[0].id}/teruggeven" in shown


def opens(other, work):
    opened_by(other, work)


def scores_some(other, work):
    scored_by(other, work, {"W1-2": "G"}, criteria=["W1-1", "W1-2"], words="Geheim van de ander")


def signs(other, work):
    signed_by(other, work, {"W1-2": "G", "W1-3": "O"}, words="Geheim van de ander")


def declines(other, work):
    actions.decline(seat_of(work, other), reason="Geheim", actor_id=other.person_id)


STAGES = {
    "not begun": lambda watcher, work: None,
    "begun": opened_by,
    "half way": lambda watcher, work: scored_by(watcher, work, criteria=["W1-1", "W1-4"]),
    "ready to sign": scored_by,
}
LIVES = [(opens, scores_some, signs), (declines,)]


CASES = [(stage, 0) for stage in STAGES] + [("half way", 1)]


@pytest.mark.parametrize("life", LIVES, ids=["judges", "declines"])
@pytest.mark.parametrize(("stage", "seat"), CASES)
def test_what_the_other_does_changes_no_byte(client, two, submissions, stage, life, seat) -> None:
    watcher, other = two[seat], two[1 - seat]
    with standing_at(NOW - timedelta(hours=2)):
        STAGES[stage](watcher, submissions[0])
    mine = [seat_of(each, watcher) for each in submissions]
    with standing_at(NOW):
        client.sign_in(watcher)
        before = pages(client, mine)
    for act in life:
        with standing_at(NOW - timedelta(hours=1)):
            act(other, submissions[0])
            db.session.commit()
        with standing_at(NOW):
            after = pages(client, mine, before)
        for address, answer in after.items():
            assert answer == before[address], (act.__name__, address)
    assert other.name not in "".join(text for _status, _headers, text in after.values())


@pytest.mark.parametrize("act", [opens, scores_some], ids=lambda act: act.__name__)
def test_who_has_signed_sees_nothing_of_the_one_who_has_not(client, two, submissions, act) -> None:
    with standing_at(NOW - timedelta(hours=2)):
        signed_by(two[0], submissions[0])
    mine = [seat_of(each, two[0]) for each in submissions]
    with standing_at(NOW):
        client.sign_in(two[0])
        before = pages(client, mine)
    with standing_at(NOW - timedelta(hours=1)):
        act(two[1], submissions[0])
        db.session.commit()
    with standing_at(NOW):
        assert pages(client, mine) == before


def test_a_save_answers_the_same_whatever_the_other_did(client, two, submissions) -> None:
    answers = []
    with standing_at(NOW):
        mine = opened_by(two[0], submissions[0])
        client.sign_in(two[0])
        for version, act in enumerate([None, opens, scores_some, signs]):
            if act:
                act(two[1], submissions[0])
            fields = {"level": "V", "justification": "Te zien.", "evidence": "", "version": version}
            answer = client.save(f"/beoordelen/{mine.id}/criteria/W1-1", **fields)
            answers.append((answer.status_code, answer.json | {"version": 0}))
    assert all(answer == answers[0] for answer in answers)


def test_after_both_have_signed_they_see_each_other(client, app, two, submissions) -> None:
    signed_by(two[0], submissions[0])
    signed_by(two[1], submissions[0], {"W1-3": "O"}, words="Geheim van de ander")
    agreement = agreement_of(submissions[0])
    client.sign_in(two[0])
    with app.test_request_context():
        address = url_for("agreement.page", agreement_id=agreement.id)
    page = client.get(address).text
    assert two[1].name in page
    assert "Geheim van de ander: W1-3." in page
    assert "Geheim van de ander: W1-1." not in page


def test_in_a_second_round_they_are_blind_again(client, app, two, submissions) -> None:
    for assessor in two:
        signed_by(assessor, submissions[0])
    for assessor in two:
        actions.reopen(seat_of(submissions[0], assessor), reason="Kijk nog eens.", actor=acting(two[0]))
    signed_by(two[0], submissions[0], {"W1-3": "G"})
    client.sign_in(two[1])
    with app.test_request_context():
        address = url_for("agreement.page", agreement_id=agreement_of(submissions[0]).id)
    assert client.get(address).status_code == 404

"""Before a result is made known, nobody outside the board meets a word of it, through any door.

The canaries are words that stand nowhere else: in every justification, in the names of the levels of the
rubric this dossier is judged with, and in what the board wrote. The crawl takes every GET route there is,
with every id at hand in every place of its address.
"""

from __future__ import annotations

import copy
import re
from io import BytesIO
from itertools import islice, product
from zipfile import ZipFile

import pytest
import sqlalchemy as sa

from accounts.schools.models import Role
from assessment.determination import actions
from assessment.determination.models import Determination
from assessment.submissions import rubrics
from assessment.submissions.models import RubricVersion
from content.fingerprint import fingerprint
from content.instrument import Instrument
from enrolment.models import Enrolment
from foundation.clock import now
from foundation.database import Base, db
from foundation.jobs.actions import run_due
from foundation.mail.actions import _composers
from foundation.mail.models import MailMessage
from tests.factories.assessments import acting, the_keuzedeel
from tests.factories.decisions import a_board_member, a_finished_dossier, determined, submissions_of
from tests.factories.enrolments import coaches
from tests.factories.people import a_member, a_school

CANARIES = ("KANARIEONDERBOUWING", "KANARIENIVEAU", "KANARIEMOTIVERING")
NO_PAGES = ("/static/", "/healthz")
WORDS = ("D1-K1-W1", "D1-K1-W2", "D1-K1", "W1", "W1-1", "d1-wijkgericht-werken", "student", "nl")
MOST_IDS = 60
MOST_PER_ROUTE = 45


@pytest.fixture
def rubric_with_canaries(app, monkeypatch) -> str:
    """Judge by a rubric whose levels have names that stand nowhere else."""
    body = copy.deepcopy(the_keuzedeel().instrument())
    for level in body["exam_plan"]["levels"]:
        level["title"] = f"KANARIENIVEAU-{level['code']}"
    version = fingerprint(Instrument.model_validate(body).as_dict())
    db.session.add(
        RubricVersion(hash=version, keuzedeel="d1-wijkgericht-werken", body=body, created_at=now())
    )
    db.session.flush()
    monkeypatch.setattr(rubrics, "store", lambda keuzedeel: version)
    return version


@pytest.fixture
def dossier(rubric_with_canaries):
    school = a_school()
    board = a_board_member(school)
    coach = a_member(school, Role.COACH, name="Bas Begeleider")
    enrolment = a_finished_dossier(school, words="KANARIEONDERBOUWING", hours=100)
    coaches(coach, enrolment)
    row = determined(enrolment, board, reason="KANARIEMOTIVERING: de ervaring telt.")
    others = [
        a_member(school, Role.ASSESSOR, name="Andere Beoordelaar"),
        a_member(school, Role.STUDENT, name="Andere Student"),
        a_member(school, Role.SCHOOL_ADMIN, name="Beheerder"),
    ]
    db.session.commit()
    student = db.session.get_one(Enrolment, enrolment.id).student_id
    return row, board, [db.session.get_one(type(coach), student), coach, *others]


def test_nothing_leaks_before_it_is_announced(app, client, dossier, monkeypatch):
    # Thousands of refusals in the one transaction of a test would make each next line of the log slower.
    monkeypatch.setattr("web.errors.note_refusal", lambda *arguments, **named: None)
    row, board, readers = dossier
    run_due_without_sending()
    _, pages = crawl(app, client, [board], find_at_least_one=True)
    assert pages >= 10
    for reader in readers:
        found, pages = crawl(app, client, [reader])
        assert found == [], f"{reader.name}: {found}"
        assert pages >= 10
    assert canaries_in(str(outbox())) == []
    actions.announce([row.id], actor=acting(board))
    db.session.commit()
    assert canaries_in(str(outbox())) == []
    client.sign_in(readers[0])
    told = client.get("/resultaat").text
    assert "KANARIEONDERBOUWING" in told
    assert "KANARIENIVEAU-V" in told
    assert "KANARIEMOTIVERING" not in told


def test_the_student_cannot_tell_a_decided_dossier_from_an_open_one(app, client, dossier):
    _row, _board, readers = dossier
    client.sign_in(readers[0])
    decided = {path: client.get(path).text for path in ("/resultaat", "/")}
    db.session.execute(sa.update(Determination).values(state="on_agenda", decision_id=None))
    db.session.commit()
    for path, text in decided.items():
        assert without_chance(client.get(path).text) == without_chance(text), path


def crawl(app, client, readers, *, find_at_least_one=False):
    """Open every page with every id; give where a canary was met, and how many pages answered."""
    ids = every_id()
    met, answered = [], 0
    for reader in readers:
        client.sign_in(reader)
        for rule in app.url_map.iter_rules():
            if "GET" not in rule.methods or rule.rule.startswith(NO_PAGES):
                continue
            for path in addresses(app, rule, ids):
                answer = client.get(path, manners=False)
                answered += answer.status_code == 200
                met += [(path, canary) for canary in canaries_in(text_of(answer))]
    if find_at_least_one:
        assert {canary for _path, canary in met} == set(CANARIES), "the crawl would not see a leak"
    return met, answered


def addresses(app, rule, ids):
    """Give the address of a route with every value at hand in every place."""
    choices = []
    for name, converter in rule._converters.items():
        kind = type(converter).__name__
        if kind == "UUIDConverter":
            choices.append([(name, each) for each in ids])
        elif kind == "IntegerConverter":
            choices.append([(name, 1)])
        elif kind == "AnyConverter":
            choices.append([(name, each) for each in sorted(converter.items)])
        else:
            choices.append([(name, word) for word in WORDS])
    adapter = app.url_map.bind("localhost")
    for values in islice(product(*choices), MOST_PER_ROUTE):
        yield adapter.build(rule.endpoint, dict(values), method="GET")


def every_id():
    """Give the ids of the dossier first, then one of every other table that belongs to a school."""
    ids = [*db.session.scalars(sa.select(Determination.id))]
    for enrolment in db.session.scalars(sa.select(Enrolment)):
        ids += [enrolment.id, *(each.id for each in submissions_of(enrolment))]
    for table in Base.metadata.tables.values():
        if "id" in table.c and "school_id" in table.c:
            ids += db.session.scalars(sa.select(table.c.id).limit(1)).all()
    found = list(dict.fromkeys(ids))
    assert 10 < len(found) < MOST_IDS
    return found


def text_of(answer) -> str:
    """Read an answer; what is packed (a spreadsheet) is unpacked first."""
    content = answer.get_data()
    if content.startswith(b"PK"):
        packed = ZipFile(BytesIO(content))
        content = b" ".join(packed.read(name) for name in packed.namelist())
    return content.decode("utf-8", "replace")


def run_due_without_sending() -> None:
    """Do what waits, but write letters instead of sending them."""
    db.session.execute(sa.text("DELETE FROM job WHERE kind = 'mail.deliver'"))
    db.session.commit()
    run_due()


def outbox() -> list[tuple[str, str, str]]:
    """Write every letter that waits or was sent."""
    rows = db.session.scalars(sa.select(MailMessage)).all()
    letters = [_composers[row.kind](row) for row in rows]
    return [
        (row.subject + row.body + str(row.arguments), each.subject, each.body)
        for row, each in zip(rows, letters, strict=True)
    ]


def canaries_in(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary in text]


def without_chance(page: str) -> str:
    """Leave out what differs with every answer: tokens and the instant at which the session ends."""
    return re.sub(r'(nonce|value|data-session-ends)="[^"]*"', "", page)

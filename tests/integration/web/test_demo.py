"""The demo school: everybody is there, in every phase, and everything is as real as the product makes it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask import Flask

from accounts.login.demo import demo_people
from accounts.people.models import Person
from accounts.schools.models import Membership, School
from assessment.agreement.models import Agreement
from assessment.certificates.models import Certificate
from assessment.determination.models import Decision, Determination
from assessment.scoring.models import Assessment
from assessment.submissions.models import Snapshot, Submission
from assessment.submissions.snapshots import is_intact
from content.question_version import version_of
from course.hours.queries import balance
from course.insight.page import overview
from course.insight.queries import first_answers, group_of
from course.offering.queries import course_of
from course.portfolio.models import Evidence, EvidenceKind
from course.portfolio.queries import coverage
from course.progress.assignments import study_of
from course.progress.places import place_in
from course.progress.rules import continue_with, lessons_on
from course.selftest.documents import documents
from course.selftest.models import Attempt
from course.selftest.repeating import due_now
from course.selftest.rules import judge
from course.workbench.models import WorkItem
from enrolment.catalogue import keuzedeel
from enrolment.models import Enrolment
from foundation.audit.models import AuditEntry
from foundation.audit.queries import verify
from foundation.clock import local, now, today
from foundation.database import Base, db
from foundation.jobs.models import Job, JobState
from foundation.mail.models import MailMessage, MailState
from foundation.settings import Mode, Settings
from foundation.storage.actions import give
from tests.client import Client
from tests.servers.postgres import create_database
from web import create_app
from web.demo import data, emptying, loading
from web.demo.people import D1

PASSWORD = "wijkwijs-demo"
# Days that are ahead by their nature: what was planned, and until when something works.
PLANNED = {
    ("deadline", "at"), ("extension", "at"), ("cohort", "ends_on"), ("determination", "meeting_on"),
    ("one_time_token", "expires_at"),
}  # fmt: skip


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def demo_app(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """An application in demo mode, filled once for the whole file."""
    folder: Path = tmp_path_factory.mktemp(f"demo_{request.param}")
    url = f"sqlite:///{folder / 'demo.sqlite3'}"
    if request.param == "postgresql":
        url = create_database(f"demo_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}")
    app = create_app(Settings(mode=Mode.DEMO, secret_key="test-key-" * 5, database_url=url, data_dir=folder))
    app.test_client_class = Client
    with app.app_context():
        db.create_all()
        assert loading.load()
        db.session.remove()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def demo(demo_app: Flask) -> Iterator[Flask]:
    with demo_app.app_context():
        yield demo_app
        db.session.remove()


def states(model: type[Base]) -> dict[str, int]:
    return {row.state.value: row.number for row in db.session.execute(
        sa.select(model.state, sa.func.count().label("number")).group_by(model.state)
    )}  # fmt: skip


def enrolment_of(name: str) -> Enrolment:
    found = sa.select(Enrolment).join(Membership, Membership.id == Enrolment.student_id)
    return db.session.scalars(found.where(Membership.name == name)).one()


def work_of(name: str) -> Counter[str]:
    found = sa.select(WorkItem.piece).where(WorkItem.enrolment_id == enrolment_of(name).id)
    return Counter(db.session.scalars(found))


def submissions_of(name: str) -> dict[str, str]:
    found = sa.select(Submission).where(Submission.enrolment_id == enrolment_of(name).id)
    return {row.work_process: row.state.value for row in db.session.scalars(found)}


def test_every_phase_is_there(demo: Flask) -> None:
    assert states(Enrolment) == {"active": 22, "paused": 1, "withdrawn": 1, "completed": 4}
    assert states(Submission) == {"submitted": 1, "in_assessment": 5, "returned": 1, "assessed": 39}
    found = states(Assessment)
    assert set(found) == {"assigned", "in_progress", "signed"}
    assert set(states(Agreement)) == {"waiting", "in_discussion", "third_assessor", "agreed"}
    assert states(Determination) == {
        "on_agenda": 2, "postponed": 1, "referred_back": 1, "determined": 1, "announced": 6,
    }  # fmt: skip
    assert states(Certificate) == {"issued": 3, "revoked": 1, "replaced": 1}


def test_results_of_the_board_are_of_every_kind(demo: Flask) -> None:
    assert Counter(db.session.scalars(sa.select(Decision.result))) == {"V": 5, "G": 1, "O": 1}
    revoked = db.session.scalars(sa.select(Certificate).where(Certificate.state == "revoked")).one()
    replaced = db.session.scalars(sa.select(Certificate).where(Certificate.state == "replaced")).one()
    assert revoked.revoke_reason
    assert db.session.get_one(Certificate, replaced.replaced_by_id).copy == 2
    for certificate in db.session.scalars(sa.select(Certificate)):
        assert give(certificate.pdf_sha256).startswith(b"%PDF")


def test_samira_is_where_the_lessons_leave_her(demo: Flask) -> None:
    samira = enrolment_of("Samira Haddou")
    covered = coverage(samira.id, keuzedeel(D1))
    ready = Counter(code[:2] for code, each in covered.criteria.items() if each.count)
    assert ready == {"W1": 4, "W2": 2, "W3": 1}
    assert 85 <= balance(samira.id).counted / 60 <= 89
    assert submissions_of("Samira Haddou") == {}


def test_a_school_sees_a_class_in_the_middle_of_the_course(demo: Flask) -> None:
    cohort = enrolment_of("Samira Haddou").cohort_id
    school = db.session.scalars(sa.select(School).where(School.slug == "waterrijk")).one()
    group = group_of(school.id, cohort)
    rows = [row for module in overview(group, course_of(school.id, D1)) for row in module.rows]
    opened = [row.opened for row in rows]
    assert sum(map(bool, opened)) > len(opened) * 0.7
    assert 0 in opened
    assert any(0 < row.finished < row.opened for row in rows)
    shown = [each for found in first_answers(group).values() for each in found.values() if each.is_shown]
    assert len(shown) > 50
    assert sum(each.wrong / each.answered > 0.5 for each in shown) >= 5
    assert any(slug.startswith("zelftest-") for slug in first_answers(group))


def test_what_was_answered_is_judged_by_the_product(demo: Flask) -> None:
    found = documents(course_of(enrolment_of("Samira Haddou").school_id, D1))
    for each in db.session.scalars(sa.select(Attempt)):
        question = found[each.document].question(each.question_key)
        assert each.question_hash == version_of(question)
        assert each.outcome is judge(question, each.given).outcome


def test_samira_reads_on_at_a_heading_and_has_some_questions_to_repeat(demo: Flask) -> None:
    samira = enrolment_of("Samira Haddou")
    course = course_of(samira.school_id, D1)
    study = study_of(samira.id)
    lesson = continue_with(lessons_on(course, samira.route), study.lessons)
    assert lesson
    assert place_in(lesson, study.lessons[lesson.slug])
    assert 1 <= len(due_now(samira.id, course)) <= 20


def test_who_just_came_who_is_stuck_and_who_handed_in(demo: Flask) -> None:
    invited = db.session.scalars(sa.select(Person).where(Person.email == "omar@waterrijk.example")).one()
    assert invited.password_hash == ""
    assert work_of("Omar el Idrissi") == {}
    assert sum(work_of("Ties Hofman").values()) <= 2 < sum(work_of("Jeroen Baks").values())
    assert submissions_of("Elif Kaya") == {"D1-K1-W1": "submitted"}
    assert submissions_of("Yara Jansen") == {"D1-K1-W1": "returned"}
    assert set(submissions_of("Femke Smit").values()) == {"assessed"}
    assert balance(enrolment_of("Youssef Benali").id).counted < 240 * 60
    assert balance(enrolment_of("Femke Smit").id).counted >= 240 * 60


def test_everything_is_real(demo: Flask) -> None:
    assert verify() == []
    assert db.session.scalars(sa.select(Job.kind).where(Job.state != JobState.DONE)).all() == []
    assert set(db.session.scalars(sa.select(MailMessage.state))) == {MailState.SENT}
    assert all(is_intact(each) for each in db.session.scalars(sa.select(Snapshot)))
    files = db.session.scalars(sa.select(Evidence).where(Evidence.kind == EvidenceKind.FILE)).all()
    assert {each.content_type for each in files} == {"application/pdf", "image/jpeg"}
    assert all(len(give(each.sha256)) == each.size for each in files)


def test_the_log_is_in_the_order_of_the_clock(demo: Flask) -> None:
    for school in db.session.scalars(sa.select(School)):
        entries = (
            sa.select(AuditEntry).where(AuditEntry.chain == str(school.id)).order_by(AuditEntry.sequence)
        )
        moments = [entry.at for entry in db.session.scalars(entries)]
        assert moments == sorted(moments)


def test_no_day_lies_ahead(demo: Flask) -> None:
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if (table.name, column.name) in PLANNED or column.type.python_type not in (datetime, date):
                continue
            latest = db.session.scalar(sa.select(sa.func.max(column)))
            limit = now() if isinstance(latest, datetime) else today()
            assert latest is None or latest <= limit, f"{table.name}.{column.name}"


def test_nobody_has_a_real_address(demo: Flask) -> None:
    addresses = {
        *db.session.scalars(sa.select(Person.email)),
        *db.session.scalars(sa.select(MailMessage.recipient)),
    }
    assert all(address.endswith(".example") for address in addresses)
    assert len({address for address in addresses if address.endswith("@zuiderveld.example")}) == 3


def test_texts_have_all_their_words(demo: Flask) -> None:
    for values in db.session.scalars(sa.select(WorkItem.values)):
        assert all(text and "{" not in text for text in values.values())


def test_the_same_list_never_holds_the_same_text_twice(demo: Flask) -> None:
    for enrolment_id in db.session.scalars(sa.select(Enrolment.id)):
        found = sa.select(WorkItem.piece, WorkItem.section, WorkItem.values).where(
            WorkItem.enrolment_id == enrolment_id
        )
        rows = [(piece, section, str(values)) for piece, section, values in db.session.execute(found)]
        assert len(rows) == len(set(rows))


def test_every_demo_person_signs_in_with_the_one_password(demo: Flask) -> None:
    assert len({each.label for each in demo_people()}) >= 7
    for each in demo_people():
        browser = demo.test_client()
        answer = browser.post("/inloggen", data={"email": each.email, "password": PASSWORD})
        assert answer.status_code == 303, each.email
        assert "/inloggen" not in answer.location, each.email


def test_each_demo_person_is_one_click_away_on_the_sign_in_page(demo: Flask) -> None:
    page = demo.test_client().get("/inloggen").text
    assert all(each.name in page and each.description in page for each in demo_people())


def test_a_second_load_changes_nothing(demo: Flask) -> None:
    def counts() -> dict[str, int]:
        return {
            table.name: db.session.scalar(sa.select(sa.func.count()).select_from(table))
            for table in Base.metadata.sorted_tables
        }

    before = counts()
    assert not loading.load()
    assert counts() == before


def test_every_word_of_the_assessors_is_about_the_work(demo: Flask) -> None:
    for name in ("klaverveld", "weverij", "spoorzijde", "havenkwartier"):
        codes = {each.id for each in keuzedeel(D1).qualification.behaviours}
        assert set(data.dossier(name).oordelen) == codes
        sentences = [text for pair in data.dossier(name).oordelen.values() for text in pair]
        assert len(sentences) == len(set(sentences))


def test_emptying_leaves_nothing_but_the_locks(demo: Flask, tmp_path: Path) -> None:
    """The last test: what it takes away is what the others look at."""
    sha256 = db.session.scalars(sa.select(Evidence.sha256).where(Evidence.sha256.is_not(None))).first()
    emptying.empty()
    for table in Base.metadata.sorted_tables:
        assert db.session.scalar(sa.select(sa.func.count()).select_from(table)) == 0, table.name
    with pytest.raises(FileNotFoundError):
        give(str(sha256))
    db.session.add(
        AuditEntry(
            chain="platform", sequence=1, at=now(), act="demo.filled", subject_type="demo", subject_id=None,
            reason="", details={}, source="test", previous="", hash="0" * 64,
        )
    )  # fmt: skip
    with pytest.raises(sa.exc.DatabaseError, match="append-only"):
        db.session.execute(sa.delete(AuditEntry))
    db.session.rollback()


@pytest.mark.parametrize(
    "day",
    [
        *(date(2026, 11, 16 + number) for number in range(8)),
        date(2027, 1, 1),
        date(2027, 3, 29),
        date(2028, 2, 29),
    ],
)
def test_whatever_day_it_is_everything_happened_before_on_working_days(app: Flask, day: date) -> None:
    moments = [local(moment) for moment in loading.story_until(day).moments]
    assert moments[-1].date() < day
    assert {moment.weekday() for moment in moments} <= set(range(5))
    assert {moment.hour for moment in moments} <= set(range(8, 22))


def test_outside_the_demo_the_commands_refuse(app: Flask) -> None:
    for command in ("load", "reset"):
        result = app.test_cli_runner().invoke(args=["demo", command])
        assert result.exit_code != 0
        assert "demo mode only" in result.output

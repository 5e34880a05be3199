"""What has evidence, what is frozen, and what is missing; each in a fixed number of statements."""

from __future__ import annotations

import json

import pytest
from flask import get_template_attribute

from content.work_form import Piece
from course.portfolio.freezing import frozen_work, missing_before_hand_in
from course.portfolio.gap_links import as_checks
from course.portfolio.queries import coverage, coverage_of_many
from course.portfolio.rules import CriterionState
from course.workbench.models import Certainty
from enrolment.catalogue import keuzedeel
from foundation.database import db
from tests.client import Client
from tests.factories.enrolments import a_student
from tests.factories.work import a_file, a_full_piece, a_text, an_item, connected, item_evidence
from tests.manners import check_manners

D1 = "d1-wijkgericht-werken"


def states(student):
    covered = coverage(student.enrolment.id, keuzedeel(D1)).criteria
    return {code: (each.state, each.count) for code, each in covered.items() if each.linked}


def test_a_criterion_is_ready_busy_or_empty(student):
    piece = "wijkanalyse"
    bare = an_item(student.enrolment, piece, "bronnen", titel="Alleen een naam")
    full = an_item(student.enrolment, piece, "bronnen", titel="Krant", jaar="2025")
    role = an_item(student.enrolment, piece, "eigen-rol", rol="Stagiair")
    item_evidence(student.enrolment, bare, "W1-1", "W1-2")
    item_evidence(student.enrolment, full, "W1-1")
    item_evidence(student.enrolment, role, "W1-7")
    a_text(student.enrolment, "W1-3", body="")
    a_text(student.enrolment, "W1-4", body="Iets")
    a_file(student.enrolment, "W1-4", "W3-7")
    ready, busy = CriterionState.READY, CriterionState.BUSY
    assert states(student) == {
        "W1-1": (ready, 1),
        "W1-2": (busy, 0),
        "W1-3": (busy, 0),
        "W1-4": (ready, 2),
        "W1-7": (ready, 1),
        "W3-7": (ready, 1),
    }


def test_the_database_and_the_frozen_work_count_alike(student):
    for work_process in ("D1-K1-W1", "D1-K1-W2"):
        a_full_piece(student.enrolment, work_process)
        counted = coverage(student.enrolment.id, keuzedeel(D1))
        frozen = frozen_work(student.enrolment, keuzedeel(D1), work_process)["coverage"]
        assert {code: counted.criteria[code].count for code in frozen} == frozen


@pytest.mark.parametrize("others", [0, 300])
def test_statements_do_not_grow_with_the_work_of_others(student, stranger, counting, others):
    a_full_piece(student.enrolment, "D1-K1-W1")
    for number in range(others):
        item = an_item(stranger.enrolment, "wijkanalyse", "bronnen", titel=f"Bron {number}")
        item_evidence(stranger.enrolment, item, "W1-1")
    db.session.expire_all()
    enrolment, kd = student.enrolment, keuzedeel(D1)
    _ = enrolment.id, stranger.enrolment.id
    with counting() as statements:
        assert len(coverage(enrolment.id, kd).criteria) == 21
    assert len(statements) == 1
    with counting() as statements:
        assert len(coverage_of_many([enrolment.id, stranger.enrolment.id], kd)) == 2
    assert len(statements) == 1
    with counting() as statements:
        frozen_work(enrolment, kd, "D1-K1-W1")
    assert len(statements) <= 6


def test_pages_of_the_portfolio_cost_a_fixed_number_of_statements(client: Client, student, counting):
    a_full_piece(student.enrolment, "D1-K1-W1")
    text = a_text(student.enrolment, "W1-1")
    for path, most in [("/bewijs", 6), ("/bewijs/dekking", 6), (f"/bewijs/{text.id}", 5)]:
        with counting() as statements:
            assert client.get(path).status_code == 200
        assert len(statements) <= most, (path, statements)


def test_frozen_work_stands_on_its_own(student):
    source = an_item(student.enrolment, "wijkanalyse", "bronnen", titel="Krant", soort="cijfers", jaar="2025")
    issue = an_item(student.enrolment, "wijkanalyse", "vraagstukken", naam="Weinig buiten", uitleg="**Veel**")
    connected(issue, "bronnen", source, Certainty.VAN_HOREN)
    item_evidence(student.enrolment, issue, "W1-4")
    a_file(student.enrolment, "W1-1", "W2-1", title="Foto")
    a_text(student.enrolment, "W2-2", title="Van een ander werkproces")
    work = frozen_work(student.enrolment, keuzedeel(D1), "D1-K1-W1")
    assert json.loads(json.dumps(work)) == work
    sections = {section["key"]: section for section in work["sections"]}
    (frozen,) = sections["vraagstukken"]["items"]
    fields = {field["key"]: field for field in frozen["fields"]}
    assert frozen["name"] == "Weinig buiten"
    assert frozen["criteria"] == ["W1-4"]
    assert fields["bronnen"]["links"] == [
        {"target_id": str(source.id), "name": "Krant", "section": "Bronnen", "certainty": "van_horen"}
    ]
    assert {field["key"]: field["text"] for field in sections["bronnen"]["items"][0]["fields"]}[
        "soort"
    ] == "Cijfers"
    assert [(each["title"], each["criteria"]) for each in work["evidence"]] == [
        ("Weinig buiten", ["W1-4"]),
        ("Foto", ["W1-1"]),
    ]
    assert work["coverage"] == {"W1-1": 1, "W1-4": 1} | {f"W1-{n}": 0 for n in (2, 3, 5, 6, 7)}


def test_frozen_work_is_readable_and_every_passage_has_its_own_id(app, student):
    a_full_piece(student.enrolment, "D1-K1-W1")
    a_file(student.enrolment, "W1-1", title="<script>alert(1)</script>")
    work = frozen_work(student.enrolment, keuzedeel(D1), "D1-K1-W1")
    with app.test_request_context():
        document = str(
            get_template_attribute("workbench/frozen.html", "frozen_work")(work, lambda each: "/x")
        )
    page = check_manners(f"<html lang='nl'><title>Werk</title><h1>Werk</h1>{document}</html>")
    passages = [int(element["id"][2:]) for element in page.select("[id^='p-']")]
    numbers = [field["passage"] for s in work["sections"] for i in s["items"] for field in i["fields"]]
    numbers += [each["passage"] for each in work["evidence"] if each["kind"] != "item"]
    assert sorted(passages) == sorted(numbers)
    assert not page.select("article script")
    assert page.select_one("strong").get_text() == "mooi"
    assert page.select_one("a[href='/x']")


def test_full_work_misses_nothing_and_empty_work_misses_everything(app, student):
    kd = keuzedeel(D1)
    piece: Piece = kd.piece("D1-K1-W1")
    empty = missing_before_hand_in(frozen_work(student.enrolment, kd, "D1-K1-W1"), piece)
    assert [gap.section for gap in empty if gap.section] == [section.key for section in piece.sections]
    assert [gap.criterion for gap in empty if gap.criterion] == [f"W1-{n}" for n in range(1, 8)]
    assert (empty[0].about, empty[0].text) == ("Bronnen", "nog 4 nodig.")
    a_full_piece(student.enrolment, "D1-K1-W1")
    assert missing_before_hand_in(frozen_work(student.enrolment, kd, "D1-K1-W1"), piece) == []


def test_each_gap_leads_to_a_place_where_it_can_be_mended(client: Client, app, student):
    kd = keuzedeel(D1)
    item = an_item(student.enrolment, "wijkanalyse", "bronnen", titel="Krant")
    gaps = missing_before_hand_in(frozen_work(student.enrolment, kd, "D1-K1-W1"), kd.piece("D1-K1-W1"))
    assert ("Krant", "nog 5 vragen open.") in [(gap.about, gap.text) for gap in gaps]
    with app.test_request_context():
        checks = as_checks(gaps, kd.piece("D1-K1-W1"))
    for check in checks:
        path, _, anchor = check["url"].partition("#")
        page = client.get(path)
        assert page.status_code == 200
        assert not anchor or f'id="{anchor}"' in page.text
    assert any(str(item.id) in check["url"] for check in checks)


def test_a_second_keuzedeel_needs_no_code(app):
    other = a_student("t9-buurtsport")
    kd = keuzedeel("t9-buurtsport")
    for piece in kd.work.pieces:
        a_full_piece(other.enrolment, piece.work_process)
        work = frozen_work(other.enrolment, kd, piece.work_process)
        assert missing_before_hand_in(work, piece) == []
    assert coverage(other.enrolment.id, kd).ready == len(kd.qualification.behaviours)

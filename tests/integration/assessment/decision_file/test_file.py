"""A dossier as a file: complete, readable without us, and checkable by anyone."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

import sqlalchemy as sa
from bs4 import BeautifulSoup

from accounts.schools.models import Role
from assessment.determination.models import Decision, Determination
from foundation.audit.models import AuditEntry
from foundation.database import db
from foundation.storage.actions import keep
from tests.factories.assessments import a_submission, signed_by, some_work, the_keuzedeel
from tests.factories.decisions import a_finished_dossier, announced, hours_of, issued, loaded, on_agenda
from tests.factories.enrolments import a_cohort, an_enrolment
from tests.factories.people import a_member

FOREIGN = re.compile(r"""(?:src|href)=["'](?:https?:|//|/)|<script|<link|url\(""")


def test_every_hash_can_be_checked_with_what_any_computer_has(client, school, two, board):
    row = announced(a_finished_dossier(school, assessors=two), board)
    archive = taken(client, board, row)
    lines = archive.read("codes.sha256").decode().splitlines()
    sums = {path: sha256 for sha256, path in (line.split("  ", 1) for line in lines)}
    assert set(sums) == set(archive.namelist()) - {"codes.sha256"}
    assert all(hash_of(archive.read(path)) == sha256 for path, sha256 in sums.items())


def test_what_was_written_down_then_is_what_is_in_it(client, school, two, board):
    row = announced(a_finished_dossier(school, assessors=two), board)
    archive = taken(client, board, row)
    manifest = json.loads(archive.read("manifest.json"))
    registered = {line["path"]: line for line in manifest["files"] if "registered" in line}
    assert all(line["fits"] for line in registered.values())
    decision = db.session.get_one(Decision, row.decision_id)
    assert registered["bewijsstukken/besluit.json"]["registered"] == decision.sha256
    facts = json.loads(archive.read("bewijsstukken/besluit.json"))["facts"]
    for work in facts["works"]:
        folder = f"bewijsstukken/{work['work_process'][-2:]}"
        assert hash_of(archive.read(f"{folder}/ingeleverd.json")) == work["snapshot"]
        signed = {hash_of(archive.read(f"{folder}/beoordelaar-{seat}.json")) for seat in (1, 2)}
        assert signed == set(work["signatures"])
        assert hash_of(archive.read(f"bewijsstukken/regels-{work['rubric'][:12]}.json")) == work["rubric"]


def test_the_pages_stand_alone_and_lead_to_the_evidence(client, school, two, board):
    row = announced(with_a_file(school, two), board)
    archive = taken(client, board, row)
    pages = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".html")}
    assert set(pages) == {"dossier.html", "W1-werk.html", "W2-werk.html", "W3-werk.html"}
    for name, text in pages.items():
        assert not FOREIGN.search(text), name
        assert "default-src 'none'" in text
        for link in BeautifulSoup(text, "html5lib").select("a[href]"):
            path, _, anchor = link["href"].partition("#")
            path = unquote(path) or name
            assert posixpath.normpath(path) in archive.namelist(), link
            assert not anchor or f'id="{anchor}"' in pages[path], link
    assert "Te zien in je verslag: W1-1" in pages["dossier.html"]
    assert "Henk Dijkstra" in pages["dossier.html"]
    (stored,) = (name for name in archive.namelist() if "/bestanden/" in name)
    assert archive.read(stored) == b"een foto"


def test_a_file_that_is_gone_keeps_its_line(client, school, two, board, monkeypatch):
    row = announced(with_a_file(school, two), board)
    monkeypatch.setattr("assessment.decision_file.parts.give", gone)
    lines = json.loads(taken(client, board, row).read("manifest.json"))["files"]
    (line,) = (line for line in lines if "/bestanden/" in line["path"])
    assert (line["sha256"], line["fits"]) == (None, False)


def test_text_of_people_is_text_and_never_part_of_the_page(client, school, two, board):
    row = announced(a_finished_dossier(school, assessors=two, words="<script>alert(1)</script>"), board)
    page = taken(client, board, row).read("dossier.html").decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;: W1-1" in page
    assert "<script" not in page


def test_it_tells_the_certificate_without_what_only_the_register_knows(client, school, two, board):
    enrolment = a_finished_dossier(school, assessors=two)
    certificate = issued(enrolment, board, a_member(school, Role.SCHOOL_ADMIN), with_pdf=True)
    archive = taken(client, board, db.session.get_one(Determination, certificate.determination_id))
    (told,) = json.loads(archive.read("bewijsstukken/certificaten.json"))
    assert told["number"] == certificate.number
    assert told["sha256_of_pdf"] == certificate.pdf_sha256
    assert told["decision"] == hash_of(archive.read("bewijsstukken/besluit.json"))
    everything = b"".join(archive.read(name) for name in archive.namelist())
    assert not {"birth_date", "birth_place"} & set(told["content"])
    assert certificate.code.encode() not in everything
    assert certificate.token.encode() not in everything


def test_the_log_tells_who_took_it_and_which_file_it_was(client, school, two, board):
    row = announced(a_finished_dossier(school, assessors=two), board)
    client.sign_in(board)
    answer = client.post(f"/examencommissie/{row.id}/bestand")
    asked = sa.select(AuditEntry).where(AuditEntry.act == "determination.taken")
    entry = db.session.scalars(asked).one()
    assert (entry.actor_id, entry.subject_id) == (board.person_id, row.id)
    assert entry.details["sha256"] == hash_of(answer.data)
    assert "haalde het dossier op als bestand" in client.get(f"/examencommissie/{row.id}").text


def test_there_is_no_file_before_the_decision(client, school, two, board):
    row = on_agenda(a_finished_dossier(school, assessors=two), board)
    client.sign_in(board)
    assert "Haal het dossier op" not in client.get(f"/examencommissie/{row.id}").text
    answer = client.post(f"/examencommissie/{row.id}/bestand")
    assert answer.status_code == 409
    assert "nog niet besloten" in answer.text


def test_only_the_board_takes_it_and_nobody_their_own(client, school, two, board):
    student = a_member(school, Role.STUDENT, Role.BOARD_MEMBER)
    row = announced(a_finished_dossier(school, student=student, assessors=two), board)
    for reader in (student, two[0], a_member(school, Role.SCHOOL_ADMIN)):
        client.sign_in(reader)
        assert client.post(f"/examencommissie/{row.id}/bestand").status_code in {403, 404}


def taken(client, board, row):
    client.sign_in(board)
    answer = client.post(f"/examencommissie/{row.id}/bestand")
    assert answer.status_code == 200
    assert answer.mimetype == "application/zip"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=dossier-")
    return ZipFile(BytesIO(answer.data))


def with_a_file(school, two):
    """Give a dossier in which a photo belongs to W1."""
    enrolment = an_enrolment(a_cohort(school), school)
    hours_of(enrolment, 240)
    for process in the_keuzedeel().qualification.work_processes:
        work = some_work()
        if process.number == 1:
            work["evidence"].append(a_photo(keep(b"een foto")))
        submission = a_submission(
            enrolment, process.code, work=work, assessors=two if process.number == 1 else ()
        )
        for assessor in two:
            signed_by(assessor, submission)
    db.session.commit()
    return loaded(enrolment)


def a_photo(sha256):
    return {
        "id": "foto",
        "kind": "file",
        "title": "Plein #2 / zondag",
        "item_id": None,
        "body": "",
        "sha256": sha256,
        "size": 8,
        "content_type": "image/jpeg",
        "criteria": ["W1-1"],
        "filled": True,
        "passage": 99,
    }


def gone(sha256):
    raise FileNotFoundError(sha256)


def hash_of(content):
    return hashlib.sha256(content).hexdigest()

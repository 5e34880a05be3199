"""Collecting evidence: texts, files, criteria; and what is refused leaves nothing behind."""

from __future__ import annotations

import uuid
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from PIL import Image

from course.portfolio.models import Evidence, EvidenceCriterion
from course.workbench.locks import register_lock
from foundation.audit.models import AuditEntry
from foundation.database import db
from tests.client import Client
from tests.factories.work import a_file, a_text, an_item, item_evidence
from tests.unit.course.portfolio import hostile


def all_evidence():
    return db.session.scalars(sa.select(Evidence)).all()


def criteria():
    return sorted(db.session.scalars(sa.select(EvidenceCriterion.criterion)))


def acts():
    return db.session.execute(sa.select(AuditEntry.act, AuditEntry.details)).all()


def kept_files(app):
    folder = Path(app.extensions["settings"].data_dir) / "files"
    return {path for path in folder.rglob("*") if path.is_file()}


def upload(client, *files):
    return client.post(
        "/bewijs/bestanden",
        data={"files": [(BytesIO(content), name) for name, content in files]},
        content_type="multipart/form-data",
    )


def test_a_text_begins_with_a_title_and_is_saved_while_typing(client: Client, student):
    answer = client.post("/bewijs/teksten", data={"title": "Mijn eerste rondje"})
    assert answer.status_code == 303
    assert client.get(answer.location).status_code == 200
    saved = client.save(
        answer.location,
        **{"version": 1, "title": "Rondje", "body": "Ik **liep**.", "c_W1-2": "y", "c_W2-1": "y"},
    )
    assert saved.json["version"] == 2
    assert criteria() == ["W1-2", "W2-1"]
    saved = client.save(
        answer.location, **{"version": 2, "title": "Rondje", "body": "Ik **liep**.", "c_W2-1": "y"}
    )
    assert saved.json["version"] == 3
    assert criteria() == ["W2-1"]
    assert "Rondje" in client.get("/bewijs").text


@pytest.mark.parametrize("title", ["", "   "])
def test_a_text_needs_a_title(client: Client, student, title):
    assert client.post("/bewijs/teksten", data={"title": title}).status_code == 422
    text = a_text(student.enrolment)
    assert list(client.save(f"/bewijs/{text.id}", version=1, title=title, body="x").json["errors"]) == [
        "title"
    ]


def test_two_tabs_see_both_texts_and_both_ticks(client: Client, student):
    text = a_text(student.enrolment, "W1-1")
    client.save(f"/bewijs/{text.id}", **{"version": 1, "title": "Nieuw", "body": "Een", "c_W1-2": "y"})
    answer = client.save(
        f"/bewijs/{text.id}", **{"version": 1, "title": "Verslag", "body": "Twee", "c_W1-1": "y"}
    )
    assert answer.status_code == 409
    theirs = answer.json["theirs"]
    assert theirs["body"] == {"label": "Je tekst", "text": "Een"}
    assert theirs["c_W1-1"]["value"] == ""
    assert theirs["c_W1-2"]["value"] == "y"


def test_an_item_becomes_evidence_by_its_criteria(client: Client, student):
    item = an_item(student.enrolment, "wijkanalyse", "bronnen", titel="Krant", jaar="2025")
    path = f"/bewijs/onderdelen/{item.id}"
    answer = client.save(path, **{"version": 0, "c_W1-1": "y", "c_W1-5": "y"})
    assert answer.json["version"] == 2
    assert "Nog 5 criteria zonder bewijs." in answer.json["fragments"]["#dekking"]
    assert client.save(path, **{"version": 0, "c_W1-2": "y"}).status_code == 409
    assert client.save(path, **{"version": 2, "c_W1-5": "y"}).status_code == 200
    assert criteria() == ["W1-5"]
    assert client.save(path, **{"version": 3, "c_W2-5": "y"}).status_code == 422
    page = client.get("/bewijs/dekking?werkproces=D1-K1-W1").text
    assert "Krant" in page
    assert client.post(f"/werk/onderdelen/{item.id}/weggooien").status_code == 303
    assert (all_evidence(), criteria()) == ([], [])


def test_files_are_kept_clean_and_given_back_as_a_download(client: Client, student):
    answer = upload(client, ("Plein 12.jpg", hostile.photo()), ("plan.pdf", hostile.pdf()))
    assert answer.status_code == 303
    photo, pdf = sorted(all_evidence(), key=lambda each: each.title)
    assert (photo.title, photo.content_type) == ("Plein 12", "image/jpeg")
    assert f'src="/bewijs/{photo.id}/bestand"' in client.get(f"/bewijs/{photo.id}").text
    download = client.get(f"/bewijs/{photo.id}/bestand")
    assert download.headers["Content-Disposition"] == 'attachment; filename="Plein 12.jpg"'
    assert download.headers["Content-Type"] == "image/jpeg"
    assert download.headers["X-Content-Type-Options"] == "nosniff"
    assert download.headers["Content-Security-Policy"].startswith("sandbox")
    assert hostile.GPS_TEXT.encode() not in download.data
    assert Image.open(BytesIO(download.data)).size == (48, 64)
    assert client.get(f"/bewijs/{pdf.id}").status_code == 200
    assert (
        client.save(f"/bewijs/{pdf.id}", **{"version": 1, "title": "Ons plan", "c_W3-1": "y"}).status_code
        == 200
    )


@pytest.mark.parametrize("title", ["Buurtfeest 👋", "ملف", 'a"; x="y', "a/b\\c", "%2e%2e"])
def test_any_title_gives_a_sound_download_name(client: Client, student, title):
    upload(client, ("a.txt", b"hallo"))
    (evidence,) = all_evidence()
    client.save(f"/bewijs/{evidence.id}", version=1, title=title)
    disposition = client.get(f"/bewijs/{evidence.id}/bestand").headers["Content-Disposition"]
    assert disposition.startswith("attachment; ")
    assert not set("/\\\r\n") & set(disposition.removeprefix("attachment; "))


def test_refused_files_leave_nothing_behind(client: Client, student, app):
    before = kept_files(app)
    for name, (content, _code) in hostile.refused().items():
        if len(content) > 20_000_000:
            continue
        answer = upload(client, ("goed.jpg", hostile.photo()), (name, content))
        assert answer.status_code == 422, name
        assert "Er is niets bewaard" in answer.text
        assert name.rsplit("/")[-1] in answer.text
    assert all_evidence() == []
    assert kept_files(app) == before
    assert ("evidence.file_refused", {"why": "unpacked"}) in acts()


def test_the_script_of_the_page_is_told_where_to_go_and_what_was_refused(client: Client, student):
    def send(*files):
        return client.post(
            "/bewijs/bestanden",
            data={"files": [(BytesIO(content), name) for name, content in files]},
            content_type="multipart/form-data",
            headers={"Accept": "application/json"},
        )

    assert client.get(send(("a.txt", b"hallo")).json["location"]).status_code == 200
    refused = send(("a.txt", b"hallo"), ("b.svg", hostile.SVG))
    assert refused.status_code == 422
    assert [each["name"] for each in refused.json["files"]] == ["b.svg"]
    assert send().json["errors"] == {"files": ["Kies eerst een bestand."]}
    assert len(all_evidence()) == 1


def test_a_file_that_is_too_large_is_told_its_size(client: Client, student, app):
    answer = upload(client, ("zwaar.pdf", b"%PDF-" + b"0" * 20_500_000))
    assert answer.status_code == 422
    assert "Het mag hooguit 20 MB zijn." in answer.text
    assert upload(client, ("zwaar.pdf", b"%PDF-" + b"0" * 23_000_000)).status_code == 413
    assert all_evidence() == []


def test_no_file_and_too_many_files(client: Client, student):
    assert upload(client).status_code == 422
    assert upload(client, *[(f"{n}.txt", b"x") for n in range(11)]).status_code == 422
    assert all_evidence() == []


def test_the_quota_counts_all_files_of_an_enrolment(client: Client, student, app):
    full = a_file(student.enrolment)
    full.size = 500_000_000
    db.session.commit()
    before = kept_files(app)
    assert upload(client, ("a.txt", b"hallo")).status_code == 409
    assert kept_files(app) == before


def test_evidence_of_somebody_else_is_not_there(client: Client, student, stranger):
    text, file = (
        a_text(stranger.enrolment, "W1-1", title="KANARIE"),
        a_file(stranger.enrolment, title="KANARIE"),
    )
    work = an_item(stranger.enrolment, "wijkanalyse", "bronnen", titel="KANARIE")
    own = item_evidence(student.enrolment, an_item(student.enrolment, "wijkanalyse", "bronnen", titel="x"))
    for evidence_id in (text.id, file.id, own.id, uuid.uuid4()):
        for path in (
            f"/bewijs/{evidence_id}",
            f"/bewijs/{evidence_id}/bestand",
            f"/bewijs/{evidence_id}/weggooien",
        ):
            answer = client.get(path)
            assert answer.status_code == 404, path
            assert "KANARIE" not in answer.text
        assert client.save(f"/bewijs/{evidence_id}", version=1, title="x").status_code == 404
        assert client.save(f"/bewijs/{evidence_id}/weggooien").status_code == 404
    assert client.save(f"/bewijs/onderdelen/{work.id}", **{"version": 0, "c_W1-1": "y"}).status_code == 404
    for path in ("/bewijs", "/bewijs/dekking", "/werk", "/werk/wijkanalyse"):
        assert "KANARIE" not in client.get(path).text


def test_undeclared_fields_and_foreign_criteria_are_refused(client: Client, student):
    text = a_text(student.enrolment)
    for field in ("c_W9-9", "sha256", "kind", "enrolment_id", "criteria"):
        assert (
            client.save(f"/bewijs/{text.id}", **{"version": 1, "title": "x", field: "y"}).status_code == 422
        )


def test_throwing_evidence_away_is_written_down(client: Client, student):
    text = a_text(student.enrolment, "W1-1")
    assert "1 criterium verliest dit bewijs." in client.get(f"/bewijs/{text.id}/weggooien").text
    assert client.post(f"/bewijs/{text.id}/weggooien").status_code == 303
    assert (all_evidence(), criteria()) == ([], [])
    ((act, details),) = acts()
    assert act == "evidence.removed"
    assert details["criteria"] == ["W1-1"]


def test_evidence_of_handed_in_work_is_fixed_but_serves_other_work(client: Client, student, app):
    text = a_text(student.enrolment, "W1-1")
    register_lock(app, lambda enrolment_id: {"D1-K1-W1": "Je hebt dit ingeleverd."})
    try:
        page = client.get(f"/bewijs/{text.id}").text
        assert "Je hebt dit ingeleverd." in page
        assert 'name="body"' not in page
        changed = client.save(f"/bewijs/{text.id}", **{"version": 1, "title": "Anders", "body": "Anders"})
        assert changed.status_code == 409
        assert client.save(f"/bewijs/{text.id}", **{"version": 1, "c_W1-2": "y"}).status_code == 409
        assert client.save(f"/bewijs/{text.id}", **{"version": 1, "c_W2-1": "y"}).status_code == 200
        assert criteria() == ["W1-1", "W2-1"]
        assert client.post(f"/bewijs/{text.id}/weggooien").status_code == 409
    finally:
        app.extensions["work_locks"].pop()


def test_without_script_a_fault_keeps_the_text(client: Client, student):
    text = a_text(student.enrolment)
    answer = client.post(f"/bewijs/{text.id}", data={"version": 1, "title": "", "body": "Dit typte ik."})
    assert answer.status_code == 422
    assert "Dit typte ik." in answer.text

"""What the student holds: the result with its reasons, the PDF, and the link that anyone can check."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta

import pikepdf
import pytest
import segno

from accounts.schools.models import Membership, Role
from assessment.certificates.jobs import render_certificate
from assessment.certificates.models import Certificate
from assessment.certificates.pdf import TEMPLATE, printed, qr_svg, render
from assessment.certificates.rules import shown_code
from assessment.determination import actions
from enrolment.models import Enrolment
from foundation.clock import today
from foundation.database import db
from foundation.jobs.actions import run_due
from tests.factories.assessments import acting
from tests.factories.decisions import a_board_member, a_finished_dossier, announced, determined, issued
from tests.factories.people import a_member, a_school

NASTY = '#panic("x") $a$ *b* [c] \\ <d> "e" {f} ‮omgekeerd'
NAMES = [
    "Samira Haddou",
    "Maria-Theresia Wilhelmina van den Broek-Oudenaarden de la Fuente y Espinoza-Pérez",
    "Żółć Ñandú Şükrü Ĳsbrand",
    "Олександра Шевченко",
    "X" * 200,
    NASTY,
    "王小明 de Vries",
    "Anna 👩🏽‍🦽 Bakker",
]


@pytest.fixture
def certificate(school):
    student = a_member(school, Role.STUDENT, name="Samira Haddou")
    student.birth_date, student.birth_place = date(1991, 5, 14), "Lindermeer"
    dossier = a_finished_dossier(school, student=student, levels="G")
    return issued(dossier, a_board_member(school), a_member(school, Role.SCHOOL_ADMIN))


def holder_of(certificate) -> Membership:
    return db.session.get_one(Membership, db.session.get_one(Enrolment, certificate.enrolment_id).student_id)


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def test_the_job_makes_one_accessible_page_that_holder_and_school_can_fetch(client, certificate):
    run_due()
    db.session.refresh(certificate)
    client.sign_in(holder_of(certificate))
    answer = client.get(f"/certificaten/{certificate.id}/pdf")
    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    assert f"certificaat-{certificate.number}.pdf" in answer.headers["Content-Disposition"]
    pdf = opened(answer.data)
    assert len(pdf.pages) == 1
    assert [float(side) for side in pdf.pages[0].MediaBox[2:]] == pytest.approx([595.276, 841.89], abs=0.1)
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "nl-NL"
    assert b"pdfuaid:part" in pdf.Root.Metadata.read_bytes()
    assert "Samira Haddou" in str(pdf.docinfo["/Title"])
    assert [str(alt) for alt in alternatives(pdf.Root.StructTreeRoot)] == [
        "Wiel met alle criteria van dit keuzedeel, en in het midden 240 uur.",
        "QR-code naar de pagina waar iedereen dit certificaat controleert: "
        + printed(certificate)["address"],
    ]


def test_a_second_run_of_the_job_changes_nothing(certificate):
    run_due()
    db.session.refresh(certificate)
    first, version = certificate.pdf_sha256, certificate.version
    render_certificate(str(certificate.id))
    db.session.commit()
    assert (certificate.pdf_sha256, certificate.version) == (first, version)


@pytest.mark.parametrize("name", NAMES)
def test_any_name_prints_on_one_page_and_never_runs(certificate, name):
    certificate.content = {**certificate.content, "name": name}
    assert len(opened(render(certificate)).pages) == 1
    db.session.rollback()


def test_the_data_that_is_printed_says_everything(certificate):
    data = printed(certificate)
    assert data["born"] == "14 mei 1991"
    assert data["birth_place"] == "Lindermeer"
    assert data["result"] == "Goed"
    assert data["shown_code"] == shown_code(certificate.code)
    assert data["address"].endswith(f"/controleer/{certificate.token}")
    template = TEMPLATE.read_text("utf-8")
    assert "Dit is geen officieel waardepapier." in template
    assert not re.search(r"eval\(|read\(", template)


def test_the_code_is_drawn_with_level_m() -> None:
    address = "https://wijkwijs.example/controleer/" + "0" * 32
    assert segno.make(address, error="m", micro=False, boost_error=False).error == "M"
    assert qr_svg(address).startswith("<svg")


def test_the_student_reads_the_result_with_reasons_and_the_last_day_to_object(client, school):
    enrolment = a_finished_dossier(school, levels={"W1-1": "O", "W1-3": "O"}, words="Omdat ik dit zag")
    board = a_board_member(school)
    row = determined(enrolment, board)
    student = db.session.get_one(Membership, enrolment.student_id)
    client.sign_in(student)
    assert "Je resultaat is er nog niet" in client.get("/resultaat").text
    actions.announce([row.id], actor=acting(board))
    db.session.commit()
    page = client.get("/resultaat").text
    assert "Je resultaat: Onvoldoende" in page
    assert "Te veel criteria zijn onvoldoende: W1-1, W1-3." in page
    assert page.count("Omdat ik dit zag") == 42
    last = today() + timedelta(days=14)
    assert f"{last.day} " in page
    assert str(last.year) in page
    assert "/controleer/" not in page.split("<main")[1].split("</main>")[0]


def test_the_student_shares_the_link_of_the_certificate(client, certificate):
    student = holder_of(certificate)
    client.sign_in(student)
    page = client.get("/resultaat").text
    assert "De PDF wordt nog gemaakt." in page
    assert f"/controleer/{certificate.token}" in page
    run_due()
    assert f"/certificaten/{certificate.id}/pdf" in client.get("/resultaat").text


def test_nobody_else_fetches_the_pdf(client, school, certificate):
    run_due()
    for member, status in (
        (a_member(school, Role.STUDENT), 404),
        (a_member(school, Role.BOARD_MEMBER), 403),
        (a_member(a_school("ROC Elders"), Role.SCHOOL_ADMIN), 404),
    ):
        client.sign_in(member)
        assert client.get(f"/certificaten/{certificate.id}/pdf").status_code == status


def test_another_student_reads_only_the_own_result(client, school):
    enrolment = a_finished_dossier(school, words="Van een ander")
    announced(enrolment, a_board_member(school))
    client.sign_in(a_member(school, Role.STUDENT))
    for query in ("", f"?inschrijving={enrolment.id}", "?inschrijving=onzin"):
        page = client.get(f"/resultaat{query}").text
        assert "Van een ander" not in page
        assert "Je resultaat is er nog niet" in page


def test_every_certificate_has_a_pdf_of_its_own(school):
    board, admin = a_board_member(school), a_member(school, Role.SCHOOL_ADMIN)
    made = [issued(a_finished_dossier(school), board, admin, with_pdf=True) for _ in range(2)]
    hashes = {db.session.get_one(Certificate, each.id).pdf_sha256 for each in made}
    assert len(hashes - {None}) == 2


def alternatives(node) -> list[str]:
    """Give the alternative texts of a structure tree, in order."""
    found = [node.Alt] if isinstance(node, pikepdf.Dictionary) and "/Alt" in node else []
    if not isinstance(node, pikepdf.Dictionary) or "/K" not in node:
        return found
    children = node.K if isinstance(node.K, pikepdf.Array) else [node.K]
    for child in children:
        if isinstance(child, pikepdf.Dictionary):
            found += alternatives(child)
    return found

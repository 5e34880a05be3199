"""The certificate as PDF."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import segno
from babel.dates import format_date

from assessment.certificates.models import Certificate
from assessment.certificates.rules import shown_code
from foundation.printing import print_pdf
from foundation.web.links import public_link

TEMPLATE = Path(__file__).with_name("certificate.typ")


def render(certificate: Certificate) -> bytes:
    """Make the PDF: one page of A4."""
    return print_pdf(TEMPLATE, printed(certificate))


def printed(certificate: Certificate) -> dict[str, Any]:
    """Give what the template prints, dates in words."""
    content = certificate.content
    born = date.fromisoformat(content["birth_date"]) if content.get("birth_date") else None
    address = public_link("certificate_check.show", token=certificate.token)
    return {
        **content,
        "born": _in_words(born) if born else None,
        "determined": _in_words(date.fromisoformat(content["determined_on"])),
        "shown_code": shown_code(certificate.code),
        "check_at": public_link("certificate_check.search").removeprefix("https://").removeprefix("http://"),
        "address": address,
        "qr": qr_svg(address),
    }


def qr_svg(address: str) -> str:
    """Draw the QR code (error level M) that leads to the check."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False, boost_error=False).save(
        drawn, kind="svg", border=0, xmldecl=False
    )
    return drawn.getvalue().decode()


def _in_words(day: date) -> str:
    return str(format_date(day, "d MMMM y", locale="nl"))

"""Numbers, codes and tokens: the number runs per school and year, the codes cannot be guessed."""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from accounts.schools.models import School
from assessment.certificates.models import CertificateSeries
from assessment.certificates.rules import ALPHABET, CODE_LENGTH, number_of, prefixes_for
from foundation.clock import today
from foundation.database import db, new_id


def next_number(school: School) -> str:
    """Give the next number of a school; its row stays locked until the transaction ends."""
    year = today().year
    series = _locked(school, year)
    if series is None:
        _begin(school, year)
        series = _locked(school, year)
    if series is None:
        raise LookupError("No series of numbers could be begun.")
    series.last += 1
    db.session.flush()
    return number_of(series.prefix, series.year, series.last)


def new_code() -> str:
    """Make a code of 12 characters that people can read from paper: more than 56 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """Make a token of 128 bits for the link."""
    return secrets.token_hex(16)


def _locked(school: School, year: int) -> CertificateSeries | None:
    found = sa.select(CertificateSeries).where(
        CertificateSeries.school_id == school.id, CertificateSeries.year == year
    )
    locking = found.with_for_update().execution_options(populate_existing=True)
    return db.session.scalars(locking).one_or_none()


def _begin(school: School, year: int) -> None:
    """Begin a year; two at once is no harm, because only one row can be there."""
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    for prefix in _candidates(school):
        row = {"id": new_id(), "school_id": school.id, "year": year, "prefix": prefix, "last": 0}
        db.session.execute(dialect.insert(CertificateSeries).values(row).on_conflict_do_nothing())
        if _locked(school, year) is not None:
            return


def _candidates(school: School) -> list[str]:
    """Keep the prefix of earlier years; else take the shortest that no other school ever used."""
    rows = db.session.execute(
        sa.select(CertificateSeries.school_id, CertificateSeries.prefix).distinct()
    ).all()
    own = [row.prefix for row in rows if row.school_id == school.id]
    taken = {row.prefix for row in rows if row.school_id != school.id}
    return own or [prefix for prefix in prefixes_for(school.slug) if prefix not in taken]

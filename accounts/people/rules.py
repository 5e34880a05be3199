"""What is the same address, and what is an address at all. Pure."""

from __future__ import annotations

import unicodedata

from email_validator import EmailNotValidError, validate_email


def normal_email(address: str) -> str:
    """Write an address in the one form in which it is compared; raise ValueError when it is none."""
    try:
        checked = validate_email(
            unicodedata.normalize("NFKC", address).strip(), check_deliverability=False, test_environment=True
        )
    except EmailNotValidError as fault:
        raise ValueError(str(fault)) from fault
    return checked.normalized.lower()

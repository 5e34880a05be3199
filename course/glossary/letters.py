"""Words under their first letter. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from content.glossary import Term


def by_letter(terms: Sequence[Term]) -> list[tuple[str, list[Term]]]:
    """Give the terms per first letter; what starts with a number stands under #."""
    return [(letter, list(found)) for letter, found in groupby(terms, key=_letter)]


def _letter(term: Term) -> str:
    first = term.slug[0].upper()
    return first if first.isalpha() else "#"

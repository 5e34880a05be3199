"""Authored material as text, and the catalogue that loads, checks and renders it.

Work, scores and hours of people do not belong here, nor does a database or a request.
"""

from pathlib import Path

from content.catalogue import Catalogue, load_catalogue
from content.errors import ContentError, UnknownContent
from content.instrument import Instrument
from content.keuzedeel import Keuzedeel

KEUZEDELEN = Path(__file__).parent / "keuzedelen"

__all__ = [
    "KEUZEDELEN",
    "Catalogue",
    "ContentError",
    "Instrument",
    "Keuzedeel",
    "UnknownContent",
    "load_catalogue",
]

"""Along which route somebody follows a programme, and what the certificate belongs to. Pure."""

from __future__ import annotations

import enum


class Route(enum.StrEnum):
    """How somebody follows the programme."""

    STUDENT = "student"
    ZIJ_INSTROMER = "zij_instromer"


class Track(enum.StrEnum):
    """What the certificate belongs to."""

    DIPLOMA = "diploma"
    DERDE_LEERWEG = "derde_leerweg"

"""The files that we give: an example, and only the rows with faults."""

from __future__ import annotations

from collections import defaultdict

from flask_babel import gettext as _

from exchange.people_import.actions import report_of
from exchange.people_import.columns import OWN
from exchange.people_import.messages import tell
from exchange.people_import.models import PeopleImport
from exchange.people_import.reading import read
from foundation.storage.actions import give
from foundation.tables import as_csv

EXAMPLES = (
    ("Noor de Wit", "noor.dewit@school.example", "0412345", "student", "student", "31-12-2004", "Lindermeer",
     "m.vanvliet@school.example"),
    ("Tarik Aydın", "tarik.aydin@school.example", "0412346", "student", "zij-instromer", "", "", ""),
    ("Marja van Vliet", "m.vanvliet@school.example", "", "begeleider", "", "", "", ""),
    ("Piet Sluiter", "p.sluiter@school.example", "", "beoordelaar / examencommissie", "", "", "", ""),
)  # fmt: skip


def example() -> bytes:
    """Give a file to start from."""
    return as_csv([[column.value for column in OWN], *EXAMPLES])


def faulty_rows(row: PeopleImport) -> bytes:
    """Give the rows with faults as they were brought, each with what is wrong and what to do."""
    sheet = read(give(row.file_hash))
    told: defaultdict[int, list[str]] = defaultdict(list)
    for fault in report_of(row).faults:
        words = tell(fault)
        told[fault.row].append(f"{fault.column}: {words.what} {words.todo}")
    width = len(sheet.header.cells)
    faulty = [
        [*each.cells[:width], *[""] * (width - len(each.cells)), " ".join(told[each.number])]
        for each in sheet.rows
        if each.number in told
    ]
    return as_csv([[*sheet.header.cells, _("wat is er mis")], *faulty])

"""Files as schools really send them, and files that nobody should open."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date

import pytest
import xlsxwriter
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook

from exchange.people_import.columns import Column, read_header
from exchange.people_import.kept import to_keep
from exchange.people_import.problems import FileProblem, Unreadable
from exchange.people_import.reading import Row, read

HEADER = "naam;e-mail;studentnummer;rol"


def cells(content: bytes) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.number, row.cells) for row in read(content).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_usual_spelling_of_csv(encoding: str, delimiter: str, ending: str) -> None:
    lines = [
        HEADER.replace(";", delimiter),
        "",
        delimiter.join(["Zoë Müller", "z@a.nl", "0012", "student"]),
        "",
    ]
    assert cells(ending.join(lines).encode(encoding)) == [(3, ("Zoë Müller", "z@a.nl", "0012", "student"))]


def test_quotes_and_the_line_that_excel_adds() -> None:
    content = f'sep=;\n{HEADER}\n"Vliet; van";"v@a.nl";"1";"a ""b"""\n'.encode()
    assert cells(content) == [(3, ("Vliet; van", "v@a.nl", "1", 'a "b"'))]


def test_a_quote_that_never_ends_names_its_row() -> None:
    with pytest.raises(Unreadable) as found:
        read(f'{HEADER}\nJan;j@a.nl;1;student\n"Piet;p@a.nl;2;student\n'.encode())
    assert (found.value.problem, found.value.where) == (FileProblem.QUOTES, "3")


def test_numbers_and_dates_of_a_workbook_become_text() -> None:
    target = io.BytesIO()
    book = Workbook()
    book.active.append(["naam", "e-mail", "studentnummer", "rol", "geboortedatum"])
    book.active.append(["Jan", "j@a.nl", 4410287, "student", date(2001, 2, 3)])
    book.active.append([])
    book.active.append(["Piet", "p@a.nl", "0044", "student", None])
    book.save(target)
    assert cells(target.getvalue()) == [
        (2, ("Jan", "j@a.nl", "4410287", "student", "2001-02-03")),
        (4, ("Piet", "p@a.nl", "0044", "student", "")),
    ]


def a_zip(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return target.getvalue()


def a_book_with(place: str) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "naam")
        sheet.write(place, "x")
    return target.getvalue()


BOOK = a_book_with("A2")


def a_lying_bomb() -> bytes:
    """A ZIP whose directory says that a file of 100 MB is small."""
    bomb = a_zip(xl__worksheets__sheet1=b"0" * 100_000_000)
    return bomb.replace((100_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little"))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", FileProblem.EMPTY),
        (b"\n\n ;;\n", FileProblem.EMPTY),
        (b"x" * 5_000_001, FileProblem.TOO_LARGE),
        (b"%PDF-1.7 ...", FileProblem.NOT_A_TABLE),
        (b"\xd0\xcf\x11\xe0 old", FileProblem.OLD_EXCEL),
        (b"PK\x03\x04 broken", FileProblem.BROKEN),
        (a_zip(word__document=b"<w/>"), FileProblem.NOT_A_TABLE),
        (a_zip(xl__workbook=b"nonsense"), FileProblem.BROKEN),
        (a_zip(xl__worksheets__sheet1=b"0" * 60_000_000), FileProblem.UNPACKS_TOO_LARGE),
        (a_lying_bomb(), FileProblem.UNPACKS_TOO_LARGE),
        (a_book_with("XFD1048576"), FileProblem.UNPACKS_TOO_LARGE),
        (b"naam\x81;mail\n\x81;x", FileProblem.LETTERS),
        (HEADER.encode(), FileProblem.NO_ROWS),
        ((HEADER + "\nx" * 20_001).encode(), FileProblem.TOO_MANY_ROWS),
    ],
    ids=lambda value: value.value if isinstance(value, FileProblem) else "",
)
def test_what_is_no_usable_table_is_refused_with_its_reason(content: bytes, problem: FileProblem) -> None:
    with pytest.raises(Unreadable) as found:
        read(content)
    assert found.value.problem is problem


@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=6))
@example([((BOOK.index(b"PK\x01\x02") + 6.5) / len(BOOK), 255)])  # says that it asks a later kind of ZIP
def test_a_damaged_workbook_is_read_or_refused(damage: list[tuple[float, int]]) -> None:
    content = bytearray(BOOK)
    for place, byte in damage:
        content[int(place * len(content))] = byte
    with suppress(Unreadable):
        assert read(bytes(content)).header


@pytest.mark.parametrize(
    "names",
    [
        ["naam", "e-mail", "studentnummer", "rol"],
        ["NAAM ", "E-mailadres", "Student nummer", "Rôl"],
        ["Full Name", "Email", "student_number", "Role"],
    ],
)
def test_columns_are_recognised_however_they_are_spelled(names: list[str]) -> None:
    header = read_header([*names, "wijk"])
    assert [header.places[column] for column in (Column.NAME, Column.EMAIL, Column.NUMBER, Column.ROLE)] == [
        0,
        1,
        2,
        3,
    ]
    assert header.unused == ("wijk",)


@pytest.mark.parametrize(
    ("names", "problem", "where"),
    [
        (["naam", "e-mail", "rol"], FileProblem.COLUMN_MISSING, "studentnummer"),
        (["naam", "name", "e-mail", "nummer", "rol"], FileProblem.COLUMN_TWICE, "naam, name"),
        (["roepnaam", "e-mail", "nummer"], FileProblem.COLUMN_MISSING, "achternaam"),
        (["voorvoegsel", "achternaam", "e-mail", "nummer"], FileProblem.COLUMN_MISSING, "roepnaam"),
        (["voorvoegsel", "e-mail", "nummer"], FileProblem.COLUMN_MISSING, "naam"),
        (["Jan", "j@a.nl", "1"], FileProblem.NO_HEADER, ""),
    ],
)
def test_a_header_that_does_not_do_says_why(names: list[str], problem: FileProblem, where: str) -> None:
    with pytest.raises(Unreadable) as found:
        read_header(names)
    assert (found.value.problem, found.value.where) == (problem, where)


SYSTEMS = {
    "magister": "Stamnummer;Roepnaam;Tussenvoegsel;Achternaam;Klas;E-mailadres",
    "eduarte": "Deelnemernummer;Voornamen;Roepnaam;Voorvoegsel;Achternaam;E-mail school",
    "osiris": "Studentnummer;Achternaam;Voorvoegsels;Roepnaam;E-mail instelling;Geboortedatum",
}


@pytest.mark.parametrize("names", SYSTEMS.values(), ids=SYSTEMS.keys())
def test_the_columns_of_school_systems_are_known(names: str) -> None:
    header = read_header(names.split(";"))
    parts = {Column.NUMBER, Column.CALLED, Column.INFIX, Column.LAST, Column.EMAIL}
    assert parts <= set(header.places)
    assert not header.has_roles


def test_a_title_above_the_columns_is_passed_over() -> None:
    content = f"Studenten, klas 3A\n\nGemaakt op 22-11-2026, 10:04\n{HEADER}\nJan;j@a.nl;1;student\n"
    sheet = read(content.encode())
    assert (sheet.header.number, sheet.header.cells[0]) == (4, "naam")
    assert [(row.number, row.cells[0]) for row in sheet.rows] == [(5, "Jan")]


def test_the_sign_of_utf_8_before_letters_of_windows() -> None:
    content = b"\xef\xbb\xbf" + f"{HEADER}\nZo\u00eb;z@a.nl;1;student\n".encode("windows-1252")
    sheet = read(content)
    assert (sheet.header.cells[0], sheet.rows[0].cells[0]) == ("naam", "Zo\u00eb")


def test_what_is_kept_reads_as_what_came_without_the_other_columns() -> None:
    content = b'Lijst\n\nklas;naam;e-mail;nummer\n3A;"Wit; de";=1+1;\'12\n\n3B;Jan\n'
    sheet = read(content)
    kept = read(to_keep(content, sheet, read_header(sheet.header.cells)))
    assert kept.header == Row(3, ("naam", "e-mail", "nummer"))
    assert kept.rows == (Row(4, ("Wit; de", "=1+1", "'12")), Row(6, ("Jan",)))


def test_a_file_of_only_our_columns_is_kept_as_it_came() -> None:
    content = f"{HEADER}\nJan;j@a.nl;1;student\n".encode()
    sheet = read(content)
    assert to_keep(content, sheet, read_header(sheet.header.cells)) is content

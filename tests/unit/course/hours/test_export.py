"""A file for a spreadsheet holds values, never a formula."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.hours.export import as_csv, as_xlsx

FORMULAS = ['=HYPERLINK("http://kwaad")', "+1", "-1+1", "@SUM(A1)", "\t=1", " =1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_in_a_text_stays_text(text: str) -> None:
    read = list(csv.reader(io.StringIO(as_csv([(text, 1.5)]).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert read == [[f"'{text}", "1,5"]]
    sheet = zipfile.ZipFile(io.BytesIO(as_xlsx([(text, 1.5)]))).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<v>1.5</v>" in sheet


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=50))
def test_any_text_makes_a_workbook_that_can_be_read(text: str) -> None:
    import xml.etree.ElementTree as ElementTree

    book = zipfile.ZipFile(io.BytesIO(as_xlsx([(text,)])))
    for name in book.namelist():
        ElementTree.fromstring(book.read(name))

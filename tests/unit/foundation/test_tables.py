"""A file for a spreadsheet holds values, never a formula."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.tables import FORMULA_STARTS, as_csv, as_typed, as_xlsx

FORMULAS = ['=HYPERLINK("http://kwaad")', "+1", "-1+1", "@SUM(A1)", "\t=1", " =1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_in_a_text_stays_text(text: str) -> None:
    read = list(csv.reader(io.StringIO(as_csv([(text, 1.5)]).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert read == [[f"'{text}", "1,5"]]
    book = zipfile.ZipFile(io.BytesIO(as_xlsx([(text, 1.5)], sheet_name="Uren")))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<v>1.5</v>" in sheet


ANY_TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=50)


@given(ANY_TEXT | st.sampled_from(FORMULAS).map("'{}".format))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    (row,) = csv.reader(io.StringIO(as_csv([(text, "x")]).decode("utf-8-sig"), newline=""), delimiter=";")
    assert as_typed(row[0]) == text
    assert not row[0].lstrip(" ").startswith(FORMULA_STARTS)


@given(ANY_TEXT)
def test_any_text_makes_a_workbook_that_can_be_read(text: str) -> None:
    import xml.etree.ElementTree as ElementTree

    book = zipfile.ZipFile(io.BytesIO(as_xlsx([(text,)], sheet_name="Uren")))
    for name in book.namelist():
        ElementTree.fromstring(book.read(name))

"""The words of a PDF as a reader copies them: by the tables in which each font names its letters."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping

import pikepdf

CHARACTER = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
SHOWN = {"Tj", "TJ", "'", '"'}


def words_of(pdf: bytes) -> str:
    """Give all text of a PDF, with one space between words."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        lines = [line for page in document.pages for line in _lines(page)]
    return " ".join(" ".join(lines).split())


def _lines(page: pikepdf.Page) -> Iterator[str]:
    fonts = {name: _letters(font) for name, font in page.Resources.Font.items()}
    letters: Mapping[bytes, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            letters = fonts[str(operands[0])]
        elif str(operator) in SHOWN:
            yield "".join(_shown(operands[-1], letters))


def _shown(operand: pikepdf.Object, letters: Mapping[bytes, str]) -> Iterator[str]:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    for part in parts:
        if isinstance(part, pikepdf.String):
            codes = bytes(part)
            yield from (letters.get(codes[at : at + 2], "") for at in range(0, len(codes), 2))


def _letters(font: pikepdf.Object) -> dict[bytes, str]:
    table = font.ToUnicode.read_bytes()
    singles = b"".join(re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL))
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in CHARACTER.findall(singles)
    }

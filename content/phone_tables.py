"""Tables that a phone cannot show in columns: rows become blocks, cells know the head of their column."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

COLUMNS, LINE = 3, 45
"""From this many columns, when a row holds more characters than a line on a phone."""


def mark_blocks(state: StateCore) -> None:
    """Mark the tables whose rows become blocks on a phone, and give their cells the head of their column."""
    for table in _tables(state.tokens):
        heads, cells = _texts(table, "th_open"), _texts(table, "td_open")
        rows = len(cells) // max(len(heads), 1)
        if len(heads) >= COLUMNS and sum(len(text) for _open, text in cells) > LINE * rows:
            _mark(table, [text for _open, text in heads], [opening for opening, _text in cells])


def _tables(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            start = index
        elif token.type == "table_close":
            yield tokens[start:index]


def _texts(table: Sequence[Token], kind: str) -> list[tuple[Token, str]]:
    return [(opening, _words(inline)) for opening, inline in pairwise(table) if opening.type == kind]


def _words(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())


def _mark(table: Sequence[Token], heads: Sequence[str], cells: Sequence[Token]) -> None:
    """Blocks lose what a table means to a screen reader, so each part says what it is."""
    table[0].meta["blocks"] = True
    for token in table:
        if role := {"tbody_open": "rowgroup", "tr_open": "row"}.get(token.type):
            token.attrSet("role", role)
    for index, cell in enumerate(cells):
        cell.meta["head"] = heads[index % len(heads)] if index % len(heads) else ""

"""What authors wrote, as plain values for a printer: blocks of text, and the pieces of a line."""

from collections.abc import Iterator
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from content.markup import author_tree

Piece = dict[str, Any]
Block = dict[str, Any]
LISTS = {"bullet_list": "bullets", "ordered_list": "numbers"}
VERBATIM = {"fence", "code_block"}
LONGEST_URL = 2_000  # a PDF holds no longer one
STYLES = {"strong": "strong", "em": "em"}


def printed_blocks(markdown: str) -> list[Block]:
    """Give a text as blocks: paragraphs, headings, lists, quotes and tables."""
    return list(_blocks(author_tree(markdown)))


def printed_line(markdown: str) -> list[Piece]:
    """Give one line as its pieces: text, emphasis, links and facts that are still checked."""
    tree = author_tree(" ".join(markdown.split()))
    return [piece for block in tree.children for piece in _line(block)]


def _blocks(node: SyntaxTreeNode) -> Iterator[Block]:
    for child in node.children:
        if child.type in LISTS:
            items = [list(_blocks(item)) for item in child.children]
            yield {"is": LISTS[child.type], "items": items}
        elif child.type == "blockquote":
            yield {"is": "quote", "blocks": list(_blocks(child))}
        elif child.type == "table":
            yield _table(child)
        elif child.type in VERBATIM:
            yield {"is": "text", "line": [{"is": "text", "text": child.content}]}
        elif line := _line(child):
            yield {"is": "heading" if child.type == "heading" else "text", "line": line}


def _table(node: SyntaxTreeNode) -> Block:
    rows = [[_line(cell) for cell in row.children] for part in node.children for row in part.children]
    return {"is": "table", "head": rows[0], "rows": rows[1:]}


def _line(node: SyntaxTreeNode) -> list[Piece]:
    return [piece for child in node.children for piece in _pieces(child)]


def _pieces(node: SyntaxTreeNode) -> Iterator[Piece]:
    if node.type in STYLES:
        yield {"is": STYLES[node.type], "line": _line(node)}
    elif node.type == "link" and len(str(node.attrs["href"])) <= LONGEST_URL:
        yield {"is": "link", "line": _line(node), "url": node.attrs["href"]}
    elif node.type == "to_check":
        yield {"is": "check", "text": node.content}
    elif node.type in {"softbreak", "hardbreak"}:
        yield {"is": "text", "text": " "} if node.type == "softbreak" else {"is": "break"}
    elif node.children:
        yield from _line(node)
    else:
        yield {"is": "text", "text": node.content}

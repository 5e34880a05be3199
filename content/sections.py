"""Cut a lesson or assignment at its headings: every section has an id that stays as long as its heading."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content.markup import split_at_headings
from content.nodes import Check, Node, Note, Prose, Reading, Word

# Ids of the page itself, and "les": the place of a note about the lesson as a whole.
ALREADY_ON_PAGES = frozenset({"inhoud", "les"})
LONGEST_ID = 100  # a note and what is searched for are kept under it
FIXED_TITLES: dict[type, str] = {Check: "Test jezelf", Reading: "Lees verder"}


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it; text that stands under no heading has no id and no title."""

    id: str
    title: str
    nodes: tuple[Node, ...]


def sections_of(nodes: Iterable[Node]) -> tuple[Section, ...]:
    """Give the sections in the order of the page; the words that are explained come last."""
    pieces: list[tuple[str, list[Node]]] = [("", [])]
    words: list[Node] = []
    for title, node in _pieces(nodes):
        if isinstance(node, Word):
            words.append(node)
        elif title or _closes(pieces[-1][1]):
            pieces.append((title, [node]))
        else:
            pieces[-1][1].append(node)
    pieces += [("Woorden", words)] if words else []
    return tuple(_with_ids(pieces))


def slug_of(title: str) -> str:
    """Write a title as the id of an address: "Wat ging hier mis?" becomes "wat-ging-hier-mis"."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_ID].strip("-") or "deel"


def _pieces(nodes: Iterable[Node]) -> Iterator[tuple[str, Node]]:
    for node in nodes:
        if isinstance(node, Prose):
            yield from ((title, Prose(text)) for title, text in split_at_headings(node.markdown))
        else:
            yield _title(node), node


def _closes(nodes: list[Node]) -> bool:
    """What follows a self-test without a heading of its own does not belong to the self-test."""
    return bool(nodes) and isinstance(nodes[-1], Check)


def _title(node: Node) -> str:
    """A note stands within the section it is placed in, and so does a picture."""
    if isinstance(node, Note):
        return ""
    return FIXED_TITLES.get(type(node)) or str(getattr(node, "title", ""))


def _with_ids(pieces: Iterable[tuple[str, list[Node]]]) -> Iterator[Section]:
    taken, times = set(ALREADY_ON_PAGES), Counter[str]()
    for title, nodes in pieces:
        if not nodes:
            continue
        wanted = found = slug_of(title) if title else ""
        while found and found in taken:
            times[wanted] += 1
            end = f"-{times[wanted] + 1}"
            found = wanted[: LONGEST_ID - len(end)] + end
        taken.add(found)
        yield Section(found, title, tuple(nodes))

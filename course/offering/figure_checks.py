"""What is wrong with a drawing or picture in an own text, each fault with its line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from flask_babel import gettext as _

from content.errors import ContentError
from content.fences import Fence, split


def figures_of(body: str) -> list[Fence]:
    """Give every figure in a text; a text that cannot be cut is told of elsewhere."""
    try:
        parts = split(body)
    except ContentError:
        return []
    return [part for part in parts if isinstance(part, Fence) and part.name == "figure"]


def figure_faults(figures: Iterable[Fence], known: Collection[str]) -> Iterator[tuple[int, str]]:
    """Say of every figure, with its line, what it lacks."""
    for each in figures:
        yield from ((each.line, sentence) for sentence in _faults(each, known))


def _faults(fence: Fence, known: Collection[str]) -> Iterator[str]:
    given, line = dict(fence.attributes), fence.line
    src = given.get("src", "")
    if not src:
        yield _("Regel %(line)s: schrijf bij src welk plaatje hier komt.", line=line)
    elif src not in known:
        yield _(
            "Regel %(line)s: er is geen plaatje ‘%(name)s’. Kies er een bij ‘Tekeningen en foto’s’.",
            line=line, name=src,
        )  # fmt: skip
    if not given.get("alt", "").strip():
        yield _("Regel %(line)s: schrijf bij alt wat er op het plaatje te zien is.", line=line)
    if not given.get("caption", "").strip():
        yield _("Regel %(line)s: schrijf bij caption wat er onder het plaatje komt te staan.", line=line)
    if not fence.body.strip():
        yield _(
            "Regel %(line)s: schrijf onder deze regel als tekst wat het plaatje vertelt. "
            "Wie het niet ziet, leest dat.",
            line=line,
        )  # fmt: skip

"""Turn Markdown into safe HTML: strict for what people write, wider for what authors write."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markupsafe import Markup, escape

from content.phone_tables import mark_blocks

SAFE_LINK = re.compile(r"^(https?://|mailto:)", re.IGNORECASE)
# Cuts text into what is read on, and a word that opens an explanation with the id of that explanation.
Finder = Callable[[str], Iterable[tuple[str, str]]]
TO_CHECK = re.compile(r"`\[controleren: ?([^\[\]\n]+)\]`|\[controleren: ?([^\[\]\n]+)\]")
SITE = re.compile(r"(?<![\w@./:-])((?:[a-z0-9-]+\.)+(?:nl|org|eu|com|net))(?![\w@/-]|\.\w)")
# A typed address, without the sign that ends the sentence or the bracket around it.
ADDRESS = re.compile(r"(?i)\b(https?://[^\s<>\"]*[^\s<>\".,;:!?'’”)\]}*_])")
OUTSIDE = "noopener nofollow"
ALLOWED_TAGS = {"p", "br", "strong", "em", "h3", "h4", "ul", "ol", "li", "a"}
NOT_FOR_PEOPLE = (
    "backticks",
    "blockquote",
    "code",
    "fence",
    "hr",
    "html_block",
    "html_inline",
    "image",
    "reference",
)


def render_text(markdown: str) -> Markup:
    """Render what a person wrote: paragraphs, bold, italic, h3/h4, lists and outside links only."""
    html = PEOPLE.render(markdown)
    return Markup(  # noqa: S704 - sanitised here, and nowhere else
        nh3.clean(
            html,
            tags=ALLOWED_TAGS,
            attributes={"*": set(), "a": {"href"}},
            url_schemes={"http", "https", "mailto"},
            link_rel=OUTSIDE,
        )
    )


def with_links(text: str) -> Markup:
    """Give plain text of a person in which a typed address can be followed."""
    return Markup("").join(
        Markup('<a href="{0}" rel="{1}">{0}</a>').format(part, OUTSIDE) if index % 2 else part
        for index, part in enumerate(ADDRESS.split(text))
    )


def render_prose(
    markdown: str, heading_id: str = "", terms: Finder | None = None, *, sites: bool = False
) -> Markup:
    """Render what an author wrote, with tables and marks for facts still checked.

    Its h2 gets this id. `terms` finds words with an explanation: outside headings and links they become a
    button that opens it. With `sites`, the name of a site ("movisie.nl") becomes a link to it.
    """
    env = {"id": heading_id, "terms": terms, "sites": sites}
    return Markup(AUTHORS.render(markdown, env))  # noqa: S704 - raw HTML is off in this renderer


@lru_cache(maxsize=4096)
def render_line(markdown: str) -> Markup:
    """Render one line of a lesson without a paragraph around it; it is made once."""
    return Markup(AUTHORS.renderInline(" ".join(markdown.split())))  # noqa: S704 - as above


def author_tree(markdown: str) -> SyntaxTreeNode:
    """Read what an author wrote as a tree, for who writes something else than HTML."""
    return SyntaxTreeNode(AUTHORS.parse(markdown))


def split_at_headings(markdown: str) -> list[tuple[str, str]]:
    """Cut an author's text before every h2: the words of that heading (or none), and the text with it."""
    tokens, lines = AUTHORS.parse(markdown), markdown.splitlines()
    starts = [(0, "")] + [
        (token.map[0], _words(tokens[index + 1]))
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0 and token.map
    ]
    ends = [start for start, _title in starts[1:]] + [len(lines)]
    cut = [(title, "\n".join(lines[start:end])) for (start, title), end in zip(starts, ends, strict=True)]
    return [(title, text) for title, text in cut if text.strip()]


def _link_is_safe(url: str) -> bool:
    return bool(SAFE_LINK.match(url.strip()))


def _for_people() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True, "maxNesting": 20})
    parser.disable(list(NOT_FOR_PEOPLE))
    parser.core.ruler.push("addresses", _find_addresses)
    parser.validateLink = _link_is_safe  # type: ignore[method-assign]
    parser.add_render_rule("heading_open", _low_heading)
    parser.add_render_rule("heading_close", _low_heading)
    return parser


def _for_authors() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("table").disable("image")
    parser.inline.ruler.before("backticks", "to_check", _find_mark)
    parser.core.ruler.push("blocks", mark_blocks)
    parser.core.ruler.push("sites", _find_sites)
    parser.core.ruler.push("terms", _find_terms)
    parser.validateLink = _link_is_safe  # type: ignore[method-assign]
    parser.add_render_rule("to_check", _mark)
    parser.add_render_rule("term", _term)
    parser.add_render_rule("heading_open", _heading_open)
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    parser.add_render_rule("th_open", _head_cell)
    parser.add_render_rule("td_open", _cell)
    return parser


def _low_heading(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """A page has one h1 and its own h2, so a heading in a text starts at h3."""
    token = tokens[index]
    token.tag = "h3" if token.tag in {"h1", "h2", "h3"} else "h4"
    return renderer.renderToken(tokens, index, options, env)


def _heading_open(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    if token.tag == "h2" and env.get("id"):
        token.attrSet("id", env["id"])
    return renderer.renderToken(tokens, index, options, env)


def _words(inline: Token) -> str:
    return "".join(token.content for token in inline.children or () if token.type in {"text", "code_inline"})


def _find_mark(state: StateInline, silent: bool) -> bool:
    found = TO_CHECK.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("to_check", "", 0).content = found[1] or found[2]
    state.pos = found.end()
    return True


def _find_terms(state: StateCore) -> None:
    finder = state.env.get("terms")
    for before, token in pairwise(state.tokens):
        if finder and token.type == "inline" and before.type != "heading_open":
            token.children = list(_with_terms(token.children or [], finder))


def _find_sites(state: StateCore) -> None:
    for token in state.tokens if state.env.get("sites") else ():
        if token.type == "inline":
            token.children = list(_linked(token.children or [], SITE, before="https://"))


def _find_addresses(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline":
            token.children = list(_linked(token.children or [], ADDRESS))


def _linked(children: Iterable[Token], wanted: re.Pattern[str], *, before: str = "") -> Iterator[Token]:
    """Make a link of what is found outside links; `before` makes an address of it."""
    for child, is_free in _outside_links(children):
        if not is_free:
            yield child
            continue
        for index, text in enumerate(wanted.split(child.content)):
            yield from _link(text, before + text) if index % 2 else (Token("text", "", 0, content=text),)


def _link(name: str, address: str) -> Iterator[Token]:
    yield Token("link_open", "a", 1, attrs={"href": address, "rel": "noopener"})
    yield Token("text", "", 0, content=name)
    yield Token("link_close", "a", -1)


def _outside_links(children: Iterable[Token]) -> Iterator[tuple[Token, bool]]:
    depth = 0
    for child in children:
        depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
        yield child, child.type == "text" and not depth


def _with_terms(children: Iterable[Token], finder: Finder) -> Iterator[Token]:
    for child, is_free in _outside_links(children):
        if not is_free:
            yield child
            continue
        for text, explanation in finder(child.content):
            yield Token("term" if explanation else "text", "", 0, content=text, info=explanation)


def _term(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    word, explanation = escape(tokens[index].content), escape(tokens[index].info)
    return (
        f'<button type="button" class="ww-term" popovertarget="{explanation}" popovertargetaction="show">'
        f"{word}</button>"
    )


def _mark(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    what = escape(tokens[index].content)
    hidden = f'<span class="ww-vh">: {what}</span>'
    return f'<small class="ww-to-check">wordt gecontroleerd{hidden}</small>'


def _table_open(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    region = '<div class="ww-scroll" role="group" tabindex="0" aria-label="Tabel">'
    blocks = ' ww-table--blocks" role="table' if tokens[index].meta.get("blocks") else ""
    return f'{region}<table class="ww-table{blocks}">'


def _table_close(*_: Any) -> str:
    return "</table></div>"


def _head_cell(*_: Any) -> str:
    return '<th scope="col">'


def _cell(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """Without the style of an alignment, which the content security policy refuses."""
    head = tokens[index].meta.get("head")
    if head is None:
        return "<td>"
    return f'<td role="cell" data-label="{escape(head)}">' if head else '<td role="cell">'


PEOPLE = _for_people()
AUTHORS = _for_authors()

"""What no author writes, and somebody may send: it is read or refused, soon, and nothing else happens."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.errors import ContentError
from content.faults import InText
from content.glossary import Glossary, Term
from content.lesson import read_lesson
from content.notation import read_nodes
from content.reading import parse_yaml
from content.sections import sections_of
from course.search.documents import text_of

EIGHT_TIMES_EACH = "\n".join(
    ["a0: &a0 {k: v}", *(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 8)}]}}" for n in range(1, 12))]
)
HOSTILE = {
    "merged anchors": EIGHT_TIMES_EACH,
    "an anchor": "a: &b c",
    "an alias": "a: *b",
    "a number without digits": "a: !!int ''",
    "a broken number without digits": "a: !!float ''",
    "no yes or no": "a: !!bool misschien",
    "a list that is called a text": "a: !!str [b]",
    "no such letter": r'a: "\UFFFFFFFF"',
    "lists in lists": "[" * 50_000,
    "keys in keys": "{a: " * 3_000,
    "points in points": "- " * 3_000,
}
SIGNS = [*"ab1:-?[]{}&*!|>%@'\"#\\\n ,.=<", "!!int ", "- ", "\n  ", "a: ", "---\n"]
PIECES = """
::: check
::: word term="a"
::: note kind="law"
::: compare title="a"
:::
:::: choice id="a" item="I-01"
:::: match id="b" item="I-01"
:::: short id="c" item="I-01"
::::
- [x] a
- [+] b
  > c
1. d
|a|b|c|
**Modelantwoord**
**Kijk na**
## Kop
"""
OTHER_SIGNS = ["a", "\n", "[a](", "`", "*", "<b>", "\x00", "\u2028", "\ud800", "a.nl "]
BODIES = st.lists(st.sampled_from(PIECES.splitlines(keepends=True) + OTHER_SIGNS), max_size=25).map("".join)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_header_is_what_is_written_out_and_nothing_more(text):
    with pytest.raises(ContentError) as refused:
        parse_yaml(text, name="proef.md")
    assert [each.code for each in refused.value.faults] == [InText.UNREADABLE_YAML]


@given(st.lists(st.sampled_from(SIGNS)).map("".join))
def test_any_header_is_read_or_refused(header):
    with suppress(ContentError):
        parse_yaml(header, name="proef.md")
    with pytest.raises(ContentError):  # it is no header of a lesson
        read_lesson(f"---\n{header}\n---\n", name="proef.md")


@given(BODIES)
def test_any_body_is_read_or_refused_and_what_is_read_can_be_shown_and_found(body):
    with suppress(ContentError):
        nodes = read_nodes(body)
        assert all(section.nodes for section in sections_of(nodes))
        assert not any("\n\n" in text_of(node) for node in nodes)


@pytest.mark.parametrize("piece", ["Wijk ", "Een Wijk ", "A-", "wijk-"])
def test_the_words_of_a_long_text_are_found_at_once(piece):
    """With the whole text looked through for each word this takes a quarter of an hour."""
    text = piece * (500_000 // len(piece))
    found = list(Glossary((Term("wijk", "uitleg", "les", "Les"),)).in_text(text))
    assert len(found) == piece.startswith("Wijk")

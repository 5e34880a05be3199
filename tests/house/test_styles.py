"""What the browser is sent is used: every class, icon and sentence, and every macro of the pages."""

from __future__ import annotations

import re

import pytest

from tests.house.code import ROOT, icons, modules, templates, texts

COMMENT = re.compile(r"/\*.*?\*/|@import[^;]*;|{#.*?#}", re.DOTALL)
CLASS = re.compile(r"\.([a-z][\w-]*)")
WORD = re.compile(r"[\w-]+")
# The beginning of a class whose end is put together where it is used: `is-{{ tone }}`.
BEGINNING = re.compile(r"(?<![\w-])([a-z][\w-]*)(?={{|{%|\${|['\"`] ?[~+])")
QUOTED = re.compile(r"[\"'`]([\w-]+)[\"'`]")
SENTENCE = re.compile(r"'(\w+)': _\(")
SAID = re.compile(r"\bsay\(\"(\w+)\"\)")
MACRO = re.compile(r"{%-? macro (\w+)")
PAGES = {name: COMMENT.sub("", text) for name, text in templates().items()}
CODE = [text for tree in modules().values() for text in texts(tree)]


@pytest.fixture(scope="module")
def scripts() -> str:
    """The text of all scripts."""
    paths = sorted((ROOT / "frontend" / "ts").rglob("*.ts"))
    return "\n".join(path.read_text("utf-8") for path in paths if not path.name.endswith(".test.ts"))


@pytest.fixture(scope="module")
def named(scripts: str) -> str:
    """Everything that can name a class or an icon."""
    return "\n".join([*PAGES.values(), scripts, *(f'"{text}"' for text in CODE)])


def _classes() -> set[str]:
    sheets = sorted((ROOT / "frontend" / "css").rglob("*.css"))
    return {name for path in sheets for name in CLASS.findall(COMMENT.sub("", path.read_text("utf-8")))}


def test_every_class_of_the_style_sheets_is_used(named: str) -> None:
    words, quoted = set(WORD.findall(named)), set(QUOTED.findall(named))
    beginnings = tuple(set(BEGINNING.findall(named)))

    def can_be_made(name: str) -> bool:
        ends = (name.removeprefix(each) for each in beginnings if name.startswith(each))
        return any(end in quoted or end.isdigit() for end in ends)

    assert not [name for name in sorted(_classes() - words) if not can_be_made(name)]


def test_every_icon_of_the_sprite_is_used(named: str) -> None:
    assert not icons() - set(QUOTED.findall(named))


def test_the_scripts_say_what_the_page_tells_them(scripts: str) -> None:
    told = set(SENTENCE.findall(PAGES["components/dialog.html"]))
    assert set(SAID.findall(scripts)) <= told <= set(QUOTED.findall(scripts))


def test_every_macro_is_used_by_more_than_the_style_guide() -> None:
    pages = [text for name, text in PAGES.items() if not name.startswith("style_guide/")]
    words = re.findall(r"\w+", "\n".join([*pages, *CODE]))
    assert not [name for text in pages for name in MACRO.findall(text) if words.count(name) == 1]

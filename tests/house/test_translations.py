"""Every text of the interface has an English one, with the same blanks to fill."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from setup.places import BIN, ROOMS, ROOT
from setup.translations import KEYWORDS

BLANK = re.compile(r"%\((\w+)\)[sd]")
WORD_IN_A_DATE = re.compile(r"""format(?:_?\w*)\([^()\n]*'[A-Za-z]{2,}'""")
ENGLISH = ROOT / "translations" / "en" / "LC_MESSAGES" / "messages.po"


@pytest.fixture(scope="module")
def english() -> Catalog:
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


@pytest.fixture(scope="module")
def in_the_code(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Collect the texts as `make translations` does."""
    template = tmp_path_factory.mktemp("texts") / "messages.pot"
    keywords = [part for keyword in KEYWORDS for part in ("-k", keyword)]
    sources = [folder for folder in (*ROOMS, "templates") if (ROOT / folder).is_dir()]
    command = [sys.executable, str(Path(BIN) / "pybabel"), "--quiet", "extract", "-F", "pyproject.toml"]
    subprocess.run([*command, *keywords, "-o", str(template), *sources], cwd=ROOT, check=True)
    with template.open("rb") as file:
        return read_po(file)


def test_nothing_is_left_in_dutch_only(english: Catalog, in_the_code: Catalog) -> None:
    missing = [message.id for message in in_the_code if message.id and not _is_translated(english, message)]
    assert not missing, f"{len(missing)} texts without English: {missing[:10]}"


def test_no_english_text_is_left_over_or_unsure(english: Catalog, in_the_code: Catalog) -> None:
    known = {message.id for message in in_the_code}
    assert not [message.id for message in english if message.id and message.id not in known]
    assert not [message.id for message in english if message.id and message.fuzzy]
    assert not english.obsolete


def test_every_blank_is_filled_in_english_too(english: Catalog) -> None:
    wrong = [message.id for message in english if message.id and not _same_blanks(message)]
    assert not wrong, wrong[:10]


def test_no_date_holds_a_word_that_only_one_language_says() -> None:
    """A CLDR pattern such as "d MMMM 'om' HH:mm" says its words in Dutch, whoever reads."""
    sources = [path for folder in ROOMS for path in (ROOT / folder).rglob("*.py")]
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in [*sources, *(ROOT / "templates").rglob("*.html")]
        for match in WORD_IN_A_DATE.finditer(path.read_text("utf-8"))
        if '"' in match[0]
    ]
    assert found == []


def _is_translated(english: Catalog, message: Message) -> bool:
    found = english.get(message.id, message.context)
    texts = _forms(found.string) if found else ()
    return bool(texts) and all(texts)


def _same_blanks(message: Message) -> bool:
    wanted = {blank for form in _forms(message.id) for blank in BLANK.findall(form)}
    for form in _forms(message.string):
        there = set(BLANK.findall(form))
        if not (there <= wanted and wanted - there <= {"num"}):
            return False
    return True


def _forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)

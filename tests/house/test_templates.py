"""Templates compile and are used; what they point at exists; nothing is marked safe without a reason."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from foundation.settings import Mode, Settings
from tests.house.code import ROOT, calls, icons, modules, name_of, templates, texts
from tests.house.routes import APP
from web import create_app

PARTS = re.compile(r"{%-?\s*(?:extends|include|import|from)\s+['\"]([\w/.-]+\.html)['\"]")
# A part whose name is put together: everything in that folder may be meant.
FOLDERS = re.compile(r"{%-?\s*include\s+['\"]([\w/-]+/)['\"]\s*~")
IMPORT = re.compile(r"{%-?\s*from\s+\S+\s+import\s+([^%]+?)\s*(?:with context\s*)?-?%}")
INCLUDED = re.compile(r"{%-?\s*include\s+['\"]([\w/.-]+\.html)['\"]")
COMMENT = re.compile(r"{#.*?#}", re.DOTALL)
ENDPOINT = re.compile(r"url_for\(\s*['\"]([\w.]+)['\"]")
ICON = re.compile(r"\bicon\(\s*['\"]([\w-]+)['\"]")
ICON_ARGUMENT = re.compile(r"\bicon\s*=\s*['\"]([\w-]+)['\"]")
SAFE = re.compile(r"\|\s*safe\b|autoescape\s+false")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|[Ll]orem ipsum")
# Where text is marked safe, and why that is so.
MAY_BE_SAFE = {
    "login/qr_steps.html": "the QR code is drawn by our own code from black squares",
}
MAY_MAKE_MARKUP = {
    "content/markup.py": "sanitises text of people, and renders that of authors",
    "content/lesson_page.py": "made by templates that escape",
    "course/selftest/page.py": "made by templates that escape",
    "course/programme/routes.py": "sentences of our own with a link of our own",
    "assessment/submissions/frozen.py": "made by a template that escapes",
    "foundation/web/course_language.py": "a span of our own; what is put in it is escaped",
    "web/languages.py": "sentences of our own; what is put in them is escaped",
}


@cache
def _everywhere(tmp: str) -> set[str]:
    """Give the endpoints of every mode: the demo has pages that no other mode has."""
    demo = create_app(Settings(mode=Mode.DEMO, data_dir=Path(tmp)))
    return set(APP.view_functions) | set(demo.view_functions)


@pytest.fixture(scope="module")
def endpoints(tmp_path_factory):
    return _everywhere(str(tmp_path_factory.mktemp("endpoints")))


@pytest.mark.parametrize("name", templates())
def test_a_template_compiles(name):
    APP.jinja_env.compile(templates()[name], name, name)


@pytest.mark.parametrize("name", templates())
def test_a_template_is_used(name):
    in_code = {text for tree in modules().values() for text in texts(tree)}
    in_templates = {part for text in templates().values() for part in PARTS.findall(text)}
    folders = {folder for text in templates().values() for folder in FOLDERS.findall(text)}
    used = name in in_code | in_templates or any(name.startswith(folder) for folder in folders)
    assert used, f"nothing renders templates/{name}"


@pytest.mark.parametrize("name", templates())
def test_a_template_imports_what_it_uses(name):
    """A part that is included sees the imports of the page around it."""
    text = templates()[name]
    parts = [COMMENT.sub("", templates()[part]) for part in (name, *INCLUDED.findall(text))]
    words = set(re.findall(r"\w+", " ".join(IMPORT.sub("", part) for part in parts)))
    imported = [each.split()[-1] for names in IMPORT.findall(text) for each in names.split(",")]
    assert set(imported) <= words


@pytest.mark.parametrize("name", templates())
def test_a_template_leads_to_pages_and_icons_that_exist(name, endpoints):
    text = templates()[name]
    assert set(ENDPOINT.findall(text)) <= endpoints
    assert {*ICON.findall(text), *ICON_ARGUMENT.findall(text)} <= icons()


def test_code_leads_to_pages_that_exist(endpoints):
    for path, tree in modules().items():
        for call in calls(tree):
            if name_of(call.func) in {"url_for", "public_link"} and isinstance(call.args[0], ast.Constant):
                endpoint = call.args[0].value
                # ".name" is a page of the same room.
                known = endpoints | {f".{each.split('.', 1)[1]}" for each in endpoints if "." in each}
                assert endpoint in known, f"{path}: {endpoint}"


def test_nothing_is_marked_safe_without_a_reason():
    safe = {name for name, text in templates().items() if SAFE.search(text)}
    assert safe == set(MAY_BE_SAFE)
    making = {
        path
        for path, tree in modules().items()
        if any(name_of(each.func) == "Markup" for each in calls(tree))
    }
    assert making == set(MAY_MAKE_MARKUP)


def test_nothing_is_unfinished():
    for path in (*modules(), *(f"templates/{name}" for name in templates())):
        found = UNFINISHED.search((ROOT / path).read_text("utf-8"))
        assert not found, f"{path}: {found.group()}"

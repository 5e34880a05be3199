"""Templates compile and are used; what they point at exists; nothing is marked safe without a reason."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from jinja2 import nodes

from foundation.settings import Mode, Settings
from tests.house.code import ROOT, calls, icons, modules, name_of, templates, texts
from tests.house.routes import APP
from web import create_app

PARTS = re.compile(r"{%-?\s*(?:extends|include|import|from)\s+['\"]([\w/.-]+\.html)['\"]")
# A part whose name is put together: everything in that folder may be meant.
FOLDERS = re.compile(r"{%-?\s*include\s+['\"]([\w/-]+/)['\"]\s*~")
INCLUDED = re.compile(r"{%-?\s*include\s+['\"]([\w/.-]+\.html)['\"]")
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
def read(name):
    """Give a template as a tree."""
    return APP.jinja_env.parse(templates()[name], name)


def imports(name):
    """Give what a template imports: under which name, from which template, and how it is called there."""
    for each in read(name).find_all(nodes.FromImport):
        for imported in each.names:
            there, own = imported if isinstance(imported, tuple) else (imported, imported)
            yield own, each.template.value, there


@cache
def passed():
    """Give what is passed to each macro, by template and name of the macro, over all templates."""
    macros = {
        (name, each.name): [arg.name for arg in each.args]
        for name in templates()
        for each in read(name).find_all(nodes.Macro)
    }
    found = {}
    for name in templates():
        known = {own: (source, there) for own, source, there in imports(name)}
        for call in read(name).find_all(nodes.Call):
            macro = known.get(getattr(call.node, "name", ""), (name, getattr(call.node, "name", "")))
            named = [each.key for each in call.kwargs]
            found.setdefault(macro, set()).update(macros.get(macro, [])[: len(call.args)], named)
    return found


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
def test_a_template_uses_what_it_imports(name):
    """A part that is included sees the imports of the page around it."""
    parts = [read(each) for each in (name, *INCLUDED.findall(templates()[name]))]
    used = {each.name for part in parts for each in part.find_all(nodes.Name)}
    assert {own for own, _from, _there in imports(name)} <= used


@pytest.mark.parametrize("name", templates())
def test_every_part_of_a_macro_is_asked_for(name):
    for macro in read(name).find_all(nodes.Macro):
        wanted = [each.name for each in macro.args[len(macro.args) - len(macro.defaults) :]]
        never = set(wanted) - passed().get((name, macro.name), set())
        assert not never, f"{macro.name}: nothing passes {sorted(never)}"


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

"""Every act has a sentence that can be told, and every act that is told happens somewhere."""

from __future__ import annotations

import ast
import json
import re

import pytest
import sqlalchemy as sa

from foundation.audit.acts import known_acts, sentence_of
from foundation.audit.models import AuditEntry
from tests.house.code import calls, modules, name_of
from tests.house.routes import APP

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
ALWAYS_THERE = {"actor_id", "school_id", "reason"}


def _declared():
    """Give {variable: name} of the acts, per module that declares them."""
    found = {}
    for path, tree in modules().items():
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and name_of(node.value.func) == "Act":
                found[path, node.targets[0].id] = node.value.args[0].value
    return found


DECLARED = _declared()


def _mentions(path, variable):
    """Give the modules that mention an act, and the calls in them that are given it."""
    room = path.rsplit("/", 1)[0]
    for other, tree in modules().items():
        inside = other.startswith(room) or room.replace("/", ".") in ast.unparse(tree)
        mentioned = [node for node in ast.walk(tree) if name_of(node) == variable and _is_read(node)]
        if inside and mentioned:
            yield tree, [call for call in calls(tree) if any(name_of(each) == variable for each in call.args)]


def _is_read(node):
    return isinstance(getattr(node, "ctx", None), ast.Load)


def _details(path, variable):
    """Give the details that code passes with an act; for an act from a table, those of the calls around it."""
    passed = []
    for tree, direct in _mentions(path, variable):
        recorded = direct or [call for call in calls(tree) if name_of(call.func).endswith("record")]
        passed += [{keyword.arg for keyword in call.keywords} for call in recorded]
    return [names - ALWAYS_THERE for names in passed if names]


@pytest.mark.parametrize(("path", "variable"), DECLARED, ids=DECLARED.values())
def test_an_act_is_used_and_its_sentence_finds_its_details(path, variable):
    assert list(_mentions(path, variable)), f"{variable} in {path} is never recorded"
    act = known_acts()[DECLARED[path, variable]]
    wanted = set(PLACEHOLDER.findall(_sentence(act)))
    passed = _details(path, variable)
    if wanted:
        assert passed, f"no details are passed with {act.name}"
        for names in passed:
            assert wanted <= names or None in names, f"{act.name} wants {wanted}, and is given {names}"


def test_every_act_of_the_application_is_in_the_scan():
    assert set(known_acts()) == set(DECLARED.values())


def test_everything_that_happened_in_the_world_can_be_told(house):
    happened = house.connection.execute(sa.select(AuditEntry.act, AuditEntry.details)).all()
    assert len({act for act, _details in happened}) > 15
    with APP.test_request_context():
        for act, details in happened:
            sentence = sentence_of(act, details)
            assert act in known_acts(), act
            assert "?" not in sentence, f"{act}: {sentence}"


def test_the_log_holds_no_text_of_people(house):
    entries = house.connection.execute(sa.select(AuditEntry.details)).scalars()
    assert not [details for details in entries if house.ours.canary.word in json.dumps(details)]


def _sentence(act):
    with APP.test_request_context():
        return str(act.sentence)

"""Every act has a sentence that can be told, and every act that is told happens somewhere."""

from __future__ import annotations

import ast
import importlib
import json
import re

import pytest
import sqlalchemy as sa

from foundation.audit.acts import known_acts, sentence_of
from foundation.audit.models import AuditEntry
from tests.house.code import calls, modules, name_of
from tests.house.routes import APP

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
NOT_DETAILS = {"actor_id", "school_id", "reason"}


def _declared():
    """Give {(module, variable): name} of the acts."""
    return {
        (path, node.targets[0].id): node.value.args[0].value
        for path, tree in modules().items()
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and name_of(node.value.func) == "Act"
    }


DECLARED = _declared()


def _imported(path):
    """Give what the names of a module stand for: acts themselves, and modules that hold acts."""
    acts = {variable: (where, variable) for where, variable in DECLARED if where == path}
    holders = {}
    for node in ast.walk(modules()[path]):
        for alias in node.names if isinstance(node, ast.ImportFrom) else ():
            folder, name = node.module.replace(".", "/"), alias.asname or alias.name
            if (f"{folder}.py", alias.name) in DECLARED:
                acts[name] = (f"{folder}.py", alias.name)
            holders[name] = f"{folder}/{alias.name}.py"
    return acts, holders


def _act(node, acts, holders):
    """Give which act a name stands for, where it is read."""
    if not isinstance(getattr(node, "ctx", None), ast.Load):
        return None
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        act = (holders.get(node.value.id), node.attr)
        return act if act in DECLARED else None
    return acts.get(node.id) if isinstance(node, ast.Name) else None


def _uses():
    """Give {act: the names of the details of each call it is given to}.

    An act in a table is not given to a call by itself: then the calls that record in that module count.
    """
    found = {}
    for path, tree in modules().items():
        acts, holders = _imported(path)
        direct = {}
        for call in calls(tree):
            for argument in call.args:
                if act := _act(argument, acts, holders):
                    direct.setdefault(act, []).append({keyword.arg for keyword in call.keywords})
        recorded = [
            {k.arg for k in call.keywords} for call in calls(tree) if name_of(call.func).endswith("record")
        ]
        for node in ast.walk(tree):
            if act := _act(node, acts, holders):
                found.setdefault(act, []).extend(direct.get(act, recorded))
    return found


USES = _uses()


@pytest.mark.parametrize("act", DECLARED, ids=DECLARED.values())
def test_an_act_happens_and_its_sentence_finds_its_details(act):
    path, variable = act
    importlib.import_module(path.removesuffix(".py").replace("/", "."))
    assert act in USES, f"{variable} of {path} never happens"
    known = known_acts()[DECLARED[act]]
    with APP.test_request_context():
        wanted = set(PLACEHOLDER.findall(str(known.sentence)))
    for names in USES[act]:
        assert wanted <= names - NOT_DETAILS or None in names, (
            f"{known.name} wants {wanted}, and gets {names}"
        )


def test_every_act_of_the_application_is_in_the_scan():
    planted = {name for name in known_acts() if name.startswith("test.")}  # by other tests of the same run
    assert set(known_acts()) - planted <= set(DECLARED.values())


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

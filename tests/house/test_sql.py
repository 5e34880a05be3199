"""P42: what people send reaches the database as a bound value, never as a piece of a statement."""

from __future__ import annotations

import ast

import pytest

from tests.house.code import calls, modules, name_of

# What takes a statement, or a part of one, as text.
TAKES_SQL = {"text", "exec_driver_sql", "literal_column", "DDL", "execute", "executescript"}
# Where a statement is made from names of our own: in these functions no value of a request can come.
OUR_OWN_NAMES = {
    ("foundation/database.py", "append_only"): "locks on tables, by the names of the models",
    ("foundation/sqlite.py", "prepare"): "pragmas, from a list in the file",
    ("web/demo/emptying.py", "_empty_postgresql"): "every table of the demo",
    ("web/demo/emptying.py", "_empty_sqlite"): "every table and lock of the demo",
}


def _functions(tree):
    return [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]


def _is_made(node) -> bool:
    """Tell whether a text is put together from pieces."""
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add | ast.Mod) and any(map(_is_text, (node.left, node.right)))
    return isinstance(node, ast.Call) and name_of(node.func) in {"format", "join", "replace"}


def _is_text(node) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _made_statements(tree):
    """Give (function, line) of each statement that is not one literal."""
    for function in _functions(tree):
        for call in calls(function):
            if name_of(call.func) not in TAKES_SQL and not (name_of(call.func) == "run" and call.args):
                continue
            if call.args and _is_made(call.args[0]):
                yield function.name, call.lineno


@pytest.mark.parametrize("path", modules(), ids=str)
def test_no_statement_is_put_together_from_pieces(path):
    found = [where for where in _made_statements(modules()[path]) if (path, where[0]) not in OUR_OWN_NAMES]
    assert not found, f"{path}: {found}"


@pytest.mark.parametrize("where", OUR_OWN_NAMES, ids=str)
def test_an_exception_is_still_needed_and_reads_no_request(where):
    path, function = where
    assert function in {name for name, _line in _made_statements(modules()[path])}
    names = {name_of(node) for node in ast.walk(modules()[path])}
    assert not names & {"request", "args", "form", "cookies"}


def test_what_is_sent_never_chooses_a_column():
    """Sorting and filtering go by what the code names: no column, table or order comes from an address."""
    for path, tree in modules().items():
        for call in calls(tree):
            if name_of(call.func) not in {"order_by", "where", "filter_by", "getattr"}:
                continue
            inside = [name_of(node) for each in call.args for node in ast.walk(each)]
            assert "request" not in inside, f"{path}:{call.lineno}"
            if name_of(call.func) == "filter_by":
                assert all(keyword.arg for keyword in call.keywords), f"{path}:{call.lineno}"


def test_a_made_statement_would_be_seen():
    for planted in (
        'sa.text(f"SELECT {name}")',
        'sa.text("SELECT " + name)',
        'connection.exec_driver_sql("SELECT %s" % name)',
        'db.session.execute("SELECT {}".format(name))',
        'sa.literal_column(f"{name} DESC")',
    ):
        tree = ast.parse(f"def planted(name):\n    return {planted}\n")
        assert list(_made_statements(tree)), planted
    bound = ast.parse('def fine(name):\n    return execute(sa.text("SELECT :name"), {"name": name})\n')
    assert not list(_made_statements(bound))

"""What stands in the address of a route: from the scenes of a visitor, from the content, or from a mail."""

from __future__ import annotations

from collections.abc import Iterator

from accounts.login.models import TokenPurpose
from content import KEUZEDELEN, load_catalogue
from foundation.database import new_id
from tests.house.routes import Route
from tests.world import World
from tests.world_people import Visitor
from tests.world_scenes import Scene
from web.information.routes import HANDBOOKS

D1 = load_catalogue([KEUZEDELEN]).keuzedeel("d1-wijkgericht-werken")

# An argument that has another name than the column it comes from.
ALSO_CALLED = {
    ("coaching.work", "code"): "work_process",
    ("submissions.file", "sha256"): "frozen_file",
    ("pictures.show", "sha256"): "picture_sha256",
}
# Arguments that name content or a kind of thing: they are the same in every school.
CONTENT = {
    ("programme.lesson", "slug"): [each.slug for each in D1.lessons][:6],
    ("programme.begin", "slug"): [D1.lessons[0].slug],
    ("programme.finish", "slug"): [D1.lessons[0].slug],
    ("programme.assignment", "slug"): [each.slug for each in D1.assignments],
    ("programme.finish_assignment", "slug"): [D1.assignments[1].slug],
    ("programme.reopen_assignment", "slug"): [D1.assignments[1].slug],
    ("selftest.block", "block"): [each.block.lower() for each in D1.selftests],
    ("selftest.result", "block"): [each.block.lower() for each in D1.selftests],
    ("booklet.show", "code"): [D1.programme.modules[-1].code],
    ("drawings.show", "sha256"): list(D1.drawings),
    ("information.handbook", "role"): list(HANDBOOKS),
}
# Arguments of content that a row need not have, with what to try for them.
TRIED = {
    "work_process": [each.work_process for each in D1.work.pieces],
    "piece": [each.key for each in D1.work.pieces],
    "criterion": [D1.criteria(D1.work.pieces[0].work_process)[0].id],
    "seat": ["1"],
    "module": [D1.programme.modules[0].code],
    "extension": ["jpg"],
}
IN_A_MAIL = {
    "login.invitation": TokenPurpose.INVITATION,
    "login.invite_again": TokenPurpose.INVITATION,
    "login.new_password": TokenPurpose.RESET,
    "login.confirm_email": TokenPurpose.NEW_EMAIL,
}
SHARED = frozenset(
    {
        "slug",
        "lesson",
        "document",
        "question_key",
        "piece",
        "section",
        "work_process",
        "criterion",
        "seat",
        "role",
        "keuzedeel",
        "module",
        "extension",
    }
)
# How much of everything is tried by the first visitor of a role, and by the others.
MOST, SOME = 20, 2


class UnknownArgument(AssertionError):
    """A route has an argument for which the world has no value; the message says what to do."""


def arguments(route: Route, visitor: Visitor | None, world: World) -> list[Scene]:
    """Give the different sets of arguments with which this visitor can come here."""
    if not route.arguments:
        return [{}]
    if route.endpoint in IN_A_MAIL:
        return [{"token": world.links[IN_A_MAIL[route.endpoint].value]}]
    for name in route.arguments:
        if (route.endpoint, name) in CONTENT:
            return [{name: value} for value in CONTENT[route.endpoint, name]][: _most(visitor, world)]
    found = list(_projections(route, visitor.scenes if visitor else world.mine[0].scenes))
    if not found:
        _explain(route, world)
    return found[: _most(visitor, world)]


def _most(visitor: Visitor | None, world: World) -> int:
    return MOST if visitor is None or visitor is world.visitors(visitor.role)[0] else SOME


def owned(route: Route) -> list[str]:
    """Give the arguments of a route that name something of one school."""
    if route.endpoint in IN_A_MAIL:
        return []
    return sorted(
        name
        for name in route.arguments
        if (route.endpoint, name) not in CONTENT and _column(route, name) not in SHARED
    )


def swapped(route: Route, own: Scene, others: list[Scene]) -> Iterator[tuple[str, Scene]]:
    """Give the own arguments with one of them replaced by that of somebody else, and which."""
    for name in owned(route):
        for other in others[:1]:
            yield name, own | {name: other[name]}


def made_up(own: Scene, name: str) -> Scene:
    """Give the own arguments with one that looks real and names nothing."""
    value = own[name]
    return own | {name: str(new_id()) if len(value) == 36 else "0" * len(value)}


def _projections(route: Route, scenes: list[Scene]) -> Iterator[Scene]:
    seen = set()
    for scene in (*scenes, *_completed(route, scenes)):
        picked = {name: scene.get(_column(route, name)) for name in sorted(route.arguments)}
        if None not in picked.values() and (key := tuple(picked.values())) not in seen:
            seen.add(key)
            yield picked


def _completed(route: Route, scenes: list[Scene]) -> Iterator[Scene]:
    """Give the scenes that lack one argument of content, with what to try for it."""
    wanted = {_column(route, name) for name in route.arguments}
    for scene in [*scenes, {}]:
        missing = wanted - scene.keys()
        if len(missing) == 1 and missing <= TRIED.keys():
            (name,) = missing
            yield from (scene | {name: value} for value in TRIED[name])


def _column(route: Route, name: str) -> str:
    return ALSO_CALLED.get((route.endpoint, name), name)


def _explain(route: Route, world: World) -> None:
    known = {name for visitor in (*world.mine, *world.theirs) for scene in visitor.scenes for name in scene}
    unknown = {name for name in route.arguments if _column(route, name) not in known | TRIED.keys()}
    if unknown:
        raise UnknownArgument(
            f"{route.endpoint} ({route.path}) has the argument {', '.join(sorted(unknown))}, and no row of "
            "the world has it. Let the world make such a row, or say in tests/house/arguments.py where it "
            "comes from."
        )

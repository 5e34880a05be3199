"""The forms that people find on the pages, filled in as they stand there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bs4 import Tag
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException

from tests.house.arguments import arguments
from tests.house.house import House, Page
from tests.house.routes import GETS, Route
from tests.world_people import Visitor

TEXT_TYPES = {"text", "search", "email", "password", "tel", "url", "date", "number", "time"}


@dataclass(repr=False)
class FoundForm:
    """A form that posts: where it leads, what it holds, which of its controls take text."""

    endpoint: str
    visitor: Visitor | None
    action: str
    data: MultiDict[str, str]
    texts: tuple[str, ...]

    def filled(self, **texts: str) -> dict[str, list[str]]:
        """Give what a browser sends when these controls are filled in."""
        return dict(self.data.lists()) | {name: [text] for name, text in texts.items()}


def forms_on(house: House) -> dict[str, list[FoundForm]]:
    """Give the forms of all pages, by the endpoint they post to."""
    if "forms" not in vars(house):
        found: dict[str, list[FoundForm]] = {}
        for route in GETS:
            for page in house.visit(route):
                for form in _forms(house, page) if page.is_html else ():
                    found.setdefault(form.endpoint, []).append(form)
        vars(house)["forms"] = found
    return vars(house)["forms"]


def one_form(house: House, route: Route) -> FoundForm:
    """Give a form of a page that posts to a route; what only a script posts to gets an empty one."""
    if found := forms_on(house).get(route.endpoint):
        return max(found, key=lambda form: (len(form.texts), len(form.data)))
    for visitor in (visitor for visitor in house.ours.mine if visitor.role in route.roles()):
        if scenes := arguments(route, visitor, house.ours):
            return FoundForm(route.endpoint, visitor, house.address(route, scenes[0]), MultiDict(), ())
    raise AssertionError(f"nobody has arguments for {route.path}")


def _forms(house: House, page: Page) -> Iterator[FoundForm]:
    for form in page.parsed.find_all("form"):
        for action in {form.get("action") or page.address, *_own_actions(form)}:
            if form.get("method", "get").lower() == "post" and (endpoint := _endpoint(house, action)):
                yield FoundForm(endpoint, page.visitor, action, _data(form), tuple(_texts(form)))


def _own_actions(form: Tag) -> set[str]:
    return {button["formaction"] for button in form.select("button[formaction]")}


def _endpoint(house: House, action: str) -> str:
    try:
        endpoint, _values = house.app.url_map.bind("localhost").match(urlsplit(action).path, "POST")
    except HTTPException:
        return ""
    return str(endpoint)


def _data(form: Tag) -> MultiDict[str, str]:
    data: MultiDict[str, str] = MultiDict()
    for control in form.select("input[name], textarea[name], select[name]"):
        value = _value(control)
        if value is not None and control["name"] != "csrf_token" and not control.has_attr("disabled"):
            data.add(control["name"], value)
    return data


def _value(control: Any) -> str | None:
    if control.name == "textarea":
        return str(control.get_text().removeprefix("\n"))
    if control.name == "select":
        chosen = control.select_one("option[selected]") or control.select_one("option")
        return str(chosen.get("value", chosen.get_text())) if chosen else None
    if control.get("type") in {"file", "submit", "button", "image", "reset"}:
        return None
    if control.get("type") in {"checkbox", "radio"}:
        return str(control.get("value", "on")) if control.has_attr("checked") else None
    return str(control.get("value", ""))


def _texts(form: Tag) -> Iterator[str]:
    for control in form.select("input[name], textarea[name]"):
        if control.name == "textarea" or control.get("type", "text") in TEXT_TYPES:
            yield control["name"]

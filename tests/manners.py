"""What every page owes its reader, checked on each page any test gets."""

from __future__ import annotations

from collections import Counter

from bs4 import BeautifulSoup


def check_manners(html: str) -> BeautifulSoup:
    """Check one page: one h1, a title that starts with it, unique ids, forms, labels."""
    page = BeautifulSoup(html, "html5lib")
    headings = page.find_all("h1")
    assert len(headings) == 1, f"{len(headings)} h1"
    title = _text(page.title)
    assert title.startswith(_text(headings[0])), f"title {title!r} does not start with {_text(headings[0])!r}"
    ids = Counter(element["id"] for element in page.find_all(id=True))
    assert not (twice := [name for name, count in ids.items() if count > 1]), f"ids twice: {twice}"
    assert page.html["lang"] in {"nl", "en"}
    for form in page.find_all("form"):
        _check_form(form)
    for control in page.select("input:not([type=hidden]):not([type=submit]), select, textarea"):
        _check_name(page, control)
    for image in page.find_all("img"):
        assert image.has_attr("alt"), f"no alt: {image}"
    return page


def _check_form(form: BeautifulSoup) -> None:
    assert form.has_attr("action"), f"form without action: {str(form)[:120]}"
    if form.get("method", "get").lower() == "post":
        assert form.find("input", attrs={"name": "csrf_token"}), f"form without token: {form['action']}"


def _check_name(page: BeautifulSoup, control: BeautifulSoup) -> None:
    if control.get("aria-label") or control.get("aria-labelledby") or control.find_parent("label"):
        return
    assert control.get("id"), f"control without a label: {control}"
    assert page.find("label", attrs={"for": control["id"]}), f"control without a label: {control}"


def _text(element: BeautifulSoup) -> str:
    return " ".join(element.get_text(" ").split())

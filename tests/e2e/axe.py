"""axe-core in the page: nothing may be wrong, by WCAG 2.2 A and AA and by the best practices of axe."""

from __future__ import annotations

from functools import cache

from playwright.sync_api import Page

from setup.places import ROOT

OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
RUN = """options => axe.run(document, options).then(found => found.violations.map(one =>
  `${one.id}: ${one.help} | ` + one.nodes.slice(0, 3).map(node => node.html.slice(0, 200)).join(' | ')))"""


def axe(page: Page) -> list[str]:
    """Give what axe finds on this page as it is now."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_source())
    return page.evaluate(RUN, OPTIONS)


@cache
def _source() -> str:
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")

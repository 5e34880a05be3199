"""A gate between a page and the server: things come in the order of the test, however slow the machine."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, Request, Route


def is_a_save(request: Request) -> bool:
    """Tell whether a page sends this by itself."""
    return request.method == "POST" and "json" in request.headers.get("accept", "")


class Gate:
    """Keeps requests of a page from the server until it opens; by default the saves."""

    def __init__(
        self, page: Page, address: str = "**/*", wanted: Callable[[Request], bool] = is_a_save
    ) -> None:
        self._held: list[Route] = []
        self._wanted = wanted
        page.route(address, self._pass)

    def _pass(self, route: Route) -> None:
        if self._wanted(route.request):
            self._held.append(route)
        else:
            route.continue_()

    def open(self) -> None:
        """Let what waits arrive, and what comes after it too."""
        self._wanted = lambda _request: False
        for route in self._held:
            route.continue_()

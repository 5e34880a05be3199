"""What a browser notices on the way: faults in the console, requests elsewhere, dialogs, refused scripts."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request, WebError

REPORT_CSP = """document.addEventListener('securitypolicyviolation', event =>
  console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));"""
LOCAL = ("data:", "blob:", "about:")


class Watch:
    """Collects the faults of one browser; `allow` names the ones a journey brings about on purpose."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.faults: list[str] = []
        self._address = address
        self._allowed: list[str] = []
        context.add_init_script(REPORT_CSP)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)
        context.on("dialog", self._dialog)

    def allow(self, *parts: str) -> None:
        """Accept messages of the console with these words from now on."""
        self._allowed.extend(parts)

    def check(self, where: str) -> None:
        """Fail when anything went wrong since the last check."""
        found, self.faults = self.faults, []
        assert found == [], f"{where}: {found}"

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note(f"{message.text} ({message.location.get('url', '')})")

    def _error(self, error: WebError) -> None:
        self._note(f"script: {error.error}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self._address, *LOCAL)):
            self.faults.append(f"request elsewhere: {request.url}")

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _note(self, text: str) -> None:
        if not any(part in text for part in self._allowed):
            self.faults.append(text)

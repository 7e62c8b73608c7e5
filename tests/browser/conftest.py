"""A real browser: the system's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

# Without these, Chromium looks for its maker's hosts at every start.
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="package")  # while Playwright runs, no other test could start an event loop
def browser() -> Iterator[Browser]:
    """Chromium, headless. Where it is missing the test is skipped, but on CI it fails."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        reason = "no Chromium on this machine; install the package chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


class Visit:
    """A page being looked at, with everything that went wrong on it."""

    def __init__(self, page: Page, host: str) -> None:
        self.page = page
        self.host = host
        self.problems: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        page.on("request", self._request)
        page.on("dialog", lambda dialog: (self.problems.append(f"dialog: {dialog.message}"), dialog.dismiss()))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":  # datasette-vega warns of its own Vega's version
            self.problems.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.host, "data:", "blob:")):
            self.problems.append(f"request to another host: {request.url}")


@pytest.fixture
def visit(browser: Browser, reading_room: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh page on the reading room; the test fails at its end if anything went wrong in the page."""
    options = getattr(request, "param", {})
    context = browser.new_context(base_url=reading_room, **options)
    visit = Visit(context.new_page(), reading_room)
    yield visit
    context.close()
    assert visit.problems == []

"""The keys of our pages, and their list, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .conftest import Visit

SEARCH = "/clippings/-/search"


def test_the_list_of_keys_opens_and_closes(visit: Visit) -> None:
    """By its key and by its button; the focus goes in, and comes back to where it was."""
    page = visit.page
    page.goto(SEARCH)
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("j")  # which does nothing beneath it
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    button = page.get_by_role("button", name="Keys")
    button.focus()
    page.keyboard.press("Enter")
    expect(keys).to_be_visible()
    page.get_by_role("button", name="Close").click()
    expect(button).to_be_focused()


def test_keys_leave_alone_what_is_typed_and_what_the_browser_does(visit: Visit) -> None:
    """In a field they are letters; with Ctrl or Alt they are the browser's."""
    page = visit.page
    page.goto(SEARCH)
    page.keyboard.press("/")
    box = page.locator("#clippings-words")
    expect(box).to_be_focused()
    page.keyboard.type("j/?k")
    expect(box).to_have_value("j/?k")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator("h1").click()
    page.keyboard.press("Control+j")
    page.keyboard.press("Alt+k")
    assert page.evaluate("document.activeElement === document.body || document.activeElement.id === 'clippings-main'")


def test_the_way_through_a_list(visit: Visit) -> None:
    """j and k go from article to article and stop at the ends; Enter opens; the same on Datasette's table."""
    page = visit.page
    for path in (SEARCH, "/clippings/articles"):
        page.goto(path)
        titles = page.locator("a.clippings-title")
        page.keyboard.press("j")
        expect(titles.nth(0)).to_be_focused()
        page.keyboard.press("j")
        page.keyboard.press("j")
        expect(titles.nth(1)).to_be_focused()
        page.keyboard.press("k")
        expect(titles.nth(0)).to_be_focused()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(r"/clippings/articles/\d+"))


def test_keys_can_be_switched_off_for_good(visit: Visit) -> None:
    """As WCAG 2.1.4 asks; the button stays, by which they come back."""
    page = visit.page
    page.goto(SEARCH)
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Use single keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.goto("/clippings/-/cleaning")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Use single keys").check()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_there_is_no_button_that_does_nothing(visit: Visit) -> None:
    """Neither the button nor the list is there; the search box above each page works."""
    page = visit.page
    page.goto("/clippings/-/cleaning")
    expect(page.locator("#clippings-keys-open")).to_be_hidden()
    expect(page.locator("#clippings-keys")).to_be_hidden()
    page.get_by_role("searchbox").fill("korea")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile(r"/-/search\?_search=korea"))


def test_past_the_navigation(visit: Visit) -> None:
    """The first Tab shows a way to the content, on our pages and on those of Datasette that we fill."""
    page = visit.page
    for path in (SEARCH, "/clippings", "/clippings/articles", "/clippings/articles/1", "/clippings/entities/1"):
        page.goto(path)
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Skip to the content")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()

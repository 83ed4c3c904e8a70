"""A reviewer with a keyboard, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.chromium import Chromium, chromium
from tests.web.conftest import TOKEN, Site
from woo.dossier.decisions import load_decisions
from woo.model.decision import Decision

pytestmark = pytest.mark.slow


@pytest.fixture
def browser(site: Site, tmp_path: Path) -> Iterator[Chromium]:
    with chromium(tmp_path / "profile") as started:
        started.visit(f"{site.url}/documenten/{site.first}?token={TOKEN}")
        started.wait_for("document.querySelector('.decision')")
        yield started
        assert started.failures == []


def _first(site: Site) -> Decision:
    with site.dossier.transaction() as connection:
        return load_decisions(connection, site.first)[0]


def _chosen(browser: Chromium) -> str:
    return str(browser.evaluate("document.querySelector('.decision.selected')?.id"))


def test_choosing_ruling_undoing_and_approving(site: Site, browser: Chromium) -> None:
    first = _first(site)
    anchor = f"b-{first.start}-{first.end}"
    browser.press("j")
    assert _chosen(browser) == anchor
    assert browser.evaluate("document.activeElement.id") == anchor
    browser.press("s")
    browser.wait_for(f"document.querySelector('#{anchor}.kept.selected')")
    assert not _first(site).redact
    browser.wait_for("document.getElementById('live').textContent.includes('Vastgelegd')")
    assert browser.evaluate("document.activeElement.id") == anchor
    browser.press("z")
    browser.wait_for(f"document.querySelector('#{anchor}.redacted.selected')")
    assert _first(site).redact
    browser.press("y")
    browser.wait_for(f"document.querySelector('#{anchor}.kept')")
    browser.press("a")
    browser.wait_for(f"!location.pathname.includes('{site.first}')")
    assert site.rows[0].state.value == "approved"


def test_the_ground_is_chosen_with_a_key(site: Site, browser: Chromium) -> None:
    browser.press("j")
    browser.press("g")
    assert browser.evaluate("document.activeElement.tagName") == "SELECT"
    browser.evaluate("document.activeElement.value = '5.1.1e'")
    browser.press("Escape")
    browser.press("l")
    browser.wait_for("document.querySelector('.decision .verdict').textContent.includes('5.1.1e')")
    assert _first(site).label == "5.1.1e"


def test_help_opens_and_keys_can_be_switched_off(site: Site, browser: Chromium) -> None:
    browser.press("?")
    assert browser.evaluate("document.getElementById('help').open")
    browser.evaluate("document.querySelector('#help .keys-on').click()")
    browser.evaluate("document.querySelector('#help form button').click()")
    assert not browser.evaluate("document.getElementById('help').open")
    browser.press("j")
    assert browser.evaluate("document.querySelector('.decision.selected')") is None


def test_a_form_works_without_scripts(site: Site, browser: Chromium) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.visit(f"{site.url}/documenten/{site.first}")
    browser.evaluate("document.querySelector('.decision button[value=keep]').click()")
    browser.wait_for("document.getElementById('notice')?.textContent.includes('Vastgelegd')")
    assert not _first(site).redact
    assert browser.evaluate("location.hash").startswith("#b-")


def test_at_320_pixels_nothing_needs_to_be_scrolled_sideways(site: Site, browser: Chromium) -> None:
    size = {"width": 320, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.call("Emulation.setDeviceMetricsOverride", **size)
    for path in ("/", "/personen", "/hulp", f"/documenten/{site.first}"):
        browser.visit(site.url + path)
        browser.wait_for(f"innerWidth === 320 && location.pathname === '{path}'")
        assert browser.evaluate("document.documentElement.scrollWidth") <= 320, path

"""The site is built from the guides and the rule book, without a warning or a dead link."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from layerlint import catalogue
from layerlint.config.options import OPTIONS
from layerlint.dev.__main__ import main


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built by the command."""
    target = tmp_path_factory.mktemp("site")
    assert main(["docs", str(target)]) == 0
    return target / "html"


def test_every_rule_has_a_page_with_its_example_and_what_was_seen(site: Path) -> None:
    for rule in catalogue.rules():
        text = (site / "rules" / f"{rule.name}.html").read_text(encoding="utf-8")
        assert rule.code in text
        assert "The example that was run" in text
        assert rule.scope == "suppression" or "What was seen" in text


def test_no_page_claims_a_copyright_of_nobody(site: Path) -> None:
    assert "Copyright" not in (site / "index.html").read_text(encoding="utf-8")


def test_every_option_is_on_the_page_of_settings(site: Path) -> None:
    text = (site / "settings.html").read_text(encoding="utf-8")
    assert [option.key for option in OPTIONS if option.key not in text] == []


def test_the_address_of_the_site_leads_to_the_page_of_a_rule(site: Path) -> None:
    for rule in catalogue.rules():
        address = rule.address("https://docs.example.org")
        assert (site / address.removeprefix("https://docs.example.org/")).is_file()


def test_no_link_within_the_site_is_dead(site: Path) -> None:
    dead = set()
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            path, _, anchor = unquote(link).partition("#")
            if re.match(r"\w+:", link):
                continue
            target = (page.parent / path.partition("?")[0]).resolve() if path else page
            if not target.exists() or (anchor and f'id="{anchor}"' not in target.read_text()):
                dead.add((page.name, link))
    assert dead == set()


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    loaded = re.compile(r'<(?:script|link|img)[^>]+(?:src|href)="(https?:[^"]+)"')
    assert [
        link for page in site.rglob("*.html") for link in loaded.findall(page.read_text())
    ] == []

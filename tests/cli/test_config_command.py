"""`layerlint config`: every option can be looked up."""

from __future__ import annotations

import json

import pytest

from layerlint.config.document import Document
from layerlint.config.options import OPTIONS
from layerlint.config.resolve import checked


def test_all_options_are_listed(run) -> None:
    assert run("config").stdout.split() == [option.key for option in OPTIONS]


def test_an_option_is_explained(run) -> None:
    text = run("config", "target-keras").stdout
    assert text.startswith("target-keras\n\n")
    assert 'Type: "auto" | "2" | "3" | "both"\n' in text
    assert 'Default: "auto"\n' in text
    assert "Flag: --target-keras\n" in text
    assert 'target-keras = "3"' in text


def test_the_documentation_is_data_too(run) -> None:
    entry = json.loads(run("config", "select", "--output-format", "json").stdout)["select"]
    assert entry["type"] == "list of rules"
    assert entry["default"] is None


def test_an_unknown_option_is_answered_with_the_nearest(run) -> None:
    finished = run("config", "selekt")
    assert finished.returncode == 2
    assert finished.stderr == "error: unknown option 'selekt'\nhint: did you mean 'select'?\n"


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.key)
def test_the_example_of_every_option_is_valid(option, tmp_path) -> None:
    text = option.example
    if not text.startswith("["):
        text = f"[tool.layerlint]\n{text}"
    document = Document("pyproject.toml", str(tmp_path), text, in_section=True)
    assert list(checked(document)) == [option.key]


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.key)
def test_every_option_is_documented_in_sentences(option) -> None:
    assert option.doc.endswith(".")
    assert option.doc[0].isupper()

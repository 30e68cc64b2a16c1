"""The JSON schema takes what layerlint takes, and refuses what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import tomli

from layerlint.config.options import OPTIONS
from layerlint.config.schema import schema

ROOT = Path(__file__).parents[2]


def errors(text: str) -> list[str]:
    table = tomli.loads(text)
    return [error.message for error in jsonschema.Draft7Validator(schema()).iter_errors(table)]


def test_the_command_prints_a_schema(run) -> None:
    finished = run("config", "--output-format", "json-schema")
    assert finished.returncode == 0
    document = json.loads(finished.stdout)
    jsonschema.Draft7Validator.check_schema(document)
    assert document == schema()


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.key)
def test_the_example_of_every_option_is_taken(option) -> None:
    assert errors(option.example.replace("[tool.layerlint.", "[")) == []


@pytest.mark.parametrize(
    "text",
    [
        'selct = ["LL1"]',
        'select = "LL1"',
        'select = ["LL999"]',
        'target-keras = "4"',
        'target-keras = ""',
        'docs-url = "docs"',
        "jobs = -1",
        "jobs = true",
        "unsafe-fixes = 1",
        'severity = { LL102 = "bad" }',
        'severity = { LL999 = "info" }',
        'missing-training-parameter = { require = "never" }',
        "missing-training-parameter = { requires = 'always' }",
    ],
)
def test_what_layerlint_refuses_is_refused(text: str) -> None:
    assert errors(text)


@pytest.mark.parametrize(
    "text", ['target-keras = ">=3,<4"', "target-keras = 2", 'select = ["LL10"]']
)
def test_other_spellings_are_taken(text: str) -> None:
    assert errors(text) == []


def test_our_own_configuration_is_taken() -> None:
    table = tomli.loads((ROOT / "pyproject.toml").read_text())["tool"]["layerlint"]
    assert list(jsonschema.Draft7Validator(schema()).iter_errors(table)) == []

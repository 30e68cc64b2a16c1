"""Lints and fixes texts in this process, with the engine that the command line uses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from layerlint import catalogue
from layerlint.catalogue import rules
from layerlint.config.settings import Settings
from layerlint.dev import sync
from layerlint.diagnostics import Diagnostic
from layerlint.engine.linting import run
from layerlint.engine.outcome import Outcome
from layerlint.files.discovery import File
from layerlint.files.source import decode
from layerlint.fixes.apply import FileFix, fix_text
from layerlint.state.snapshot import Snapshot

PATH = "/nowhere/layer.py"  # beside no pyproject.toml that could narrow the generations


def outcome(data: bytes, select: str | None = None) -> Outcome:
    """The outcome of a run over one file, with the default rules or those of one selector."""
    settings = Settings("/nowhere", None)
    if select is not None:
        values: dict[str, object] = {"select": (select,)}
        if any(rule.code == select and 2 not in rule.fixed_generations for rule in rules()):
            # A fix for Keras 3 alone is safe only where the project says that it runs there.
            values["target-keras"] = "3"
        settings.apply("the test", values)
    settings.freeze()
    return run([File(PATH, PATH, settings)], Snapshot({PATH: data}))


@pytest.fixture(scope="session", autouse=True)
def index_of_the_book() -> None:
    """Rules are read from the index: an old one would fail tests that are not about it."""
    index = Path(catalogue.INDEX)
    entries, broken = sync.read_book()
    assert not broken, "\n".join(map(str, broken))
    assert index.read_text(encoding="utf-8") == sync.generated(entries)[index], (
        "a rule.toml has changed since the last `python -m layerlint.dev sync`"
    )


@pytest.fixture(scope="session")
def lint() -> Callable[..., list[Diagnostic]]:
    """The diagnostics of a file: `lint(data, select)`."""

    def diagnostics(data: bytes, select: str | None = None) -> list[Diagnostic]:
        return outcome(data, select).diagnostics

    return diagnostics


@pytest.fixture(scope="session")
def fix() -> Callable[..., FileFix]:
    """The result of fixing a file: `fix(data, select, allow_unsafe)`; its `text` is bytes."""

    def fixed(data: bytes, select: str, allow_unsafe: bool = True) -> FileFix:
        source = decode(data)
        result = fix_text(
            source.text,
            lambda text: outcome(source.encode(text), select).diagnostics,
            allow_unsafe,
        )
        result.text = source.encode(result.text)
        return result

    return fixed

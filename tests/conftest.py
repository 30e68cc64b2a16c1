"""Fixtures that run layerlint: the engine in this process, and the real command."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from layerlint.config.resolve import Configuration
from layerlint.diagnostics import Diagnostic
from layerlint.engine.linting import run as run_engine
from layerlint.files.discovery import discover
from layerlint.model.module import Module
from layerlint.model.project import Project
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex
from layerlint.state.snapshot import Snapshot

Lint = Callable[..., list[tuple[str, int]]]
Diagnose = Callable[..., list[Diagnostic]]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def diagnose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Diagnose:
    """Runs the engine on real files and returns the diagnostics.

    `source` becomes `layer.py`; further files are keywords, with `__` for a slash and without the
    `.py`: `pkg__base="..."` is `pkg/base.py`. Options are given as in a configuration file.
    """

    def check(
        source: str,
        select: str | list[str] | None = None,
        options: dict[str, object] | None = None,
        **files: str,
    ) -> list[Diagnostic]:
        monkeypatch.chdir(tmp_path)
        for name, text in {"layer": source, **files}.items():
            path = tmp_path / f"{name.replace('__', '/').strip('/')}.py"
            if name.endswith("__init__"):
                path = tmp_path / name.removesuffix("__init__").replace("__", "/") / "__init__.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(dedent(text).encode())
        values = dict(options or {})
        if select is not None:
            values["select"] = (select,) if isinstance(select, str) else tuple(select)
        configuration = Configuration([("the test", values)], file=None, isolated=True)
        found = discover(["."], configuration).files
        return run_engine(found, Snapshot()).diagnostics

    return check


@pytest.fixture
def lint(diagnose: Diagnose) -> Lint:
    """The same as (code, line) of each diagnostic in `layer.py`.

    Diagnostics in other files come as (code, line, path).
    """

    def check(source: str, *arguments: object, **files: object) -> list[tuple[str, int]]:
        return [
            (found.code, found.start_row)
            if found.path == "layer.py"
            else (found.code, found.start_row, found.path)
            for found in diagnose(source, *arguments, **files)
        ]

    return check


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the real command in the test's directory."""

    def command(
        *arguments: str,
        cwd: Path | None = None,
        stdin: str | bytes | None = None,
        environment: dict[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        return run_command(*arguments, cwd=cwd or tmp_path, stdin=stdin, environment=environment)

    return command


def run_command(
    *arguments: str,
    cwd: Path,
    stdin: str | bytes | None = None,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run `layerlint` as its own process, without the colours and settings of whoever tests."""
    import os

    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS")
    }
    finished = subprocess.run(
        [sys.executable, "-m", "layerlint", *arguments],
        cwd=cwd,
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        env={**inherited, "PYTHONUTF8": "1", **(environment or {})},
        timeout=300,
    )
    return subprocess.CompletedProcess(
        finished.args,
        finished.returncode,
        finished.stdout.decode(errors="surrogateescape"),
        finished.stderr.decode(errors="surrogateescape"),
    )


@pytest.fixture
def module(tmp_path: Path) -> Callable[..., Module]:
    """The model of a file that the test writes; further files are keywords, without the suffix."""

    def make(source: str, name: str = "layer.py", **files: str) -> Module:
        texts = {name: source, **{f"{other}.py": text for other, text in files.items()}}
        for other, text in texts.items():
            (tmp_path / other).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / other).write_text(dedent(text), encoding="utf-8")
        index = ProjectIndex.build([str(tmp_path / other) for other in texts])
        project = Project(
            index, Hierarchy(index), lambda path: Path(path).read_text("utf-8"), lambda _: ()
        )
        return project.module(str(tmp_path / name))

    return make

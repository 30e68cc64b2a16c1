"""The cases of the rule book: small modules whose lines say what a rule reports on them.

A file of `rules/FAMILY/NAME/cases/` is one module, or several: a line `# %% title` begins the next
one, and what stands above the first such line stands above each. A line that ends in `# LL217` is
reported by that rule, and no other line is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from layerlint.catalogue import Rule
from layerlint.config.settings import Settings
from layerlint.engine.linting import run
from layerlint.files.discovery import File
from layerlint.state.snapshot import Snapshot

PATH = "/nowhere/layer.py"  # beside no pyproject.toml that could narrow the generations
MARK = re.compile(r"#\s*(LL\d{3}(?:,\s*LL\d{3})*)\s*$")


class Case(NamedTuple):
    """One module of a file of cases, and the (code, line) of each diagnostic that it expects."""

    path: Path
    title: str
    text: str
    expected: list[tuple[str, int]]


def files_of(rule: Rule) -> list[Path]:
    """The files of cases of a rule."""
    return sorted(Path(rule.folder, "cases").glob("*.py"))


def cases_in(path: Path) -> Iterator[Case]:
    """The modules of one file."""
    head, *sections = re.split(r"(?m)^# %%[ \t]*(.*)\n", path.read_text(encoding="utf-8"))
    if not sections:
        yield Case(path, "", head, _marked(head))
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        yield Case(path, title, head + body, _marked(head + body))


def _marked(text: str) -> list[tuple[str, int]]:
    return [
        (code, row)
        for row, line in enumerate(text.splitlines(), 1)
        if (mark := MARK.search(line))
        for code in re.split(r",\s*", mark[1])
    ]


def reported(case: Case, codes: set[str]) -> list[tuple[str, int]]:
    """The (code, line) of each diagnostic that rules with these codes make of a case."""
    settings = Settings("/nowhere", None)
    settings.apply("the test", {"select": tuple(sorted(codes))})
    settings.freeze()
    run_of_case = run([File(PATH, PATH, settings)], Snapshot({PATH: case.text.encode()}))
    broken = [found for found in run_of_case.diagnostics if not found.code.startswith("LL")]
    assert not broken, f"{case.title or case.path.name}: {broken[0].message}"
    return [(found.code, found.start_row) for found in run_of_case.diagnostics]

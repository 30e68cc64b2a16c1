"""Running layerlint over a package as a user would."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

# Alike on every machine: no configuration, no cache, nothing that is installed beside it.
_CHECK = [sys.executable, "-m", "layerlint", "check", "--isolated", "--no-cache"]


class Diagnostic(NamedTuple):
    """One finding: the file, relative to the directory, the rule, and what it says."""

    path: str
    code: str
    message: str


def diagnostics(directory: Path, package: str) -> list[Diagnostic]:
    """What is found in a package; raises RuntimeError where layerlint could not do it."""
    run = subprocess.run(
        [*_CHECK, "--output-format", "json", package],
        cwd=directory,
        capture_output=True,
        text=True,
    )
    try:
        found = json.loads(run.stdout)
    except ValueError:
        raise RuntimeError(f"{package}: exit {run.returncode}: {run.stderr.strip()}") from None
    root = directory.resolve()
    return [
        Diagnostic(str(Path(one["filename"]).relative_to(root)), one["code"], one["message"])
        for one in found
    ]


def fix(directory: Path, package: str) -> None:
    """Apply all safe fixes to a package, in place."""
    subprocess.run([*_CHECK, "--fix", "-q", package], cwd=directory, capture_output=True)

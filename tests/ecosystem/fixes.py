"""Whether the safe fixes leave published packages as sound as they were.

    python -m tests.ecosystem.fixes DIRECTORY PACKAGE ... [--python PYTHON]

Each package is copied and all safe fixes are applied to the copy. Then every layer of every file
that changed is made, called, copied by its config, saved and loaded, before and after, in an
interpreter that has what the package needs (`--python`); its own tests beside those files are run
likewise. Nothing that passed may fail, and a fixed file may not earn a diagnostic. Exits with 1
where that does not hold.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.ecosystem.lint import diagnostics, fix

_EXERCISE = Path(__file__).with_name("exercise.py")
_SECONDS = 900
Outcomes = dict[str, str]


def changed_files(before: Path, after: Path) -> list[str]:
    """The files of the copy that differ from the original, relative to both."""
    return sorted(
        str(path.relative_to(after))
        for path in after.rglob("*.py")
        if not filecmp.cmp(path, before / path.relative_to(after), shallow=False)
    )


def import_root(file: Path) -> Path:
    """The directory that has to be on the path for a file to be imported by its full name."""
    root = file.parent
    while (root / "__init__.py").exists():
        root = root.parent
    return root


def exercised(base: Path, files: list[str], python: str, generation: int) -> Outcomes:
    """What each step came to for each layer of the files: `ok`, or the error."""
    outcomes: Outcomes = {}
    by_root: dict[Path, list[str]] = {}
    for file in files:
        by_root.setdefault(import_root(base / file), []).append(str(base / file))
    for root, paths in by_root.items():
        run = subprocess.run(
            [python, str(_EXERCISE), str(root), *paths],
            env=_environment(generation),
            capture_output=True,
            text=True,
            timeout=_SECONDS,
        )
        lines = [line for line in run.stdout.splitlines() if line.startswith("{")]
        outcomes |= {name: outcome for line in lines for name, outcome in json.loads(line).items()}
        if run.returncode:
            outcomes[f"{root.relative_to(base)} as a whole"] = run.stderr.strip()[-300:]
    return outcomes


def _environment(generation: int) -> dict[str, str]:
    legacy = "1" if generation == 2 else "0"
    return {**os.environ, "TF_USE_LEGACY_KERAS": legacy, "TF_CPP_MIN_LOG_LEVEL": "3"}


def own_tests(base: Path, files: list[str], python: str, generation: int) -> Outcomes:
    """What the package's own tests of the files come to."""
    beside = [str(Path(file).with_name(f"{Path(file).stem}_test.py")) for file in files]
    beside = [path for path in beside if (base / path).exists()]
    if not beside:
        return {}
    path = os.pathsep.join([str(import_root(base / beside[0])), os.environ.get("PYTHONPATH", "")])
    run = subprocess.run(
        [python, "-m", "pytest", "-q", "-rA", "--tb=no", "-p", "no:cacheprovider", *beside],
        cwd=base,
        env=_environment(generation) | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=_SECONDS,
    )
    return {
        line.split()[1]: "ok" if line.startswith("PASSED") else line
        for line in run.stdout.splitlines()
        if line.startswith(("PASSED ", "FAILED ", "ERROR "))
    }


def broken(before: Outcomes, after: Outcomes) -> Iterator[str]:
    """What passed before and does not pass any more."""
    for name, outcome in sorted(before.items()):
        if outcome == "ok" and after.get(name) != "ok":
            yield f"{name}: {after.get(name, 'is gone')}"


def earned(before: Path, after: Path, package: str) -> Iterator[str]:
    """The diagnostics of the fixed files that the files did not have."""
    old = Counter((one.path, one.code) for one in diagnostics(before, package))
    for (path, code), more in (
        Counter((one.path, one.code) for one in diagnostics(after, package)) - old
    ).items():
        yield f"{path}: {more} more of {code}"


def judge(directory: Path, package: str, python: str) -> bool:
    """Fix a copy of one package and say what became of it; whether nothing is worse."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name).resolve()
        shutil.copytree(directory / package, base / package)
        fix(base, package)
        files = changed_files(directory.resolve() / package, base / package)
        worse = [*earned(directory.resolve(), base, package)] if files else []
        passed = 0
        for generation in (2, 3):
            for run in (exercised, own_tests):
                before = run(directory.resolve() / package, files, python, generation)
                after = run(base / package, files, python, generation) if before else {}
                passed += sum(outcome == "ok" for outcome in before.values())
                worse += [f"Keras {generation}: {line}" for line in broken(before, after)]
    said = f"{len(files)} files fixed, {passed} steps passed before, {len(worse)} worse"
    print(f"{package}: {said}", flush=True)
    for line in worse:
        print(f"  {line}")
    return not worse


def main(arguments: list[str]) -> int:
    """Judge each package; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.ecosystem.fixes", description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("packages", nargs="+")
    parser.add_argument("--python", default=sys.executable, help="has what the packages import")
    options = parser.parse_args(arguments)
    sound = [judge(options.directory, package, options.python) for package in options.packages]
    return 0 if all(sound) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What costs nothing must stay so: which modules a run imports, and how long it takes."""

from __future__ import annotations

import ast
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEAVY = ("libcst", "dataclasses", "typing", "pathlib", "multiprocessing", "tomli", "pathspec")
REPORT = """
import sys
sys.argv = ["layerlint", *{arguments!r}]
from layerlint.__main__ import main
code = main()
print()
print([code, [name for name in {names!r} if name in sys.modules]])
"""


def imported(arguments: list[str], names: tuple[str, ...], cwd: Path) -> tuple[int, list[str]]:
    """The exit code of a command, and those of the modules that it imported."""
    program = REPORT.format(arguments=arguments, names=names)
    # -S leaves site out, whose .pth files may import whatever they like.
    root = str(Path(__file__).parents[2])
    site = [path for path in sys.path if path.endswith("site-packages")]
    program = f"import sys; sys.path[:0] = {[root, *site]!r}\n{program}"
    run = subprocess.run(
        [sys.executable, "-S", "-c", program], cwd=cwd, capture_output=True, text=True, check=True
    )
    code, found = ast.literal_eval(run.stdout.splitlines()[-1])
    return code, found


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_the_version_imports_nothing(tmp_path: Path, flag: str) -> None:
    assert imported([flag], (*HEAVY, "argparse", "json", "re"), tmp_path) == (0, [])


@pytest.mark.parametrize("arguments", [["--help"], ["rule", "LL102"], ["config", "select"]])
def test_help_and_explanations_import_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    assert imported(arguments, HEAVY, tmp_path) == (0, [])


def test_files_that_cannot_hold_a_layer_are_checked_without_libcst(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text("import sys\n\nprint(sys.argv)\n")
    (tmp_path / "model.py").write_text("class Point:\n    x = 0\n\n\nclass Error(Exception): ...\n")
    names = ("libcst", "multiprocessing", "tomli")
    assert imported([".", "--isolated"], names, tmp_path) == (0, [])


def test_a_layer_is_what_libcst_is_imported_for(tmp_path: Path, buggy: Path) -> None:
    assert imported([".", "--isolated", "--select", "LL102"], ("libcst",), tmp_path) == (
        1,
        ["libcst"],
    )


def test_toml_is_parsed_only_where_layerlint_is_mentioned(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text("print()\n")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "other"\n')
    assert imported(["."], ("tomli",), tmp_path) == (0, [])
    (tmp_path / "pyproject.toml").write_text("[tool.layerlint]\n")
    assert imported(["."], ("tomli",), tmp_path) == (0, ["tomli"])


def test_the_version_takes_little_longer_than_an_empty_program(tmp_path: Path) -> None:
    bare = [sys.executable, "-c", "pass"]
    version = [sys.executable, "-m", "layerlint", "--version"]
    ratios = [_seconds(version, tmp_path) / _seconds(bare, tmp_path) for _ in range(15)]
    assert min(ratios) < 2.5


def _seconds(command: list[str], cwd: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, capture_output=True, check=True)
    return time.perf_counter() - start

"""What README and guides promise: two set-up commands, and output that is what is printed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

from layerlint.cli.parser import COMMANDS
from layerlint.config.document import Document
from layerlint.config.resolve import checked

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDES = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))
)
SET_UP = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_there_are_exactly_two_set_up_commands() -> None:
    assert len(SET_UP) == 2
    assert all(command.count("\n") == 1 for command in SET_UP)


def test_the_first_one_installs_and_lints_an_example() -> None:
    *_, lint = SET_UP[0].strip().split(" && ")
    assert "pip install ." in SET_UP[0]
    program, *arguments = lint.split()
    assert program == ".venv/bin/layerlint"
    run = subprocess.run(
        [sys.executable, "-m", "layerlint", *arguments], cwd=ROOT, capture_output=True, text=True
    )
    assert run.returncode == 1
    assert "LL102" in run.stdout


def test_the_second_one_is_what_ci_runs() -> None:
    install = ".venv/bin/pip install -e '.[dev]'"
    assert SET_UP[1].endswith(f"{install} && .venv/bin/python -m pytest -n 2\n")
    script = (ROOT / ".ci" / "run").read_text()
    [program] = re.findall(r"\$\(awk '(.*?)' README\.md\)", script, re.DOTALL)
    found = subprocess.run(
        ["awk", program, "README.md"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout == SET_UP[1]


def test_the_sample_output_is_what_is_printed() -> None:
    samples = re.findall(r"^```\n(LL102 .*?)^```$", README + GUIDES, re.MULTILINE | re.DOTALL)
    path = "rules/training/unguarded-state-update/buggy.py"
    run = subprocess.run(
        [sys.executable, "-m", "layerlint", "--select", "LL102", path],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert len(samples) == 2
    assert all(run.stdout.startswith(sample) for sample in samples)


# What the pages show of the configuration of other programs: ruff and Helix.
OTHERS = (
    {"tool": {"ruff": {"lint": {"external": ["LL"]}}}},
    {
        "language-server": {"layerlint": {"command": "layerlint", "args": ["server"]}},
        "language": [{"name": "python", "language-servers": ["pylsp", "layerlint"]}],
    },
)


def test_the_configuration_shown_is_valid() -> None:
    for block in re.findall(r"^```toml\n(.*?)^```$", README + GUIDES, re.MULTILINE | re.DOTALL):
        if "[tool.layerlint]" in block:
            assert checked(Document("README.md", str(ROOT), block, in_section=True))
        else:
            assert tomli.loads(block) in OTHERS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run, command: str) -> None:
    finished = run(command, "--help")
    assert finished.returncode == 0
    assert finished.stdout.startswith(f"usage: layerlint {command} ")


def test_the_usage_shown_parses(run) -> None:
    usages = re.findall(r"^```console\n(.*?)^```$", README + GUIDES, re.MULTILINE | re.DOTALL)
    commands = [
        line.removeprefix("$ layerlint").partition("  #")[0]
        for line in "".join(usages).splitlines()
        if line.startswith("$ layerlint")
    ]
    assert len(commands) > 5
    for command in commands:
        finished = run(*(command.split() or ["check"]), "--help")
        assert finished.returncode == 0, finished.stderr


def test_the_problem_matcher_reads_what_is_printed(tmp_path: Path) -> None:
    [written] = re.findall(r'"regexp": (".*"),', GUIDES)
    layer = (ROOT / "rules/training/unguarded-state-update/buggy.py").read_text()
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": layer}
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    (tmp_path / "layer.py").write_text(layer)
    (tmp_path / "layer.ipynb").write_text(json.dumps(notebook))
    run = subprocess.run(
        [sys.executable, "-m", "layerlint", "--select=LL102", "--output-format=concise"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    found = filter(None, map(re.compile(json.loads(written)).match, run.stdout.splitlines()))
    assert [one.group(1, 2, 3, 4) for one in found] == [
        ("layer.ipynb", "18", "9", "LL102"),
        ("layer.py", "18", "9", "LL102"),
    ]

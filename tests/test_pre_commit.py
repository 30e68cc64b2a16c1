"""The hooks, run by the real pre-commit in a real repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGED = (
    ".pre-commit-hooks.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "layerlint",
    "pyproject.toml",
    "rules",
)

BUGGY = """\
from tensorflow import keras


class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(
            name="mean", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )

    def call(self, inputs, training=None):
        mean = keras.ops.mean(inputs, axis=0)
        self.mean.assign(0.9 * self.mean + 0.1 * mean)
        return inputs - self.mean
"""
FIXED = BUGGY.replace(
    "        self.mean.assign(", "        if training:\n            self.mean.assign("
)


def git(directory: Path, *arguments: str) -> str:
    run = subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=test@example.com", *arguments],
        cwd=directory,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with the files of this one that pre-commit installs."""
    directory = tmp_path_factory.mktemp("layerlint")
    for name in PACKAGED:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, directory / name, ignore=ignored)
        else:
            shutil.copy(source, directory / name)
    git(directory, "init", "--quiet")
    git(directory, "add", ".")
    git(directory, "commit", "--quiet", "--message", "Release")
    return directory


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """pre-commit keeps what it installs in a directory of this test run."""
    home = tmp_path_factory.mktemp("pre-commit")
    cleared = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**cleared, "PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"}


class Project:
    """A repository that uses one of the hooks."""

    def __init__(self, directory: Path, environment: dict[str, str]) -> None:
        self.directory = directory
        self.environment = environment

    def write(self, name: str, text: str) -> Path:
        path = self.directory / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        git(self.directory, "add", ".")
        return path

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Commit what is staged, as a user would, with the hooks installed."""
        identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"]
        return subprocess.run(
            ["git", *identity, "commit", "--message", "Work"],
            cwd=self.directory,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )


@pytest.fixture
def project(tmp_path: Path, hooks: Path, environment: dict[str, str]):
    """Makes a project that uses a hook."""

    def make(hook: str, configuration: str = "") -> Project:
        git(tmp_path, "init", "--quiet")
        project = Project(tmp_path, environment)
        revision = git(hooks, "rev-parse", "HEAD").strip()
        project.write(
            ".pre-commit-config.yaml",
            f"repos:\n- repo: {hooks}\n  rev: {revision}\n  hooks:\n  - id: {hook}\n",
        )
        project.write("pyproject.toml", f'[tool.layerlint]\nselect = ["LL102"]\n{configuration}\n')
        install = [sys.executable, "-m", "pre_commit", "install"]
        subprocess.run(install, cwd=tmp_path, env=environment, check=True, capture_output=True)
        return project

    return make


def test_a_commit_without_bugs_passes(project) -> None:
    repository = project("layerlint")
    repository.write("layer.py", FIXED)
    repository.write("notes.txt", "no Python\n")
    finished = repository.commit()
    assert finished.returncode == 0, finished.stdout
    assert "layerlint" in finished.stdout
    assert "Passed" in finished.stdout


def test_a_commit_without_python_passes(project) -> None:
    repository = project("layerlint")
    repository.write("notes.txt", "no Python\n")
    finished = repository.commit()
    assert finished.returncode == 0, finished.stdout
    assert "Skipped" in finished.stdout


def test_a_buggy_layer_is_refused(project) -> None:
    repository = project("layerlint")
    path = repository.write("layer.py", BUGGY)
    finished = repository.commit()
    assert finished.returncode == 1
    assert "layer.py:12:9" in finished.stdout
    assert "LL102 [*]" in finished.stdout
    assert path.read_text() == BUGGY
    assert git(repository.directory, "status", "--porcelain", "layer.py") == "A  layer.py\n"


def test_the_fixing_hook_rewrites_it_and_the_next_commit_passes(project) -> None:
    repository = project("layerlint-fix")
    path = repository.write("layer.py", BUGGY)
    assert repository.commit().returncode == 1
    assert path.read_text() == FIXED
    git(repository.directory, "add", "layer.py")
    finished = repository.commit()
    assert finished.returncode == 0, finished.stdout


@pytest.mark.parametrize("hook", ["layerlint", "layerlint-fix"])
def test_excluded_files_are_left_alone(project, hook: str) -> None:
    repository = project(hook, 'extend-exclude = ["vendored"]')
    path = repository.write("vendored/layer.py", BUGGY)
    finished = repository.commit()
    assert finished.returncode == 0, finished.stdout
    assert path.read_text() == BUGGY


def test_a_notebook_is_checked_and_fixed_by_the_hooks(project) -> None:
    def notebook(source: str) -> str:
        cells = [{"cell_type": "code", "source": source.splitlines(keepends=True)}]
        return json.dumps({"cells": cells}, indent=1) + "\n"

    repository = project("layerlint-fix")
    path = repository.write("layer.ipynb", notebook(BUGGY))
    finished = repository.commit()
    assert finished.returncode == 1, finished.stdout
    assert path.read_text() == notebook(FIXED)

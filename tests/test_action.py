"""The GitHub Action: its last step, run as a runner would run it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
LAYER = """\
from tensorflow import keras


class Counter(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None):
        self.seen.assign_add(1.0)
        return inputs * self.seen
"""


@pytest.fixture
def step(tmp_path: Path):
    """Runs the step in a repository with a buggy layer; inputs are keywords."""
    program = tmp_path / "temp" / "layerlint" / "bin" / "layerlint"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m layerlint "$@"\n')
    program.chmod(0o755)
    repository = tmp_path / "repository"
    (repository / "src").mkdir(parents=True)
    (repository / "src" / "layer.py").write_text(LAYER)

    def run(**given: str) -> subprocess.CompletedProcess[str]:
        inputs = {name: entry["default"] for name, entry in ACTION["inputs"].items()}
        inputs.update({name.replace("_", "-"): value for name, value in given.items()})
        last = ACTION["runs"]["steps"][-1]
        variables = {}
        for name, value in last["env"].items():
            key = value.removeprefix("${{ inputs.").removesuffix(" }}")
            variables[name] = inputs[key]
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", last["run"]],
            cwd=repository,
            capture_output=True,
            text=True,
            env={**os.environ, "RUNNER_TEMP": str(tmp_path / "temp"), **variables},
        )

    return run


def test_text_and_annotations_are_printed(step) -> None:
    finished = step(args="--isolated --select LL102")
    assert finished.returncode == 1, finished.stderr
    assert "--> src/layer.py:9:9" in finished.stdout
    assert "\n::error title=layerlint (LL102),file=src/layer.py,line=9," in finished.stdout


def test_a_clean_path_passes(step) -> None:
    assert step(paths="src/nothing src", args="--select LL102").returncode == 2
    assert step(args="--select LL106").returncode == 0


def test_a_sarif_report_is_written(step, tmp_path) -> None:
    step(args="--select LL102", sarif_file="out.sarif")
    [run] = json.loads((tmp_path / "repository" / "out.sarif").read_text())["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["LL102"]


def test_inputs_are_data_and_not_code(step) -> None:
    assert "harm" not in step(paths="$(echo harm) `echo harm`").stdout
    assert all("${{" not in one["run"] for one in ACTION["runs"]["steps"])

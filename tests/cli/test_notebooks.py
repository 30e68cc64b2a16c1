"""Notebooks through the real command: found, reported by cell, fixed in place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

FLAGS = ("--isolated", "--no-cache", "--output-format", "concise")
BASE = """\
%load_ext autoreload
from tensorflow import keras

class Base(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), initializer="zeros", trainable=False)"""
LAYER = """\
!nvidia-smi
class Counter(Base):
    def call(self, inputs, training=None):
        self.seen.assign_add(1.0)
        return inputs * (1.0 + 0.0 * self.seen)
Counter?"""
FIXED = LAYER.replace(
    "        self.seen.assign_add(1.0)",
    "        if training:\n            self.seen.assign_add(1.0)",
)


def notebook(base: str = BASE, layer: str = LAYER) -> str:
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": ["# Layers"]},
        {"cell_type": "code", "source": base.splitlines(keepends=True), "outputs": []},
        {"cell_type": "code", "outputs": [{"text": "é"}], "source": layer.splitlines(True)},
    ]
    return json.dumps({"metadata": {}, "cells": cells}, indent=1, ensure_ascii=False) + "\n"


@pytest.fixture
def layers(tmp_path: Path) -> Path:
    path = tmp_path / "layers.ipynb"
    path.write_text(notebook())
    return path


def test_a_finding_is_told_by_cell_line_and_column(run, layers: Path) -> None:
    finished = run("check", *FLAGS, ".")
    assert finished.returncode == 1
    assert finished.stdout.startswith("layers.ipynb:cell 3:4:9: LL102 [*] `Counter.call` writes")


def test_an_excerpt_shows_the_cell_alone_and_as_it_was_written(run, layers: Path) -> None:
    finished = run("check", "--isolated", "--no-cache", "--output-format", "full", ".")
    assert "--> layers.ipynb:cell 3:4:9" in finished.stdout
    assert "\n2 | class Counter(Base):" in finished.stdout
    assert "\n6 | Counter?" in finished.stdout
    assert "Base(keras" not in finished.stdout


def test_json_has_the_cell_and_its_rows(run, layers: Path) -> None:
    finished = run("check", "--isolated", "--no-cache", "--output-format", "json", ".")
    (found,) = json.loads(finished.stdout)
    assert (found["cell"], found["location"]) == (3, {"row": 4, "column": 9})
    assert found["noqa_row"] == 4
    (edit,) = found["fix"]["edits"]
    assert (edit["cell"], edit["location"]["row"]) == (3, 4)


@pytest.mark.parametrize("output_format", ["github", "gitlab", "sarif", "azure", "rdjson"])
def test_services_are_told_the_line_of_the_file(run, layers: Path, output_format: str) -> None:
    row = layers.read_text()[: layers.read_text().index("assign_add")].count("\n") + 1
    finished = run("check", "--isolated", "--no-cache", "--output-format", output_format, ".")
    assert finished.returncode == 1
    assert str(row) in finished.stdout


def test_fixing_writes_the_source_of_the_cell_and_nothing_else(run, layers: Path) -> None:
    finished = run("check", *FLAGS, "--fix", ".")
    assert finished.returncode == 0
    assert layers.read_text() == notebook(layer=FIXED)


def test_a_difference_is_shown_by_cell(run, layers: Path) -> None:
    finished = run("check", *FLAGS, "--diff", ".")
    assert finished.stdout.startswith("--- layers.ipynb:cell 3\n+++ layers.ipynb:cell 3\n")
    assert " !nvidia-smi\n class Counter(Base):\n" in finished.stdout
    assert layers.read_text() == notebook()


def test_a_notebook_from_stdin_comes_out_fixed(run) -> None:
    finished = run(
        "check", *FLAGS, "--fix", "--stdin-filename", "layers.ipynb", "-", stdin=notebook()
    )
    assert finished.stdout == notebook(layer=FIXED)


def test_the_second_run_says_the_same_from_the_cache(run, layers: Path) -> None:
    first, second = (run("check", "--isolated", "--output-format", "full", ".") for _ in "12")
    assert "cell 3:4:9" in second.stdout
    assert first.stdout == second.stdout


def test_comments_in_cells_suppress(run, layers: Path) -> None:
    layers.write_text(notebook(layer=LAYER.replace("(1.0)\n", "(1.0)  # noqa: LL102\n", 1)))
    assert run("check", *FLAGS, ".").returncode == 0
    layers.write_text(notebook(base=f"# layerlint: file-ignore[LL102]\n{BASE}"))
    assert run("check", *FLAGS, ".").returncode == 0


def test_a_suppression_without_use_is_fixed_in_its_cell(run, layers: Path) -> None:
    layers.write_text(notebook(base=f"{BASE}  # layerlint: ignore[LL101]", layer=FIXED))
    assert "cell 2:6:" in run("check", *FLAGS, ".").stdout
    assert run("check", *FLAGS, "--fix", ".").returncode == 0
    assert layers.read_text() == notebook(layer=FIXED)


def test_ignores_are_added_within_cells(run, layers: Path) -> None:
    assert run("check", *FLAGS, "--add-ignore=counts", ".").returncode == 0
    layer = LAYER.replace("add(1.0)\n", "add(1.0)  # layerlint: ignore[LL102]  counts\n")
    assert layers.read_text() == notebook(layer=layer)


def test_a_baseline_outlives_a_new_cell(run, layers: Path, tmp_path: Path) -> None:
    (tmp_path / "layerlint.toml").write_text('baseline = "baseline.json"\n')
    assert run("baseline", "write", ".").returncode == 0
    document = json.loads(layers.read_text())
    document["cells"].insert(0, {"cell_type": "code", "source": "x = 1\n\n\ny = 2"})
    layers.write_text(json.dumps(document))
    finished = run("check", ".")
    assert (finished.returncode, finished.stdout) == (0, "All checks passed!\n")


def test_a_base_class_is_found_in_the_module_beside_the_notebook(run, tmp_path: Path) -> None:
    (tmp_path / "base.py").write_text(BASE.partition("\n")[2] + "\n")
    (tmp_path / "use.ipynb").write_text(notebook(base="from base import Base"))
    assert "use.ipynb:cell 3:4:9: LL102" in run("check", *FLAGS, ".").stdout


def test_a_syntax_error_is_told_by_cell(run, layers: Path) -> None:
    layers.write_text(notebook(layer=LAYER.replace("return inputs", "return = inputs")))
    assert "layers.ipynb:cell 3:5:" in run("check", *FLAGS, ".").stdout


@pytest.mark.parametrize("content", ["", "{}", "not JSON", '{"cells": 1}'])
def test_a_broken_notebook_is_one_line(run, layers: Path, content: str) -> None:
    layers.write_text(content)
    finished = run("check", *FLAGS, "--fix", ".")
    first, *rest = finished.stdout.splitlines()
    assert first.startswith("layers.ipynb:1:1: invalid-notebook Expected a Jupyter notebook")
    assert rest == ["Found 1 error."]
    assert (finished.returncode, finished.stderr) == (1, "")
    assert layers.read_text() == content


def test_a_cell_may_begin_indented_as_ipython_lets_it(run, layers: Path) -> None:
    layers.write_text(notebook("    x = 1\n    y = 2"))
    finished = run("check", *FLAGS, ".")
    assert (finished.returncode, finished.stdout) == (0, "All checks passed!\n")


def test_a_notebook_in_another_language_is_named_when_it_was_asked_for(run, layers: Path) -> None:
    document = {**json.loads(notebook()), "metadata": {"language_info": {"name": "R"}}}
    layers.write_text(json.dumps(document))
    finished = run("check", *FLAGS, "layers.ipynb")
    assert finished.returncode == 0
    assert finished.stderr == "warning: layers.ipynb is a notebook in R, not in Python\n"
    assert run("check", *FLAGS, ".").stderr == ""

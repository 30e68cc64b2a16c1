"""The plugin, found and run by the real flake8."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

import layerlint

ROOT = Path(__file__).parents[1]
LAYER = """\
from tensorflow import keras


class Counter(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None):
        self.seen.assign_add(1.0)
        return inputs * self.seen
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the metadata that an installation of `pyproject.toml` has."""
    directory = tmp_path_factory.mktemp("site")
    project = tomli.loads((ROOT / "pyproject.toml").read_text())["project"]
    metadata = directory / f"layerlint-{layerlint.__version__}.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: layerlint\nVersion: {layerlint.__version__}\n"
    )
    lines = [
        f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in entries.items())
        for group, entries in project["entry-points"].items()
    ]
    (metadata / "entry_points.txt").write_text("\n".join(lines))
    return directory


@pytest.fixture
def flake8(tmp_path: Path, installed: Path):
    """Runs flake8 with the plugin in the test's directory."""

    def command(
        *arguments: str, stdin: str | None = None, python: tuple[str, ...] = ()
    ) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(installed), str(ROOT)])
        return subprocess.run(
            [sys.executable, *python, "-m", "flake8", *arguments],
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
        )

    return command


def select(tmp_path: Path, text: str = 'select = ["LL102"]') -> None:
    (tmp_path / "layerlint.toml").write_text(f"{text}\n")


def test_flake8_knows_the_plugin(flake8) -> None:
    assert f"layerlint: {layerlint.__version__}" in flake8("--version").stdout


def test_findings_are_reported_with_flake8s_own(flake8, tmp_path) -> None:
    select(tmp_path)
    (tmp_path / "layer.py").write_text(f"import os\n{LAYER}")
    finished = flake8("layer.py")
    assert finished.returncode == 1
    lines = finished.stdout.splitlines()
    assert lines[0].startswith("layer.py:1:1: F401")
    assert lines[1].startswith("layer.py:10:9: LL102 `Counter.call` writes `seen`")


def test_flake8_selects_and_suppresses_as_usual(flake8, tmp_path) -> None:
    select(tmp_path)
    (tmp_path / "layer.py").write_text(LAYER)
    assert flake8("--extend-ignore", "LL1", "layer.py").stdout == ""
    assert "LL102" in flake8("--select", "LL", "layer.py").stdout
    suppressed = LAYER.replace("(1.0)\n", "(1.0)  # noqa: LL102\n")
    (tmp_path / "layer.py").write_text(suppressed)
    assert flake8("layer.py").stdout == ""


def test_layerlints_configuration_and_comments_hold(flake8, tmp_path) -> None:
    (tmp_path / "layer.py").write_text(LAYER)
    select(tmp_path, 'select = ["LL102"]\nexclude = ["layer.py"]')
    assert flake8("layer.py").stdout == ""
    select(tmp_path)
    comment = "(1.0)  # layerlint: ignore[LL102]\n"
    (tmp_path / "layer.py").write_text(LAYER.replace("(1.0)\n", comment))
    assert flake8("layer.py").stdout == ""


def test_bases_in_other_files_are_found(flake8, tmp_path) -> None:
    select(tmp_path)
    (tmp_path / "base.py").write_text(
        "import keras\n\n\nclass Base(keras.layers.Layer):\n    x = 1\n"
    )
    text = LAYER.replace("from tensorflow import keras", "from base import Base")
    (tmp_path / "layer.py").write_text(text.replace("keras.layers.Layer", "Base"))
    assert "layer.py:9:9: LL102" in flake8("layer.py").stdout


def test_stdin_is_what_is_checked(flake8, tmp_path) -> None:
    select(tmp_path)
    (tmp_path / "layer.py").write_text("x = 1\n")
    finished = flake8("-", "--stdin-display-name", "layer.py", stdin=LAYER)
    assert finished.stdout.startswith("layer.py:9:9: LL102")


def test_a_declared_encoding_is_understood(flake8, tmp_path) -> None:
    select(tmp_path)
    text = "# coding: latin-1\n" + LAYER.replace("        self.seen.a", "        'é'; self.seen.a")
    (tmp_path / "layer.py").write_bytes(text.encode("latin-1"))
    assert "layer.py:10:14: LL102" in flake8("--extend-ignore=E702", "layer.py").stdout


def test_a_wrong_configuration_is_told_in_a_line(flake8, tmp_path) -> None:
    select(tmp_path, 'select = ["LL999"]')
    (tmp_path / "layer.py").write_text(LAYER)
    finished = flake8("-j1", "layer.py")
    assert finished.returncode == 1
    [line] = finished.stdout.splitlines()
    assert line.startswith("layer.py:1:1: LL000 layerlint cannot check the file: layerlint.toml:1:")
    assert line.endswith("unknown rule 'LL999' in `select`")


def test_a_syntax_error_is_flake8s_business(flake8, tmp_path) -> None:
    (tmp_path / "layer.py").write_text("import keras\nclass A(:\n")
    codes = {line.split()[1] for line in flake8("layer.py").stdout.splitlines()}
    assert "E999" in codes
    assert not any(code.startswith("LL") for code in codes)


def test_files_without_a_layer_never_import_libcst(flake8, tmp_path) -> None:
    (tmp_path / "plain.py").write_text("class A(dict):\n    x = 1\n")
    finished = flake8("-j1", "plain.py", python=("-X", "importtime"))
    assert finished.stdout == ""
    imported = {line.rpartition("|")[2].strip() for line in finished.stderr.splitlines()}
    assert "layerlint.engine.linting" in imported
    assert not {name for name in imported if name.partition(".")[0] == "libcst"}


def test_starting_flake8_imports_nothing_but_the_module(installed, tmp_path) -> None:
    program = (
        "import sys; from flake8.main.cli import main; main(['.']);"
        "print(*sorted(name for name in sys.modules if name.startswith(('layerlint', 'libcst'))))"
    )
    path = os.pathsep.join([str(installed), str(ROOT)])
    finished = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert finished.stdout.split() == ["layerlint", "layerlint.flake8"]

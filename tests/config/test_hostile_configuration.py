"""Configurations of every odd kind: one clear line, exit 2, and nothing of others' files shown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SECTION = "[tool.layerlint]\n"
BIG = "9" * 5000


def refused(run, tmp_path: Path, text: str, *arguments: str) -> str:
    """What is said of a configuration that is refused."""
    (tmp_path / "pyproject.toml").write_text(text)
    finished = run(*arguments, ".")
    assert finished.returncode == 2, finished.stdout
    assert finished.stderr.startswith("error: ")
    assert "Traceback" not in finished.stderr
    assert "crashed" not in finished.stderr
    assert len(finished.stderr) < 3000
    return str(finished.stderr)


LAYER = """\
from tensorflow import keras


class Counter(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), initializer="zeros", trainable=False)

    def call(self, inputs, training=None):
        self.seen.assign_add(1.0)
        return inputs * (1.0 + 0.0 * self.seen)
"""


@pytest.fixture
def buggy(tmp_path: Path) -> Path:
    """`buggy.py`, with one diagnostic of LL102 in line 9."""
    path = tmp_path / "buggy.py"
    path.write_text(LAYER)
    return path


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"jobs = {BIG}", "too many digits"),
        (f"jobs = -{BIG}", "too many digits"),
        (
            f"jobs = 0x{'f' * 5000}",
            "at most 10000, found a number with very many digits",
        ),
        ("jobs = 1e400", "expected an integer, found the number inf"),
        ("jobs = nan", "expected an integer, found the number nan"),
        ("jobs = true", "expected an integer, found the boolean true"),
        ("jobs = []", "expected an integer, found a list"),
        ("jobs = 1979-05-27", "expected an integer, found a date"),
        ("jobs = 07:32:00", "expected an integer, found a time"),
        (f"target-keras = 0x{'f' * 5000}", "found a number with very many digits"),
        ("target-keras = {}", "found a table"),
        ("select = 'LL102'", "expected a list of strings"),
        ("select = [['LL102']]", "found a list in it"),
        ("select = [" + "[" * 400 + "]" * 400 + "]", "found a list in it"),
        ("select = " + "[" * 1000 + "]" * 1000, "nested too deeply"),
        ("select = " + "{a=" * 1000 + "1" + "}" * 1000, "nested too deeply"),
        ("a" + ".a" * 2000 + " = 1", "nested too deeply"),
        ("a" + ".a" * 500 + " = 1", "unknown option `a`"),
        ("per-file-ignores = []", "expected a table, found a list"),
        ("per-file-ignores = { 'a' = 'LL102' }", "expected a list of strings"),
        ("per-file-ignores = { '[z-a]' = ['LL102'] }", "not a pattern"),
        ("exclude = ['[z-a].py']", "nothing lies between z and a"),
        ("exclude = ['" + "a" * 5000 + "']", "longer than 4096 characters"),
        ("exclude = [1]", "found the number 1 in it"),
        ("exclude = ''", "expected a list of strings"),
        ('src = ["\\u0000"]', "cannot hold a NUL"),
        ("extend = ''", "`extend` names no file"),
        ('extend = "\\u0000"', "`extend` names no file"),
        ("extend = '.'", "`extend` names no file"),
        ("extend = []", "expected a string, found a list"),
        ("extend = 'pyproject.toml'", "goes round in a circle"),
        ("required-version = ''", "not a version specifier"),
        (f"required-version = '=={BIG}'", "not a version specifier"),
        ("required-version = '>=" + " " * 20000 + "x'", "not a version specifier"),
        ("required-version = '>=1.x'", "not a version specifier"),
        ("required-version = '===x'", "does not match"),
        ("required-version = 1", "expected a string"),
        ("unsafe-fixes = 'yes'", "expected a boolean"),
        (f"output-format = '{'x' * 5000}'", "expected one of"),
        ("missing-training-parameter = 1", "unknown option"),
        ("missing-training-parameter.require = 1", "expected one of"),
        ("missing-training-parameter.nope = 1", "unknown option"),
        ('"\\u001b[31m" = 1', "unknown option `\\x1b[31m`"),
        ("'' = 1", "unknown option ``"),
        ("select = [" + "'LL102', " * 20000 + "'nope']", "unknown rule 'nope'"),
        ("x = \x1b[31m", "not valid TOML"),
        ("x = 1\nx = 2", "not valid TOML"),
        ("=", "not valid TOML"),
    ],
)
def test_a_wrong_value_is_one_clear_error(run, tmp_path: Path, line: str, said: str) -> None:
    stderr = refused(run, tmp_path, f"{SECTION}{line}\n")
    assert said in stderr
    assert "\x1b" not in stderr


@pytest.mark.parametrize("text", ["tool = 1", "tool.layerlint = 1", "[[tool.layerlint]]\nx = 1"])
def test_a_section_that_is_no_table_is_an_error(run, tmp_path: Path, text: str) -> None:
    if text == "tool = 1":
        (tmp_path / "pyproject.toml").write_text(f"{text}  # layerlint\n")
        assert run(".").returncode == 0
    else:
        assert "must be a table" in refused(run, tmp_path, f"{text}\n")


@pytest.mark.parametrize(
    "line",
    [
        "exclude = ['" + "*a" * 20 + "b']",
        "exclude = ['" + "**/*a" * 20 + "/b']",
        "exclude = ['', '/', '!', '..', '../..', '[', '[]', '[!]', '[a', '\\\\', '**', './']",
        "include = ['*.py', '" + "?*" * 60 + "']",
        "per-file-ignores = { '!" + "*a" * 30 + "' = ['LL101'] }",
        "src = ['', '/', '..', 'no/such', '" + "a/" * 3000 + "']",
        "layer-bases = ['" + "a." * 3000 + "b']",
    ],
)
def test_an_odd_value_that_means_something_stops_nothing(
    run, tmp_path: Path, buggy: Path, line: str
) -> None:
    (tmp_path / "pyproject.toml").write_text(f"{SECTION}select = ['LL102']\n{line}\n")
    (tmp_path / ("a" * 200 + ".py")).write_text("x = 1\n")
    finished = run("--output-format", "concise", "buggy.py", "a" * 200 + ".py")
    assert finished.returncode == 1
    assert all(line.startswith("warning: the pattern") for line in finished.stderr.splitlines())
    assert "buggy.py:9:9: LL102" in finished.stdout


@pytest.mark.parametrize(
    "name", ["/proc/self/environ", "secret.env", "../outside.toml", "link.toml"]
)
@pytest.mark.parametrize(
    "content",
    ["TOKEN=hunter2\n", "token = 'hunter2'\n", "select = ['hunter2']\n", "jobs = 'hunter2'"],
)
def test_no_line_of_a_file_that_is_not_the_projects_is_shown(
    run, tmp_path: Path, name: str, content: str
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "secret.env").write_text(content)
    (tmp_path / "outside.toml").write_text(content)
    (project / "link.toml").symlink_to("../outside.toml")
    (project / "pyproject.toml").write_text(f'{SECTION}extend = "{name}"\n')
    finished = run(".", cwd=project, environment={"AAA": "hunter2"})
    assert finished.returncode == 2
    assert finished.stderr.startswith("error: ")
    assert "hunter2" not in finished.stdout + finished.stderr
    assert "token" not in (finished.stdout + finished.stderr).casefold()


def test_a_configuration_that_is_a_link_out_of_the_project_shows_nothing(
    run, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "secret").write_text("layerlint hunter2\n")
    for name in ("pyproject.toml", "layerlint.toml", ".layerlint.toml"):
        (project / name).symlink_to("../secret")
        finished = run(".", cwd=project)
        assert finished.returncode == 2
        assert "hunter2" not in finished.stdout + finished.stderr
        (project / name).unlink()


def test_a_line_of_the_projects_own_configuration_is_shown(run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "base.toml").write_text("jbs = 1\n")
    package = tmp_path / "package"
    package.mkdir()
    (package / "pyproject.toml").write_text(f'{SECTION}extend = "../base.toml"\n')
    finished = run(".", cwd=package)
    assert "1 | jbs = 1\n" in finished.stderr


@pytest.mark.parametrize("name", ["pyproject.toml", "layerlint.toml", ".layerlint.toml"])
def test_a_pipe_is_no_configuration(run, buggy: Path, name: str) -> None:
    os.mkfifo(buggy.with_name(name))
    assert run("--select", "LL102", ".").returncode == 1


def test_a_named_pipe_as_configuration_is_an_error(run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    finished = run("--config", "pipe", ".")
    assert finished.returncode == 2
    assert finished.stderr == (
        "error: cannot read the configuration file pipe: it is a named pipe, not a file\n"
    )


@pytest.mark.parametrize(
    "value", ["jobs=" + BIG, "=", "a=", "exclude=['[z-a]']", "select=" + "[" * 500, "\x1b=1"]
)
def test_an_odd_value_of_the_flag_is_one_clear_error(run, value: str) -> None:
    finished = run("--config", value, ".")
    assert finished.returncode == 2
    assert finished.stderr.startswith("error: ")
    assert "Traceback" not in finished.stderr
    assert "crashed" not in finished.stderr
    assert "\x1b" not in finished.stderr


@pytest.mark.parametrize("number", [BIG, "-" + BIG, "0x10", "1.5", "", "10001"])
def test_an_odd_number_of_jobs_is_one_clear_error(run, number: str) -> None:
    finished = run(f"--jobs={number}", ".")
    assert finished.returncode == 2
    assert finished.stderr.startswith("error: ")
    assert "crashed" not in finished.stderr


def test_a_long_line_is_shown_in_part(run, tmp_path: Path) -> None:
    (tmp_path / "layerlint.toml").write_text("x = [" + "1, " * 100_000 + "]\n")
    finished = run(".")
    assert finished.returncode == 2
    assert max(map(len, finished.stderr.splitlines())) < 300

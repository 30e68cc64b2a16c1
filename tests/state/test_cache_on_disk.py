"""What was found is kept for the next run, and a cache never changes what is reported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LAYER = """\
import keras


class Base(keras.layers.Layer):
    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def count(self):
        self.seen.assign(self.seen + 1.0)
"""
DERIVED = """\
from base import Base


class Counting(Base):
    def call(self, x, training=None):
        self.count()
        return x
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two modules with one bug, found in the base class through the derived one."""
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'p'\n")
    (tmp_path / "base.py").write_text(LAYER)
    (tmp_path / "derived.py").write_text(DERIVED)
    (tmp_path / "plain.py").write_text("X = 1\n")
    return tmp_path


def lint(project: Path, *arguments: str, script: str = "") -> subprocess.CompletedProcess[str]:
    """Lint as a user does; `script` runs in the same process, before."""
    return lint_paths(project, ".", *arguments, script=script)


def lint_paths(
    project: Path, *arguments: str, script: str = ""
) -> subprocess.CompletedProcess[str]:
    program = f"import sys\n{script}\nfrom layerlint.__main__ import main\nsys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", program, "check", *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )


WATCH = """
import atexit, os
opened = []
def told(event, arguments):
    if event == "open" and str(arguments[0]).endswith(".py") and os.getcwd() in arguments[0]:
        opened.append(arguments[0])
sys.addaudithook(told)
atexit.register(lambda: print("opened", len(opened), "libcst" in sys.modules, file=sys.stderr))
"""


def test_a_second_run_opens_no_file_and_does_not_import_libcst(project):
    first = lint(project, script=WATCH)
    assert "opened 3 True" in first.stderr
    second = lint(project, script=WATCH)
    assert "opened 0 False" in second.stderr
    assert second.stdout == first.stdout
    assert (first.returncode, second.returncode) == (1, 1)


def test_a_file_that_was_looked_for_and_is_not_there_is_no_change(tmp_path):
    """A package is asked for its modules; a directory of data in it is none."""
    package = tmp_path / "layers"
    (package / "data").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "base.py").write_text(LAYER)
    lint(tmp_path)
    assert "opened 0 False" in lint(tmp_path, script=WATCH).stderr
    (package / "data" / "__init__.py").write_text("import layers.base")
    assert "opened 0" not in lint(tmp_path, script=WATCH).stderr


def test_only_packaging_files_around_a_project_are_looked_for(tmp_path):
    project = tmp_path / "inner"
    project.mkdir()
    (project / "base.py").write_text(LAYER)
    lint(project)
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside.py").touch()
    assert "opened 0 False" in lint(project, script=WATCH).stderr
    (tmp_path / "requirements-dev.txt").write_text("keras<3")
    assert "opened 0" not in lint(project, script=WATCH).stderr


@pytest.mark.parametrize("output_format", ["full", "concise", "json", "github", "sarif"])
def test_every_format_says_the_same_from_the_cache(project, output_format):
    cold = lint(project, "--no-cache", "--output-format", output_format)
    lint(project)
    assert lint(project, "--output-format", output_format).stdout == cold.stdout


def test_an_edit_of_a_base_class_reaches_what_derives_from_it(project):
    assert "base.py:9" in lint(project, "--output-format", "concise").stdout
    guarded = LAYER.replace("self.seen.assign(", "0 and self.seen.assign(")
    (project / "base.py").write_text(guarded.replace("def count(self)", "def counted(self)"))
    assert "base.py" not in lint(project, "--output-format", "concise", "--select", "LL102").stdout


def test_a_new_file_is_seen(project):
    lint(project)
    (project / "other.py").write_text("import keras\nfrom derived import Counting\n" + LAYER)
    assert lint(project).stdout == lint(project, "--no-cache").stdout


def test_a_file_that_is_gone_is_gone(project):
    lint(project)
    (project / "derived.py").unlink()
    assert "All checks passed!" in lint(project).stdout


def test_runs_over_a_few_files_keep_what_is_known_of_all(project):
    """As hooks do, that are run over the files of one commit after the other."""
    for number in range(40):
        (project / f"module{number}.py").write_text(f"X = {number}\n")
    lint(project)
    for number in range(30):
        lint_paths(project, f"module{number}.py", f"module{number + 1}.py")
    assert "opened 0 False" in lint(project, script=WATCH).stderr


def test_other_settings_give_other_findings(project):
    lint(project)
    assert "All checks passed!" in lint(project, "--ignore", "LL1").stdout
    assert "LL102" in lint(project).stdout


def test_the_cache_says_to_git_that_it_is_none_of_its_business(project):
    lint(project)
    assert (project / ".layerlint_cache" / ".gitignore").read_text() == "*\n"
    assert (project / ".layerlint_cache" / "CACHEDIR.TAG").exists()


def test_the_cache_may_lie_elsewhere(project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "cache"
    lint(project, "--cache-dir", str(elsewhere))
    assert elsewhere.is_dir()
    assert not (project / ".layerlint_cache").exists()


def test_no_cache_means_none(project):
    lint(project, "--no-cache")
    assert not (project / ".layerlint_cache").exists()


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flipped(data: bytes) -> bytes:
    return data.replace(b"LL102", b"LL103")


def foreign(data: bytes) -> bytes:
    return b"{}"


def binary(data: bytes) -> bytes:
    return os.urandom(len(data))


@pytest.mark.parametrize("damage", [truncated, flipped, foreign, binary])
def test_a_damaged_cache_is_as_good_as_none(project, damage):
    expected = lint(project).stdout
    for path in (project / ".layerlint_cache").iterdir():
        path.write_bytes(damage(path.read_bytes()))
    result = lint(project)
    assert (result.stdout, result.stderr) == (expected, "")


def test_a_table_of_another_shape_is_as_good_as_none(project):
    from layerlint.state.digest import digest

    expected = lint(project).stdout
    for path in (project / ".layerlint_cache").iterdir():
        if path.name.startswith(("run-", "answers-", "texts-")):
            body = json.dumps({"files": {}, "directories": {}, "answers": 3}).encode()
            path.write_bytes(digest(body).encode() + b"\n" + body)
    result = lint(project)
    assert (result.stdout, result.stderr) == (expected, "")


def test_a_cache_that_cannot_be_written_does_not_matter(project):
    (project / ".layerlint_cache").write_text("a file")
    expected = lint(project, "--no-cache").stdout
    result = lint(project)
    assert (result.stdout, result.stderr) == (expected, "")
    assert "the cache was not written" in lint(project, "-v").stderr


def test_runs_at_the_same_time_agree(project):
    expected = lint(project, "--no-cache").stdout
    command = [sys.executable, "-m", "layerlint", "check", "."]
    running = [
        subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) for _ in range(6)
    ]
    assert {process.communicate()[0] for process in running} == {expected}
    assert lint(project).stdout == expected


def test_clean_removes_the_cache(project):
    lint(project)
    command = [sys.executable, "-m", "layerlint", "clean"]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert result.returncode == 0
    assert not (project / ".layerlint_cache").exists()


def test_clean_leaves_alone_what_is_no_cache(project):
    (project / "data").mkdir()
    (project / "data" / "precious").touch()
    command = [sys.executable, "-m", "layerlint", "clean", "--cache-dir", "data"]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "no cache of layerlint" in result.stderr
    assert (project / "data" / "precious").exists()

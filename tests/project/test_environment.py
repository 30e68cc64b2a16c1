"""Which environment's packages are read is a choice that can be seen and set."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from layerlint.project.locate import Locator

BASE = "import keras\n\n\nclass Base(keras.layers.Layer):\n    pass\n"
CHILD = "from company_nn import Base\n\n\nclass Child(Base):\n    pass\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("VIRTUAL_ENV", "CONDA_PREFIX", "PRE_COMMIT"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "project" / ".git").mkdir(parents=True)
    (tmp_path / "project" / "child.py").write_text(CHILD)
    return tmp_path / "project"


def environment(path: Path, source: str = BASE, packages: str = "site-packages") -> Path:
    site = path / "lib" / "python3.11" / packages
    (site / "company_nn").mkdir(parents=True)
    (site / "company_nn" / "__init__.py").write_text(source)
    (path / "bin").mkdir()
    (path / "bin" / "python").touch()
    return path


def run(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "layerlint", *arguments],
        cwd=project,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def chosen(project: Path, option: str | None = None) -> tuple[str | None, str]:
    found = Locator(environment=option).environment(str(project))
    return found.path, found.origin


def is_found(project: Path, option: str | None = None) -> bool:
    locator = Locator(environment=option)
    return locator.find("company_nn.Base", locator.installed(str(project))) is not None


@pytest.mark.parametrize("name", [".venv", "venv"])
def test_the_projects_own_is_read(project: Path, name: str) -> None:
    own = environment(project / name)
    assert chosen(project) == (str(own), "the project's own")
    assert is_found(project)


def test_the_projects_own_comes_before_the_one_that_is_activated(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIRTUAL_ENV", str(environment(tmp_path / "other")))
    own = environment(project / ".venv", source="")
    assert chosen(project)[0] == str(own)


@pytest.mark.parametrize("variable", ["VIRTUAL_ENV", "CONDA_PREFIX"])
def test_the_one_that_is_activated_is_read_where_the_project_has_none(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    other = environment(tmp_path / "other")
    monkeypatch.setenv(variable, str(other))
    assert chosen(project) == (str(other), f"active: {variable}")


def test_the_environment_that_pre_commit_made_for_the_hook_is_not_taken_for_activated(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT", "1")
    monkeypatch.setenv("VIRTUAL_ENV", str(environment(tmp_path / "py_env-python3")))
    monkeypatch.setenv("CONDA_PREFIX", str(environment(tmp_path / "conda")))
    assert chosen(project)[0] == str(tmp_path / "conda")


def test_the_one_that_layerlint_runs_in_is_not_read(project: Path) -> None:
    assert chosen(project) == (None, "none beside the project, none active")
    locator = Locator()
    assert locator.find("libcst", locator.installed(str(project))) is None


def test_one_above_the_package_is_the_projects_own_up_to_its_repository(project: Path) -> None:
    own = environment(project / ".venv")
    inner = project / "packages" / "app"
    inner.mkdir(parents=True)
    (inner / "pyproject.toml").touch()
    assert chosen(inner)[0] == str(own)
    (inner / ".git").mkdir()
    assert chosen(inner)[0] is None


@pytest.mark.parametrize("inner", ["", "bin/python", "lib/python3.11/site-packages"])
def test_the_option_may_name_it_by_its_interpreter_or_its_packages(
    project: Path, tmp_path: Path, inner: str
) -> None:
    environment(project / ".venv", source="")
    assert is_found(project, str(environment(tmp_path / "other") / inner))


def test_the_packages_of_debian_are_read(project: Path, tmp_path: Path) -> None:
    assert is_found(project, str(environment(tmp_path / "usr", packages="dist-packages")))


def test_an_environment_that_sees_the_system_shows_what_is_installed_there(
    project: Path, tmp_path: Path
) -> None:
    system = environment(tmp_path / "usr")
    own = project / ".venv"
    (own / "lib" / "python3.11" / "site-packages" / "other").mkdir(parents=True)
    (own / "pyvenv.cfg").write_text(f"home = {system}/bin\n")
    assert not is_found(project)
    (own / "pyvenv.cfg").write_text(f"home = {system}/bin\ninclude-system-site-packages = true\n")
    assert is_found(project)


def test_the_command_line_and_the_configuration_say_which(project: Path, tmp_path: Path) -> None:
    environment(tmp_path / "other")
    assert "Child" not in run(project, "layers").stdout
    assert "Child" in run(project, "layers", "--environment", "../other").stdout
    (project / "layerlint.toml").write_text('environment = "../other"\n')
    assert "Child" in run(project, "layers").stdout
    assert "Child" not in run(project, "layers", "--environment", "").stdout


def test_it_is_shown_with_its_origin(project: Path, tmp_path: Path) -> None:
    own, other = environment(project / ".venv"), environment(tmp_path / "other")
    settings = run(project, "check", "--show-settings").stdout
    assert f'environment = "{own}"  # default: the project\'s own\n' in settings
    told = run(project, "check", "-v", "--no-cache", "--environment", "../other").stderr
    assert f"environment: {other} (command line)\n" in told


@pytest.mark.parametrize("text", ["missing", "child.py", "a\\u0000b"])
def test_a_wrong_path_is_one_error_with_its_place(project: Path, text: str) -> None:
    (project / "layerlint.toml").write_text(f'\nenvironment = "{text}"\n')
    finished = run(project, "check")
    assert finished.returncode == 2
    assert finished.stderr.startswith("error: layerlint.toml:2:1: wrong value for `environment`: ")
    assert "Traceback" not in finished.stderr


def test_another_environment_is_ground_for_another_answer(project: Path, tmp_path: Path) -> None:
    bug = """
class Child(Base):
    def call(self, x, training):
        return x
"""
    (project / "child.py").write_text(f"from company_nn import Base\n\n{bug}")
    other = environment(tmp_path / "other")
    assert run(project, "check").returncode == 0
    assert run(project, "check", VIRTUAL_ENV=str(other)).returncode == 1
    assert run(project, "check").returncode == 0
    environment(project / ".venv")
    assert run(project, "check").returncode == 1
    assert run(project, "check", "--environment", "").returncode == 0

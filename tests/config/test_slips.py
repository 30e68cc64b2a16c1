"""Slips in a configuration that are no wrong types: names and patterns that stand for nothing."""

from __future__ import annotations

import pytest

BASE = "import keras\n\n\nclass BaseLayer(keras.layers.Layer):\n    pass\n"


@pytest.fixture
def check(run, tmp_path):
    """Checks a small project with that configuration."""
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg" / "__init__.py").touch()
    (tmp_path / "pkg" / "nn.py").write_text(BASE)

    def command(text: str):
        (tmp_path / "layerlint.toml").write_text(f"{text}\n")
        return run("check", "--select", "LL102", ".")

    return command


def test_a_misspelled_base_of_the_project_is_an_error(check) -> None:
    finished = check('layer-bases = ["pkg.nn.BaseLayr"]')
    assert finished.returncode == 2
    assert finished.stderr == (
        "error: `layer-bases` names `pkg.nn.BaseLayr`, but pkg/nn.py has no `BaseLayr`\n"
        "hint: did you mean 'BaseLayer'?\n"
    )


@pytest.mark.parametrize("name", ["pkg/nn.Base", "pkg.nn:Base", "Base Layer", "pkg..Base", ""])
def test_a_base_is_a_dotted_name(check, name: str) -> None:
    finished = check(f'layer-bases = ["{name}"]')
    assert finished.returncode == 2
    assert f'"{name}" is not the dotted name of a class' in finished.stderr


@pytest.mark.parametrize("name", ["pkg.nn.BaseLayer", "company.nn.BaseLayer", "pkg.gone.Base"])
def test_a_base_that_is_there_or_cannot_be_looked_up_is_taken(check, name: str) -> None:
    finished = check(f'layer-bases = ["{name}"]')
    assert (finished.returncode, finished.stderr) == (0, "")


def test_a_base_that_is_made_rather_than_defined_is_taken(check, tmp_path) -> None:
    (tmp_path / "pkg" / "made.py").write_text("Made = make()\n")
    assert check('layer-bases = ["pkg.made.Made"]').returncode == 0
    (tmp_path / "pkg" / "star.py").write_text("from company import *\n")
    assert check('layer-bases = ["pkg.star.Base"]').returncode == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (r"exclude = ['pkg\old']", "can never match: directories are separated by `/`"),
        ("exclude = ['/']", "in `exclude` can never match: it is empty"),
        ("extend-exclude = [' pkg']", "can never match: it begins or ends with a space"),
        ("exclude = ['pkg/../old']", "can never match: `..` can stand at its beginning only"),
        ("per-file-ignores = { 'test/**' = ['LL1'] }", "matches nothing: there is no test"),
        ("include = ['pkg/mm.py']", "matches nothing: there is no pkg/mm.py"),
    ],
)
def test_a_pattern_that_can_never_match_is_a_warning(check, text: str, message: str) -> None:
    finished = check(text)
    assert message in finished.stderr
    assert finished.stderr.startswith("warning: the pattern `")
    assert finished.returncode == 0


@pytest.mark.parametrize(
    "text",
    [
        "exclude = ['build/lib', 'vendored', '../elsewhere/*']",
        "per-file-ignores = { 'pkg/*.py' = ['LL1'], '!pkg/**' = ['LL2'], '*_test.py' = ['LL3'] }",
        "include = ['*.py', 'pkg/**']",
    ],
)
def test_what_may_match_some_day_is_no_slip(check, text: str) -> None:
    assert check(text).stderr in ("", "warning: no Python files found under the given paths\n")

"""`layerlint.queries.application`: which files are all that uses a module."""

from __future__ import annotations

from pathlib import Path

import pytest

from layerlint.queries.application import (
    anywhere,
    application,
    closure,
    files_around,
    is_example,
    is_of_application,
    runs_models,
)

LAYER = "import keras\n\nclass Part(keras.layers.Layer):\n    pass\n"
TRAIN = "from part import Part\n\nmodel = make(Part())\nmodel.fit(x, y)\n"
PROGRAM = {"part.py": LAYER, "train.py": TRAIN}
SETUP = "from setuptools import setup\n\nsetup(name='parts')\n"
PROJECT = "[project]\nname = 'parts'\nversion = '1'\n"


def names(paths: frozenset[str] | None) -> set[str] | None:
    return paths if paths is None else {Path(path).name for path in paths}


def test_a_repository_that_nobody_can_install_is_an_application(repository) -> None:
    assert is_of_application(repository(PROGRAM))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("setup.py", SETUP),
        ("pyproject.toml", PROJECT),
        ("pyproject.toml", "[tool.poetry]\nname = 'parts'\n"),
        ("pyproject.toml", "[tool.ruff]\n\n[build-system]\nrequires = ['setuptools']\n"),
        ("setup.cfg", "[metadata]\nname = parts\n"),
    ],
)
def test_one_that_is_to_be_installed_is_none(repository, name: str, text: str) -> None:
    assert not is_of_application(repository({**PROGRAM, name: text}))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", "[tool.ruff]\nline-length = 100\n"),
        ("pyproject.toml", "[tool.layerlint]\nselect = ['LL1']\n# [project]\n"),
        ("pyproject.toml", ""),
        ("setup.cfg", "[flake8]\nmax-line-length = 100\n"),
    ],
)
def test_a_file_that_only_sets_up_tools_makes_nothing_to_install(
    repository, name: str, text: str
) -> None:
    assert is_of_application(repository({**PROGRAM, name: text}))


def test_the_application_is_what_uses_a_module_and_what_that_uses(repository) -> None:
    files = {**PROGRAM, "data.py": "x = 1\n", "other.py": "import keras\n"}
    files["train.py"] = "import data\n" + TRAIN
    module = repository(files)
    assert names(application(module)) == {"part.py", "train.py", "data.py"}
    assert names(files_around(module)) == {"part.py", "train.py", "data.py"}


def test_code_for_others_has_no_application(repository) -> None:
    module = repository({**PROGRAM, "setup.py": SETUP})
    assert application(module) is None


@pytest.mark.parametrize("run", ["model.fit(x, y)", "with tf.GradientTape() as tape: pass"])
def test_a_repository_that_trains_runs_models(repository, run: str) -> None:
    assert runs_models(repository({**PROGRAM, "train.py": f"from part import Part\n\n{run}\n"}))


@pytest.mark.parametrize(
    "text",
    [
        "model.summary()",
        "# model.fit(x, y)",
        "def fit(x): pass",
        "StandardScaler().fit(x)",
        "tokenizer.fit(texts)",
    ],
)
def test_one_that_only_describes_them_does_not(repository, text: str) -> None:
    module = repository({**PROGRAM, "train.py": f"from part import Part\n\n{text}\n"})
    assert not runs_models(module)


@pytest.mark.parametrize("name", ["example.py", "demos/usage_of_part.py", "part_demo.py"])
def test_an_example_only_shows_others_how_to_run_one(repository, name: str) -> None:
    assert not runs_models(repository({"part.py": LAYER, name: TRAIN}))


@pytest.mark.parametrize(
    ("path", "example"),
    [
        ("lib/example_part.py", True),
        ("usage2.py", True),
        ("examples/train.py", False),
        ("pkg/usage.py", True),
        ("quickstart.py", True),
        ("train.py", False),
        ("models/counterexamples_net/net.py", False),
        ("data/demographics.py", False),
        ("augment/downsample.py", False),
    ],
)
def test_an_example_is_told_by_the_name_of_its_file(path: str, example: bool) -> None:
    assert is_example(path) is example


def test_a_word_counts_only_with_what_is_to_stand_around_it(repository) -> None:
    module = repository(PROGRAM)
    assert anywhere(module, {".fit(": r"model\.fit\("})
    assert not anywhere(module, {".fit(": r"scaler\.fit\("})
    assert not anywhere(module, {"GradientTape": "GradientTape"})


def test_following_ends_where_all_is_found_or_where_it_is_too_much() -> None:
    links = {"a": ["b", "c"], "b": ["a"], "c": []}
    assert closure("a", lambda path: iter(links[path])) == {"a", "b", "c"}
    assert closure("c", lambda path: iter(links[path])) == {"c"}
    assert closure("0", lambda path: iter([str(int(path) + 1)])) is None

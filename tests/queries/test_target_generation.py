"""`layerlint.queries.target_generation`: where code is meant to run, and what excuses it."""

from __future__ import annotations

import pytest

from layerlint.queries.target_generation import asks_for_before, excused, target
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

CODE = "import keras\nimport tensorflow as tf\n\n"


def mark(module) -> cst.Call:
    return next(c for c in walk_kinds(module.tree, cst.Call) if module.source(c) == "mark()")


@pytest.mark.parametrize(
    "code",
    [
        "try:\n    mark()\nexcept AttributeError:\n    other()",
        "try:\n    mark()\nexcept (ImportError, ValueError):\n    other()",
        "try:\n    mark()\nexcept Exception:\n    other()",
        "try:\n    new()\nexcept AttributeError:\n    mark()",
        "if hasattr(keras, 'ops'):\n    other()\nelse:\n    mark()",
        "if keras.__version__ < '3':\n    mark()",
        "if version.parse(tf.__version__) < version.parse('2.16'):\n    mark()",
        "y = mark() if hasattr(keras, 'x') else None",
        "def f():\n    if keras.__version__.startswith('2'):\n        return mark()",
    ],
)
def test_a_test_of_what_is_installed_excuses(module, code: str) -> None:
    checked = module(f"{CODE}{code}\n")
    assert excused(checked, mark(checked))


@pytest.mark.parametrize(
    "code",
    [
        "mark()",
        "if x:\n    mark()",
        "try:\n    mark()\nexcept ValueError:\n    pass",
        "try:\n    mark()\nfinally:\n    pass",
        "if hasattr(keras, 'ops'):\n    pass\nmark()",
        "if training:\n    mark()",
        "# if keras.__version__\nmark()",
    ],
)
def test_other_tests_do_not(module, code: str) -> None:
    checked = module(f"{CODE}{code}\n")
    assert not excused(checked, mark(checked))


def test_what_is_swapped_for_by_version_is_excused_as_a_whole(repository) -> None:
    files = {"old.py": CODE + "mark()\n"}
    users = "import keras\n\nif keras.__version__ < '3':\n    import old as ops\n"
    chosen = repository({**files, "ops.py": users})
    assert excused(chosen, mark(chosen))
    always = repository({**files, "ops.py": "import old as ops\n"})
    assert not excused(always, mark(always))


@pytest.mark.parametrize(
    ("requirement", "generations"),
    [("tensorflow==2.10", {2}), ("keras>=3", {3}), ("tf_keras", {2, 3})],
)
def test_a_project_says_where_its_code_is_meant_to_run(
    repository, requirement, generations
) -> None:
    module = repository({"net.py": CODE, "requirements.txt": f"{requirement}\n"})
    assert target(module) <= frozenset(generations)
    assert target(module)


@pytest.mark.parametrize(
    ("requirement", "before"), [("keras==2.2.4", True), ("keras==2.10", False), ("numpy", False)]
)
def test_it_may_ask_for_an_older_keras(repository, requirement: str, before: bool) -> None:
    module = repository({"net.py": CODE, "requirements.txt": f"{requirement}\n"})
    assert asks_for_before(module, 4) is before

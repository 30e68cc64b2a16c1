"""Which files import a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layerlint.project.importers import certain_importers, importers, importers_of_package
from layerlint.project.index import ProjectIndex

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def users(tmp_path: Path) -> Callable[[str], list[str]]:
    """Write a file beside `net/layers.py`, and tell which files import that."""

    def check(text: str) -> list[str]:
        files = {"net/__init__.py": "", "net/layers.py": "", "net/user.py": text}
        for name, content in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(content)
        index = ProjectIndex.build([str(tmp_path / name) for name in files])
        found = list(importers(index, str(tmp_path / "net/layers.py")))
        return [path.rpartition("/")[2] for path in found]

    return check


@pytest.mark.parametrize(
    "text",
    [
        "from net import layers",
        "from . import layers as own",
        "from net.layers import *",
        "import net.layers",
        "import net.layers as own",
        "from net import (\n    data,\n    layers,\n)",
        "def f():\n    from .layers import Gate\n    return Gate",
        "try:\n    import layers\nexcept ImportError:\n    layers = None",
    ],
)
def test_an_import_counts_wherever_it_stands_and_however_it_is_spelled(users, text):
    assert users(text) == ["user.py"]


@pytest.mark.parametrize(
    "text",
    [
        "from keras import layers",
        "import keras.layers",
        "def f():\n    from tensorflow.keras import layers\n    return layers.Dense(1)",
        "# from net import layers",
        '"""\n    >>> from net import layers\n"""',
        "layers = []",
    ],
)
def test_what_is_called_alike_elsewhere_is_another_module(users, text):
    assert users(text) == []


def test_a_file_that_nobody_can_read_roughly_may_import_what_it_names(users):
    assert users("from net import \\\n  layers; from net import (layers") == ["user.py"]


def test_who_imports_a_module_for_certain_means_no_other_one(tmp_path: Path) -> None:
    files = {
        "net/__init__.py": "",
        "net/layers.py": "",
        "net/user.py": "from .layers import Gate",
        "net/guess.py": "from lost.net.layers import Gate",
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
    index = ProjectIndex.build([str(tmp_path / name) for name in files])
    found = list(certain_importers(index, str(tmp_path / "net/layers.py")))
    assert found == [str(tmp_path / "net/user.py")]


@pytest.mark.parametrize(
    ("text", "imports_it"),
    [
        ("import models", True),
        ("from models.blocks import Gate", True),
        ("from clone.models import blocks", True),
        ("from pip.models.link import Link", False),
        ("from pip import models", False),
        ("from keras import models", False),
        ("models = {}", False),
    ],
)
def test_who_imports_something_of_a_package_means_no_other_of_its_name(
    tmp_path: Path, text: str, imports_it: bool
) -> None:
    files = {
        "models/__init__.py": "",
        "models/layers.py": "",
        "models/blocks.py": "",
        "pip/__init__.py": "",
        "pip/models/__init__.py": "",
        "pip/models/link.py": "",
        "user.py": text,
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(content)
    index = ProjectIndex.build([str(tmp_path / name) for name in files])
    found = list(importers_of_package(index, str(tmp_path / "models/layers.py")))
    assert found == ([str(tmp_path / "user.py")] if imports_it else [])

"""`layerlint.queries.abandoned`: copies that were left behind, beside what replaced them."""

from __future__ import annotations

import pytest

from layerlint.queries.abandoned import is_abandoned

NET = """\
import keras

class Block(keras.layers.Layer):
    pass

class Net(keras.Model):
    pass
"""
USED = "from net import Net\n\nmodel = Net()\nmodel.fit(x, y)\n"
SETUP = {"setup.py": "from setuptools import setup\n\nsetup(name='net')\n"}


def abandoned(repository, name: str, source: str = NET, **files: str) -> bool:
    used = {"net.py": NET, "train.py": USED}
    others = {path.replace("__", "/") + ".py": text for path, text in files.items()}
    return is_abandoned(repository({name: source, **used, **others}))


@pytest.mark.parametrize(
    "name",
    [
        "net_old.py",
        "old_net.py",
        "old/net.py",
        "net_backup.py",
        "net_copy.py",
        "net copy.py",
        "unused/other.py",
        "archive/net.py",
        "deprecated/net.py",
        "net.bak.py",
        "net_v1_old.py",
    ],
)
def test_what_nobody_uses_is_left_behind_where_its_name_says_so(repository, name: str) -> None:
    assert abandoned(repository, name, NET.replace("Net", "Other").replace("Block", "Part"))


@pytest.mark.parametrize(
    "name",
    [
        "other.py",
        "threshold.py",
        "folded.py",
        "copying.py",
        "scaffold.py",
        "bakery.py",
        "gold.py",
        "manifold/net2.py",
        "holdout.py",
    ],
)
def test_a_name_that_only_has_the_letters_says_nothing(repository, name: str) -> None:
    source = NET.replace("Net", "Other").replace("Block", "Part")
    assert not abandoned(repository, name, source)


def test_a_copy_of_what_a_used_file_defines_is_left_behind(repository) -> None:
    assert abandoned(repository, "net2.py")
    assert abandoned(repository, "net2.py", NET.replace("Net", "Other"))
    more = "\nclass More(keras.Model):\n    pass\n"
    assert not abandoned(repository, "net2.py", NET.replace("Net", "Other") + more)


@pytest.mark.parametrize(
    "user",
    [
        "from net_old import Net\n",
        "import net_old\n",
        "import net_old as net\n",
        "from net_old import *\n",
        "def load():\n    from net_old import Net\n",
        "import importlib\n\nnet = importlib.import_module('net_old')\n",
    ],
)
def test_what_somebody_imports_is_in_use(repository, user: str) -> None:
    assert not abandoned(repository, "net_old.py", main=user)


@pytest.mark.parametrize(
    "user", ["# from net_old import Net\n", "from net import Net\n\nnet_old = Net\n"]
)
def test_a_mention_is_no_use(repository, user: str) -> None:
    assert abandoned(repository, "net_old.py", main=user)


@pytest.mark.parametrize(
    "run",
    [
        "if __name__ == '__main__':\n    train(Net())\n",
        "Net().fit(x, y)\n",
        "history = model.fit(x, y)\n",
        "for epoch in range(3):\n    step()\n",
    ],
)
def test_a_program_needs_nobody_to_import_it(repository, run: str) -> None:
    assert not abandoned(repository, "net2.py", NET + run)


def test_what_is_for_others_may_be_used_by_them(repository) -> None:
    setup = "from setuptools import setup\n\nsetup(name='net')\n"
    other = NET.replace("Net", "Other").replace("Block", "Part")
    assert not abandoned(repository, "parts.py", other, setup=setup)


def test_an_only_file_is_not_left_behind_by_anything(module) -> None:
    assert not is_abandoned(module(NET))
    assert not is_abandoned(module(NET, name="net.py"))


@pytest.mark.parametrize(
    ("user", "uses"),
    [
        ("from old.parts import Part\n", True),
        ("def load():\n    from old.parts import Part\n", True),
        ("def load():\n    from old import parts\n", True),
        ("parts = importlib.import_module('old.parts')\n", True),
        ("import parts\n", False),
        ("from new import parts\n", False),
        ("def load():\n    from new.parts import Part\n", False),
    ],
)
def test_what_lies_in_an_old_folder_may_be_in_use(repository, user: str, uses: bool) -> None:
    source = NET.replace("Net", "Other").replace("Block", "Part")
    found = abandoned(repository, "old/parts.py", source, main=user, new__parts="x = 1\n")
    assert found is not uses

"""The screen never loses a layer."""

from __future__ import annotations

import os
import random
import site
from pathlib import Path

import pytest

from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex
from tests.project.conftest import facts


def test_the_index_is_the_same_without_the_screen_on_real_packages():
    for root in real_packages():
        paths = sorted(map(str, root.rglob("*.py")))
        found = {}
        for screen in (True, False):
            index = ProjectIndex.build(paths)
            hierarchy = Hierarchy(index, screen=screen)
            found[screen] = [facts(layer) for path in paths for layer in hierarchy.layers(path)]
        assert found[True] == found[False]
        assert found[True]


def real_packages() -> list[Path]:
    """The packages below LAYERLINT_CORPUS; else the installed Kerases."""
    corpus = os.environ.get("LAYERLINT_CORPUS")
    if corpus:
        return sorted(path for path in Path(corpus).iterdir() if path.is_dir())
    packages = [
        Path(base) / name for base in site.getsitepackages() for name in ("keras", "tf_keras")
    ]
    return [package for package in packages if package.is_dir()]


@pytest.mark.parametrize("seed", range(60))
def test_the_index_is_the_same_without_the_screen_on_random_projects(project, seed):
    chance = random.Random(seed)
    files = {f"pkg/{name}.py": module(chance) for name in MODULES}
    # `Written.all` compares the two.
    project({"pkg/__init__.py": module(chance), **files}).all()


MODULES = ("one", "two", "three")
NAMES = ("A", "B", "Layer", "keras", "layers", "one")
IMPORTS = (
    "from pkg.{m} import {n}",
    "from .{m} import {n} as {o}",
    "from .{m} import *",
    "from pkg import {m}",
    "import pkg.{m} as {n}",
    "import keras",
    "from keras import layers as {n}",
    "from keras.layers import Layer as {n}",
    "from keras.layers import ({n},  # (noted)\n  {o})",
    "from tensorflow.keras.layers import *",
    "import \\\n  keras as {n}",
)
BINDINGS = (
    "{n} = {e}",
    "{n}, {o} = {e}, {x}",
    "({n},\n {o}) = {e}, {x}",
    "{n}: type = {e}",
    "{n} = {o} = {e}",
    "{n}=getattr({e}, 'Layer', None)",
    "if ({n} := {e}): pass",
    "del {n}",
    "def {n}({o}={e}): return {e}",
    "{n} = {o}()",
    "for {n} in ({e}, {x}): pass",
    "print({n}={e})",
)
CLASSES = (
    "class {n}({e}): pass",
    "class {n}({e}, {x}): pass",
    "class {n}(\n    # {o}\n    {e},\n): pass",
    "class {n}({e}, metaclass=type): pass",
    "class {n}(Generic[{e}], {x}): pass",
    "class {n}(six.with_metaclass(type, {e})): pass",
    "class {n}(getattr({e}, 'Layer')): pass",
    "class {n}: pass",
)
EXPRESSIONS = ("{n}", "{n}.{o}", "{n}.layers.Layer", "keras.layers.Layer", "object", "{n} or {o}")
BLOCKS = (
    "if {n}:\n{b}\nelse:\n{c}",
    "try:\n{b}\nexcept ImportError:\n{c}",
    "def {n}({o}, keras=None):\n{b}",
    "class {n}({e}):\n{b}",
    "def {n}():\n    global {o}\n{b}",
)


def module(chance: random.Random) -> str:
    """The text of a random module; not all of them make sense."""
    return block(chance, depth=0)


def block(chance: random.Random, depth: int) -> str:
    return "\n".join(statement(chance, depth) for _ in range(chance.randint(1, 6)))


def statement(chance: random.Random, depth: int) -> str:
    kinds = [IMPORTS, BINDINGS, CLASSES, CLASSES] + ([BLOCKS] if depth < 3 else [])
    template = chance.choice(chance.choice(kinds))
    fields = {"m": chance.choice(MODULES), "n": chance.choice(NAMES), "o": chance.choice(NAMES)}
    for key in ("e", "x"):
        names = {"n": chance.choice(NAMES), "o": chance.choice(NAMES)}
        fields[key] = chance.choice(EXPRESSIONS).format(**names)
    if template in BLOCKS:
        for key in ("b", "c"):
            inner = block(chance, depth + 1)
            fields[key] = "\n".join(f"    {line}" for line in inner.splitlines())
    return template.format(**fields)

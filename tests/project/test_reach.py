"""What a file may name of Keras, and that no screen of a rule loses a finding."""

from __future__ import annotations

import random
import site
from pathlib import Path

import pytest

from layerlint.config.resolve import Configuration
from layerlint.engine.linting import run as run_engine
from layerlint.files.discovery import discover
from layerlint.project.index import ProjectIndex
from layerlint.project.reach import Reach
from layerlint.project.ties import Ties
from layerlint.state.snapshot import Snapshot

MODULE_RULES = "LL113,LL309,LL509,LL701,LL702,LL703,LL705"


@pytest.mark.parametrize(
    "source",
    [
        "from keras import backend",
        "import keras\nkeras.backend.mean(x)",
        "import tensorflow as tf\ntf.keras.\\\n    backend.mean(x)",
        "from pkg.compat import K",
        "from .compat import K as other",
        "from pkg import compat\ncompat.K.mean(x)",
        "def f():\n    from . import compat as c\n    return c.tf.keras.backend.mean",
        "from pkg.again import Q",
        "from pkg.stars import K",
        "from pkg.stars import *\nQ = K",
        "from pkg.made import keras\nkeras.backend.mean(x)",
        "from pkg.compat import get\nkeras = get()\nkeras.backend.mean(x)",
        "import importlib\nK = importlib.import_module('keras.backend')",
    ],
)
def test_a_file_that_may_name_the_backend_is_found(project_files, source):
    assert project_files(source)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "import keras",
        "from keras import layers\nlayers.backend",
        "from pkg.compat import np\nnp.backend",
        "from pkg import compat\ncompat.np.mean(x)",
        "from other import backend as K",
        "from pkg import compat\nK = 1",
    ],
)
def test_a_file_that_cannot_name_it_is_not(project_files, source):
    assert not project_files(source)


@pytest.mark.parametrize("seed", range(12))
def test_screens_lose_nothing_in_random_projects(tmp_path, monkeypatch, seed):
    chance = random.Random(seed)
    monkeypatch.chdir(tmp_path)
    for name, text in {**COMPAT, **{f"m{number}": written(chance) for number in range(6)}}.items():
        path = tmp_path / "pkg" / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    screened, unscreened = shown(["pkg"])
    assert screened == unscreened


def test_screens_lose_nothing_in_random_projects_that_have_findings(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pkg").mkdir()
    for name, text in COMPAT.items():
        (tmp_path / "pkg" / f"{name}.py").write_text(text)
    for number, (line, use) in enumerate(zip(IMPORTS, USES, strict=False)):
        (tmp_path / "pkg" / f"m{number}.py").write_text(f"{line}\n{use}\n")
    screened, unscreened = shown(["pkg"])
    assert screened == unscreened != []


@pytest.mark.parametrize("package", ["keras/src/applications", "tf_keras/src/applications", "h5py"])
def test_screens_lose_nothing_in_installed_packages(monkeypatch, package):
    base = next((Path(b) for b in site.getsitepackages() if (Path(b) / package).is_dir()), None)
    if base is None:
        pytest.skip(f"{package} is not installed")
    monkeypatch.chdir(base)
    screened, unscreened = shown([package])
    assert screened == unscreened


def shown(paths: list[str]) -> list[list[tuple[str, int, str]]]:
    """What the rules about modules report, with and without screens."""
    configuration = Configuration(
        [("test", {"select": MODULE_RULES.split(",")})], file=None, isolated=True
    )
    files = discover(paths, configuration).files
    return [
        [
            (found.path, found.start_row, found.code)
            for found in run_engine(files, Snapshot(), screen=screen).diagnostics
        ]
        for screen in (True, False)
    ]


@pytest.fixture
def project_files(tmp_path):
    """Whether a file of a project with `COMPAT` may name something of the backend."""

    def spells(source: str) -> bool:
        for name, text in {**COMPAT, "user": source}.items():
            path = tmp_path / "pkg" / f"{name}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        paths = [str(path) for path in sorted(tmp_path.rglob("*.py"))]
        index = ProjectIndex.build(paths)
        reach = Reach(index, Ties(index))
        return reach.spells(str(tmp_path / "pkg/user.py"), "backend")

    return spells


COMPAT = {
    "__init__": "",
    "compat": (
        "import numpy as np\nimport tensorflow as tf\nfrom tensorflow.keras import backend as K\n"
        "from tensorflow.keras import backend\n\n\ndef get():\n    import keras\n\n"
        "    return keras\n"
    ),
    "again": "from pkg import compat\n\nQ = compat.K\n",
    "stars": "from pkg.compat import *\n",
    "made": "from pkg.compat import get\n\nkeras = get()\n",
}
IMPORTS = (
    "from pkg.compat import backend",
    "from .compat import K",
    "from pkg import compat",
    "from pkg.again import Q as K",
    "from pkg.stars import K, tf",
    "from pkg.made import keras",
    "from keras.utils import (\n    np_utils,\n)",
    "from keras.losses import (  # (all)\n    Loss, MSE)",
    "import os, tensorflow as tf",
    "from keras import layers, Input, Model",
    "import keras",
    "from tensorflow import keras",
)
USES = (
    "y = backend.mean(1)",
    "y = K.sum(1)",
    "y = compat.K.dot(1, 2)",
    "def f(x):\n    return K.mean(x)",
    "y = tf.keras.backend.mean(1)",
    "y = keras.backend.mean(1)",
    "y = keras.backend.learning_phase()",
    "y = tf.reduce_mean(Input((3,)))",
    "m = keras.Sequential()\nm.fit(1, training=True)",
    "def f(m):\n    for layer in m.layers:\n        print(layer\n            .output_shape)",
    "m = Model(1, 2)\nm.add_loss(1)",
    "y = keras.layers.experimental.EinsumDense",
    "def f(x):\n    b = compat.backend\n    return b.mean(x)",
    "for i in range(3):\n    y = layers.Dense(3, name='a')(y)",
)


def written(chance: random.Random) -> str:
    """The text of a random module; not all of them make sense."""
    lines = chance.sample(IMPORTS, chance.randint(1, 4)) + chance.sample(USES, chance.randint(1, 5))
    return "\n".join(lines) + "\n"

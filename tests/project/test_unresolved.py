"""What may be a layer, but for a base that was not found, is never passed over in silence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex
from layerlint.project.unresolved import unresolved

CALL = "    def call(self, x):\n        return x\n"
BUILD = "    def build(self, shape):\n        pass\n"


def found(tmp_path: Path, source: str, **modules: str) -> list[str]:
    """What is unresolved in `main.py`, beside which there are other modules."""
    (tmp_path / ".git").mkdir(exist_ok=True)
    for name, text in {**modules, "main": source}.items():
        (tmp_path / f"{name}.py").write_text(text)
    index = ProjectIndex.build(
        [str(tmp_path / f"{name}.py") for name in ("main", *modules)], environment=""
    )
    listed = unresolved(Hierarchy(index), str(tmp_path / "main.py"))
    return [f"{one.header.qualname} < {one.base}: {one.reason}" for one in listed]


def test_a_base_of_a_package_that_is_not_there(tmp_path: Path) -> None:
    source = f"import tensorflow\nfrom company.nn import Base\nclass Counter(Base):\n{CALL}"
    assert found(tmp_path, source) == [
        "Counter < company.nn.Base: `company` is neither in the project nor in an environment: "
        "none is read"
    ]


def test_a_base_that_its_module_does_not_define(tmp_path: Path) -> None:
    source = f"import keras, nn\nclass Counter(nn.Base):\n{CALL}"
    assert found(tmp_path, source, nn="X = 1\n") == [
        "Counter < nn.Base: no class `Base` was found in `nn`"
    ]


def test_a_base_that_no_name_stands_for(tmp_path: Path) -> None:
    source = f"import keras\nBASES = load()\nclass Counter(BASES['layer']):\n{CALL}"
    assert found(tmp_path, source) == [
        "Counter < BASES['layer']: what it is cannot be told from the code"
    ]


def test_a_base_of_a_base(tmp_path: Path) -> None:
    source = f"import keras\nfrom nn import Base\nclass Counter(Base):\n{CALL}"
    (listed,) = found(tmp_path, source, nn="import company\nclass Base(company.Layer): pass\n")
    assert listed.startswith("Counter < company.Layer: ")


def test_both_methods_tell_where_neither_library_is_mentioned(tmp_path: Path) -> None:
    header = "from company.nn import Base\nclass Counter(Base):\n"
    assert len(found(tmp_path, f"{header}{BUILD}{CALL}")) == 1
    assert found(tmp_path, f"{header}{CALL}") == []


@pytest.mark.parametrize(
    "source",
    [
        "from company import Base\nimport keras\nclass Plain(Base):\n    pass\n",
        f"import keras, enum\nclass Kind(enum.Enum):\n{CALL}",
        f"import keras, torch\nclass Net(torch.nn.Module):\n{CALL}",
        f"import tensorflow as tf\nclass Net(tf.Module):\n{CALL}",
        f"import keras\nclass Plain:\n{CALL}",
        f"import keras\nclass Plain(keras.callbacks.Callback):\n{CALL}",
        f"import keras\nfrom company import Mixin\nclass A(Mixin, keras.layers.Layer):\n{CALL}",
        "import keras\ndef wrapped(base):\n    class Wrapped(base):\n"
        "        def call(self, x):\n            return x\n",
        "import keras\ntry:\n    from company import Base\nexcept ImportError:\n    Base = object\n"
        f"class Plain(Base):\n{CALL}",
    ],
    ids=[
        "no method of a layer",
        "standard library",
        "torch",
        "tensorflow",
        "no base",
        "another class of Keras",
        "a layer all the same",
        "a base that a function is given",
        "a base that can be done without",
    ],
)
def test_silent_where_nothing_is_missed(tmp_path: Path, source: str) -> None:
    assert found(tmp_path, source) == []


SOURCE = f"import keras\nfrom company.nn import Base\n\n\nclass Counter(Base):\n{CALL}"


def run(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / ".git").mkdir(exist_ok=True)
    (tmp_path / "counter.py").write_text(SOURCE)
    command = [sys.executable, "-m", "layerlint", *arguments, "--environment", ""]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("cache", ["cold", "warm", "--no-cache", "--no-screen"])
def test_the_summary_counts_them(tmp_path: Path, cache: str) -> None:
    flags = [cache] if cache.startswith("--") else []
    if cache == "warm":
        run(tmp_path, "check")
    finished = run(tmp_path, "check", *flags)
    sentence = "1 class has a base that was not found: `layerlint layers --unresolved`\n"
    assert sentence in finished.stdout
    assert finished.returncode == 0


def test_the_command_lists_them(tmp_path: Path) -> None:
    finished = run(tmp_path, "layers", "--unresolved")
    assert finished.stdout == (
        "counter.py:5: Counter < company.nn.Base "
        "(`company` is neither in the project nor in an environment: none is read)\n"
    )
    assert finished.stderr == "1 class has a base that was not found\n"
    (facts,) = json.loads(run(tmp_path, "layers", "--unresolved", "--output-format", "json").stdout)
    assert facts["name"] == "Counter"
    assert facts["base"] == "company.nn.Base"
    assert (facts["filename"], facts["line"]) == ("counter.py", 5)


def test_a_base_that_appears_is_found_in_spite_of_the_cache(tmp_path: Path) -> None:
    assert "not found" in run(tmp_path, "check").stdout
    (tmp_path / "company").mkdir()
    (tmp_path / "company" / "__init__.py").touch()
    nn = "import keras\nclass Base(keras.layers.Layer): pass\n"
    (tmp_path / "company" / "nn.py").write_text(nn)
    assert "not found" not in run(tmp_path, "check").stdout

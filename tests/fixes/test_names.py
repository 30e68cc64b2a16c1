"""Imports are added once, renaming respects scopes, names are spelled as the file does."""

from __future__ import annotations

import libcst as cst
import pytest

from layerlint.fixes.apply import edited
from layerlint.fixes.rewrite import (
    add_import,
    insert_after,
    insert_before,
    rename,
    replace,
    spell,
)

IMPORT = "from keras import ops"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("TARGET = 1", f"{IMPORT}\n\nTARGET = 1", id="no import"),
        pytest.param(
            "# c\n\nclass TARGET: pass", f"# c\n\n{IMPORT}\n\n\nclass TARGET: pass", id="comments"
        ),
        pytest.param("'''d'''\n\nTARGET", f"'''d'''\n\n{IMPORT}\n\nTARGET", id="docstring"),
        pytest.param(
            "from __future__ import annotations\n\nTARGET",
            f"from __future__ import annotations\n\n{IMPORT}\n\nTARGET",
            id="future",
        ),
        pytest.param(
            "import os\nos.x = 1\nimport a  # c\nfrom a import (\n    b,\n)\n\nTARGET",
            f"import os\nos.x = 1\nimport a  # c\nfrom a import (\n    b,\n)\n{IMPORT}\n\nTARGET",
            id="below the last",
        ),
        pytest.param(
            "import a\nclass TARGET: pass\nimport b",
            f"import a\n{IMPORT}\nclass TARGET: pass\nimport b",
            id="above the first definition",
        ),
        pytest.param(
            "import a\nif TYPE_CHECKING:\n    from keras import ops\nTARGET",
            f"import a\n{IMPORT}\nif TYPE_CHECKING:\n    from keras import ops\nTARGET",
            id="only for type checking",
        ),
        pytest.param(
            "try:\n    import a\nexcept E:\n    import b\nTARGET",
            f"try:\n    import a\nexcept E:\n    import b\n{IMPORT}\nTARGET",
            id="below a block",
        ),
        pytest.param("import a\r\n\r\nTARGET", f"import a\r\n{IMPORT}\r\n\r\nTARGET", id="CRLF"),
    ],
)
def test_an_import_is_added(sources, before, after):
    assert sources.rewritten(before, lambda module, _: add_import(module, IMPORT)) == after


@pytest.mark.parametrize(
    "source",
    [
        "from keras import layers, ops\nTARGET",
        "import a; from keras import ops\nTARGET",
        "try:\n    from keras import ops\nexcept ImportError:\n    ops = None\nTARGET",
    ],
)
def test_an_import_that_is_there_is_not_added_again(sources, source):
    assert add_import(sources.parse(source), IMPORT) == []


def test_an_import_under_another_name_does_not_count(sources):
    module = sources.parse("from keras import ops as o\nTARGET\n")
    assert len(add_import(module, IMPORT)) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "def f(self, old=old): return old + self.old, TARGET(old=old)",
            "def f(self, new=old): return new + self.old, TARGET(old=new)",
            id="not defaults, attributes and keywords",
        ),
        pytest.param(
            "def f(old):\n    def g(old): return old\n    def h(a=old): return old\n    TARGET",
            "def f(new):\n    def g(old): return old\n    def h(a=new): return new\n    TARGET",
            id="nested functions",
        ),
        pytest.param(
            "def f(old): TARGET(lambda old: 1, lambda: old, [old for old in x], [old for x in y])",
            "def f(new): TARGET(lambda old: 1, lambda: new, [old for old in x], [new for x in y])",
            id="lambdas and comprehensions",
        ),
        pytest.param(
            "def f(old): return f'{old!r:>{old}} old' 'old' + TARGET",
            "def f(new): return f'{new!r:>{new}} old' 'old' + TARGET",
            id="f-strings",
        ),
        pytest.param(
            "def f(old):\n    def g():\n        nonlocal old\n        old = 1\n    del old; TARGET",
            "def f(new):\n    def g():\n        nonlocal new\n        new = 1\n    del new; TARGET",
            id="nonlocal and del",
        ),
        pytest.param(
            "def f():\n    import old\n    import old.x as y\n    return old.z, TARGET",
            "def f():\n    import old as new\n    import old.x as y\n    return new.z, TARGET",
            id="imports",
        ),
        pytest.param(
            "def f(old, x):\n    match x:\n        case A(old=1): TARGET\n        case old: pass",
            "def f(new, x):\n    match x:\n        case A(old=1): TARGET\n        case new: pass",
            id="patterns",
        ),
        pytest.param(
            "def f(old):\n    new = old\n    TARGET",
            "def f(old):\n    new = old\n    TARGET",
            id="taken",
        ),
    ],
)
def test_a_local_name_is_renamed_where_it_means_that_local(sources, before, after):
    def rewrite(module, name):
        function = next(node for node in module.walk() if isinstance(node, cst.FunctionDef))
        return rename(module, function, "old", "new")

    assert sources.rewritten(before, rewrite) == after


@pytest.mark.parametrize(
    ("source", "name", "expected", "added"),
    [
        ("import keras", "keras.ops.mean", "keras.ops.mean", None),
        ("import tensorflow as tf", "keras.ops.mean", "tf.keras.ops.mean", None),
        ("import tensorflow as tf", "tensorflow.shape", "tf.shape", None),
        ("from tensorflow import keras as k", "keras.ops.mean", "k.ops.mean", None),
        ("from keras.ops import mean as m", "keras.ops.mean", "m", None),
        ("from keras import ops as o", "keras.ops.mean", "o.mean", None),
        ("from keras import layers", "keras.ops.mean", "ops.mean", "from keras import ops"),
        (
            "from tensorflow.keras.layers import Layer",
            "keras.ops.mean",
            "ops.mean",
            "from tensorflow.keras import ops",
        ),
        (
            "from tf_keras.layers import Layer",
            "keras.random.SeedGenerator",
            "keras.random.SeedGenerator",
            "import tf_keras as keras",
        ),
        ("from keras import layers\nops = 1", "keras.ops.mean", "keras.ops.mean", "import keras"),
        ("import keras", "tensorflow.shape", "tf.shape", "import tensorflow as tf"),
    ],
)
def test_a_name_is_spelled_through_the_imports_of_the_file(sources, source, name, expected, added):
    module = sources.parse(f"{source}\nTARGET\n")
    spelling, edits = spell(module, sources.target(module), name)
    assert spelling == expected
    assert [edit.text.strip() for edit in edits] == ([] if added is None else [added])


def test_a_shadowed_import_is_not_used(sources):
    module = sources.parse("import keras\ndef f(keras):\n    TARGET\n")
    spelling, edits = spell(module, sources.target(module), "keras.ops.mean")
    assert spelling == "ops.mean"
    assert [edit.text.strip() for edit in edits] == ["from keras import ops"]


def test_replacing_keeps_parentheses_and_inserting_stays_outside_of_them(sources):
    source = "x = (a +  # c\n     b)[TARGET]\n"
    module = sources.parse(source)
    node = next(node for node in module.walk() if isinstance(node, cst.BinaryOperation))
    assert edited(source, replace(module, node, "c")) == "x = (c)[TARGET]\n"
    assert edited(source, insert_before(module, node, "-")) == "x = -(a +  # c\n     b)[TARGET]\n"
    assert edited(source, insert_after(module, node, ".y")) == "x = (a +  # c\n     b).y[TARGET]\n"


def test_a_parameter_extends_over_its_annotation_and_default(sources):
    source = "def f(a: (int), b=(1)): TARGET\n"
    module = sources.parse(source)
    first, second = module.function(sources.target(module)).params.params
    assert edited(source, insert_after(module, first, "=2")) == "def f(a: (int)=2, b=(1)): TARGET\n"
    assert edited(source, replace(module, second, "c")) == "def f(a: (int), c): TARGET\n"

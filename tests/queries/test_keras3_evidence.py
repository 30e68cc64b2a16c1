"""`layerlint.queries.keras3_evidence`: whether code gets past what raises on Keras 3."""

from __future__ import annotations

import pytest

from layerlint.queries.keras3_evidence import comes_to, function_comes_to
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

LAYER = """\
import keras
from keras import backend as K

class Part(keras.layers.Layer):
    def __init__(self, units=3):
        super().__init__()
        first()
        LINE
        last()

    def call(self, x):
        return there(x)

    def other(self):
        elsewhere()
"""
RAISES = [
    "K.mean(units)",
    "x = K.mean(units)",
    "x = keras.backend.mean(units)",
    "with K.name_scope('x'):\n            K.mean(units)",
    # Nobody has run on Keras 3 what only some runs come to.
    "if units > 3:\n            K.mean(units)",
    "x = units and K.mean(units)",
    "for x in units:\n            K.mean(x)",
    "mean = lambda x: K.mean(x)",
]
PASSES = [
    "keras.ops.mean(units)",
    "# K.mean(units)",
    "'K.mean(units)'",
    "try:\n            K.mean(units)\n        except AttributeError:\n            pass",
    "self.K.mean(units)",
]


def call(module, text: str) -> cst.Call:
    (found,) = [n for n in walk_kinds(module.tree, cst.Call) if module.source(n.func) == text]
    return found


def reached(module, layer, *names: str) -> list[str]:
    return [name for name in names if comes_to(layer, call(module, name))]


@pytest.mark.parametrize("line", RAISES)
def test_what_raises_ends_all_that_comes_behind_it(module, line: str) -> None:
    checked = module(LAYER.replace("LINE", line))
    assert reached(checked, checked.classes[0], "first", "last", "there") == ["first"]


@pytest.mark.parametrize("line", PASSES)
def test_what_may_not_raise_ends_nothing(module, line: str) -> None:
    checked = module(LAYER.replace("LINE", line))
    assert reached(checked, checked.classes[0], "first", "last", "there") == [
        "first",
        "last",
        "there",
    ]


def test_what_stands_in_the_very_call_happens(module) -> None:
    checked = module(LAYER.replace("LINE", "K.mean(inner(units))"))
    assert reached(checked, checked.classes[0], "inner", "last") == ["inner"]


def test_on_keras_2_everything_happens(module) -> None:
    source = LAYER.replace("import keras\nfrom keras", "import tf_keras as keras\nfrom tf_keras")
    checked = module(source.replace("LINE", "K.mean(units)"))
    assert reached(checked, checked.classes[0], "last", "there") == ["last", "there"]


CALL = "K.mean(x)\n        return there(x)"


def test_a_method_that_raises_does_not_end_those_that_run_before_it(module) -> None:
    checked = module(LAYER.replace("LINE", "").replace("return there(x)", CALL))
    assert reached(checked, checked.classes[0], "first", "last", "there") == ["first", "last"]


OWNER = """
class Owner(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        before()
        self.part = Part()
        behind()

    def call(self, x):
        return use(x)
"""


@pytest.mark.parametrize(
    ("line", "seen"),
    [("K.mean(units)", []), ("keras.ops.mean(units)", ["before", "behind", "use"])],
)
def test_what_a_class_holds_may_be_sure_to_raise(module, line: str, seen: list[str]) -> None:
    checked = module(LAYER.replace("LINE", line) + OWNER)
    assert reached(checked, checked.classes[1], "before", "behind", "use") == seen


HELD = OWNER.replace("behind()", "K.mean(3)")


def test_what_only_a_class_that_raises_holds_is_never_used(module) -> None:
    source = LAYER.replace("LINE", "") + HELD
    checked = module(source)
    assert reached(checked, checked.classes[0], "there") == []
    checked = module(source + "\npart = Part()\n")
    assert reached(checked, checked.classes[0], "there") == ["there"]


FUNCTION = """\
import keras
from keras import backend as K

class Part(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        K.mean(3)

def run(x):
    first()
    LINE
    last()
    def inner():
        within()
    return inner

def other():
    elsewhere()
"""


@pytest.mark.parametrize("line", ["K.mean(x)", "Part()", "y = Part()(x)"])
def test_a_function_comes_no_further_than_where_it_raises(module, line: str) -> None:
    checked = module(FUNCTION.replace("LINE", line))
    found = [
        n for n in ("first", "last", "elsewhere") if function_comes_to(checked, call(checked, n))
    ]
    assert found == ["first", "elsewhere"]


@pytest.mark.parametrize(
    "line",
    [
        "keras.ops.mean(x)",
        "Part",
        "if x: Part()",
        "x = lambda: Part()",
        "x and Part()",
        "y = Part() if x else None",
    ],
)
def test_one_that_may_get_past_does(module, line: str) -> None:
    checked = module(FUNCTION.replace("LINE", line))
    assert all(function_comes_to(checked, call(checked, n)) for n in ("first", "last", "within"))

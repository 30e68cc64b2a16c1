"""What `from .layers import *` brings is known by its name, as what is imported by name is."""

from __future__ import annotations

import pytest

LAYERS = """\
import keras


class Inner(keras.layers.Layer):
    def call(self, x, training, mask):
        return x


def made():
    return Inner()
"""
OUTER = """\
{imports}


class Outer(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.inner = [{made} for _ in range(3)]

    def call(self, x, training=None, mask=None):
        for inner in self.inner:
            x = inner(x, training, mask)
        return x
"""


@pytest.mark.parametrize("imports", ["from layers import *", "from layers import Inner"])
def test_a_layer_of_the_project(lint, imports):
    outer = OUTER.format(imports=f"import keras\n{imports}", made="Inner()")
    assert lint(outer, select=["LL107", "LL118"], layers=LAYERS) == [("LL118", 12)]


@pytest.mark.parametrize("imports", ["from keras.layers import *", "from layers import *"])
def test_a_layer_of_keras_also_by_way_of_a_module_of_the_project(lint, imports):
    outer = OUTER.format(imports=f"import keras\n{imports}", made="Dropout(0.5)")
    through = "from keras.layers import *\n"
    assert lint(outer, select="LL118", layers=through) == [("LL118", 12)]


def test_a_name_that_no_star_brings_stays_unknown(lint):
    outer = OUTER.format(imports="import keras\nfrom layers import *", made="Other()")
    assert lint(outer, select="LL118", layers=LAYERS) == []


def test_a_name_that_the_module_gives_another_meaning_stays_its_own(lint):
    outer = OUTER.format(imports="import keras\nfrom layers import *", made="Inner()")
    own = outer.replace("\n\n\n", "\n\n\nInner = pick()\n\n\n", 1)
    assert lint(own, select="LL118", layers=LAYERS) == []

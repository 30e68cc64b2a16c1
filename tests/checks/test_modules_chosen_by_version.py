"""A module that stands in for an old Keras is not judged as if the new one ran it."""

from __future__ import annotations

import pytest

SHIM = """\
import keras.backend as K

absolute = K.abs
reshape = K.reshape


def stack(x, axis=0):
    return K.stack(x, axis)
"""
CHOICE = """\
import keras

use_keras_2 = keras.__version__ < "3.0"
if use_keras_2:
    import layer as ops
else:
    from keras import ops
"""
LAYER = """\
import keras

from choice import ops


class Split(keras.layers.Layer):
    def call(self, x):
        return ops.reshape(x, (-1, 4, 8))
"""


def test_a_name_that_another_module_chooses_by_version(lint):
    choice = CHOICE.replace("layer", "shim")
    assert lint(LAYER, select="LL702", choice=choice, shim=SHIM) == []


def test_a_module_that_is_imported_only_for_an_old_version(lint):
    assert lint(SHIM, select="LL702", choice=CHOICE) == []


@pytest.mark.parametrize("always", ["import layer\n", "from layer import reshape\n"])
def test_a_module_that_is_imported_whatever_the_version(lint, always):
    found = lint(SHIM, select="LL702", choice=CHOICE, user=always)
    assert found == [("LL702", 3), ("LL702", 4), ("LL702", 8)]


def test_a_module_that_nobody_imports(lint):
    assert lint(SHIM, select="LL702") == [("LL702", 3), ("LL702", 4), ("LL702", 8)]

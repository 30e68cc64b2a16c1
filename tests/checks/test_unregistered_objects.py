"""LL506 offers to register an object where Keras then finds it."""

from __future__ import annotations

import pytest

SOURCE = """
from {package} import keras


class Sparse(keras.regularizers.Regularizer):
    def __call__(self, x):
        return 0.0

    def get_config(self):
        return {{}}


def roundtrip():
    dense = keras.layers.Dense(2, kernel_regularizer=Sparse())
    model = keras.Sequential([keras.Input((2,)), dense])
    model.save("sparse.{ending}")
    return keras.models.load_model("sparse.{ending}")
"""


@pytest.mark.parametrize(("ending", "offered"), [("keras", True), ("h5", False)])
def test_keras_2_finds_no_registered_regularizer_in_hdf5(diagnose, ending, offered) -> None:
    (found,) = diagnose(SOURCE.format(package="tensorflow", ending=ending), "LL506")
    assert (found.fix is not None) == offered

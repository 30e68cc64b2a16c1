"""Each operation of the table refuses what the table says, as the training flag of a layer.

Run as a script this file prints what the installed libraries do as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from layerlint.facts.flag_operations import (
    KERAS_REFUSES_NONE,
    TENSORFLOW_REFUSES_NONE,
    TENSORFLOW_REFUSES_PYTHON,
)


@pytest.fixture(scope="module", params=["0", "1"], ids=["keras3", "keras2"])
def outcomes(request: pytest.FixtureRequest) -> dict[str, list[bool]]:
    """By operation: whether a model is built with the flag, and whether one is fitted."""
    environment = {
        **os.environ,
        "TF_USE_LEGACY_KERAS": request.param,
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
    }
    run = subprocess.run(
        [sys.executable, __file__], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_a_conditional_refuses_python_values_where_a_model_is_fitted(outcomes):
    found = {name for name, (built, fitted) in outcomes.items() if not built and not fitted}
    assert found == {f"tensorflow.{name}" for name in TENSORFLOW_REFUSES_PYTHON}


def test_the_others_refuse_none_where_a_model_is_built(outcomes):
    found = {name for name, (built, fitted) in outcomes.items() if not built and fitted}
    keras = {f"keras.{name}" for name in KERAS_REFUSES_NONE if f"keras.{name}" in outcomes}
    assert found == keras | {f"tensorflow.{name}" for name in TENSORFLOW_REFUSES_NONE}


def _use(name: str, operation: object, x: object, flag: object) -> object:
    """What a layer returns that gives its flag to the operation."""
    last = name.rpartition(".")[2]
    if last == "cond":
        return operation(flag, lambda: x * 2, lambda: x)
    if last == "case":
        return operation([(flag, lambda: x * 2)], default=lambda: x)
    if last == "where":
        return operation(flag, x * 2, x)
    if last == "cast":
        result = operation(flag, "float32")
    elif last in ("constant", "convert_to_tensor", "logical_not"):
        result = operation(flag)
    else:
        result = operation(flag, True)
    return x if result is not None else None


def _outcomes() -> dict[str, list[bool]]:
    import numpy
    import tensorflow
    from tensorflow import keras

    x = numpy.ones((8, 2), "float32")
    found = {}
    names = [f"tensorflow.{n}" for n in TENSORFLOW_REFUSES_PYTHON | TENSORFLOW_REFUSES_NONE]
    if hasattr(keras, "ops"):
        names += [f"keras.{n}" for n in KERAS_REFUSES_NONE]
    for name in sorted(names):
        operation = {"tensorflow": tensorflow, "keras": keras}[name.partition(".")[0]]
        for part in name.split(".")[1:]:
            operation = getattr(operation, part)

        class Uses(keras.layers.Layer):
            name_of_operation, operation_itself = name, staticmethod(operation)

            def call(self, inputs, training=None):
                return _use(self.name_of_operation, self.operation_itself, inputs, training)

        class Model(keras.Model):
            layer_class = Uses

            def __init__(self):
                super().__init__()
                self.uses, self.head = self.layer_class(), keras.layers.Dense(1)

            def call(self, inputs, training=None):
                return self.head(self.uses(inputs, training=training))

        def build(layer_class: type = Uses) -> None:
            inputs = keras.Input((2,))
            keras.Model(inputs, layer_class()(inputs))

        def fit(model_class: type = Model) -> None:
            model = model_class()
            model.compile(optimizer="sgd", loss="mse")
            model.fit(x, x[:, :1], verbose=0)

        found[name] = [_works(build), _works(fit)]
    return found


def _works(action: object) -> bool:
    try:
        action()
    except (TypeError, ValueError):
        return False
    return True


if __name__ == "__main__":
    print(json.dumps(_outcomes()))

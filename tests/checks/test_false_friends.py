"""Code that is often called wrong, and that works: no rule may say anything about it."""

from __future__ import annotations

import pytest

BOTH = ("import tf_keras as keras", "import keras")
HEAD = """
{package}
import tensorflow as tf
"""


def silent(lint, source, packages=BOTH):
    """Whether no default rule reports anything, whichever Keras the module is written for."""
    found = [lint(HEAD.format(package=package) + source) for package in packages]
    assert found == [[] for _ in packages]


def test_a_layer_that_only_wraps_mode_dependent_layers_needs_no_training(lint):
    silent(
        lint,
        """
class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4)
        self.norm = keras.layers.BatchNormalization()
        self.dropout = keras.layers.Dropout(0.5)

    def call(self, x):
        return self.dropout(self.norm(self.dense(x)))
""",
    )


def test_the_flag_need_not_be_passed_on_to_sublayers(lint):
    silent(
        lint,
        """
class Noisy(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4)
        self.dropout = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        if training:
            x = 0.9 * x
        return self.dropout(self.dense(x))
""",
    )


def test_a_layer_with_plain_arguments_needs_no_get_config(lint):
    silent(
        lint,
        """
class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, mode="mul", axes=(1, 2), **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.mode = mode
        self.axes = axes

    def call(self, x):
        return x * self.factor if self.mode == "mul" else x + self.factor * len(self.axes)
""",
    )


@pytest.mark.parametrize(
    ("held", "layers"),
    [
        ("[[keras.layers.Dense(3)], [keras.layers.Dense(3)]]", "[row[0] for row in self.held]"),
        ("{'a': [keras.layers.Dense(3)]}", "self.held['a']"),
        ("(keras.layers.Dense(3), (keras.layers.Dense(3),))", "[self.held[0], self.held[1][0]]"),
    ],
)
def test_keras_3_finds_layers_in_nested_containers(lint, held, layers):
    silent(
        lint,
        f"""
class Grid(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = {held}

    def call(self, x):
        for layer in {layers}:
            x = layer(x)
        return x
""",
        BOTH[1:],
    )


def test_build_need_not_call_its_base_or_set_built(lint):
    silent(
        lint,
        """
class Bias(keras.layers.Layer):
    def build(self, input_shape):
        self.bias = self.add_weight(name="bias", shape=(input_shape[-1],), initializer="zeros")

    def call(self, x):
        return x + self.bias
""",
    )


def test_a_functional_update_is_no_update_of_state(lint):
    silent(
        lint,
        """
class Clear(keras.layers.Layer):
    def call(self, x):
        zeros = tf.zeros_like(x[:1])
        return tf.tensor_scatter_nd_update(x, [[0]], zeros)
""",
    )
    silent(
        lint,
        """
class Clear(keras.layers.Layer):
    def call(self, x):
        return keras.ops.scatter_update(x, [[0]], keras.ops.zeros_like(x[:1]))
""",
        BOTH[1:],
    )


def test_assign_may_be_the_name_of_a_sublayer(lint):
    silent(
        lint,
        """
class Cluster(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.assign = keras.layers.Dense(8, activation="softmax")

    def call(self, x):
        return self.assign(x)
""",
    )


def test_predict_needs_no_training_argument(lint):
    silent(
        lint,
        """
model = keras.Sequential([keras.Input((3,)), keras.layers.Dropout(0.5), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.predict(tf.ones((2, 3)))
model(tf.ones((2, 3)), training=False)
""",
    )


def test_the_structure_that_call_is_given_is_its_own(lint):
    silent(
        lint,
        """
class Rename(keras.layers.Layer):
    def call(self, inputs):
        inputs["total"] = inputs["a"] + inputs.pop("b")
        return inputs["total"]
""",
    )


def test_a_sublayer_may_be_built_by_its_first_call(lint):
    silent(
        lint,
        """
class Lazy(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.first = keras.layers.Dense(4)
        self.second = keras.layers.Dense(4)

    def call(self, x):
        return self.second(self.first(x))
""",
    )


def test_tf_keras_backend_has_most_of_what_it_always_had(lint):
    silent(
        lint,
        """
from tensorflow.keras import backend as K


class Norm(keras.layers.Layer):
    def call(self, x):
        return (x - K.mean(x, axis=-1, keepdims=True)) / (K.std(x, axis=-1, keepdims=True) + 1e-3)
""",
        ("from tensorflow import keras",),
    )


@pytest.mark.parametrize("method", ["adapt", "reset_statistics", "quantize"])
def test_what_is_not_on_the_path_of_call_may_write(lint, method):
    silent(
        lint,
        f"""
class Center(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(
            name="mean", shape=(input_shape[-1],), initializer="zeros", trainable=False
        )
        self.mean.assign(tf.ones((input_shape[-1],)))

    def {method}(self, data):
        self.mean.assign(tf.reduce_mean(data, axis=0))

    def call(self, x):
        return x - self.mean
""",
    )


def test_a_training_step_and_a_callback_may_write(lint):
    silent(
        lint,
        """
class Counting(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.steps = self.add_weight(name="steps", shape=(), initializer="zeros", trainable=False)

    def call(self, x):
        return self.dense(x)

    def train_step(self, data):
        self.steps.assign_add(1.0)
        return super().train_step(data)


class Restart(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.steps.assign(0.0)
""",
    )


def test_a_state_weight_that_call_only_reads_may_be_trainable(lint):
    silent(
        lint,
        """
class Gate(keras.layers.Layer):
    def build(self, input_shape):
        self.gate = self.add_weight(
            name="gate",
            shape=(input_shape[-1],),
            initializer="ones",
            regularizer=keras.regularizers.L2(1e-4),
        )

    def call(self, x):
        return x * tf.sigmoid(self.gate)
""",
    )

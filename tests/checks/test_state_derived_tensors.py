"""Tensors that are made of weights before `call()`."""

from __future__ import annotations

import pytest

DERIVED = """
import numpy as np
import tensorflow as tf
import tensorflow_probability as tfp
from tensorflow import keras
from keras import ops


class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        {made}

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return {used}
"""


def derived(made, used="x @ self.mix"):
    return DERIVED.format(made=made, used=used)


@pytest.mark.parametrize(
    "made",
    [
        "self.mix = tf.nn.softmax(self.w)",
        "self.mix = keras.ops.softmax(self.w)",
        "self.mix = ops.transpose(self.w)",
        "self.mix = self.w ** 2",
        "self.mix = -self.w",
        "self.mix = 0.5 * (self.w + tf.transpose(self.w))",
        "self.mix = tf.exp(local)",
        "self.mix = self.softened()",
        "mix = tf.nn.softmax(self.w); self.mix = mix",
        "self.mix = tf.concat([self.w, self.w], axis=0)",
        "self.mix = tf.nn.softmax(self.all[0])",
        "self.mix = self.w[0]",
        "self.mix = tf.linalg.cholesky(self.w)",
        "self.half = 0.5 * self.w; self.mix = tf.exp(self.half)",
        "self.mix = self.w + tf.random.normal((3, 3)) * local",
        "ws = []; ws.append(self.add_weight(shape=(3, 1))); self.mix = tf.concat(ws, -1)",
        "mean, variance = tf.nn.moments(self.w, [0]); self.mix = self.w - mean",
        "self.mix = tf.convert_to_tensor(self.w)",
        "self.mix = self.w.numpy()",
        "self.mix = np.linalg.inv(self.w)",
        "self.mix = tf.transpose(self.embedding.embeddings)",
        "self.mix = tf.nn.softmax(self.w) if self.trainable else tf.exp(self.w)",
        "self.mix: tf.Tensor = tf.nn.softmax(self.w)",
    ],
)
def test_a_tensor_made_of_a_weight_before_call_is_reported(lint, made):
    found = lint(derived(made), select=["LL208", "LL219"])
    assert [code for code, _ in found] == ["LL208"]


@pytest.mark.parametrize(
    ("made", "used"),
    [
        ("self.dist = tfp.distributions.Normal(0.0, tf.nn.softplus(self.w))", "self.dist.sample()"),
        ("self.dist = tfp.distributions.Normal(self.w[0], 1.0)", "self.dist.log_prob(x)"),
        ("self.mixes = [tf.nn.softmax(w) for w in (self.w,)]", "x"),
        ("self.mixes = [tf.nn.softmax(self.w), tf.exp(self.w)]", "x @ self.mixes[0]"),
        ("self.mixes = {'a': tf.nn.softmax(self.w)}", "x @ self.mixes['a']"),
        ("self.w = tf.nn.softmax(self.w)", "x @ self.w"),
    ],
)
def test_it_is_reported_inside_an_object_too(lint, made, used):
    expected = [] if used == "x" else ["LL208"]
    assert [code for code, _ in lint(derived(made, used), select="LL208")] == expected


@pytest.mark.parametrize(
    ("made", "used"),
    [
        ("self.mix = self.w", "x @ self.mix"),
        ("self.mix = self.all[0]", "x @ self.mix"),
        ("self.mix = tf.exp(self.state)", "x @ self.mix"),
        ("self.mix = tf.stop_gradient(self.w)", "x @ self.mix"),
        ("self.mix = tf.linalg.LinearOperatorFullMatrix(self.w)", "self.mix.matmul(x)"),
        ("self.mix = self.w.shape", "tf.reshape(x, self.mix)"),
        ("self.mix = tf.shape(self.w)", "tf.reshape(x, self.mix)"),
        ("self.mix = tf.zeros_like(self.w)", "x @ self.mix"),
        ("self.mix = lambda: tf.exp(self.w)", "x @ self.mix()"),
        ("self.mix = keras.layers.Dense(3, kernel_initializer=self.w)", "self.mix(x)"),
        ("self.mix = tfp.distributions.Normal(self.w, 1.0)", "self.mix.log_prob(x)"),
        ("self.mix = tf.exp(self.w)", "x @ self.w"),
        # What the weights were at first, to be compared with what they are.
        ("self.initial = tf.identity(self.w)", "x @ (self.w - self.initial)"),
        ("self.mix = tf.identity(self.w)", "x @ (self.w - self.mix)"),
        (
            "self.norm_0 = self.add_weight(name='n', shape=(), "
            "initializer=keras.initializers.Constant(tf.norm(self.w)))",
            "x * self.norm_0",
        ),
    ],
)
def test_a_weight_by_another_name_and_what_is_meant_to_stay_are_left_alone(lint, made, used):
    assert lint(derived(made, used), select="LL208") == []


def test_what_call_makes_anew_is_left_alone(lint):
    source = derived("self.mix = tf.nn.softmax(self.w)").replace(
        "        return x", "        self.mix = tf.nn.softmax(self.w)\n        return x"
    )
    assert lint(source, select="LL208") == []


def test_a_model_and_an_inherited_weight_are_reported(lint):
    source = """
        import keras
        from keras import ops


        class Base(keras.layers.Layer):
            def build(self, input_shape):
                self.theta = self.add_weight(shape=(3,))


        class Gate(Base):
            def build(self, input_shape):
                super().build(input_shape)
                self._prepare()

            def _prepare(self):
                self.gate = ops.sigmoid(self.theta)

            def call(self, x):
                return self._apply(x)

            def _apply(self, x):
                return x * self.gate


        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.alpha = self.add_weight(shape=())
                self.scale = ops.exp(self.alpha)

            def call(self, x):
                return x * self.scale
        """
    assert lint(source, select="LL208") == [("LL208", 17), ("LL208", 30)]


TIED = """
import tensorflow as tf
from {package} import layers


class Tied(layers.Layer):
    def __init__(self, tied_to, **kwargs):
        super().__init__(**kwargs)
        self.tied_to = tied_to

    def build(self, input_shape):
        self.bias = self.add_weight(name="bias", shape=(3,))
        self.kernel = tf.transpose({weight})

    def call(self, x):
        return tf.matmul(x, self.kernel) + self.bias
"""


@pytest.mark.parametrize("package", ["keras", "tf_keras", "tensorflow.keras"])
@pytest.mark.parametrize("weight", ["self.tied_to.kernel", "self.tied_to.trainable_weights[0]"])
def test_a_kernel_that_is_tied_before_call_is_a_copy(lint, package, weight):
    source = TIED.format(package=package, weight=weight)
    assert lint(source, select="LL208") == [("LL208", 13)]


@pytest.mark.parametrize("weight", ["self.tied_to.matrix", "self.tied_to"])
def test_what_is_taken_of_an_object_that_is_not_known_is_left_alone(lint, weight):
    assert lint(TIED.format(package="keras", weight=weight), select="LL208") == []


def test_an_inherited_kernel_that_is_masked_in_build_is_not_trained_on_keras_2(lint):
    source = """
        import tf_keras


        class Masked(tf_keras.layers.Dense):
            def __init__(self, units, mask, **kwargs):
                super().__init__(units, **kwargs)
                self.mask = mask

            def build(self, input_shape):
                super().build(input_shape)
                self.kernel = self.kernel * self.mask
        """
    assert lint(source, select="LL208") == [("LL208", 12)]
    assert lint(source.replace("tf_keras", "keras"), select="LL208") == []


def test_a_graph_that_is_made_once_keeps_its_tensors(lint):
    source = derived("self.mix = tf.nn.softmax(self.w)")
    source = source.replace("import tensorflow as tf", "import tensorflow.compat.v1 as tf")
    assert lint(source, select="LL208") == []

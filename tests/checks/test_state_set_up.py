"""What `__init__` and `build` do that belongs into `call()` or into a weight."""

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
    assert [code for code, _ in lint(derived(made), select="LL208")] == ["LL208"]


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
@pytest.mark.parametrize("weight", ["self.tied_to.kernel", "self.tied_to.embeddings"])
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


RANDOM = """
import numpy as np
import random
import keras
import tensorflow as tf
from tensorflow.keras import backend as K


class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        {made}

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return {used}
"""


def drawn(made, used="x @ self.w"):
    return RANDOM.format(made=made, used=used)


@pytest.mark.parametrize(
    "made",
    [
        "self.w = tf.random.normal((3, 4))",
        "self.w = tf.random.normal(shape, stddev=0.1)",
        "self.w = tf.random.uniform(shape, -1.0, 1.0)",
        "self.w = tf.random.normal(shape, seed=None)",
        "self.w = keras.random.normal(shape)",
        "self.w = K.random_normal(shape)",
        "self.w = np.random.randn(3, 4)",
        "self.w = np.random.normal(size=shape).astype('float32')",
        "self.w = np.random.uniform(-1, 1, (3, 4))",
        "self.w = np.random.permutation(3)",
        "self.w = tf.constant(np.random.normal(0, 1, shape), dtype=tf.float32)",
        "self.w = tf.cast(tf.random.uniform(shape) > 0.5, tf.float32)",
        "self.w = 2 * np.pi * tf.random.uniform(shape)",
        "w = tf.random.normal(shape); self.w = w / tf.norm(w)",
        "rng = np.random.default_rng(); self.w = rng.normal(size=shape)",
        "self.w = np.random.RandomState().randn(3, 4)",
        "self.w = self.draw(shape)",
        "q, _ = np.linalg.qr(np.random.randn(3, 3)); self.w = q",
        "self.w = np.linalg.qr(np.random.randn(3, 3))[0]",
        "self.w = keras.initializers.RandomNormal()(shape)",
        "init = tf.random_normal_initializer(); self.w = init(shape)",
        "self.w = keras.initializers.get('glorot_uniform')(shape)",
        "self.w = random.sample(range(10), 3)",
    ],
)
def test_a_constant_that_is_drawn_is_reported(lint, made):
    assert [code for code, _ in lint(drawn(made), select="LL219")] == ["LL219"]


@pytest.mark.parametrize(
    "made",
    [
        "self.w = tf.random.normal(shape, seed=1)",
        "self.w = tf.random.normal(shape, seed=self.seed)",
        "self.w = tf.random.stateless_normal(shape, seed=(1, 2))",
        "self.w = keras.random.normal(shape, seed=1337)",
        "self.w = np.random.RandomState(0).randn(3, 4)",
        "rng = np.random.default_rng(self.seed); self.w = rng.normal(size=shape)",
        "np.random.seed(0); self.w = np.random.randn(3, 4)",
        "self.w = keras.initializers.RandomNormal(seed=1)(shape)",
        "self.w = self.add_weight(shape=shape, initializer='random_normal')",
        "self.w = self.add_weight(shape=shape, initializer=lambda s, **k: tf.random.normal(s))",
        "self.w = lambda: tf.random.normal(shape)",
        "self.w = tf.zeros_like(tf.random.normal(shape))",
        # A single number.
        "self.w = np.random.rand()",
        "self.w = np.random.uniform(0, 1)",
        "self.w = tf.random.uniform(())",
        "self.w = random.random()",
        "self.w = keras.layers.Dense(3, bias_initializer=keras.initializers.RandomNormal())",
    ],
)
def test_what_is_the_same_after_loading_is_left_alone(lint, made):
    assert lint(drawn(made), select="LL219") == []


@pytest.mark.parametrize("used", ["x", "tf.reshape(x, self.w.shape)", "x + len(self.w)"])
def test_only_what_call_computes_with_counts(lint, used):
    assert lint(drawn("self.w = tf.random.normal((3, 4))", used), select="LL219") == []


@pytest.mark.parametrize(
    "method",
    [
        "def get_config(self):\n        return {'w': self.w.tolist()}",
        "def save_own_variables(self, store):\n        store['w'] = self.w",
        "def resample(self):\n        self.w = tf.random.normal((3, 4))",
    ],
)
def test_what_is_saved_or_drawn_again_is_left_alone(lint, method):
    source = drawn("self.w = tf.random.normal((3, 4))") + f"\n    {method}\n"
    assert lint(source, select="LL219") == []


@pytest.mark.parametrize(
    ("made", "shape", "initializer"),
    [
        ("tf.random.normal((3, 4))", "(3, 4)", "RandomNormal(stddev=1.0)"),
        ("tf.random.normal([3, 4], 1.0, 0.5)", "[3, 4]", "RandomNormal(mean=1.0, stddev=0.5)"),
        ("tf.random.uniform((3, 4))", "(3, 4)", "RandomUniform(minval=0.0, maxval=1.0)"),
        ("keras.random.uniform((3,), maxval=9.0)", "(3,)", "RandomUniform(minval=0.0, maxval=9.0)"),
        ("tf.random.truncated_normal((3, 4))", "(3, 4)", "TruncatedNormal(stddev=1.0)"),
    ],
)
def test_one_plain_draw_becomes_a_weight(diagnose, made, shape, initializer):
    (found,) = diagnose(drawn(f"self.w = {made}"), select="LL219")
    assert found.fix is not None
    assert found.fix.applicability == "unsafe"
    text = " ".join(found.fix.edits[0].text.split())
    assert text == (
        f'self.add_weight( name="w", shape={shape}, '
        f"initializer=keras.initializers.{initializer}, trainable=False, )"
    )


@pytest.mark.parametrize(
    "made",
    [
        "self.w = 2.0 * tf.random.normal((3, 4))",
        "self.w = tf.random.normal(shape)",
        "self.w = tf.random.normal((3, 4), dtype=tf.float64)",
        "self.w = np.random.randn(3, 4)",
    ],
)
def test_a_value_that_is_more_than_a_draw_is_for_the_author(diagnose, made):
    (found,) = diagnose(drawn(made), select="LL219")
    assert found.fix is None


LOSS = """
import functools
import keras
import tensorflow as tf


class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        {init}

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        {build}

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        {call}
        return tf.matmul(x, self.kernel)
"""


def loss(build="pass", init="pass", call="pass", package="keras"):
    source = LOSS.format(build=build, init=init, call=call)
    return source if package == "keras" else source.replace("keras", package)


@pytest.mark.parametrize(
    "build",
    [
        "self.add_loss(0.1 * tf.reduce_sum(self.kernel**2))",
        "self.add_loss(tf.nn.l2_loss(self.kernel))",
        "self.add_loss(self.penalty())",
        "self.add_loss([self.penalty(), self.penalty()])",
        "self.add_loss(self.regularizer(self.kernel))",
        "penalty = 0.1 * self.penalty(); self.add_loss(penalty)",
        "super().add_loss(self.penalty())",
        "self.add_loss(losses=self.penalty())",
    ],
)
@pytest.mark.parametrize("package", ["keras", "tf_keras"])
def test_a_loss_that_build_adds_is_gone(lint, build, package):
    assert lint(loss(build, package=package), select="LL221") == [("LL221", 16)]


def test_a_helper_of_build_adds_it_as_well(lint):
    source = loss("self._regularize()") + (
        "\n    def _regularize(self):\n        self.add_loss(self.penalty())\n"
    )
    assert lint(source, select="LL221") == [("LL221", 26)]


@pytest.mark.parametrize(
    "function",
    ["lambda: 0.1", "self.penalty", "functools.partial(tf.reduce_sum, 1)", "[lambda: 0.1]"],
)
@pytest.mark.parametrize("place", ["init", "build"])
def test_a_function_works_on_keras_2_only(lint, diagnose, function, place):
    given = {place: f"self.add_loss({function})"}
    (found,) = diagnose(loss(**given), select="LL221")
    assert found.generations == frozenset({3}) or tuple(found.generations) == (3,)
    assert lint(loss(**given, package="tf_keras"), select="LL221") == []


@pytest.mark.parametrize(
    "given",
    [
        {"call": "self.add_loss(self.penalty())"},
        {"build": "self._regularize()", "call": "self._regularize()"},
        {"build": "self.hook = lambda: self.add_loss(self.penalty())"},
        {"build": "self.inner.add_loss(self.penalty())"},
        {"build": "self.add_loss(loss)"},
    ],
)
def test_a_loss_that_call_adds_and_one_that_is_not_known_are_left_alone(lint, given):
    source = loss(**given) + "\n    def _regularize(self):\n        self.add_loss(self.penalty())\n"
    assert lint(source, select="LL221") == []


def test_a_model_that_is_a_functional_graph_keeps_its_losses(lint):
    source = """
        import tensorflow as tf
        import tf_keras


        class Autoencoder(tf_keras.Model):
            def __init__(self):
                inputs = tf_keras.Input((3,))
                outputs = tf_keras.layers.Dense(3)(inputs)
                super().__init__(inputs, outputs)
                self.add_loss(tf.reduce_mean((inputs - outputs) ** 2))
        """
    assert lint(source, select="LL221") == []


def test_a_model_whose_layers_call_uses_loses_them(lint):
    source = """
        import keras
        from keras import ops


        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.scale = self.add_weight(shape=())
                self.add_loss(ops.square(self.scale))

            def call(self, x):
                return x * self.scale
        """
    assert lint(source, select="LL221") == [("LL221", 10)]

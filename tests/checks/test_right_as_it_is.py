"""Code that looks like a bug and is none: each once was, or easily is, reported."""

from __future__ import annotations

from textwrap import dedent

import pytest

KERAS2 = "import tensorflow as tf\nimport tf_keras as keras\n\n\n"
KERAS3 = "import keras\nimport tensorflow as tf\nfrom keras import ops\n\n\n"

SILENT = {
    "a flag that is only thrown away": (
        "LL109",
        KERAS3,
        """
        class Plain(keras.layers.Dense):
            def call(self, *args, **kwargs):
                kwargs.pop("training", None)
                return super().call(*args, **kwargs)
        """,
    ),
    "a flag that is kept in a name that nobody reads": (
        "LL109",
        KERAS3,
        """
        class Plain(keras.layers.Dense):
            def call(self, x, **kwargs):
                training = kwargs.pop("training", None)
                return super().call(x)
        """,
    ),
    "variables without names that no model lives to save": (
        "LL214",
        KERAS2,
        """
        class Norm(keras.layers.Layer):
            def call(self, x):
                self.scale = tf.Variable(tf.ones([4]))
                self.shift = tf.Variable(tf.zeros([4]))
                return x * self.scale + self.shift
        """,
    ),
    "a layer made once, under a computed name": (
        "LL204",
        KERAS2,
        """
        class Norms(keras.layers.Layer):
            def norm(self, key):
                name = "norm_" + key
                if not hasattr(self, name):
                    setattr(self, name, keras.layers.LayerNormalization())
                return getattr(self, name)

            def call(self, x):
                return self.norm("x")(x)
        """,
    ),
    "a size that the class's own __call__ fills in": (
        "LL302",
        KERAS3,
        """
        class Pool(keras.layers.Layer):
            def __call__(self, x, index, size=None):
                if size is None:
                    size = int(ops.max(index)) + 1
                return self.call(x, index=index, size=size)

            def call(self, x, index, size=None):
                index = ops.cast(index, "int32")
                if size is None:
                    size = int(ops.max(index)) + 1
                return ops.segment_max(x, index, num_segments=size)
        """,
    ),
    "a tensor of the constructor, which has its value": (
        "LL302",
        KERAS3,
        """
        class Scaled(keras.layers.Layer):
            def __init__(self, factor=1.0, **kwargs):
                super().__init__(**kwargs)
                self.factor = tf.constant(factor, dtype=tf.float32)

            def call(self, x):
                return x * float(self.factor)
        """,
    ),
    "what is counted before the layer is built": (
        "LL207",
        KERAS3,
        """
        class Scaled(keras.layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.scale = 1.0

            def call(self, x):
                if not self.built:
                    self.scale *= 2.0
                return x * self.scale
        """,
    ),
    "layers in a function that converts what it gets": (
        "LL309",
        KERAS3,
        """
        def perceptron(x, sizes):
            x = tf.convert_to_tensor(x)
            for size in sizes:
                x = keras.layers.Dense(size)(x)
            return tf.reshape(x, (-1, sizes[-1]))


        def encode(x, y):
            hidden = perceptron(tf.concat([x, y], axis=-1), [4, 4])
            return tf.reduce_mean(hidden, axis=1)
        """,
    ),
    "layers on what has a shape of TensorFlow": (
        "LL309",
        KERAS3,
        """
        def attention(q):
            width = q.shape.as_list()[-1]
            return tf.nn.softmax(keras.layers.Dense(width)(q))
        """,
    ),
    "the degree of a node, which nothing trains": (
        "LL312",
        KERAS3,
        """
        class Mean(keras.layers.Layer):
            def call(self, x, index, weight):
                degree = ops.segment_sum(weight, index)
                inverse = ops.where(ops.equal(degree, 0), 0.0, 1.0 / degree)
                return x * ops.expand_dims(inverse, -1)
        """,
    ),
    "a mode of three words, which picks a computation": (
        "LL108",
        KERAS2,
        """
        class Decoder(keras.Model):
            def call(self, x, mode="train"):
                if mode not in ("train", "eval", "predict"):
                    raise ValueError(mode)
                return x + 1.0 if mode == "train" else x
        """,
    ),
    "a weight that another attribute holds as well": (
        "LL205",
        KERAS2,
        """
        class Normed(keras.layers.Dense):
            def build(self, input_shape):
                super().build(input_shape)
                self.direction = self.kernel
                self.kernel = tf.Variable(self.direction)
                self.length = self.kernel

            def call(self, x):
                self.kernel = tf.nn.l2_normalize(self.length, axis=0)
                return super().call(x)
        """,
    ),
    "a weight made once, which build has made before": (
        "LL203",
        KERAS3,
        """
        class Table(keras.layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.made = False

            def build(self, input_shape):
                self.make()

            def make(self):
                if self.made:
                    return
                self.table = self.add_weight(shape=(), name="table")
                self.made = True

            def call(self, x):
                if not self.made:
                    self.make()
                return x + self.table
        """,
    ),
    "what stateless_call gives back to the variables that it was given": (
        "LL102",
        KERAS3,
        """
        class Halved(keras.layers.Wrapper):
            def call(self, x, training=None):
                state = self.layer.non_trainable_variables
                outputs, after = self.layer.stateless_call(
                    [w * 0.5 for w in self.layer.trainable_variables], state, x
                )
                for variable, value in zip(state, after):
                    variable.assign(value)
                return outputs
        """,
    ),
    "the memory of a layer that says it is stateful": (
        "LL102",
        KERAS2,
        """
        class Past(keras.layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.stateful = True

            def build(self, input_shape):
                self.last = self.add_weight(name="last", shape=(2, 4), trainable=False)

            def call(self, x):
                before = tf.identity(self.last)
                self.last.assign(x)
                return x + before
        """,
    ),
    "a float32 weight that is left alone on purpose": (
        "LL308",
        KERAS2,
        """
        class Norm(keras.layers.Layer):
            def build(self, input_shape):
                self.scale = self.add_weight(
                    name="scale", shape=input_shape[-1:], experimental_autocast=False
                )

            def call(self, x):
                square = tf.reduce_mean(tf.square(tf.cast(x, tf.float32)), -1, keepdims=True)
                return tf.cast(tf.cast(x, tf.float32) * tf.math.rsqrt(square) * self.scale, x.dtype)
        """,
    ),
    "questions that symbolic tensors answer": (
        "LL309",
        KERAS3,
        """
        inputs = keras.Input((4, 2))
        steps, width = tf.keras.backend.int_shape(inputs)[1:]
        known = tf.get_static_value(inputs)
        """,
    ),
    "a function that is gone, whatever it is given": (
        "LL309",
        KERAS3,
        """
        inputs = keras.Input((4,))
        run = tf.keras.backend.function([inputs], [inputs])
        """,
    ),
    "a projection that a global seed draws again": (
        "LL201",
        KERAS3,
        """
        class Projected(keras.layers.Layer):
            def build(self, input_shape):
                tf.random.set_seed(42)
                self.plane = tf.Variable(tf.random.normal((4, 8)), trainable=False)

            def call(self, x):
                return x @ self.plane
        """,
    ),
    "an initializer of the project by its name": (
        "LL209",
        KERAS2,
        """
        class Complex(keras.layers.Dense):
            def __init__(self, units, kernel_initializer="ComplexGlorot", **kwargs):
                super().__init__(units, kernel_initializer=kernel_initializer, **kwargs)

            def build(self, input_shape):
                shape = (input_shape[-1], self.units)
                self.re = self.add_weight(
                    name="re", shape=shape, initializer=self.kernel_initializer
                )
                self.im = self.add_weight(
                    name="im", shape=shape, initializer=self.kernel_initializer
                )

            def call(self, x):
                return x @ self.re + x @ self.im
        """,
    ),
    "start vectors that the layer overwrites": (
        "LL209",
        KERAS2,
        """
        class Spectral(keras.layers.Layer):
            def build(self, input_shape):
                start = keras.initializers.RandomNormal()
                self.u = self.add_weight(
                    name="u", shape=(4,), initializer=start, trainable=False
                )
                self.v = self.add_weight(
                    name="v", shape=(4,), initializer=start, trainable=False
                )

            def call(self, x, training=None):
                if training:
                    self.v.assign(tf.nn.l2_normalize(self.u))
                    self.u.assign(tf.nn.l2_normalize(self.v))
                return x / tf.reduce_sum(self.u * self.v)
        """,
    ),
}


@pytest.mark.parametrize(("code", "head", "source"), SILENT.values(), ids=SILENT.keys())
def test_it_is_not_reported(code, head, source, lint):
    assert lint(head + dedent(source), select=code) == []


def message(diagnose, code, source):
    found = diagnose(source, select=code)
    assert len(found) == 1
    return found[0].message


def test_a_variable_that_the_layer_writes_is_said_to_lose_what_is_written(diagnose):
    source = """
class Support(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.examples = tf.Variable(tf.zeros((4, 2)))

    def learn(self, examples):
        self.examples.assign(examples)

    def call(self, x):
        return x @ self.examples
"""
    assert "what is written to it is not saved" in message(diagnose, "LL201", KERAS3 + source)


GUARDED = """
class Log(keras.layers.Layer):
    def call(self, x):
        return {expression}
"""


def test_where_the_gradient_is_nan_is_said_by_the_side_that_the_condition_leaves_out(diagnose):
    above = GUARDED.format(expression="tf.where(x > 0, tf.math.log(x), 0.0)")
    assert "is NaN where `x > 0` is false" in message(diagnose, "LL312", KERAS2 + above)
    equal = GUARDED.format(expression="tf.where(tf.equal(x, 0.0), 0.0, 1.0 / x)")
    assert "is NaN where `tf.equal(x, 0.0)` is true" in message(diagnose, "LL312", KERAS2 + equal)


SHARED = """
class Pair(keras.layers.Layer):
    def build(self, input_shape):
        draw = keras.initializers.RandomNormal()
        self.query = self.add_weight(name="query", shape=(4, 3), initializer=draw)
        self.bias = self.add_weight(name="bias", shape={bias}, initializer={initializer})
        {third}

    def call(self, x):
        return x @ self.query + self.bias
"""


def test_the_other_weight_that_is_named_has_the_same_shape(diagnose):
    third = 'self.key = self.add_weight(name="key", shape=(3,), initializer=draw)'
    source = SHARED.format(bias="(3,)", initializer="draw", third=third)
    text = message(diagnose, "LL209", KERAS2 + source)
    assert "used for `key` as well: both draw the same numbers" in text


def test_weights_of_different_shapes_only_begin_with_the_same_numbers(diagnose):
    source = SHARED.format(bias="(3,)", initializer="draw", third="pass")
    assert "both begin with the same" in message(diagnose, "LL209", KERAS2 + source)


def test_a_variable_that_may_be_trained_is_not_said_to_be_drawn_anew(diagnose):
    source = """
class Biased(keras.layers.Layer):
    def __init__(self, use_bias=True, bias_initializer="zeros", **kwargs):
        super().__init__(**kwargs)
        self.use_bias = use_bias
        self.bias_initializer = keras.initializers.get(bias_initializer)

    def build(self, input_shape):
        self.bias = tf.Variable(self.bias_initializer(shape=(3,)), trainable=self.use_bias)

    def call(self, x):
        return x + self.bias
"""
    assert "not trained by `fit` and not saved" in message(diagnose, "LL201", KERAS3 + source)


def test_a_function_with_many_branches_on_tensors_is_reported_once(diagnose):
    source = """
class Clip(keras.layers.Layer):
    def call(self, x):
        low, high = ops.min(x), ops.max(x)
        if low < 0.0 and high > 1.0:
            x = ops.clip(x, 0.0, 1.0)
        if high > 2.0:
            x = x / 2.0
        return x
"""
    text = message(diagnose, "LL303", KERAS3 + source)
    assert "the value of `low < 0.0`, a tensor, as do 2 tests below" in text


FLAG = """
class Cached(keras.layers.Layer):
    def call(self, x, training=None):
        return self.attend(x, training)

    def attend(self, x, cache=None, training=False):
        if training:
            x = x + tf.random.normal(tf.shape(x))
        return x
"""


def test_it_is_said_where_a_misplaced_flag_lands(diagnose):
    found = diagnose(KERAS2 + FLAG, select="LL117")
    assert len(found) == 1
    assert "The flag falls to `cache` of `self.attend`" in found[0].message
    assert [edit.text for edit in found[0].fix.edits] == ["training="]


LOOP = """
class Sorted(keras.layers.Layer):
    def call(self, x):
        rows = x.shape[0]
        return tf.stack([tf.sort(x[i]) for i in range(rows)])
"""
ZEROS = """
class Padded(keras.layers.Layer):
    def call(self, x):
        rows = x.shape[0]
        return tf.concat([x, tf.zeros((rows, 4))], axis=-1)
"""


def test_a_size_with_which_python_counts_is_not_replaced_by_a_tensor(diagnose):
    assert [one.fix for one in diagnose(KERAS2 + LOOP, select="LL304")] == [None]
    assert all(one.fix for one in diagnose(KERAS2 + ZEROS, select="LL304"))


POSITIONS = """
class Sines(keras.layers.Layer):
    def call(self, x):
        steps = {steps}
        return x + {function}(tf.cast(steps, tf.float32))
"""


def test_positions_are_not_made_coarser_by_a_safe_fix(diagnose):
    sines = POSITIONS.format(steps="tf.range(8)", function="tf.sin")
    found = diagnose(KERAS2 + sines, select="LL308")
    assert [one.fix.applicability for one in found] == ["unsafe"]
    shares = POSITIONS.format(steps="tf.argmax(x, -1)", function="tf.abs")
    found = diagnose(KERAS2 + shares, select="LL308")
    assert [one.fix.applicability for one in found] == ["safe"]


def test_a_weight_of_the_base_is_not_renamed_where_only_the_subclass_is_seen(diagnose):
    source = """
class Scaled(keras.layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.kernel = self.add_weight(name="scaled", shape=(4, self.units))
"""
    assert [one.fix for one in diagnose(KERAS3 + source, select="LL212")] == [None]

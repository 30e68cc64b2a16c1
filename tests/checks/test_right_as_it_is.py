"""Code that looks like a bug and is none: each once was, or easily is, reported."""

from __future__ import annotations

import pytest

KERAS2 = "import tensorflow as tf\nimport tf_keras as keras\n\n\n"
KERAS3 = "import keras\nimport tensorflow as tf\nfrom keras import ops\n\n\n"


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


def test_a_gradient_is_nan_at_the_pole_and_nowhere_else_that_the_condition_leaves_out(diagnose):
    above = GUARDED.format(expression="tf.where(x > 0, tf.math.log(x), 0.0)")
    assert "is NaN where `x` is 0: " in message(diagnose, "LL312", KERAS2 + above)
    equal = GUARDED.format(expression="tf.where(tf.equal(x, 0.0), 0.0, 1.0 / x)")
    assert "is NaN where `x` is 0: " in message(diagnose, "LL312", KERAS2 + equal)


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
    third = 'self.key = self.add_weight(name="key", shape=(4, 3), initializer=draw)'
    source = SHARED.format(bias="(3,)", initializer="draw", third=third)
    text = message(diagnose, "LL209", KERAS2 + source)
    assert "used for `query` as well: both draw the same numbers" in text


def test_weights_of_different_shapes_only_begin_with_the_same_numbers(diagnose):
    source = SHARED.format(bias="(3, 3)", initializer="draw", third="pass")
    assert "both begin with the same" in message(diagnose, "LL209", KERAS2 + source)


def test_a_matrix_and_a_vector_have_nothing_in_common_but_their_first_numbers(diagnose):
    source = SHARED.format(bias="(3,)", initializer="draw", third="pass")
    assert diagnose(KERAS2 + source, select="LL209") == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("tensorflow==2.4.0", []),
        ("keras==2.4.3", []),
        ("tensorflow>=2.4,<2.10", []),
        ("tensorflow>=2.4", ["LL209"]),
        ("tensorflow==2.10.0", ["LL209"]),
        ("keras<3", ["LL209"]),
    ],
)
def test_an_initializer_draws_anew_before_keras_2_10(lint, tmp_path, asked, found) -> None:
    (tmp_path / "requirements.txt").write_text(asked)
    source = """
import tensorflow as tf
class Pair(tf.keras.layers.Layer):
    def build(self, input_shape):
        init = tf.keras.initializers.GlorotUniform()
        self.first = self.add_weight("first", shape=(3, 3), initializer=init)
        self.second = self.add_weight("second", shape=(3, 3), initializer=init)
    def call(self, x):
        return x @ self.first @ self.second
"""
    assert [code for code, *_ in lint(source, select="LL209")] == found


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


SHARE = """
class Share(keras.layers.Layer):
    def call(self, x):
        return tf.reduce_sum(x, axis=0) / x.shape[0]
"""


def test_no_float_is_divided_by_the_size_that_a_graph_has(diagnose):
    assert [one.fix for one in diagnose(KERAS2 + SHARE, select="LL304")] == [None]


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


GATE = """
class Gated(keras.layers.Layer):
    def build(self, shape):
        self.logits = keras.layers.Dense(1)
        self.decay = self.add_weight(name="decay", shape=(4,))

    def call(self, x, mask=None):
        return x * {gate}
"""
CHOSEN = {
    "tf.sigmoid(tf.cast(self.logits(x), tf.float32))": "unsafe",
    "tf.exp(tf.cast(self.decay, tf.float32))": "unsafe",
    "tf.cast(self.logits(x) > 0, tf.float32)": "safe",
    "tf.cast(mask, tf.float32)": "safe",
    "tf.ones((4,), dtype=tf.float32)": "safe",
}


@pytest.mark.parametrize("gate", CHOSEN)
def test_a_float_that_is_cast_to_more_digits_keeps_them_unless_its_author_says_so(gate, diagnose):
    found = diagnose(KERAS2 + GATE.format(gate=gate), select="LL308")
    assert [one.fix.applicability for one in found] == [CHOSEN[gate]]


def test_a_weight_of_the_base_is_not_renamed_where_only_the_subclass_is_seen(diagnose):
    source = """
class Scaled(keras.layers.Dense):
    def build(self, input_shape):
        super().build(input_shape)
        self.kernel = self.add_weight(name="scaled", shape=(4, self.units))
"""
    assert [one.fix for one in diagnose(KERAS3 + source, select="LL212")] == [None]


UNNAMED = """
import tensorflow as tf
import tf_keras


class Linear(tf_keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.w = tf.Variable(tf.ones((3, units)))
        self.b = tf.Variable(tf.zeros((units,)))

    def call(self, x):
        return x @ self.w + self.b
"""


def test_an_application_that_writes_no_hdf5_needs_no_names(diagnose, tmp_path):
    def reported(**files: str) -> int:
        return len(diagnose(UNNAMED, "LL214", **files))

    assert reported() == 1  # nothing tells what it belongs to
    (tmp_path / ".git").mkdir()
    assert reported() == 1  # no program runs it: it may be for others
    assert reported(train="model.fit(x)\n") == 0
    assert reported(train="model.save_weights('weights.h5')\n") == 1
    (tmp_path / "train.py").unlink()
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'layers'\n")
    assert reported() == 1

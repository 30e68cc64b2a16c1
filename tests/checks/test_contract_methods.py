"""What Keras expects of `build`, `call` and their like: LL405 to LL411 and LL413 to LL416."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

HEAD = """\
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


"""


def lines(lint: Any, source: str, rule: str) -> list[int]:
    """The lines of `source` that the rule reports."""
    found = lint(HEAD + dedent(source), select=rule)
    return sorted({line - HEAD.count("\n") for _, line in found})


def marked(source: str) -> list[int]:
    """The lines that end in `# here`."""
    return [
        number
        for number, line in enumerate(dedent(source).splitlines(), 1)
        if line.endswith("# here")
    ]


def generations(diagnose: Any, source: str, rule: str) -> tuple[int, ...]:
    """Where the only finding holds."""
    (found,) = diagnose(HEAD + dedent(source), rule)
    return found.generations


SIGNATURES = {
    "(3,)": """\
        class Gate(layers.Layer):
            def build(self, input_shape, context=None):  # here
                self.w = self.add_weight(name="w", shape=(4,))

            def call(self, x):
                return x * self.w
        """,
    "(2,)": """\
        class Gate(layers.Layer):
            def build(self):  # here
                self.w = self.add_weight(name="w", shape=(4,))

            def call(self, x):
                return x * self.w
        """,
    "(2, 3)": """\
        class Gate(layers.Layer):
            def build(self, query_shape, value_shape):  # here
                self.w = self.add_weight(name="w", shape=(4,))

            def call(self, x, context):
                return x * self.w + context
        """,
}


@pytest.mark.parametrize(("where", "source"), SIGNATURES.items(), ids=SIGNATURES.keys())
def test_shapes_that_keras_does_not_pass_are_found(where: str, source: str, lint, diagnose):
    assert lines(lint, source, "LL405") == marked(source)
    assert str(generations(diagnose, source, "LL405")) == where


def test_several_shapes_named_like_the_inputs_are_a_matter_of_keras_2(diagnose):
    source = """\
    class Gate(layers.Layer):
        def build(self, x_shape, context_shape):
            self.w = self.add_weight(name="w", shape=(4,))

        def call(self, x, context):
            return x * self.w + context
    """
    assert generations(diagnose, source, "LL405") == (2,)


FILLED = {
    "any name": "def build(self, shape): ...",
    "a default": "def build(self, input_shape=None): ...",
    "any arguments": "def build(self, *shapes, **kwargs): ...",
}


@pytest.mark.parametrize("build", FILLED.values(), ids=FILLED.keys())
def test_a_single_shape_is_fine(build: str, lint):
    source = f"""\
    class Gate(layers.Layer):
        {build}

        def call(self, x):
            return x
    """
    assert lines(lint, source, "LL405") == []


UNBUILT = {
    "a model": """\
        class Net(keras.Model):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(1)

            def build(self, input_shape):  # here
                self.scale = self.add_weight(name="scale", shape=(1,))

            def call(self, x):
                return self.dense(x) * self.scale
        """,
    "a layer that knows its output": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(4)

            def build(self, input_shape):  # here
                self.built = True

            def call(self, x):
                return self.dense(x)

            def compute_output_shape(self, input_shape):
                return (*input_shape[:-1], 4)
        """,
    "without a build": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(4)

            def call(self, x):
                return self.dense(x)

            def compute_output_shape(self, input_shape):  # here
                return (*input_shape[:-1], 4)
        """,
    "made in build": """\
        class Block(layers.Layer):
            def build(self, input_shape):  # here
                self.dense = layers.Dense(input_shape[-1])

            def call(self, x):
                return self.dense(x)

            def compute_output_shape(self, input_shape):
                return input_shape
        """,
    "one of two": """\
        class Net(keras.Model):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.first = layers.Dense(4)
                self.second = layers.Dense(1)

            def build(self, input_shape):  # here
                self.first.build(input_shape)

            def call(self, x):
                return self.second(self.first(x))
        """,
    "by hand": """\
        class Inner(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(4)

            def build(self, input_shape):  # here
                self.scale = self.add_weight(name="scale", shape=(1,))

            def call(self, x):
                return self.dense(x) * self.scale


        class Net(keras.Model):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.inner = Inner()

            def build(self, input_shape):
                self.inner.build(input_shape)

            def call(self, x):
                return self.inner(x)
        """,
}


@pytest.mark.parametrize("source", UNBUILT.values(), ids=UNBUILT.keys())
def test_children_that_nobody_builds_are_found(source: str, lint):
    assert lines(lint, source, "LL406") == marked(source)


BUILT = {
    "built one by one": """\
        class Net(keras.Model):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.steps = [layers.Dense(4), layers.Dense(1)]
                self.norm = layers.LayerNormalization()

            def build(self, input_shape):
                for step in self.steps:
                    step.build(input_shape)
                    input_shape = step.compute_output_shape(input_shape)
                self.norm.build(input_shape)

            def call(self, x):
                for step in self.steps:
                    x = step(x)
                return self.norm(x)
        """,
    "built by a call": """\
        class Net(keras.Model):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(1)

            def build(self, input_shape):
                self.call(keras.Input(input_shape[1:]))

            def call(self, x):
                return self.dense(x)
        """,
    "no build": """\
        class Net(keras.Model):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(1)

            def call(self, x):
                return self.dense(x)
        """,
    "a layer that is called symbolically": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(4)

            def build(self, input_shape):
                self.scale = self.add_weight(name="scale", shape=(1,))

            def call(self, x):
                return self.dense(x) * self.scale
        """,
    "nothing to build": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.drop = layers.Dropout(0.5)

            def call(self, x):
                return self.drop(x)

            def compute_output_shape(self, input_shape):
                return input_shape
        """,
    "built in the constructor": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(4)
                self.dense.build((None, 4))

            def call(self, x):
                return self.dense(x)

            def compute_output_shape(self, input_shape):
                return input_shape
        """,
    "built in a helper": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(4)

            def build(self, input_shape):
                self._build_parts(input_shape)

            def _build_parts(self, shape):
                self.dense.build(shape)

            def call(self, x):
                return self.dense(x)

            def compute_output_shape(self, input_shape):
                return input_shape
        """,
    "built before it is kept": """\
        class Block(layers.Layer):
            def build(self, input_shape):
                dense = layers.Dense(input_shape[-1])
                dense.build(input_shape)
                self.dense = dense

            def call(self, x):
                return self.dense(x)

            def compute_output_shape(self, input_shape):
                return input_shape
        """,
    "a model within a model": """\
        class Inner(keras.Model):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(1)

            def build(self, input_shape):
                self.built = True

            def call(self, x):
                return self.dense(x)


        class Outer(keras.Model):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.inner = Inner()

            def call(self, x):
                return self.inner(x)
        """,
}


@pytest.mark.parametrize("source", BUILT.values(), ids=BUILT.keys())
def test_children_that_are_built_somehow_are_fine(source: str, lint):
    assert lines(lint, source, "LL406") == []


def test_a_model_that_runs_the_base_s_build_is_right_on_keras_2(diagnose):
    source = """\
    class Net(keras.Model):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.dense = layers.Dense(1)

        def build(self, input_shape):
            super().build(input_shape)

        def call(self, x):
            return self.dense(x)
    """
    assert generations(diagnose, source, "LL406") == (3,)


DUNDER = {
    "with a build": """\
        class Shift(layers.Layer):
            def build(self, input_shape):
                self.shift = self.add_weight(name="shift", shape=(1,))

            def __call__(self, x):  # here
                return x + self.shift
        """,
    "with sublayers": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(4)

            def __call__(self, x):  # here
                return self.dense(x)
        """,
    "with a flag": """\
        class Noise(layers.Layer):
            def __call__(self, x, training=None):  # here
                return x + tf.random.normal(tf.shape(x)) if training else x
        """,
}


@pytest.mark.parametrize("source", DUNDER.values(), ids=DUNDER.keys())
def test_a_replaced_dunder_call_is_found(source: str, lint):
    assert lines(lint, source, "LL407") == marked(source)


DUNDER_ALLOWED = {
    "restored by the class": """\
        class Features(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(4)

            def __call__(self, x):
                return self.dense(x)

            def build_from_config(self, config):
                self.dense.build(config["shape"])
        """,
    "extended": """\
        class Block(layers.Layer):
            def build(self, input_shape):
                self.w = self.add_weight(name="w", shape=(1,))

            def __call__(self, x, *args, **kwargs):
                return super().__call__(tf.convert_to_tensor(x), *args, **kwargs)

            def call(self, x):
                return x * self.w
        """,
    "a metric": """\
        class Error(layers.Layer):
            def build(self, input_shape):
                self.total = self.add_weight(name="total", shape=())

            def __call__(self, y_true, y_pred):
                return tf.reduce_mean(tf.abs(y_true - y_pred))
        """,
    "a plain function": """\
        class Double(layers.Layer):
            def __call__(self, x):
                return 2.0 * x
        """,
    "refused": """\
        class Abstract(layers.Layer):
            def build(self, input_shape):
                self.w = self.add_weight(name="w", shape=(1,))

            def __call__(self, x):
                raise NotImplementedError
        """,
    "no layer": """\
        class Schedule(keras.optimizers.schedules.LearningRateSchedule):
            def __call__(self, step):
                return 1.0 / step
        """,
}


@pytest.mark.parametrize("source", DUNDER_ALLOWED.values(), ids=DUNDER_ALLOWED.keys())
def test_other_dunder_calls_are_fine(source: str, lint):
    assert lines(lint, source, "LL407") == []


SILENT = {
    "behind the flag": """\
        class Noise(layers.Layer):
            def call(self, x, training=None):  # here
                if training:
                    return x + 1.0
        """,
    "a forgotten return": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(4)

            def call(self, x):  # here
                x = self.dense(x)
        """,
    "a bare return": """\
        class Block(layers.Layer):
            def call(self, x, mask=None):
                if mask is None:
                    return  # here
                return x * tf.cast(mask, x.dtype)
        """,
    "elif": """\
        class Block(layers.Layer):
            def call(self, x, mask=None, training=None):  # here
                if mask is not None:
                    return x
                elif training:
                    return 2.0 * x
        """,
}


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_calls_without_a_result_are_found(source: str, lint):
    assert lines(lint, source, "LL408") == marked(source)


RETURNING = {
    "else": """\
        class Noise(layers.Layer):
            def call(self, x, training=None):
                if training:
                    return x + 1.0
                else:
                    return x
        """,
    "abstract": """\
        class Block(layers.Layer):
            def call(self, x):
                \"\"\"Compute something.\"\"\"
        """,
    "raise": """\
        class Block(layers.Layer):
            def call(self, x):
                raise NotImplementedError
        """,
    "a choice of strings": """\
        class Pool(layers.Layer):
            def call(self, x):
                if self.mode == "max":
                    return tf.reduce_max(x, 1)
                elif self.mode == "mean":
                    return tf.reduce_mean(x, 1)
        """,
    "a loss layer": """\
        class Penalty(layers.Layer):
            def call(self, x):
                loss = tf.reduce_sum(x)
                self.add_loss(loss)
        """,
    "with": """\
        class Block(layers.Layer):
            def call(self, x):
                with tf.name_scope("block"):
                    return 2.0 * x
        """,
    "None on purpose": """\
        class Block(layers.Layer):
            def call(self, x, mask=None):
                if mask is None:
                    return None
                return x
        """,
}


@pytest.mark.parametrize("source", RETURNING.values(), ids=RETURNING.keys())
def test_calls_that_return_or_need_not_are_fine(source: str, lint):
    assert lines(lint, source, "LL408") == []


MASKED = {
    "elementwise": """\
        class Zero(layers.Layer):
            def call(self, x, mask=None):  # here
                if mask is not None:
                    x = x * tf.cast(mask, x.dtype)[..., None]
                return x
        """,
    "a residual block": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.attention = Attention()
                self.norm = layers.LayerNormalization()

            def call(self, x, mask=None):  # here
                return self.norm(x + self.attention(x, mask))


        class Attention(layers.Layer):
            def call(self, x, mask):
                return tf.matmul(x, x)


        words = layers.Embedding(9, 4, mask_zero=True)
        """,
    "a recurrent layer": """\
        class Reader(layers.Layer):
            def __init__(self, units, **kwargs):
                super().__init__(**kwargs)
                self.lstm = layers.LSTM(units, return_sequences=True)

            def call(self, x, mask=None):  # here
                return self.lstm(x, mask=mask)
        """,
    "added by a layer": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(4)
                self.add = layers.Add()

            def call(self, x, mask=None):  # here
                keep = 1.0 if mask is None else tf.cast(mask, x.dtype)[..., None]
                return self.add([x, self.dense(x) * keep])
        """,
}


@pytest.mark.parametrize("source", MASKED.values(), ids=MASKED.keys())
def test_layers_that_end_the_mask_are_found(source: str, lint):
    assert lines(lint, source, "LL409") == marked(source)


OTHER_MASKS = {
    "of scores": """\
        class Scores(layers.Layer):
            def call(self, scores, mask=None):
                if mask is not None:
                    scores = tf.where(mask, scores, -1e4)
                return tf.nn.softmax(scores)
        """,
    "of pairs": """\
        class Pairs(layers.Layer):
            def call(self, x, mask=None):
                if mask is not None:
                    x = x * tf.expand_dims(tf.cast(mask, x.dtype), axis=-1)
                return tf.expand_dims(x, 2) * tf.expand_dims(x, 1)
        """,
    "for attention, in a module without masks of Keras": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.attention = layers.MultiHeadAttention(2, 4)

            def call(self, x, mask=None):
                return x + self.attention(x, x, attention_mask=mask)
        """,
    "that the caller fills": """\
        class Zero(layers.Layer):
            def call(self, x, mask=None):
                if mask is not None:
                    x = x * tf.cast(mask, x.dtype)[..., None]
                return x


        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.zero = Zero()

            def call(self, inputs):
                x, present = inputs
                return self.zero(x, mask=present)
        """,
}


@pytest.mark.parametrize("source", OTHER_MASKS.values(), ids=OTHER_MASKS.keys())
def test_a_mask_that_is_not_one_of_keras_need_not_be_passed_on(source: str, lint):
    assert lines(lint, source, "LL409") == []


MASK_ENDS = {
    "pooling": """\
        class Mean(layers.Layer):
            def call(self, x, mask=None):
                if mask is not None:
                    x = x * tf.cast(mask, x.dtype)[..., None]
                return tf.reduce_sum(x, axis=1)
        """,
    "the last step": """\
        class Last(layers.Layer):
            def call(self, x, mask=None):
                return (x * tf.cast(mask, x.dtype)[..., None])[:, -1]
        """,
    "said in the constructor": """\
        class Zero(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.supports_masking = True

            def call(self, x, mask=None):
                return x * tf.cast(mask, x.dtype)[..., None]
        """,
    "computed": """\
        class Zero(layers.Layer):
            def call(self, x, mask=None):
                return x * tf.cast(mask, x.dtype)[..., None]

            def compute_mask(self, inputs, mask=None):
                return mask
        """,
    "not used": """\
        class Double(layers.Layer):
            def call(self, x, mask=None):
                return 2.0 * x
        """,
    "a built-in base": """\
        class Wide(layers.Dense):
            def call(self, x, mask=None):
                return super().call(x) * tf.cast(mask, x.dtype)[..., None]
        """,
    "a mask that must be passed": """\
        class Zero(layers.Layer):
            def call(self, x, mask):
                return x * tf.cast(mask, x.dtype)[..., None]
        """,
    "attention over the steps": """\
        class Attend(layers.Layer):
            def call(self, x, mask=None):
                scores = tf.reduce_sum(x, axis=-1)
                if mask is not None:
                    scores = tf.where(mask, scores, -1e4)
                return tf.einsum("bt,btc->bc", tf.nn.softmax(scores), x)
        """,
}


@pytest.mark.parametrize("source", MASK_ENDS.values(), ids=MASK_ENDS.keys())
def test_layers_where_the_mask_may_end_are_fine(source: str, lint):
    assert lines(lint, source, "LL409") == []


EMBEDDED = """\
class Encoder({base}):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = layers.Embedding(10, 4, mask_zero={masked})
        self.drop = layers.Dropout(0.1)
        self.lstm = layers.LSTM(4{arguments})

    def call(self, ids):
{body}
"""


def embedded(body: str, base: str = "layers.Layer", masked: str = "True", **given: str) -> str:
    """A layer with an embedding and these statements in `call`."""
    body = "\n".join(f"        {line}" for line in dedent(body).strip().splitlines())
    arguments = given.get("arguments", "")
    return EMBEDDED.format(base=base, masked=masked, body=body, arguments=arguments)


EMBEDDINGS = {
    "returned": "return self.embedding(ids) * 2.0  # here",
    "to a recurrent layer": """\
        x = self.embedding(ids)
        x = x + tf.reduce_mean(x, axis=-1, keepdims=True)
        return self.lstm(x)  # here
        """,
    "past layers that keep it": """\
        x = tf.nn.relu(self.drop(self.embedding(ids)))
        return self.lstm(self.drop(x))  # here
        """,
}


@pytest.mark.parametrize("body", EMBEDDINGS.values(), ids=EMBEDDINGS.keys())
def test_masks_of_embeddings_that_get_lost_are_found(body: str, lint):
    source = embedded(body)
    expected = marked(source) if "lstm" in body else [8]
    assert lines(lint, source, "LL409") == expected


EMBEDDINGS_ALLOWED = {
    "layers keep it": "return self.lstm(self.drop(self.embedding(ids)))",
    "passed": """\
        mask = ids != 0
        return self.lstm(self.embedding(ids) * 2.0, mask=mask)
        """,
    "made again": """\
        x = self.embedding(ids) * 2.0
        return x, self.embedding.compute_mask(ids)
        """,
    "no steps left": "return tf.reduce_sum(self.embedding(ids), axis=1)",
}


@pytest.mark.parametrize("body", EMBEDDINGS_ALLOWED.values(), ids=EMBEDDINGS_ALLOWED.keys())
def test_embeddings_whose_mask_arrives_are_fine(body: str, lint):
    assert lines(lint, embedded(body), "LL409") == []


def test_an_embedding_without_a_mask_has_none_to_lose(lint):
    assert lines(lint, embedded("return self.embedding(ids) * 2.0", masked="False"), "LL409") == []


SCALE = """class Scale(layers.Layer):
    def call(self, x):  # here
        return x * 2.0


"""
CHAINS = {
    "a list": """\
        model = keras.Sequential(
            [layers.Embedding(10, 4, mask_zero=True), Scale(), layers.Dropout(0.1), layers.LSTM(4)]
        )
        """,
    "add": """\
        def make():
            model = keras.Sequential()
            model.add(layers.Masking())
            model.add(Scale())
            model.add(layers.Bidirectional(layers.GRU(4)))
            return model
        """,
    "functional": """\
        inputs = keras.Input((None,))
        x = layers.Embedding(10, 4, mask_zero=True)(inputs)
        x = Scale()(x)
        y = layers.GlobalAveragePooling1D()(x)
        """,
}


@pytest.mark.parametrize("model", CHAINS.values(), ids=CHAINS.keys())
def test_layers_between_a_mask_and_its_user_are_found(model: str, lint):
    source = SCALE + dedent(model)
    assert lines(lint, source, "LL409") == marked(source)


CHAINS_ALLOWED = {
    "no mask": "keras.Sequential([layers.Embedding(10, 4), Scale(), layers.LSTM(4)])\n",
    "nobody uses it": "keras.Sequential([layers.Masking(), Scale(), layers.Flatten()])\n",
    "used before": "keras.Sequential([layers.Masking(), layers.LSTM(4), Scale()])\n",
}


@pytest.mark.parametrize("model", CHAINS_ALLOWED.values(), ids=CHAINS_ALLOWED.keys())
def test_layers_behind_which_nobody_wants_a_mask_are_fine(model: str, lint):
    assert lines(lint, SCALE + model, "LL409") == []


def test_a_class_attribute_has_no_effect_on_keras_2(diagnose):
    source = """\
    class Double(layers.Layer):
        supports_masking = True

        def call(self, x):
            return 2.0 * x
    """
    assert generations(diagnose, source, "LL409") == (2,)


SET = {
    "past the base": """\
        class Block(layers.Layer):
            def __setattr__(self, name, value):  # here
                object.__setattr__(self, name, value)
        """,
    "into the dictionary": """\
        class Block(layers.Layer):
            def __setattr__(self, name, value):  # here
                self.__dict__[name] = value
        """,
}


@pytest.mark.parametrize("source", SET.values(), ids=SET.keys())
def test_attributes_set_past_keras_are_found(source: str, lint):
    assert lines(lint, source, "LL410") == marked(source)


def test_attributes_set_past_keras_at_times_are_fine(lint):
    source = """\
    class Block(layers.Layer):
        def __setattr__(self, name, value):
            if name.startswith("_raw"):
                object.__setattr__(self, name, value)
            else:
                super().__setattr__(name, value)
    """
    assert lines(lint, source, "LL410") == []


POSITIONAL_HEAD = """\
class Pool(layers.Layer):
    def call(self, x, mode="max", training=None):
        return tf.reduce_max(x, 1) if mode == "max" else tf.reduce_mean(x, 1)


"""
POSITIONAL = {
    "a string": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.pool = Pool()

            def call(self, x):
                return self.pool(x, "mean")  # here
        """,
    "a list": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.pool = Pool()

            def call(self, x):
                return self.pool(x, [1, 2])  # here
        """,
    "made and called": """\
        def head(inputs):
            return Pool()(inputs, "mean")  # here
        """,
    "made before": """\
        pool = Pool()
        outputs = pool(keras.Input((4, 3)), "mean")  # here
        """,
}
BY_NAME = {
    "another layer of that name": """\
        def head(inputs, pool):
            Pool = make()
            return Pool()(inputs, "mean"), pool(inputs, "mean")
        """,
    "by name": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.pool = Pool()

            def call(self, x):
                return self.pool(x, mode="mean")
        """,
    "None": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.pool = Pool()

            def call(self, x):
                return self.pool(x, None)
        """,
    "the flag": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.pool = Pool()

            def call(self, x):
                return self.pool(x, None, True)
        """,
    "a method": """\
        class Block(layers.Layer):
            def call(self, x):
                return self.pool(x, "mean")

            def pool(self, x, mode):
                return tf.reduce_max(x, 1) if mode == "max" else tf.reduce_mean(x, 1)
        """,
}


@pytest.mark.parametrize("source", POSITIONAL.values(), ids=POSITIONAL.keys())
def test_python_values_by_position_are_found(source: str, lint):
    source = POSITIONAL_HEAD + dedent(source)
    assert lines(lint, source, "LL411") == marked(source)


@pytest.mark.parametrize("source", BY_NAME.values(), ids=BY_NAME.keys())
def test_python_values_by_name_are_fine(source: str, lint):
    assert lines(lint, POSITIONAL_HEAD + dedent(source), "LL411") == []


def built(body: str, call: str = "return x") -> str:
    """A layer with these statements in `build`."""
    lines = "\n".join(f"        {line}" for line in dedent(body).strip().splitlines())
    return (
        "class Block(layers.Layer):\n"
        f"    def build(self, input_shape):\n{lines}\n\n"
        f"    def call(self, x):\n        {call}\n"
    )


TYPE_TESTS = {
    "isinstance": """\
        if isinstance(input_shape, list):
            input_shape = input_shape[0]
        """,
    "a tuple": """\
        if not isinstance(input_shape, tuple):
            input_shape = input_shape[0]
        """,
    "type": """\
        if type(input_shape) == list:
            input_shape = input_shape[0]
        """,
    "equality": """\
        if input_shape == (None, 4):
            self.small = True
        """,
    "an assertion": """\
        assert isinstance(input_shape, tuple)
        """,
}


@pytest.mark.parametrize("body", TYPE_TESTS.values(), ids=TYPE_TESTS.keys())
def test_tests_of_the_shape_s_type_are_found(body: str, lint):
    assert len(lines(lint, built(body), "LL413")) == 1


TYPE_TESTS_ALLOWED = {
    "both types": "if isinstance(input_shape, (list, tuple)): size = len(input_shape)",
    "the first entry too": (
        "if isinstance(input_shape, list) and isinstance(input_shape[0], tuple): pass"
    ),
    "insisting on several": """\
        if not isinstance(input_shape, list):
            raise ValueError("several inputs are needed")
        """,
    "converting": """\
        if isinstance(input_shape, list):
            input_shape = tuple(input_shape)
        """,
    "converted before": """\
        input_shape = tuple(input_shape)
        if isinstance(input_shape, list):
            input_shape = input_shape[0]
        """,
    "a TensorShape": "if isinstance(input_shape, tf.TensorShape): pass",
    "another list": "if isinstance(self.units, list): pass",
}


@pytest.mark.parametrize("body", TYPE_TESTS_ALLOWED.values(), ids=TYPE_TESTS_ALLOWED.keys())
def test_other_tests_of_types_are_fine(body: str, lint):
    assert lines(lint, built(body), "LL413") == []


CONSTANT_TESTS = {
    "list or tuple": """\
        if isinstance(input_shape, (list, tuple)):
            dim = input_shape[0][-1]
        else:
            dim = input_shape[-1]
        """,
    "a sequence": """\
        if isinstance(input_shape, Sequence):
            input_shape = input_shape[0]
        self.dim = input_shape[-1]
        """,
    "a TensorShape, or an error": """\
        if not isinstance(input_shape, tf.TensorShape):
            raise ValueError(input_shape)
        """,
    "a TensorShape, or several": """\
        dim = input_shape[-1] if isinstance(input_shape, tf.TensorShape) else input_shape[0][-1]
        """,
}


@pytest.mark.parametrize("body", CONSTANT_TESTS.values(), ids=CONSTANT_TESTS.keys())
def test_tests_that_keras_3_always_answers_in_the_wrong_way_are_found(body: str, lint):
    source = "from collections.abc import Sequence\n\n\n" + built(body)
    assert len(lines(lint, source, "LL413")) == 1


CONSTANT_TESTS_ALLOWED = {
    "the entries tell": """\
        if isinstance(input_shape, (list, tuple)) and isinstance(input_shape[0], (list, tuple)):
            input_shape = input_shape[0]
        """,
    "what is done with a tuple fits it": """\
        if isinstance(input_shape, (list, tuple)):
            dim = input_shape[-1]
        else:
            dim = input_shape.as_list()[-1]
        """,
    "a conversion": """\
        if not isinstance(input_shape, tf.TensorShape):
            input_shape = tf.TensorShape(input_shape)
        """,
    "an error that a tuple is spared": """\
        if not isinstance(input_shape, (list, tuple)):
            raise ValueError(input_shape)
        """,
}


@pytest.mark.parametrize("body", CONSTANT_TESTS_ALLOWED.values(), ids=CONSTANT_TESTS_ALLOWED.keys())
def test_tests_that_keras_3_answers_well_are_fine(body: str, lint):
    assert lines(lint, built(body), "LL413") == []


def test_a_layer_that_always_gets_several_inputs_may_ask_for_a_list(lint):
    source = built(
        "if isinstance(input_shape, list): input_shape = input_shape[0]",
        call="a, b = x\n        return a + b",
    )
    assert lines(lint, source, "LL413") == []


SUMS = {
    "behind": "shape = input_shape[1:] + (4,)",
    "in front": "shape = (1,) + input_shape[1:]",
    "around": "shape = (1,) + input_shape[1:-1] + (4,)",
    "a list": "shape = [1] + input_shape[1:]",
    "of one input": "shape = input_shape[0][1:] + (4,)",
}


@pytest.mark.parametrize("body", SUMS.values(), ids=SUMS.keys())
def test_sums_of_a_shape_and_a_tuple_are_found(body: str, lint):
    assert len(lines(lint, built(body), "LL414")) == 1


SUMS_ALLOWED = {
    "converted": "shape = tuple(input_shape[1:]) + (4,)",
    "converted before": "input_shape = tuple(input_shape)\nshape = input_shape[1:] + (4,)",
    "unpacked": "shape = (*input_shape[1:], 4)",
    "numbers": "size = input_shape[-1] + 4",
    "in place": "shape = input_shape[1:]\nshape += (4,)",
    "shapes": "shape = input_shape[:1] + input_shape[2:]",
}


@pytest.mark.parametrize("body", SUMS_ALLOWED.values(), ids=SUMS_ALLOWED.keys())
def test_other_sums_are_fine(body: str, lint):
    assert lines(lint, built(body), "LL414") == []


MEMBERS = {
    "as_list": ("shape = input_shape.as_list()", "list(input_shape)"),
    "rank": ("rank = input_shape.rank", "len(input_shape)"),
    "ndims": ("rank = input_shape.ndims", "len(input_shape)"),
    "a slice": ("shape = input_shape[1:].as_list()", "list(input_shape[1:])"),
    "one of several": ("shape = input_shape[0].as_list()", "list(input_shape[0])"),
    "value": ("size = input_shape[-1].value", "input_shape[-1]"),
}


@pytest.mark.parametrize(("body", "repaired"), MEMBERS.values(), ids=MEMBERS.keys())
def test_members_of_tensorshape_are_found_and_replaced(body: str, repaired: str, diagnose):
    (found,) = diagnose(HEAD + built(body), "LL415")
    assert found.fix is not None
    assert [edit.text for edit in found.fix.edits] == [repaired]


MEMBERS_ALLOWED = {
    "made one": "input_shape = tf.TensorShape(input_shape)\nrank = input_shape.rank",
    "another name": "shape = tf.TensorShape(input_shape).as_list()",
    "asked before": (
        "shape = input_shape.as_list() if hasattr(input_shape, 'as_list') else input_shape"
    ),
    "a number": "size = input_shape[-1]",
}


@pytest.mark.parametrize("body", MEMBERS_ALLOWED.values(), ids=MEMBERS_ALLOWED.keys())
def test_members_of_what_is_a_tensorshape_are_fine(body: str, lint):
    assert lines(lint, built(body), "LL415") == []


def test_a_look_alike_of_call_is_found(lint):
    source = """\
    class Shift(layers.Layer):
        def forward(self, x):  # here
            return x + 1.0
    """
    assert lines(lint, source, "LL416") == marked(source)


LOOK_ALIKES_ALLOWED = {
    "beside a call": """\
        class Shift(layers.Layer):
            def call(self, x):
                return self.forward(x)

            def forward(self, x):
                return x + 1.0
        """,
    "run by name": """\
        class Shift(layers.Layer):
            def forward(self, x):
                return x + 1.0


        def apply(shift: Shift, x):
            return shift.forward(x)
        """,
    "an inherited call": """\
        class Shift(layers.Dense):
            def forward(self, x):
                return x + 1.0
        """,
    "for subclasses": """\
        class Base(layers.Layer):
            def forward(self, x):
                return x + 1.0


        class Shift(Base):
            def call(self, x):
                return x
        """,
}


@pytest.mark.parametrize("source", LOOK_ALIKES_ALLOWED.values(), ids=LOOK_ALIKES_ALLOWED.keys())
def test_other_methods_of_such_names_are_fine(source: str, lint):
    assert lines(lint, source, "LL416") == []


def test_a_layer_that_is_called_as_initializers_are_may_have_its_own_way(lint):
    source = """\
        class Trained(layers.Layer):
            def build(self, shape, dtype=None):
                self.loc = self.add_weight(name="loc", shape=shape)

            def __call__(self, {first}, dtype=None):
                {run}
                return self.loc
        """
    assert lines(lint, source.format(first="shape", run="pass"), "LL407") == []
    builds = source.format(first="x", run="self.build(x.shape)")
    assert lines(lint, builds, "LL407") == []
    assert lines(lint, source.format(first="x", run="pass"), "LL407") == [5]

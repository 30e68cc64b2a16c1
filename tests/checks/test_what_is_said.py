"""Messages that say what happens, of kinds of code for which another one of the rule is untrue."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

HEAD = """\
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


"""

SAID = {
    "a variable that a step of the model's own trains": (
        "LL201",
        """
        class Agent(keras.Model):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.actor = layers.Dense(2)
                self.log_alpha = tf.Variable(0.5, trainable=True)

            def train_step(self, data):
                with tf.GradientTape() as tape:
                    loss = tf.exp(self.log_alpha) * tf.reduce_mean(self.actor(data))
                variables = [self.log_alpha]
                gradients = tape.gradient(loss, variables)
                self.alpha_optimizer.apply_gradients(zip(gradients, variables))
                return {"loss": loss}
        """,
        "which Keras 3 does not track: what is written to it is not saved with the model",
    ),
    "a weight that is made in one of two places, beside another one": (
        "LL214",
        """
        class Sparse(layers.Layer):
            def build(self, input_shape):
                if self.dtype == "float32":
                    self.kernel = tf.Variable(tf.ones((3,)))
                else:
                    self.kernel = tf.Variable(tf.zeros((3,)))
                self.bias = tf.Variable(tf.zeros((3,)))

            def call(self, x):
                return x * self.kernel + self.bias
        """,
        "`kernel` has no name in `Sparse`, nor `bias`: Keras 2 calls them all `Variable`",
    ),
    "a name in a config that nothing binds": (
        "LL504",
        """
        class Scale(layers.Layer):
            def __init__(self, scale=1.0, **kwargs):
                super().__init__(**kwargs)
                self.scale = scale

            def get_config(self):
                return {**super().get_config(), "scale": scale}
        """,
        "reads `scale`, which nothing binds: saving raises `NameError`",
    ),
    "a key that is refused once a config can be written": (
        "LL504",
        """
        class Scale(layers.Layer):
            def __init__(self, scale=1.0, **kwargs):
                super().__init__(**kwargs)
                self.scale = scale

            def get_config(self):
                return {**super().get_config(), "scale": self.scaled, "axis": -1}
        """,
        "which `__init__` does not take: once it runs, loading or cloning raises",
    ),
    "a config without an argument that cannot be written": (
        "LL502",
        """
        class Scale(layers.Layer):
            def __init__(self, scale=1.0, axis=-1, **kwargs):
                super().__init__(**kwargs)
                self.scale, self.axis = scale, axis

            def call(self, x):
                return x * self.scale + self.axis

            def get_config(self):
                return {**super().get_config(), "scale": scale}
        """,
        "raises `NameError` already",
    ),
    "an argument that is not kept and yet read": (
        "LL507",
        """
        class Norm(layers.Layer):
            def __init__(self, axis=-1, **kwargs):
                super().__init__(**kwargs)

            def call(self, x):
                return tf.nn.l2_normalize(x, self.axis)
        """,
        "does not keep it: `Norm.call` reads `self.axis`, which raises `AttributeError`",
    ),
    "an argument that is read before its attribute is set": (
        "LL507",
        """
        class Drop(layers.Layer):
            def __init__(self, rate=0.5, **kwargs):
                super().__init__(**kwargs)
                self.drop = layers.Dropout(self.rate)
                self.rate = 0.5

            def call(self, x):
                return self.drop(x)
        """,
        "does not keep it: `Drop.__init__` reads `self.rate`, which raises `AttributeError`",
    ),
    "an argument that is read behind a constant": (
        "LL507",
        """
        class Drop(layers.Layer):
            def __init__(self, rate=0.5, **kwargs):
                super().__init__(**kwargs)
                self.rate = 0.5
                self.drop = layers.Dropout(self.rate)

            def call(self, x):
                return self.drop(x)
        """,
        "`self.rate` is always `0.5`, and whatever is passed has no effect",
    ),
    "a variable of a loop of which only the shape is read": (
        "LL313",
        """
        def dots(ones, others):
            outputs = []
            for one, other in zip(ones, others):
                dot = layers.Lambda(lambda x: tf.reduce_sum(x * other, range(1, len(one.shape))))
                outputs.append(dot(one))
            return keras.Model([*ones, *others], outputs)
        """,
        "`other` is read when the model runs",
    ),
    "an argument that only a config reads": (
        "LL507",
        """
        class Norm(layers.Layer):
            def __init__(self, axis=-1, **kwargs):
                super().__init__(**kwargs)

            def get_config(self):
                return {**super().get_config(), "axis": self.axis}
        """,
        "never uses it: whatever is passed has no effect",
    ),
    "an argument that is looked for before it is read": (
        "LL507",
        """
        class Norm(layers.Layer):
            def __init__(self, axis=-1, **kwargs):
                super().__init__(**kwargs)

            def call(self, x):
                return tf.nn.l2_normalize(x, self.axis if hasattr(self, "axis") else -1)
        """,
        "never uses it: whatever is passed has no effect",
    ),
    "a model whose base refuses what Keras saves": (
        "LL511",
        """
        class Base(keras.Model):
            def __init__(self):
                super().__init__()

        class Scale(Base):
            def __init__(self, scale=1.0, **kwargs):
                super().__init__(**kwargs)
                self.scale = scale

            def call(self, x):
                return x * self.scale

        keras.models.load_model("scale.keras")
        """,
        "raises `TypeError` on Keras 3, as `__init__` refuses `trainable` and `dtype`",
    ),
    "a model that names itself beside its keywords": (
        "LL511",
        """
        class Scale(keras.Model):
            def __init__(self, scale=1.0, **kwargs):
                super().__init__(name="scale", **kwargs)
                self.scale = scale

            def call(self, x):
                return x * self.scale

        keras.models.load_model("scale.keras")
        """,
        "raises `TypeError` on Keras 3, as `__init__` gives the base `name` beside `**kwargs`",
    ),
    "a weight that its regularizer moves": (
        "LL231",
        """
        class Shift(layers.Layer):
            def build(self, input_shape):
                self.shift = self.add_weight(name="shift", shape=(1,))
                self.scale = self.add_weight(name="scale", shape=(1,), regularizer="l2")

            def call(self, x):
                return x + self.shift
        """,
        "no data trains it, and only its regularizer moves it",
    ),
    "a test of a size": (
        "LL303",
        """
        class Crop(layers.Layer):
            def call(self, x):
                length = tf.shape(x)[1]
                if length // 2 > 3:
                    return x[:, :3]
                return x
        """,
        "`length // 2 > 3`, a tensor made of sizes: Keras 3",
    ),
    "tests of a tensor and of a size": (
        "LL303",
        """
        class Crop(layers.Layer):
            def call(self, x):
                if tf.reduce_sum(x) > tf.cast(tf.shape(x)[1], x.dtype):
                    return x[:, :3]
                if tf.shape(x)[1] > 3:
                    return x[:, :2]
                return x
        """,
        ", a tensor, as does another test below: Keras 3",
    ),
}


@pytest.mark.parametrize("kind", SAID)
def test_a_message_says_what_happens(kind: str, diagnose: Any) -> None:
    rule, source, said = SAID[kind]
    assert said in " ".join(found.message for found in diagnose(HEAD + dedent(source), rule))


LOOP = """\
import tensorflow as tf
from tensorflow import keras


class Net(keras.Model):
    def call(self, x):
        self.seen = tf.reduce_mean(x) + getattr(self, "seen", 0.0)
        return x * self.seen


def main():
    net = Net()
    for x in data:
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(net(x))
        print(loss)


{step}
if __name__ == "__main__":
    main()
"""


def test_a_loop_that_runs_eagerly_may_keep_a_tensor(lint: Any, tmp_path: Any) -> None:
    (tmp_path / "README.md").touch()
    traced = "@tf.function\ndef step(x):\n    return Net()(x)\n\n\n"
    assert lint(LOOP.format(step=""), select="LL206") == []
    assert lint(LOOP.format(step=traced), select="LL206") == [("LL206", 7)]


TOGETHER = {
    "both factors": (
        "x * (tf.cast(x > 0, tf.float32) + tf.ones((1,), tf.float32))",
        ("safe", 2),
    ),
    "in a row": (
        "tf.cast(x > 0, tf.float32) * tf.cast(x < 3, 'float32') * x",
        ("safe", 2),
    ),
    "one that its author may want": (
        "x * (tf.cast(x > 0, tf.float32) + tf.cast(self.scale, tf.float32))",
        ("unsafe", 2),
    ),
    "one that is float32 by default": (
        "x * (tf.cast(x > 0, tf.float32) + tf.random.uniform(tf.shape(x)))",
        None,
    ),
    "one that was made before": ("tf.cast(x > 0, tf.float32) * self.made * x", None),
    "a result that meets another": (
        "x * tf.cast(x > 0, tf.float32) + tf.random.uniform(tf.shape(x))",
        None,
    ),
}


@pytest.mark.parametrize("kind", TOGETHER)
def test_tensors_that_meet_follow_the_policy_together(kind: str, diagnose: Any) -> None:
    expression, expected = TOGETHER[kind]
    source = f"""
    class Block(layers.Layer):
        def __init__(self, scale, **kwargs):
            super().__init__(**kwargs)
            self.scale = scale
            self.made = tf.constant([1.0])

        def call(self, x):
            return {expression}
    """
    first, *_ = diagnose(HEAD + dedent(source), "LL308")
    fix = first.fix
    assert (fix and (fix.applicability, len(fix.edits))) == expected

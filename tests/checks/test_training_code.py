"""Code that trains: one optimizer for two models (LL427), the metrics that it feeds (LL126)."""

from __future__ import annotations

import pytest

HALF = """
import tensorflow as tf
from tensorflow import keras

keras.mixed_precision.set_global_policy("{policy}")


class Tide(keras.Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True))
            {scaling}
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {{}}
"""


def half(policy="mixed_float16", scaling="pass"):
    return HALF.format(policy=policy, scaling=scaling)


def test_keras_2_has_them(lint):
    source = half("float32", "loss = loss * self.optimizer.lr")
    assert lint(source.replace("from tensorflow import keras", "import tf_keras as keras")) == []


NETS = """
    from tensorflow import keras
    from tensorflow.keras import layers

    def build():
        return keras.Sequential([layers.Dense(4), layers.BatchNormalization(), layers.Dense(1)])
"""
LOSSES = """
    import tensorflow as tf

    def squares(net, x, y):
        return tf.reduce_mean(tf.square(y - net(x)))
"""
TRAINS = """
    import tensorflow as tf
    from tensorflow import keras
    from losses import squares
    from nets import build

    model = build()
    optimizer = keras.optimizers.Adam()

    def step(x, y):
        with tf.GradientTape() as tape:
            loss = squares(model, x, y)
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
"""


def test_the_model_and_the_loss_of_other_modules_are_known(diagnose) -> None:
    """The loss is reported where it runs the model, once for all who train with it."""
    found = diagnose(TRAINS, "LL112", losses=LOSSES, nets=NETS, other=TRAINS)
    assert [(each.path, each.start_row) for each in found] == [("losses.py", 5)]
    assert "`net(x)` in `squares`" in found[0].message
    assert found[0].fix is None


STEP = """\
import tensorflow as tf
from tensorflow import keras

generator = keras.Sequential([keras.layers.Dense(4), keras.layers.BatchNormalization()])
critic = keras.Sequential([keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam()


def step(noise):
    fakes = critic(generator(noise{first}))
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(critic(generator(noise)))
    grads = tape.gradient(loss, generator.trainable_variables)
    optimizer.apply_gradients(zip(grads, generator.trainable_variables))
    return fakes
"""


@pytest.mark.parametrize(("first", "safety"), [("", "unsafe"), (", training=True", "safe")])
def test_one_of_two_runs_of_a_model_is_changed_unsafely(diagnose, first, safety) -> None:
    (found,) = diagnose(STEP.format(first=first), "LL112")
    assert found.start_row == 12
    assert found.fix.applicability == safety

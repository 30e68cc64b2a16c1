"""Training steps of one's own: the flag (LL112), its result (LL121), added losses (LL122)."""

from __future__ import annotations

MODEL = """
import tensorflow as tf
from tensorflow import keras


class Student(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.{layer}
        self.head = keras.layers.Dense(1)

    def call(self, inputs):
        return self.head(self.hidden(inputs))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square({forward} - y))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {result}
"""


def model(layer="Dropout(0.5)", forward="self(x)", result="{}"):
    return MODEL.format(layer=layer, forward=forward, result=result)


def test_a_step_of_something_that_is_no_model_is_silent(lint):
    source = model().replace("keras.Model", "object")
    assert lint(source, select="LL112,LL121,LL122") == []


TWO_TERMS = """\
from tensorflow import keras


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(4, kernel_regularizer="l2", activity_regularizer="l1")

    def call(self, x):
        return self.dense(x)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None):
        return keras.ops.mean(keras.ops.square(y - y_pred))
"""


def test_of_two_terms_of_a_layer_always_the_same_is_named(run, tmp_path):
    (tmp_path / "net.py").write_text(TWO_TERMS)
    options = ("check", "--isolated", "--no-cache", "--select", "LL122", "net.py")
    reports = {run(*options, environment={"PYTHONHASHSEED": seed}).stdout for seed in "01234567"}
    assert len(reports) == 1
    assert "`activity_regularizer` of `dense`" in reports.pop()

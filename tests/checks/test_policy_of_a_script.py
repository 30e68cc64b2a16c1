"""A policy that a script sets holds for the models that it imports (LL124)."""

from __future__ import annotations

MODEL = """\
import keras
import tensorflow as tf


class Net(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self(x, training=True) - y))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {m.name: m.result() for m in self.metrics}
"""
SCRIPT = """\
import keras
from net import Net


def main():
    {policy}
    model = Net()
    model.compile(keras.optimizers.Adam())
"""
HALF = 'keras.mixed_precision.set_dtype_policy("mixed_float16")'


def _found(lint, policy, **files):
    found = lint(SCRIPT.format(policy=policy), select="LL124", net=MODEL, **files)
    return [code for code, *_ in found]


def test_the_policy_of_the_script_that_imports_the_model(lint):
    assert _found(lint, HALF) == ["LL124"]
    assert _found(lint, "pass") == []


def test_what_a_script_may_leave_out_is_no_policy(lint):
    assert _found(lint, f"if keras.config.floatx():\n        {HALF}") == []


def test_a_script_that_does_not_import_the_model(lint):
    assert _found(lint, "pass", other=f"import keras\n\nNet = None\n{HALF}\n") == []

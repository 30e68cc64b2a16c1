import keras
import tensorflow as tf


# %% predict has no labels
class Margin(keras.layers.Layer):
    def build(self, shape):
        self.t = self.add_weight(name="t", shape=(), trainable=False)

    def call(self, x, targets=None):
        if targets is None:
            return x
        self.t.assign(0.99 * self.t + 0.01 * tf.reduce_mean(x))
        return x - self.t


# %% nor anything but the first argument for a model
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, x, teacher=None):
        if teacher is not None:
            self.seen.assign(0.9 * self.seen + 0.1 * tf.reduce_mean(teacher))
        return x * self.seen


# %% a trained weight is put right with a number that may be given
class Normed(keras.layers.Conv2D):
    def standardized(self, weight, eps):
        return weight / (tf.norm(weight) + eps)

    def call(self, inputs, eps=1e-4):
        self.kernel.assign(self.standardized(self.kernel, eps))
        return super().call(inputs)

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% restored by the class
class Features(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)

    def __call__(self, x):
        return self.dense(x)

    def build_from_config(self, config):
        self.dense.build(config["shape"])


# %% extended
class Block(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def __call__(self, x, *args, **kwargs):
        return super().__call__(tf.convert_to_tensor(x), *args, **kwargs)

    def call(self, x):
        return x * self.w


# %% a metric
class Error(layers.Layer):
    def build(self, input_shape):
        self.total = self.add_weight(name="total", shape=())

    def __call__(self, y_true, y_pred):
        return tf.reduce_mean(tf.abs(y_true - y_pred))


# %% a plain function
class Double(layers.Layer):
    def __call__(self, x):
        return 2.0 * x


# %% refused
class Abstract(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def __call__(self, x):
        raise NotImplementedError


# %% no layer
class Schedule(keras.optimizers.schedules.LearningRateSchedule):
    def __call__(self, step):
        return 1.0 / step


# %% built by Keras's own way of it
class Kept(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def __call__(self, x):
        self._maybe_build(x)
        return x * self.w


# %% built in a method
class Once(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def _prepare(self, x):
        if not self.built:
            self.build(x.shape)
            self.built = True

    def __call__(self, x):
        self._prepare(x)
        return x * self.w

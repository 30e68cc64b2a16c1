# Run: the class has no such method of its own.
# %% behind what `call` returns
import keras
from keras import layers, ops


class Noise(layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs):
        return inputs + self.rate * keras.random.normal(ops.shape(inputs))

        def compute_output_shape(self, input_shape):  # LL432
            return input_shape


# %% at the end of the constructor
import tensorflow as tf


class Gate(tf.keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

        def build(self, input_shape):  # LL432
            self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

        def call(self, x):  # LL432
            return tf.matmul(x, self.kernel)


# %% of a model, and a class method
import keras


class Net(keras.Model):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def call(self, x):
        x = self.dense(x)
        if self.units > 4:
            x = 2 * x

            def get_config(self):  # LL432
                return {"units": self.units}

        return x

        @classmethod
        def from_config(cls, config):  # LL432
            return cls(**config)


# %% of a metric, and of a callback
import keras


class Count(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.count.assign_add(1.0)

        def result(self):  # LL432
            return self.count


class Report(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.losses = []

        def on_epoch_end(self, epoch, logs=None):  # LL432
            self.losses.append(logs["loss"])

# %% the call of a base by its name
import keras


class ScaledDense(keras.layers.Dense):
    def __init__(self, units, scale=1.0, **kwargs):
        super().__init__(units, **kwargs)
        self.scale = scale

    def call(self, inputs):
        return keras.layers.Dense.call(self, inputs) * self.scale


# %% a client that has a method call
import tensorflow as tf


class FeatureStore:
    def __init__(self, table):
        self.table = table

    def call(self, ids):
        return tf.gather(self.table, ids)


class Lookup(tf.keras.layers.Layer):
    def __init__(self, table, **kwargs):
        super().__init__(**kwargs)
        self.store = FeatureStore(table)

    def call(self, ids):
        return self.store.call(ids)


# %% a step of a recurrent cell
from tensorflow import keras
import tensorflow as tf


class Decoder(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.cell = keras.layers.GRUCell(units)

    def call(self, frames):
        state = [tf.zeros((tf.shape(frames)[0], self.cell.units))]
        outputs, _ = self.cell(frames[:, 0], state)
        return outputs


# %% outside of call, in a test of shapes
import keras


class Head(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units)

    def call(self, x):
        return self.dense(x)

    def summary_of(self, x):
        return self.dense.call(x).shape

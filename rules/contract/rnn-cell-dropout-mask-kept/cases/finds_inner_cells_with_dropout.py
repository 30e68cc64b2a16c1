# Run on both generations: eager calls in training give one result for ever.
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a rate of the constructor's
class Memory(layers.Layer):
    def __init__(self, units, rate, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.state_size = [units, units]
        self.inner = layers.LSTMCell(units, dropout=rate)  # LL421

    def build(self, input_shape):
        self.inner.build(input_shape)

    def call(self, inputs, states, training=None):
        return self.inner(inputs, states, training=training)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "rate": self.rate}


# %% beside a state of its own
class Traced(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.mix = layers.Dense(units)
        self.inner = layers.GRUCell(units, recurrent_dropout=0.3)  # LL421

    @property
    def state_size(self):
        return [self.units, self.units]

    def build(self, input_shape):
        self.mix.build((input_shape[0], input_shape[-1] + self.units))
        self.inner.build((input_shape[0], self.units))

    def call(self, inputs, states, training=None):
        trace, hidden = states
        trace = 0.9 * trace + self.mix(tf.concat([inputs, trace], -1))
        output, hidden = self.inner(trace, [hidden], training=training)
        return output, [trace, hidden[0]]

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% both rates
class Plain(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.state_size = units
        self.inner = layers.SimpleRNNCell(units, dropout=0.1, recurrent_dropout=0.1)  # LL421

    def build(self, input_shape):
        self.inner.build(input_shape)

    def call(self, inputs, states, training=None):
        output, states = self.inner(inputs, states, training=training)
        return tf.nn.relu(output), states


# %% made in `build`
class Late(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def build(self, input_shape):
        self.inner = layers.GRUCell(self.units, dropout=0.2)  # LL421
        self.inner.build(input_shape)

    def call(self, inputs, states, training=None):
        return self.inner(inputs, states, training=training)

    def get_config(self):
        return {**super().get_config(), "units": self.units}

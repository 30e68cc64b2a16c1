from tensorflow import keras
from tensorflow.keras import layers


# %% no dropout
class Memory(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.state_size = units
        self.inner = layers.GRUCell(units, dropout=0.0)

    def build(self, input_shape):
        self.inner.build(input_shape)

    def call(self, inputs, states, training=None):
        return self.inner(inputs, states, training=training)


# %% the mask is reset
class Memory(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.state_size = units
        self.inner = layers.GRUCell(units, dropout=0.2)

    def build(self, input_shape):
        self.inner.build(input_shape)

    def reset_dropout_mask(self):
        self.inner.reset_dropout_mask()

    def call(self, inputs, states, training=None):
        return self.inner(inputs, states, training=training)


# %% a layer that is no cell hands its cell to `RNN`
class Encoder(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.run = layers.RNN(layers.GRUCell(units, dropout=0.2))

    def build(self, input_shape):
        self.run.build(input_shape)

    def call(self, inputs, training=None):
        return self.run(inputs, training=training)


# %% the inner cell is never told that it trains
class Still(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.state_size = units
        self.inner = layers.GRUCell(units, dropout=0.2)

    def build(self, input_shape):
        self.inner.build(input_shape)

    def call(self, inputs, states):
        return self.inner(inputs, states, training=False)


# %% a built-in cell as the base
class Louder(layers.GRUCell):
    def call(self, inputs, states, training=None):
        output, states = super().call(inputs, states, training=training)
        return 2 * output, states


recurrent = keras.layers.RNN(Louder(3, dropout=0.2))

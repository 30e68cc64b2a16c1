from tensorflow import keras


class Memory(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units
        self.inner = keras.layers.GRUCell(units, recurrent_dropout=0.5)

    def build(self, input_shape):
        self.inner.build(input_shape)

    def call(self, inputs, states, training=None):
        output, states = self.inner(inputs, states, training=training)
        return 2 * output, states


class Recurrent(keras.layers.RNN):
    def call(self, sequences, initial_state=None, mask=None, training=None):
        self.cell.inner.reset_dropout_mask()
        self.cell.inner.reset_recurrent_dropout_mask()
        return super().call(sequences, initial_state=initial_state, mask=mask, training=training)

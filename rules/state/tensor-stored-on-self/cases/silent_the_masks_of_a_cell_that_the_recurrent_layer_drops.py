import keras

try:
    from keras.layers.recurrent import DropoutRNNCellMixin
except ImportError:
    from keras.src.layers.rnn.dropout_rnn_cell import DropoutRNNCell as DropoutRNNCellMixin


class MemoryCell(DropoutRNNCellMixin, keras.layers.Layer):
    def __init__(self, units, recurrent_dropout=0.0, **kwargs):
        super().__init__(**kwargs)
        self.state_size = units
        self.recurrent_dropout = recurrent_dropout
        self.seed_generator = keras.random.SeedGenerator()

    def mask(self, step):
        if not hasattr(self, "_recurrent_dropout_mask"):
            self._recurrent_dropout_mask = None
        if self._recurrent_dropout_mask is None and self.recurrent_dropout > 0:
            self._recurrent_dropout_mask = keras.random.dropout(
                keras.ops.ones_like(step), rate=self.recurrent_dropout, seed=self.seed_generator
            )
        return self._recurrent_dropout_mask

    def call(self, inputs, states, training=None):
        state = states[0]
        if training and self.recurrent_dropout > 0:
            state = state * self.mask(state)
        return inputs + state, [inputs + state]

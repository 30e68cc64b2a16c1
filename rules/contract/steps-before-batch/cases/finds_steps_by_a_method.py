import tensorflow as tf
from tensorflow.keras import backend as K
from tensorflow.keras.layers import Dense, Layer


class ConvexRNN(Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.inp = Dense(units)
        self.rec = Dense(units, use_bias=False)

    def step(self, x_t, h):
        return tf.tanh(self.inp(x_t) + self.rec(h))

    def call(self, sequence):
        h = tf.zeros_like(self.inp(sequence[:, 0, :]))
        collected = []
        for t in range(sequence.shape[1]):
            h = self.step(sequence[:, t, :], h)
            collected.append(h)
        result = tf.stack(collected)  # LL444
        return result

import tensorflow as tf


class Annealed(tf.keras.layers.Layer):
    def __init__(self, scales=(1.0, 0.5, 0.25)):
        super().__init__()
        self.scales = list(scales)
        self.seen = 0

    def call(self, x):
        x = x * self.scales[self.seen]
        self.seen += 1  # LL207
        return x

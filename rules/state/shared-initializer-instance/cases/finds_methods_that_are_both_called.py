"""A layer that calls both methods has the weights of both, whatever else depends on a condition."""

import keras


class Leaf(keras.layers.Layer):
    def __init__(self, scaled=False, **kwargs):
        super().__init__(**kwargs)
        self.place = keras.initializers.TruncatedNormal(stddev=1.0)
        self.scaled = scaled

    def build(self, shape):
        if self.scaled:
            self._make_scales(shape)
        self._make_means(shape)

    def _make_scales(self, shape):
        self.scale = self.add_weight(name="scale", shape=shape[1:], initializer=self.place)

    def _make_means(self, shape):
        self.mean = self.add_weight(name="mean", shape=shape[1:], initializer=self.place)  # LL209

    def call(self, x):
        return (x - self.mean) * (self.scale if self.scaled else 1.0)

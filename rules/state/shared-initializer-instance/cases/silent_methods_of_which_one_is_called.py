"""The two methods stand in the branches of one condition: no layer has the weights of both."""

import keras


class Leaf(keras.layers.Layer):
    def __init__(self, by_moments=False, **kwargs):
        super().__init__(**kwargs)
        self.place = keras.initializers.TruncatedNormal(stddev=1.0)
        self.by_moments = by_moments

    def build(self, shape):
        if self.by_moments:
            self._make_moments(shape)
        else:
            self._make_places(shape)

    def _make_moments(self, shape):
        self.count = self.add_weight(name="count", shape=shape[1:], initializer="ones")
        self.total = self.add_weight(name="total", shape=shape[1:], initializer=self.place)

    def _make_places(self, shape):
        self.mean = self.add_weight(name="mean", shape=shape[1:], initializer=self.place)

    def call(self, x):
        return x - (self.total / self.count if self.by_moments else self.mean)

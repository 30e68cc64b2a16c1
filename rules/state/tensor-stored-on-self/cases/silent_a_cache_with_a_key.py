import keras
from keras import ops


class Edges(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._edges = None
        self._key = None

    def call(self, x, edges):
        key = id(edges)
        if self._edges is None or self._key != key:
            self._edges = ops.cast(edges, "int32")
            self._key = key
        return ops.take(x, self._edges, axis=0)

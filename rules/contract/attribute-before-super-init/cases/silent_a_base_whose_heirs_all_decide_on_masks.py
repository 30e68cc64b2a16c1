import keras


class GraphLayer(keras.layers.Layer):
    def __init__(self, steps=1, **kwargs):
        self.supports_masking = True
        super().__init__(**kwargs)
        self.steps = steps


class GraphConv(GraphLayer):
    def compute_mask(self, inputs, mask=None):
        return mask[0]


class GraphPool(GraphLayer):
    def compute_mask(self, inputs, mask=None):
        return mask[0]

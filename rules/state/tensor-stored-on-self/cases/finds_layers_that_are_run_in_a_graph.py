import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

# %% by `predict`, whatever was called as well


class Attention(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.score = layers.Dense(1)

    def call(self, x):
        self.alpha = tf.nn.softmax(self.score(x), axis=1)  # LL206
        return tf.reduce_sum(self.alpha * x, axis=1)


def heatmap(model, batch):
    layer = model.get_layer("attention")
    model.predict(batch)
    return np.round(layer.alpha, 2)

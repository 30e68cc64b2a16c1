import keras
from keras import layers


class Block(layers.Layer):
    def __init__(self, dim, **kwargs):
        super().__init__(**kwargs)
        self.mlp = keras.Sequential([layers.Dense(2 * dim, activation="relu"), layers.Dense(dim)])
        self.norms = [layers.LayerNormalization() for _ in range(2)]
        self.drop = layers.Dropout(0.1)

    def call(self, x, training=None):
        hidden = self.norms[0](x)
        expanded = self.mlp(hidden)  # LL224
        expanded = self.drop(hidden, training=training)
        return self.norms[1](hidden + expanded)

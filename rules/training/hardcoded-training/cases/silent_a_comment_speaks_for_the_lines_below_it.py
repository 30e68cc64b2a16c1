import keras


class Block(keras.layers.Layer):
    def __init__(self, inner=None, **kwargs):
        super().__init__(**kwargs)
        self.norm = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)
        self.dense = keras.layers.Dense(4)
        self.cell = keras.layers.LSTMCell(4)
        self.lookup = keras.layers.StringLookup()
        self.inner = inner

    def call(self, x, training=None):
        # apply dropout both training/inference
        x = self.drop(x, training=True)
        y = self.drop(x, training=True)
        return x + y

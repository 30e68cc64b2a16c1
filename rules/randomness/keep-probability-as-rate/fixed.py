from tensorflow import keras


class Block(keras.layers.Layer):
    def __init__(self, units, keep_prob=0.9, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.keep_prob = keep_prob
        self.dense = keras.layers.Dense(units, activation="relu")
        self.drop = keras.layers.Dropout(1 - keep_prob)

    def call(self, inputs, training=None):
        return self.drop(self.dense(inputs), training=training)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "keep_prob": self.keep_prob}

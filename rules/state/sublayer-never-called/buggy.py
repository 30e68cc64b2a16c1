from tensorflow import keras


class Maker(keras.Model):
    def __init__(self, width, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.dense_1 = keras.layers.Dense(width, activation="relu")
        self.dense_2 = keras.layers.Dense(width, activation="relu")
        self.head = keras.layers.Dense(3)

    def call(self, noise):
        x = self.dense_1(noise)
        x = self.dense_1(x)
        return self.head(x)

    def get_config(self):
        return {**super().get_config(), "width": self.width}

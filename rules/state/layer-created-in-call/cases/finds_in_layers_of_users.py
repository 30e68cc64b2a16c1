# %% a dense layer in a loop of call
import keras


class Deep(keras.layers.Layer):
    def __init__(self, depth, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth

    def call(self, x):
        for _ in range(self.depth):
            x = keras.layers.Dense(8, activation="relu")(x)  # LL204
        return x

    def get_config(self):
        return {**super().get_config(), "depth": self.depth}

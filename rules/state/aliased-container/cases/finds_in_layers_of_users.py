# %% a list filled after it was assigned
import keras


class Parts(keras.layers.Layer):
    def __init__(self, count, **kwargs):
        super().__init__(**kwargs)
        self.count = count
        parts = []
        self.parts = parts
        for _ in range(count):
            parts.append(keras.layers.Dense(4))  # LL218

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x

    def get_config(self):
        return {**super().get_config(), "count": self.count}

import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor):  # LL404
        super().__init__()
        self.factor = factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


model = keras.Sequential([Scale(2.0), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)
model.save("kept.keras")

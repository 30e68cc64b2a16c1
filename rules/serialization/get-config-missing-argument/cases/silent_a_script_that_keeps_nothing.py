import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        return super().get_config()


model = keras.Sequential([Scale(2.0), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, y)

from tensorflow import keras


class Probe(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4)
        self.kept = {}

    def call(self, x):
        x = self.dense(x)
        self.kept["dense"] = x  # LL206
        return x


def show(model, data):
    model.predict(data)
    return {name: value.numpy() for name, value in model.kept.items()}

import keras


def setup():
    global factor
    factor = 2


class Scale(keras.layers.Layer):
    def __init__(self, factor=1, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def get_config(self):
        return {**super().get_config(), "factor": factor}

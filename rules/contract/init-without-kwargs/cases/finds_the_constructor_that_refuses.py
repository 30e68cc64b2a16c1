import keras


class Stft(keras.layers.Layer):
    def __init__(self, length=64):  # LL404
        super().__init__()
        self.length = length

    def call(self, inputs):
        return inputs

    def get_config(self):
        return {**super().get_config(), "length": self.length}


class Spectrogram(Stft):
    def __init__(self, power=2, **kwargs):
        super().__init__(**kwargs)
        self.power = power

    def get_config(self):
        return {**super().get_config(), "power": self.power}

import keras
from keras import layers


class Scaled(keras.Model):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return self.factor * x

keras.callbacks.ModelCheckpoint('w.weights.h5', save_weights_only=True)

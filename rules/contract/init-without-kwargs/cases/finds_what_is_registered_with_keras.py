import keras
from keras import layers


@keras.saving.register_keras_serializable()
class Dot(layers.Layer):
    def __init__(self, size):  # LL404
        super().__init__()
        self.size = size

    def call(self, x):
        return keras.ops.sum(x, axis=-1) * self.size

    def get_config(self):
        return {**super().get_config(), "size": self.size}

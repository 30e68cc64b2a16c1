import keras


class Patches(keras.layers.Layer):
    def __init__(self, size, data_format=None, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.data_format = keras.config.image_data_format() if data_format is None else data_format

    def call(self, x):
        return x if self.data_format == "channels_last" else keras.ops.moveaxis(x, 1, -1)

    def get_config(self):  # LL502
        return {**super().get_config(), "size": self.size}
